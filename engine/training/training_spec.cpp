// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/training_spec.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rankscope {

namespace {

void require(bool holds, const std::string& field, const std::string& value, const std::string& hint) {
    if (!holds) throw Error(field + ": " + value + " is not possible.", hint);
}

void requireShare(double value, const std::string& field) {
    require(value >= 0 && value < 1, field, std::to_string(value), "Use a share from 0 (off) to below 1.");
}

} // namespace

void validate(const TrainingSpec& spec) {
    require(spec.epochs >= 1 && spec.epochs <= 1'000'000, "Epochs", std::to_string(spec.epochs),
            "Use 1 to 1 000 000.");
    require(spec.batch >= 1 && spec.batch <= 4096, "Batch", std::to_string(spec.batch),
            "Use 1 to 4 096 clips.");
    if (spec.learningRate)
        require(*spec.learningRate > 0 && *spec.learningRate <= 100, "Learning rate",
                std::to_string(*spec.learningRate), "Use a number above 0, such as 0.003.");
    require(spec.momentum >= 0 && spec.momentum < 1, "Momentum", std::to_string(spec.momentum),
            "Use 0 to below 1; 0.9 is usual.");
    require(spec.weightDecay >= 0 && spec.weightDecay <= 1, "Weight decay", std::to_string(spec.weightDecay),
            "Use 0 (off) to 1.");
    require(spec.clip >= 0 && std::isfinite(spec.clip), "Clipping norm", std::to_string(spec.clip),
            "Use 0 (off) or more; 5 is usual.");
    requireShare(spec.inputDropout, "Input dropout");
    requireShare(spec.recurrentDropout, "Recurrent dropout");
    require(spec.patience >= 0, "Patience", std::to_string(spec.patience),
            "Use 0 (off) or a number of epochs.");
}

double defaultLearningRate(const ModelSpec& model) {
    constexpr double compressed = 3e-3;
    if (model.map.format != "dense") return compressed;
    // W x moves by about rate * I for every step of Adam: a dense map over many inputs needs a rate that
    // falls with I
    constexpr double inputsTimesRate = 0.576; // 1e-5 at 57 600 inputs
    return std::min(compressed, inputsTimesRate / static_cast<double>(model.inputSize()));
}

double scheduledRate(const TrainingSpec& spec, double rate, int epoch) {
    const double share = static_cast<double>(epoch) / spec.epochs;
    switch (spec.schedule) {
    case ScheduleKind::Constant:
        return rate;
    case ScheduleKind::Step:
        return rate * (share < 0.5 ? 1 : share < 0.75 ? 0.1 : 0.01);
    case ScheduleKind::Cosine:
        return rate * 0.5 * (1 + std::cos(std::numbers::pi * share));
    }
    return rate;
}

} // namespace rankscope
