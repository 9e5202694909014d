// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/statistics_output.h"

namespace rankscope {
namespace {

std::string signedPoints(double share) {
    return (share >= 0 ? "+" : "") + fixed(100 * share, 1);
}

} // namespace

Json toJson(const std::optional<Interval>& interval) {
    return interval ? Json{interval->low, interval->high} : Json(nullptr);
}

Json toJson(const AccuracyEstimate& estimate) {
    return {{"accuracy", estimate.accuracy},
            {"interval", toJson(estimate.interval)},
            {"clips", estimate.clips},
            {"units", estimate.units},
            {"overGroups", estimate.groups}};
}

std::string intervalText(const std::optional<Interval>& interval) {
    return interval ? fixed(100 * interval->low, 1) + " to " + percent(interval->high) : "-";
}

std::string estimateText(const AccuracyEstimate& estimate) {
    const std::string units = std::to_string(estimate.units) + (estimate.groups ? " groups" : " clips");
    return percent(estimate.accuracy) +
           (estimate.interval ? " (95 % interval " + intervalText(estimate.interval) + ", over " + units + ")"
                              : " (no interval from " + std::to_string(estimate.units) +
                                    (estimate.groups ? " group)" : " clip)"));
}

std::vector<std::string> differenceCells(const std::optional<PairedDifference>& paired) {
    if (!paired) return {"", ""};
    const auto& interval = paired->interval;
    return {signedPoints(paired->difference),
            interval ? signedPoints(interval->low) + " to " + signedPoints(interval->high) : "-"};
}

} // namespace rankscope
