// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Comma-separated values as RFC 4180 has them: quoted fields, doubled quotes, line ends of any
/// system.
namespace rankscope {

struct CsvRow {
    int line = 0; ///< where it starts, from 1
    std::vector<std::string> fields;
};

/// All rows that are not blank; a byte order mark is dropped. `name` is what messages call the text. Throws
/// Error naming the line: a quote that never ends, text after a closing quote, not UTF-8.
std::vector<CsvRow> parseCsv(const std::string& text, const std::string& name);

/// A field as it is written, in quotes where it needs them.
std::string csvField(const std::string& text);

} // namespace rankscope
