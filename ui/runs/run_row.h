// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/storage/run_folder.h"

#include <QStringList>

#include <array>
#include <memory>
#include <stop_token>
#include <vector>

namespace rankscope {

/// When the files of a run that can change were last written; a run is read anew when they differ.
using RunStamp = std::array<std::filesystem::file_time_type, 4>;
RunStamp runStampOf(const std::filesystem::path& run);

/// One run as the table shows it; made off the window's thread. The records of its epochs are summed up, so
/// that a thousand long runs fit in memory.
struct RunRow {
    RunInfo info; ///< without its history
    RunStamp stamp{};
    QString problem;      ///< why it could not be read; empty: fine
    Index parameters = 0; ///< of the model; 0: not known
    double mapRatio = 0, modelRatio = 0;
    int epochs = 0; ///< complete
    /// The accuracies are mean average precisions, as clips have several labels.
    bool meanPrecision = false;
    std::optional<double> bestAccuracy, lastAccuracy; ///< of validation
    std::vector<float> accuracies;                    ///< of validation by epoch; NaN: none
    double seconds = 0;                               ///< of training
    double learningRate = 0;                          ///< at the start
    std::string configuration; ///< equal for runs that differ in seed and learning rate alone

    const std::optional<double>& testAccuracy() const {
        return meanPrecision ? info.testMeanPrecision : info.testAccuracy;
    }
    /// Of validation after so many epochs.
    std::optional<double> accuracyAt(int epoch) const;
};
using RunRowPtr = std::shared_ptr<const RunRow>;

RunRow rowOf(RunInfo info);
/// Damaged runs have their problem.
RunRow readRow(const std::filesystem::path& folder);

QString nameOf(const RunRow& row);

/// More runs beside each other than this cannot be told apart.
inline constexpr std::size_t mostBeside = 30;

} // namespace rankscope
