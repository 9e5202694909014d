// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/result_output.h"

#include <algorithm>

namespace rankscope {
namespace {

Json toJson(const ResultCell& cell, bool number) {
    const std::string& text = cell.value.empty() ? cell.text : cell.value;
    if (!number) return text;
    if (text.empty()) return nullptr;
    return Json::accept(text) ? Json::parse(text) : Json(text);
}

} // namespace

void printTable(const ResultTable& table, std::size_t columns) {
    std::vector<std::string> header;
    columns = std::min(columns, table.columns.size());
    for (std::size_t i = 0; i < columns; ++i) header.push_back(table.columns[i].title);
    Table shown(header);
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < std::min(columns, row.size()); ++i) cells.push_back(row[i].text);
        shown.add(cells);
    }
    shown.print();
}

Json tableJson(const char* event, const ResultTable& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json object;
        for (std::size_t i = 0; i < row.size(); ++i)
            object[table.columns[i].title] = toJson(row[i], table.columns[i].number);
        rows.push_back(object);
    }
    return {{"event", event}, {"rows", rows}};
}

} // namespace rankscope
