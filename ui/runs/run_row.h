// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/storage/run_folder.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace rankscope {

/// One run as the table shows it; made off the window's thread.
struct RunRow {
    RunInfo info;
    QString problem;      ///< why it could not be read; empty: fine
    Index parameters = 0; ///< of the model; 0: not known
    double mapRatio = 0, modelRatio = 0;
    bool operator==(const RunRow& other) const;
};

/// Reads every run of a folder; runs that are damaged have their problem. Throws Cancelled.
std::vector<RunRow> readRuns(const std::filesystem::path& root, std::stop_token stop);

/// Ranks, Tucker ranks and blocks as far as the format uses them: "4,4,4", "R 4,4,4,4  N 2".
QString ranksText(const MapSpec& map);

/// Validation accuracy of the best epoch, training accuracy counting for nothing.
std::optional<double> bestAccuracy(const RunInfo& run);

} // namespace rankscope
