// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace rankscope {
namespace {

/// Characters, not bytes, of UTF-8 text.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

} // namespace

void printJson(const Json& json) {
    printLine(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void printLine(const std::string& text) {
    std::cout << text << std::endl;
}

void printError(const Error& error, bool json) {
    if (json) {
        printJson({{"event", "error"}, {"what", error.what()}, {"hint", error.hint()}});
        return;
    }
    std::cerr << "Error: " << error.what() << "\n";
    if (!error.hint().empty()) std::cerr << error.hint() << "\n";
}

std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string percent(double share) {
    return fixed(100 * share, 1) + " %";
}

std::string duration(double seconds) {
    if (seconds < 60) return fixed(seconds, seconds < 10 ? 1 : 0) + " s";
    const long whole = std::lround(seconds);
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

std::string millions(double value) {
    return fixed(value / 1e6, 6) + " M";
}

void Table::print() const {
    std::vector<std::size_t> widths;
    for (const auto& row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], widthOf(row[i]));
    }
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string space(widths[i] - widthOf(row[i]), ' ');
            line += (i == 0 ? row[i] + space : "  " + space + row[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        printLine(line);
    }
}

} // namespace rankscope
