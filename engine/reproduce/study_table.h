// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/statistics.h"
#include "engine/model/counts.h"
#include "engine/reproduce/result_table.h"
#include "engine/reproduce/study.h"

/// What a study found so far, read from its run folders, and its tables.
namespace rankscope {

struct ModelResult {
    StudyModel model;
    CountReport counts;
    std::vector<double> figures; ///< of the runs that are done, in the order of seeds
    double seconds = 0;          ///< mean training time of these runs
    ExperimentSpec spec;         ///< of its runs, classes set
};

/// One result a model, in their order.
std::vector<ModelResult> resultsOf(const Study& study, const std::filesystem::path& out);

/// Parameters, ratios, our mean and spread, training time; where some model has published figures, these and
/// whether the protocols agree.
ResultTable studyTable(const Study& study, const std::vector<ModelResult>& results);

/// How much the choice of ranks matters: one row a format, over all its settings that have a figure.
ResultTable rankTable(const Study& study, const std::vector<ModelResult>& results);

/// Writes <out>/table.* and, with `ranks`, <out>/ranks.*. Throws Error.
void writeStudyTables(const Study& study, const std::filesystem::path& out, bool ranks);

} // namespace rankscope
