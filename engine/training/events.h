// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace rankscope {

enum class Phase { Scanning, Decoding, Training, Validating, Testing };
std::string titleOf(Phase phase); ///< "decoding"

/// At most ten a second. `done` of `total`: files, clips or batches; total 0 = not known yet.
struct ProgressEvent {
    Phase phase = Phase::Scanning;
    int done = 0, total = 0;
    int epoch = 0, epochs = 0; ///< epoch counts from 1 while training
    double clipsPerSecond = 0;
    double elapsedSeconds = 0;
    std::optional<double> remainingSeconds; ///< only once it means something
    std::optional<double> loss, accuracy;   ///< running means of this epoch
};

/// One row of metrics.csv. Accuracies are fractions; validation values are missing without validation clips.
struct EpochRecord {
    int epoch = 0;                           ///< from 1
    double trainLoss = 0, trainAccuracy = 0; ///< running means over augmented batches
    std::optional<double> validationLoss, validationAccuracy;
    double learningRate = 0;
    double clipsPerSecond = 0; ///< training alone
    double seconds = 0;        ///< of the epoch, validation included
    /// Means over the epoch's batches: norm of the gradient before clipping; share of gate pre-activations in
    /// the flat part of the sigmoid, |z| > 2.5 (missing for cells without gates). Missing in older runs.
    std::optional<double> gradientNorm, gateSaturation;
    /// Mean average precision on the validation clips, where clips have several labels.
    std::optional<double> validationMeanPrecision;

    /// What tells the best epoch: the mean average precision where there is one, else the accuracy.
    const std::optional<double>& validationScore() const {
        return validationMeanPrecision ? validationMeanPrecision : validationAccuracy;
    }
};

/// A new run, before its first update.
struct StartEvent {
    std::optional<double> gateSaturation; ///< as in EpochRecord
};
struct EpochEvent {
    EpochRecord record;
    bool best = false;
};
/// Ranks that changed while it ran; also kept in the run's state.
struct RankRecord {
    int epoch = 0, batch = 0; ///< complete epochs, and batches of the next one, before the change
    std::string from, to;     ///< "4,4,4"
    Index parametersBefore = 0, parametersAfter = 0; ///< of the model
    double error = 0;                                ///< relative Frobenius error of the map

    bool operator==(const RankRecord&) const = default;
};
struct RanksEvent {
    RankRecord record;
    std::string optimizer;  ///< what became of its memory, for the log
    MapSpec map, recurrent; ///< of the model as it is now
};
struct SkippedEvent {
    std::string path, reason;
};
struct WarningEvent {
    std::string what;
};
struct StoppedEvent {
    int epoch = 0;
    std::string why;
}; ///< by the user, by patience
struct DoneEvent {
    int bestEpoch = 0;
    std::optional<double> bestValidationAccuracy, testAccuracy;
    std::optional<double> bestValidationMeanPrecision, testMeanPrecision; ///< as in EpochRecord
};

using Event = std::variant<ProgressEvent, StartEvent, EpochEvent, RanksEvent, SkippedEvent, WarningEvent,
                           StoppedEvent, DoneEvent>;

/// Called on the thread that trains; must not block.
using Observer = std::function<void(const Event&)>;

} // namespace rankscope
