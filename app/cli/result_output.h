// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "engine/reproduce/result_table.h"

/// Tables of results as the sub-commands print them.
namespace rankscope {

/// For people: the first columns, all where they are fewer.
void printTable(const ResultTable& table, std::size_t columns = std::string::npos);

/// For programs: an event with one object a row, numbers in the columns of numbers, null where there is none.
Json tableJson(const char* event, const ResultTable& table);

} // namespace rankscope
