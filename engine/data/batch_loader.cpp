// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/data/batches.h"
#include "engine/data/clip_writer.h"
#include "engine/data/shown_frames.h"
#include "engine/data/step_plan.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace rankscope {

namespace {

constexpr std::size_t ahead = 3; ///< parts being made or waiting

} // namespace

/// Threads take single clips in order, so that the next part wanted is always the next one ready. What a
/// clip gives depends on its number alone.
struct BatchLoader::Impl {
    struct Slot {
        Batch batch;
        int missing = 0; ///< clips not yet written
    };

    const FrameSource& source;
    const DataSpec spec;
    const PixelStatistics statistics;
    const LoaderPlan plan;
    const StepPlan steps;

    std::mutex mutex;
    std::condition_variable_any mayWork;
    std::condition_variable ready;
    std::array<Slot, ahead> slots;
    std::size_t given;  ///< parts given out: number of the next one
    std::size_t taking; ///< the part that the next clip to write belongs to
    std::size_t taken;  ///< place in the order of that clip
    std::exception_ptr failure;
    std::vector<std::jthread> workers; // last: joins before the rest goes

    Impl(const FrameSource& frames, const DataSpec& dataSpec, const PixelStatistics& pixels,
         LoaderPlan loaderPlan, int threads)
        : source(frames),
          spec(dataSpec),
          statistics(pixels),
          plan(std::move(loaderPlan)),
          steps(planSteps(source, spec, plan)),
          given(firstPart()),
          taking(given),
          taken(firstOf(given)) {
        for (std::size_t number = given; number < given + ahead; ++number) prepare(number);
        for (int i = 0; i < std::max(1, threads); ++i)
            workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }

    int batches() const {
        return static_cast<int>(std::ranges::count(steps.parts, true, &StepPart::endsStep));
    }
    /// The first part of the step that is to come first.
    std::size_t firstPart() const {
        std::size_t part = 0;
        for (int left = std::max(0, plan.firstBatch); left > 0 && part < steps.parts.size(); ++part)
            left -= steps.parts[part].endsStep;
        return part;
    }
    std::size_t firstOf(std::size_t part) const {
        return part < steps.parts.size() ? steps.parts[part].first : steps.clips.size();
    }
    Slot& slot(std::size_t number) { return slots[number % ahead]; }

    void prepare(std::size_t number) {
        if (number >= steps.parts.size()) return;
        const StepPart& part = steps.parts[number];
        const auto first = static_cast<std::ptrdiff_t>(part.first), last = first + part.clips;
        Slot& target = slot(number);
        target.missing = part.clips;
        target.batch.clips.assign(steps.clips.begin() + first, steps.clips.begin() + last);
        target.batch.places.assign(steps.places.begin() + first, steps.places.begin() + last);
        target.batch.stepClips = part.stepClips;
        target.batch.endsStep = part.endsStep;
        prepareBlock(target.batch.frames,
                     std::span(steps.lengths).subspan(part.first, static_cast<std::size_t>(part.clips)), spec,
                     statistics, plan.inputScale);
    }

    void work(const std::stop_token& stop) {
        beginWork();
        ClipWriter writer(spec);
        ClipFrames frames;
        std::unique_lock lock(mutex);
        const auto hasWork = [this] { return taken < firstOf(given + ahead); };
        while (mayWork.wait(lock, stop, hasWork)) {
            const std::size_t place = taken++;
            Slot& target = slot(taking);
            const int placeInPart = static_cast<int>(place - firstOf(taking));
            if (taken == firstOf(taking + 1)) ++taking;
            lock.unlock();
            std::exception_ptr caught;
            try {
                write(writer, frames, steps.clips[place], target.batch.frames, placeInPart);
            } catch (...) {
                caught = std::current_exception();
            }
            lock.lock();
            if (caught && !failure) failure = caught;
            if (--target.missing == 0 || failure) ready.notify_one();
        }
    }

    void write(ClipWriter& writer, ClipFrames& clipFrames, int clip, FrameBlock& block, int place) const {
        const int candidates = candidatesOf(source, clip);
        const auto chosen = plan.training ? drawnFrames(candidates, spec, plan.seed, plan.epoch, clip)
                                          : shownFrames(candidates, spec, clip);
        const auto frames = clipFrames.read(source, clip, chosen);
        if (plan.training)
            writer.writeAugmented(frames, block, place, plan.seed, plan.epoch, clip);
        else
            writer.write(frames, block, place);
    }

    bool next(Batch& batch) {
        std::unique_lock lock(mutex);
        if (given >= steps.parts.size()) return false;
        Slot& wanted = slot(given);
        ready.wait(lock, [&] { return wanted.missing == 0 || failure; });
        if (failure) std::rethrow_exception(failure);
        std::swap(batch, wanted.batch);
        prepare(given + ahead);
        ++given;
        mayWork.notify_all();
        return true;
    }
};

BatchLoader::BatchLoader(const FrameSource& source, const DataSpec& spec, const PixelStatistics& statistics,
                         LoaderPlan plan, int threads)
    : m_impl(std::make_unique<Impl>(source, spec, statistics, std::move(plan), threads)) {}

BatchLoader::~BatchLoader() = default;

int BatchLoader::batches() const {
    return m_impl->batches();
}
bool BatchLoader::next(Batch& batch) {
    return m_impl->next(batch);
}

} // namespace rankscope
