// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "engine/experiment/rank_study.h"

namespace rankscope {

/// Rows of models with other ranks: parameters, errors and, where clips were open, accuracy.
Json qualityJson(const RankQuality& quality);
void printQualities(const std::vector<RankQuality>& rows, const char* clipSet);

Json gaugesJson(const std::vector<Gauge>& gauges);
void printGauges(const std::vector<Gauge>& gauges);

} // namespace rankscope
