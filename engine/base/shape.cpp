// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/shape.h"

#include "engine/base/error.h"

#include <charconv>

namespace rankscope {

Index product(std::span<const Index> sizes) {
    constexpr Index limit = Index{1} << 56;
    Index result = 1;
    for (const Index size : sizes) {
        if (size > 0 && result > limit / size)
            throw Error("The sizes " + toString(sizes) + " multiply to more than this program can count.",
                        "Use smaller mode sizes or ranks.");
        result *= size;
    }
    return result;
}

Shape parseShape(std::string_view text, std::string_view what) {
    Shape sizes;
    while (true) {
        const auto end = text.find_first_of(",xX");
        auto word = text.substr(0, end);
        while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
        while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
        Index value = 0;
        const auto [last, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (fault != std::errc{} || last != word.data() + word.size() || value < 1)
            throw Error(std::string(what) + ": \"" + std::string(word) +
                            "\" is not a whole number of at least 1.",
                        "Write sizes as 8,20,20,18.");
        sizes.push_back(value);
        if (end == std::string_view::npos) return sizes;
        text.remove_prefix(end + 1);
    }
}

std::string toString(std::span<const Index> sizes, std::string_view separator) {
    std::string text;
    for (const Index size : sizes) {
        if (!text.empty()) text += separator;
        text += std::to_string(size);
    }
    return text;
}

std::string grouped(Index value) {
    std::string text = std::to_string(value);
    const std::size_t first = value < 0 ? 1 : 0;
    for (std::size_t end = text.size(); end > first + 3;) {
        end -= 3;
        text.insert(end, 1, ' ');
    }
    return text;
}

} // namespace rankscope
