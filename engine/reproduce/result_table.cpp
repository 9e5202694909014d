// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/result_table.h"

#include "engine/base/number_text.h"
#include "engine/data/csv.h"
#include "engine/storage/file_io.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

namespace rankscope {

namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

/// Text with each of the given pieces replaced, read once from left to right.
template <std::size_t n>
std::string replaced(std::string_view text, const std::array<Replacement, n>& pairs) {
    std::string result;
    while (!text.empty()) {
        const auto pair =
            std::ranges::find_if(pairs, [&](const Replacement& one) { return text.starts_with(one.first); });
        if (pair == pairs.end()) {
            result += text.front();
            text.remove_prefix(1);
        } else {
            result += pair->second;
            text.remove_prefix(pair->first.size());
        }
    }
    return result;
}

std::string markdown(const std::string& text) {
    constexpr auto pairs = std::to_array<Replacement>({{"\\", "\\\\"},
                                                       {"|", "\\|"},
                                                       {"*", "\\*"},
                                                       {"_", "\\_"},
                                                       {"`", "\\`"},
                                                       {"~", "\\~"},
                                                       {"[", "\\["},
                                                       {"]", "\\]"},
                                                       {"<", "&lt;"},
                                                       {">", "&gt;"},
                                                       {"&", "&amp;"},
                                                       {"\r\n", "<br>"},
                                                       {"\n", "<br>"},
                                                       {"\r", "<br>"}});
    return replaced(text, pairs);
}

std::string latex(const std::string& text) {
    constexpr auto pairs = std::to_array<Replacement>({{"\\", "\\textbackslash{}"},
                                                       {"{", "\\{"},
                                                       {"}", "\\}"},
                                                       {"$", "\\$"},
                                                       {"&", "\\&"},
                                                       {"%", "\\%"},
                                                       {"#", "\\#"},
                                                       {"_", "\\_"},
                                                       {"^", "\\textasciicircum{}"},
                                                       {"~", "\\textasciitilde{}"},
                                                       {"<", "\\textless{}"},
                                                       {">", "\\textgreater{}"},
                                                       {"|", "\\textbar{}"},
                                                       {"\"", "''"},
                                                       {"±", "$\\pm$"},
                                                       {"×", "$\\times$"},
                                                       {"\r\n", " "},
                                                       {"\n", " "},
                                                       {"\r", " "}});
    return replaced(text, pairs);
}

/// Characters, not bytes, of UTF-8 text.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

const std::string& textAt(const std::vector<ResultCell>& row, std::size_t column) {
    static const std::string none;
    return column < row.size() ? row[column].text : none;
}

} // namespace

ResultCell shareCell(double share) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f %%", 100 * share);
    return {text.data(), plainNumber(share)};
}

std::string toMarkdown(const ResultTable& table) {
    std::vector<std::vector<std::string>> lines(1);
    for (const ResultColumn& column : table.columns) lines[0].push_back(markdown(column.title));
    for (const auto& row : table.rows) {
        lines.emplace_back();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            lines.back().push_back(markdown(textAt(row, i)));
    }
    std::vector<std::size_t> widths(table.columns.size(), 3);
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], widthOf(line[i]));

    std::string text = table.caption.empty() ? "" : markdown(table.caption) + "\n\n";
    for (std::size_t number = 0; number < lines.size(); ++number) {
        text += '|';
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string& cell = lines[number][i];
            const std::string space(widths[i] - widthOf(cell), ' ');
            text += ' ' + (table.columns[i].number ? space + cell : cell + space) + " |";
        }
        text += '\n';
        if (number > 0) continue;
        text += '|';
        for (std::size_t i = 0; i < widths.size(); ++i)
            text += ' ' + std::string(widths[i] - 1, '-') + (table.columns[i].number ? ": |" : "- |");
        text += '\n';
    }
    for (const std::string& note : table.notes) text += "\n" + markdown(note) + "\n";
    return text;
}

std::string toCsv(const ResultTable& table) {
    std::string text;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        text += (i ? "," : "") + csvField(table.columns[i].title);
    text += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const ResultCell cell = i < row.size() ? row[i] : ResultCell{};
            text += (i ? "," : "") + csvField(cell.value.empty() ? cell.text : cell.value);
        }
        text += '\n';
    }
    return text;
}

std::string toLatex(const ResultTable& table) {
    std::string text;
    for (std::string note : table.notes) {
        std::ranges::replace_if(
            note, [](char c) { return c == '\n' || c == '\r'; }, ' ');
        text += "% " + note + "\n";
    }
    text += "\\begin{table}\n";
    if (!table.caption.empty()) text += "\\caption{" + latex(table.caption) + "}\n";
    text += "\\begin{tabular}{";
    for (const ResultColumn& column : table.columns) text += column.number ? 'r' : 'l';
    text += "}\n\\hline\n";
    const auto add = [&](auto cellAt) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            // braces: a cell that begins with [ would be taken for an argument of the row before
            const std::string cell = latex(cellAt(i));
            text +=
                (i ? " & " : "") + (cell.starts_with('[') || cell.starts_with('*') ? "{" + cell + "}" : cell);
        }
        text += " \\\\\n";
    };
    add([&](std::size_t i) { return table.columns[i].title; });
    text += "\\hline\n";
    for (const auto& row : table.rows) add([&](std::size_t i) { return textAt(row, i); });
    return text + "\\hline\n\\end{tabular}\n\\end{table}\n";
}

void writeTable(const std::filesystem::path& stem, const ResultTable& table) {
    const auto write = [&](const char* extension, const std::string& text) {
        std::filesystem::path path = stem;
        path += extension;
        writeText(path, text);
    };
    write(".md", toMarkdown(table));
    write(".csv", toCsv(table));
    write(".tex", toLatex(table));
}

} // namespace rankscope
