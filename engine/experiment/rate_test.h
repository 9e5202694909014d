// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"
#include "engine/training/rate_range_test.h"

namespace rankscope {

/// The learning-rate range test of an experiment on a data folder: its clips are opened and divided as a
/// training would. `observer` hears of scanning, decoding and skipped files, `point` of every batch. Throws
/// Error, Cancelled (before the first batch; later a stop ends the test early).
RateRangeResult testRates(const std::filesystem::path& data, const ExperimentSpec& spec,
                          const RateRangeSpec& range, const Resources& resources, const Observer& observer,
                          const std::function<void(const RateRangePoint&)>& point, std::stop_token stop = {});

} // namespace rankscope
