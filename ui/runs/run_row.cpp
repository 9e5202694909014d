// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_row.h"

#include "engine/base/error.h"
#include "engine/experiment/sweep.h"
#include "engine/model/counts.h"
#include "engine/storage/run_files.h"
#include "ui/bridge/problem.h"
#include "ui/training/curve_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rankscope {

RunStamp runStampOf(const std::filesystem::path& run) {
    RunStamp stamp{};
    std::size_t i = 0;
    for (const char* name : {runfile::description, runfile::state, runfile::result, runfile::notes}) {
        std::error_code missing;
        const auto time = std::filesystem::last_write_time(run / name, missing);
        stamp[i++] = missing ? std::filesystem::file_time_type::min() : time;
    }
    return stamp;
}

std::optional<double> RunRow::accuracyAt(int epoch) const {
    if (epoch < 1 || epoch > static_cast<int>(accuracies.size())) return {};
    const float accuracy = accuracies[static_cast<std::size_t>(epoch) - 1];
    return std::isnan(accuracy) ? std::nullopt : std::optional<double>(accuracy);
}

RunRow rowOf(RunInfo info) {
    RunRow row;
    row.info = std::move(info);
    const CountReport counts = countParameters(row.info.spec.model);
    row.parameters = counts.model;
    row.mapRatio = counts.inputToHiddenRatio();
    row.modelRatio = counts.modelRatio();
    row.epochs = static_cast<int>(row.info.history.size());
    row.configuration = configurationOf(row.info.spec);
    row.meanPrecision = hasMeanPrecision(row.info);
    for (const EpochRecord& record : row.info.history) {
        row.accuracies.push_back(
            static_cast<float>(record.validationScore().value_or(std::numeric_limits<double>::quiet_NaN())));
        row.seconds += record.seconds;
        if (record.epoch == row.info.bestEpoch) row.bestAccuracy = record.validationScore();
    }
    if (!row.info.history.empty()) {
        row.lastAccuracy = row.info.history.back().validationScore();
        row.learningRate = row.info.history.front().learningRate;
    }
    row.info.history = {};
    return row;
}

RunRow readRow(const std::filesystem::path& folder) {
    const RunStamp stamp = runStampOf(folder); // before it is read: what changes meanwhile is read again
    RunRow row;
    try {
        row = rowOf(readRun(folder));
    } catch (const Error& error) {
        row.problem = problemOf(error).what;
    }
    row.info.folder = folder;
    row.stamp = stamp;
    return row;
}

QString nameOf(const RunRow& row) {
    return QString::fromStdString(row.info.folder.filename().string());
}

} // namespace rankscope
