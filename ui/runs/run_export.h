// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reproduce/result_table.h"
#include "ui/runs/run_row.h"

namespace rankscope {

/// Everything the table of runs can show but "At epoch", which is a choice of the moment: a row a run, for
/// CSV, LaTeX and Markdown.
ResultTable runTable(const std::vector<RunRowPtr>& runs);

/// The records of runs beside each other: a row an epoch, for each run its losses, accuracies and learning
/// rate. Reads the runs' files: for a background job. Throws Error.
ResultTable curveTable(const std::vector<std::filesystem::path>& runs);

/// Writes a table as its name ends: .csv, .tex or .md. Throws Error.
void exportTable(const ResultTable& table, const std::filesystem::path& path);

} // namespace rankscope
