// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/events.h"

#include <span>
#include <string>

/// Rows of metrics.csv, a copy of the history for spreadsheets and scripts. Numbers are the shortest that
/// read back the same; columns are only ever added at the end, as older rows lack the last ones.
namespace rankscope {

std::string metricsHeader();
std::string metricsRow(const EpochRecord& record);
/// Header and all rows.
std::string metricsText(std::span<const EpochRecord> history);

} // namespace rankscope
