// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/metrics_csv.h"

#include "engine/base/number_text.h"

namespace rankscope {
namespace {

std::string number(const std::optional<double>& value) {
    return value ? plainNumber(*value) : std::string();
}

} // namespace

std::string metricsHeader() {
    return "epoch,trainLoss,trainAccuracy,validationLoss,validationAccuracy,learningRate,clipsPerSecond,"
           "seconds,gradientNorm,gateSaturation,validationMeanPrecision\n";
}

std::string metricsRow(const EpochRecord& record) {
    std::string row = std::to_string(record.epoch);
    for (const auto& text :
         {number(record.trainLoss), number(record.trainAccuracy), number(record.validationLoss),
          number(record.validationAccuracy), number(record.learningRate), number(record.clipsPerSecond),
          number(record.seconds), number(record.gradientNorm), number(record.gateSaturation),
          number(record.validationMeanPrecision)})
        row += "," + text;
    return row + "\n";
}

std::string metricsText(std::span<const EpochRecord> history) {
    std::string text = metricsHeader();
    for (const auto& record : history) text += metricsRow(record);
    return text;
}

} // namespace rankscope
