// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

/// What the sub-commands print: JSON lines, tables, numbers for people.
namespace rankscope {

using Json = nlohmann::ordered_json;

/// One line on the standard output, at once.
void printJson(const Json& json);
void printLine(const std::string& text);

/// To the standard error, or as an `error` event.
void printError(const Error& error, bool json);

/// null where there is no value.
template <class T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

std::string fixed(double value, int digits);
std::string percent(double share);    ///< "98.1 %"
std::string duration(double seconds); ///< "1 min 20 s"
std::string millions(double value);   ///< "1.937408 M"

/// Columns as wide as their widest cell; the first is aligned left, the others right.
class Table {
public:
    explicit Table(std::vector<std::string> header) : m_rows{std::move(header)} {}
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    void print() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace rankscope
