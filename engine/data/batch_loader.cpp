// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"
#include "engine/base/random.h"
#include "engine/data/batches.h"
#include "engine/data/clip_writer.h"
#include "engine/data/time_order.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace rankscope {

namespace {

constexpr int ahead = 3; ///< batches being made or waiting

} // namespace

/// Threads take single clips in order, so that the next batch wanted is always the next one ready. What a
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
    std::vector<int> order;

    std::mutex mutex;
    std::condition_variable_any mayWork;
    std::condition_variable ready;
    std::array<Slot, ahead> slots;
    int given;         ///< batches given out: number of the next one
    std::size_t taken; ///< place in the order of the next clip to write
    std::exception_ptr failure;
    std::vector<std::jthread> workers; // last: joins before the rest goes

    Impl(const FrameSource& frames, const DataSpec& dataSpec, const PixelStatistics& pixels,
         LoaderPlan loaderPlan, int threads)
        : source(frames),
          spec(dataSpec),
          statistics(pixels),
          plan(std::move(loaderPlan)),
          order(plan.clips),
          given(std::max(0, plan.firstBatch)),
          taken(std::min(firstOf(given), order.size())) {
        checkSource(source, spec);
        if (plan.training) {
            Random random{plan.seed, purpose::order, static_cast<std::uint64_t>(plan.epoch)};
            for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
        }
        for (int number = given; number < given + ahead; ++number) prepare(number);
        for (int i = 0; i < std::max(1, threads); ++i)
            workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }

    std::size_t firstOf(int number) const {
        return static_cast<std::size_t>(number) * static_cast<std::size_t>(plan.batch);
    }
    int batches() const {
        return static_cast<int>((order.size() + static_cast<std::size_t>(plan.batch) - 1) /
                                static_cast<std::size_t>(plan.batch));
    }
    Slot& slot(int number) { return slots[static_cast<std::size_t>(number % ahead)]; }

    void prepare(int number) {
        if (number >= batches()) return;
        const std::size_t first = firstOf(number), last = std::min(firstOf(number + 1), order.size());
        Slot& target = slot(number);
        target.missing = static_cast<int>(last - first);
        target.batch.firstClip = static_cast<int>(first);
        target.batch.clips.assign(order.begin() + static_cast<std::ptrdiff_t>(first),
                                  order.begin() + static_cast<std::ptrdiff_t>(last));
        prepareBlock(target.batch.frames, target.missing, spec, statistics, plan.inputScale);
    }

    void work(const std::stop_token& stop) {
        lowerThreadPriority();
        ClipWriter writer(spec);
        ClipFrames frames;
        std::unique_lock lock(mutex);
        const auto hasWork = [this] { return taken < std::min(firstOf(given + ahead), order.size()); };
        while (mayWork.wait(lock, stop, hasWork)) {
            const std::size_t place = taken++;
            Slot& target = slot(static_cast<int>(place / static_cast<std::size_t>(plan.batch)));
            lock.unlock();
            std::exception_ptr caught;
            try {
                write(writer, frames, order[place], target.batch.frames,
                      static_cast<int>(place % static_cast<std::size_t>(plan.batch)));
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
        auto chosen = plan.training ? trainingFrames(candidates, spec.frames, plan.seed, plan.epoch, clip)
                                    : evaluationFrames(candidates, spec.frames);
        orderFrames(chosen, spec.frameOrder, plan.seed, plan.epoch, clip);
        const auto frames = clipFrames.read(source, clip, chosen);
        if (plan.training)
            writer.writeAugmented(frames, block, place, plan.seed, plan.epoch, clip);
        else
            writer.write(frames, block, place);
    }

    bool next(Batch& batch) {
        std::unique_lock lock(mutex);
        if (given >= batches()) return false;
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
