// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/rate_test.h"

#include "engine/experiment/run_data.h"

namespace rankscope {

RateRangeResult testRates(const std::filesystem::path& folder, const ExperimentSpec& spec,
                          const RateRangeSpec& range, const Resources& resources, const Observer& observer,
                          const std::function<void(const RateRangePoint&)>& point, std::stop_token stop) {
    validate(spec);
    validate(range);
    const RunData data = openRunData(folder, spec.data, resources, observer, stop);
    const Split split = divide(data.dataset, data.frames.usable(), spec.data, spec.training.seed);
    const PixelStatistics statistics = measurePixels(data.frames, split.train, spec.data);
    return testRates(modelFor(spec.model, data.dataset), spec.training,
                     {data.frames, spec.data, statistics, data.labels}, split, resources.threads, range,
                     point, stop);
}

} // namespace rankscope
