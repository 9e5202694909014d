// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "engine/evaluation/predictions.h"

/// Intervals and estimates as the sub-commands print them.
namespace rankscope {

Json toJson(const std::optional<Interval>& interval); ///< [low, high] or null
Json toJson(const AccuracyEstimate& estimate);

std::string intervalText(const std::optional<Interval>& interval); ///< "70.1 to 91.2 %", "-"
/// "83.3 % (95 % interval 70.1 to 91.2 %, over 12 groups)"
std::string estimateText(const AccuracyEstimate& estimate);

/// The difference in points and its interval: "+2.5", "-1.0 to +6.1"; empty where there is none.
std::vector<std::string> differenceCells(const std::optional<PairedDifference>& paired);

} // namespace rankscope
