// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/step_plan.h"

#include "engine/base/random.h"
#include "engine/data/clip_writer.h"
#include "engine/data/shown_frames.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace rankscope {

namespace {

std::vector<Index> lengthsOf(const std::vector<int>& clips, const FrameSource& source, const DataSpec& spec,
                             const LoaderPlan& plan) {
    std::vector<Index> lengths(clips.size(), spec.frames);
    if (!spec.wholeClips()) return lengths;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const int candidates = candidatesOf(source, clips[i]);
        lengths[i] = plan.training ? drawnCount(candidates, spec, plan.seed, plan.epoch, clips[i])
                                   : shownCount(candidates, spec);
    }
    return lengths;
}

template <class T>
std::vector<T> permuted(const std::vector<T>& values, const std::vector<int>& places) {
    std::vector<T> result;
    for (const int place : places) result.push_back(values[static_cast<std::size_t>(place)]);
    return result;
}

} // namespace

StepPlan planSteps(const FrameSource& source, const DataSpec& spec, const LoaderPlan& plan) {
    checkSource(source, spec);
    std::vector<int> order = plan.clips;
    if (plan.training) {
        Random random{plan.seed, purpose::order, static_cast<std::uint64_t>(plan.epoch)};
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    }
    const std::vector<Index> lengths = lengthsOf(order, source, spec, plan);
    StepPlan steps;
    steps.places.resize(order.size());
    std::iota(steps.places.begin(), steps.places.end(), 0);
    const std::size_t all = order.size(), batch = static_cast<std::size_t>(plan.batch);
    const Index most = mostFramesOfPart(spec);
    for (std::size_t first = 0; first < all; first += batch) {
        const std::size_t last = std::min(first + batch, all);
        std::ranges::stable_sort(steps.places.begin() + static_cast<std::ptrdiff_t>(first),
                                 steps.places.begin() + static_cast<std::ptrdiff_t>(last), std::greater<>(),
                                 [&](int place) { return lengths[static_cast<std::size_t>(place)]; });
        Index held = 0;
        for (std::size_t i = first; i < last; ++i) {
            const Index length = lengths[static_cast<std::size_t>(steps.places[i])];
            if (i == first || (spec.wholeClips() && held + length > most)) {
                if (i > first) steps.parts.back().endsStep = false;
                steps.parts.push_back({i, 0, static_cast<int>(last - first), true});
                held = 0;
            }
            ++steps.parts.back().clips;
            held += length;
        }
    }
    steps.clips = permuted(order, steps.places);
    steps.lengths = permuted(lengths, steps.places);
    return steps;
}

} // namespace rankscope
