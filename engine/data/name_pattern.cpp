// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/name_pattern.h"

#include "engine/base/error.h"
#include "engine/data/file_rules.h"

#include <algorithm>
#include <charconv>
#include <locale>

namespace rankscope {

namespace {

constexpr double mostRepetitions = 1000; // nested ones multiply, and each is spelled out in memory

[[noreturn]] void refuse(const std::string& text, const std::string& reason) {
    throw Error("Group pattern \"" + shownName(text.substr(0, NamePattern::mostPattern)) + "\": " + reason +
                    ".",
                "Write a regular expression with one group in parentheses, such as _g(\\d+)_ or ^(S\\d+).");
}

/// Product of all numbers in {n} and {n,m}: no less than what nested repetitions come to.
double repetitionsOf(const std::string& text) {
    double product = 1;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        double largest = 1;
        const char *place = text.data() + at + 1, *const end = text.data() + text.size();
        while (place != end && *place != '}') {
            double number = 0;
            const auto [next, failure] = std::from_chars(place, end, number, std::chars_format::fixed);
            largest = std::max(largest, failure == std::errc() ? number : 1);
            place = next == place ? place + 1 : next;
        }
        product *= largest;
    }
    return product;
}

} // namespace

NamePattern::NamePattern(const std::string& text) {
    if (text.empty()) refuse(text, "it is empty");
    if (text.size() > mostPattern) refuse(text, "longer than " + std::to_string(mostPattern) + " bytes");
    if (!isUtf8(text)) refuse(text, "not valid UTF-8");
    if (repetitionsOf(text) > mostRepetitions) refuse(text, "too many repetitions");
    try {
        m_regex.imbue(std::locale::classic());
        // the flag of libstdc++ makes the search breadth first: no pattern takes exponential time
        m_regex.assign(text, std::regex::ECMAScript | std::regex_constants::__polynomial);
    } catch (const std::regex_error& failure) {
        refuse(text, std::string("no valid regular expression (") + failure.what() + ")");
    }
    if (m_regex.mark_count() != 1)
        refuse(text, std::to_string(m_regex.mark_count()) + " capture groups where one is needed");
}

std::string NamePattern::groupOf(const std::string& fileName) const {
    std::smatch found;
    if (fileName.size() > mostName || !std::regex_search(fileName, found, m_regex)) return {};
    return found[1].str();
}

} // namespace rankscope
