// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/json_reader.h"

#include "engine/base/nearest.h"

#include <limits>
#include <utility>

namespace rankscope {

JsonReader::JsonReader(const nlohmann::json& object, std::string where, std::string_view origin)
    : m_object(object), m_where(std::move(where)), m_origin(origin) {
    if (!object.is_object())
        throw Error(m_origin + (m_where.empty() ? "" : ", \"" + m_where + "\"") +
                    ": an object {...} is expected here.");
}

std::string JsonReader::path(const char* key) const {
    return m_where.empty() ? key : m_where + "." + key;
}

void JsonReader::fail(const char* key, const std::string& expected) const {
    std::string text = m_object.at(key).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    if (text.size() > 60) text = text.substr(0, 60) + "...";
    throw Error(m_origin + ": \"" + path(key) + "\" is " + text + "; " + expected + " is expected.");
}

const nlohmann::json* JsonReader::find(const char* key) {
    m_known.emplace_back(key);
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

std::int64_t JsonReader::integer(const char* key, const nlohmann::json& value, std::int64_t low,
                                 std::int64_t high) const {
    const bool fits = value.is_number_unsigned()
                          ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(high)
                          : value.is_number_integer() && value.get<std::int64_t>() >= low;
    if (!fits) fail(key, "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return value.get<std::int64_t>();
}

void JsonReader::read(const char* key, bool& value) {
    const auto* member = find(key);
    if (!member) return;
    if (!member->is_boolean()) fail(key, "true or false");
    value = member->get<bool>();
}

void JsonReader::read(const char* key, int& value) {
    using Limits = std::numeric_limits<int>;
    if (const auto* member = find(key))
        value = static_cast<int>(integer(key, *member, Limits::min(), Limits::max()));
}

void JsonReader::read(const char* key, Index& value) {
    using Limits = std::numeric_limits<Index>;
    if (const auto* member = find(key)) value = integer(key, *member, Limits::min(), Limits::max());
}

void JsonReader::read(const char* key, std::uint64_t& value) {
    const auto* member = find(key);
    if (!member) return;
    if (!member->is_number_unsigned() && !(member->is_number_integer() && member->get<std::int64_t>() >= 0))
        fail(key, "a whole number of at least 0");
    value = member->get<std::uint64_t>();
}

void JsonReader::read(const char* key, double& value) {
    const auto* member = find(key);
    if (!member) return;
    if (!member->is_number()) fail(key, "a number");
    value = member->get<double>();
}

void JsonReader::read(const char* key, std::string& value) {
    const auto* member = find(key);
    if (!member) return;
    if (!member->is_string()) fail(key, "a text in quotes");
    value = member->get<std::string>();
}

void JsonReader::read(const char* key, Shape& value) {
    const auto* member = find(key);
    if (!member) return;
    const auto size = [&](const nlohmann::json& one) {
        return static_cast<Index>(integer(key, one, 0, std::numeric_limits<Index>::max()));
    };
    Shape sizes;
    if (member->is_array()) {
        for (const auto& one : *member) sizes.push_back(size(one));
    } else {
        sizes.push_back(size(*member));
    }
    value = std::move(sizes);
}

void JsonReader::read(const char* key, std::vector<std::string>& value) {
    const auto* member = find(key);
    if (!member) return;
    if (!member->is_array()) fail(key, "a list of texts");
    std::vector<std::string> texts;
    texts.reserve(member->size());
    for (const auto& one : *member) {
        if (!one.is_string()) fail(key, "a list of texts");
        texts.push_back(one.get<std::string>());
    }
    value = std::move(texts);
}

void JsonReader::read(const char* key, std::vector<float>& value) {
    const auto* member = find(key);
    if (!member) return;
    if (!member->is_array()) fail(key, "a list of numbers");
    std::vector<float> numbers;
    for (const auto& one : *member) {
        if (!one.is_number()) fail(key, "a list of numbers");
        numbers.push_back(one.get<float>());
    }
    value = std::move(numbers);
}

void JsonReader::finish() const {
    for (const auto& [key, value] : m_object.items()) {
        if (std::ranges::find(m_known, key) != m_known.end()) continue;
        const auto close = nearest(key, m_known);
        throw Error(m_origin + ": \"" + path(key.c_str()) + "\" is not known.",
                    close.empty() ? "" : "Is \"" + path(close.front().c_str()) + "\" meant?");
    }
}

} // namespace rankscope
