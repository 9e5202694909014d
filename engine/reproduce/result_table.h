// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// A table of results and its three written forms: Markdown for people, CSV for programs, LaTeX for papers.
/// Text is UTF-8 and taken literally: every character that means something in a form is escaped there.
namespace rankscope {

struct ResultCell {
    std::string text;  ///< as people read it: "58 982 400", "81.3 %"
    std::string value; ///< as programs read it, in CSV alone: "58982400", "0.813"; empty: the text
};

struct ResultColumn {
    std::string title;
    bool number = false; ///< aligned right
};

/// Rows may be shorter than the header; what is missing is empty.
struct ResultTable {
    std::string caption; ///< in Markdown and LaTeX; may be empty
    std::vector<ResultColumn> columns;
    std::vector<std::vector<ResultCell>> rows;
    std::vector<std::string> notes; ///< lines below the table in Markdown, a comment in LaTeX, not in CSV
};

/// "81.3 %", and the share itself for programs.
ResultCell shareCell(double share);

/// GitHub's pipe table, columns padded so that it reads well as text.
std::string toMarkdown(const ResultTable& table);

/// RFC 4180 with line ends of one byte; the first row holds the titles.
std::string toCsv(const ResultTable& table);

/// A `table` environment that needs no package but inputenc (UTF-8).
std::string toLatex(const ResultTable& table);

/// Writes <stem>.md, <stem>.csv and <stem>.tex, each whole or not at all. Throws Error.
void writeTable(const std::filesystem::path& stem, const ResultTable& table);

} // namespace rankscope
