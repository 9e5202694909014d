// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_data.h"

#include "ui/plot/theme.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr double sameRate = 1e-9; // relative

double timeUntil(const RunInfo& run, double epochs) {
    double seconds = 0, last = 0;
    for (const EpochRecord& record : run.history) {
        if (record.epoch > epochs) break;
        seconds += record.seconds;
        last = record.seconds;
    }
    return seconds + (epochs - std::floor(epochs)) * last;
}

/// FNV-1a: the same on every machine and in every version.
std::uint32_t hashOf(std::string_view text) {
    std::uint32_t hash = 2166136261u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

} // namespace

bool hasMeanPrecision(const RunInfo& run) {
    return run.testMeanPrecision || std::ranges::any_of(run.history, [](const EpochRecord& record) {
               return record.validationMeanPrecision.has_value();
           });
}

QVector<double> positionsOf(const RunInfo& run, CurveX x) {
    QVector<double> positions;
    double seconds = 0;
    for (const EpochRecord& record : run.history) {
        seconds += record.seconds;
        if (x == CurveX::Epoch)
            positions << record.epoch;
        else if (x == CurveX::Time)
            positions << seconds;
        else if (run.stepsPerEpoch > 0)
            positions << double(record.epoch) * run.stepsPerEpoch;
    }
    return positions;
}

double positionAt(const RunInfo& run, CurveX x, double epochs) {
    switch (x) {
    case CurveX::Step:
        return epochs * run.stepsPerEpoch;
    case CurveX::Time:
        return timeUntil(run, epochs);
    case CurveX::Epoch:
        break;
    }
    return epochs;
}

QVector<double> smoothed(const QVector<double>& values, double weight) {
    QVector<double> result;
    result.reserve(values.size());
    double mean = 0, share = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) {
            result << value;
            continue;
        }
        mean = weight * mean + (1 - weight) * value;
        share = weight * share + (1 - weight); // 1 - weight^t
        result << mean / share;
    }
    return result;
}

QVector<int> rateChanges(const RunInfo& run) {
    QVector<int> changes;
    const TrainingSpec& spec = run.spec.training;
    for (std::size_t i = 1; i < run.history.size(); ++i) {
        const EpochRecord &before = run.history[i - 1], &after = run.history[i];
        double expected = before.learningRate;
        if (spec.schedule == ScheduleKind::Cosine) {
            const double scheduled = scheduledRate(spec, 1, before.epoch - 1);
            if (scheduled > 0) expected *= scheduledRate(spec, 1, after.epoch - 1) / scheduled;
        }
        if (std::abs(after.learningRate - expected) > sameRate * std::abs(expected)) changes << before.epoch;
    }
    return changes;
}

int seriesOf(const RunInfo& run) {
    if (run.notes.color) return *run.notes.color % seriesCount;
    const std::string name = run.folder.filename().string();
    const std::size_t dash = name.find_last_of('-');
    const bool numbered = dash != std::string::npos && dash + 1 < name.size() && name.size() - dash < 8 &&
                          std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dash) + 1, name.end(),
                                      [](unsigned char c) { return c >= '0' && c <= '9'; });
    const std::string_view stem = std::string_view(name).substr(0, numbered ? dash : name.size());
    const int number = numbered ? std::stoi(name.substr(dash + 1)) - 1 : 0;
    return static_cast<int>((hashOf(stem) + static_cast<std::uint32_t>(number)) %
                            static_cast<std::uint32_t>(seriesCount));
}

QVector<int> seriesOf(const std::vector<RunInfo>& runs) {
    QVector<int> series;
    for (const RunInfo& run : runs) {
        int number = seriesOf(run);
        while (series.contains(number)) number += seriesCount;
        series << number;
    }
    return series;
}

} // namespace rankscope
