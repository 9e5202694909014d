// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/training/trainer.h"

#include <algorithm>
#include <atomic>

/// A small set of clips in memory and a training on it.
namespace rankscope::testing {

inline constexpr int wide = 8, high = 6, frameCount = 10, clipCount = 40;

/// A bright bar that walks right (class 0) or left (class 1), from a random place.
class WalkingBars final : public FrameSource {
public:
    WalkingBars() {
        for (int clip = 0; clip < clipCount; ++clip) {
            labels.push_back({clip % 2});
            Random random{3, static_cast<std::uint64_t>(clip)};
            const int place = static_cast<int>(random.below(wide));
            for (int t = 0; t < frameCount; ++t) {
                const int bar = ((clip % 2 ? place - t : place + t) % wide + wide) % wide;
                auto& frame = m_frames.emplace_back();
                for (int pixel = 0; pixel < wide * high; ++pixel)
                    frame.insert(frame.end(), 3,
                                 static_cast<std::uint8_t>(pixel % wide == bar ? 220 : random.below(30)));
            }
        }
    }
    int clips() const override { return clipCount; }
    int candidates(int) const override { return frameCount; }
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override {
        if (m_stopped && ++m_reads == m_stopAtRead) m_stopped->stop();
        std::ranges::copy(m_frames[static_cast<std::size_t>(clip * frameCount + candidate)], out.begin());
    }
    int width() const override { return wide; }
    int height() const override { return high; }

    std::vector<std::vector<int>> labels;
    /// Stops when frame number `read` from now is read: somewhere in the middle of training.
    void stopAt(Control* control, int read) {
        m_stopped = control;
        m_stopAtRead = read;
        m_reads = 0;
    }

private:
    Control* m_stopped = nullptr;
    int m_stopAtRead = 0;
    mutable std::atomic<int> m_reads = 0;
    std::vector<std::vector<std::uint8_t>> m_frames;
};

struct Bench {
    Bench() {
        model.map = {"tt", {6, 8, 3}, {4, 4, 1}, {3, 3}, {}, 1};
        model.classes = 2;
        data.width = wide;
        data.height = high;
        data.frames = 5;
        data.augment.shift = 0; // a shift would hide where the bar walks on so small a frame
        for (int clip = 0; clip < clipCount; ++clip)
            (clip < 30 ? split.train : split.validation).push_back(clip);
        training.epochs = 4;
        training.batch = 8;
        statistics = measurePixels(source, split.train, data);
    }
    Trainer trainer(int threads = 1) const {
        return Trainer(model, training, {source, data, statistics, source.labels}, split, threads);
    }
    TrainerState train(int threads = 1) const {
        Trainer trainer = this->trainer(threads);
        trainer.begin();
        TrainerState last;
        Control control;
        trainer.run([](const Event&) {}, [&](const TrainerState& state) { last = state; }, control, {});
        return last;
    }

    WalkingBars source;
    ModelSpec model;
    DataSpec data;
    TrainingSpec training;
    PixelStatistics statistics;
    Split split;
};

/// What a training has committed when it is stopped in its middle.
inline TrainerState stoppedAt(Bench& bench, int read) {
    Trainer trainer = bench.trainer();
    trainer.begin();
    Control control;
    bench.source.stopAt(&control, read);
    trainer.run([](const Event&) {}, [](const TrainerState&) {}, control, {});
    bench.source.stopAt(nullptr, 0);
    return trainer.state();
}

inline bool sameButForTime(const TrainerState& a, const TrainerState& b) {
    bool same = a.model == b.model && a.weights == b.weights && a.optimizer == b.optimizer &&
                a.rankChanges == b.rankChanges && a.epoch == b.epoch && a.bestEpoch == b.bestEpoch &&
                a.startSaturation == b.startSaturation && a.history.size() == b.history.size();
    for (std::size_t i = 0; same && i < a.history.size(); ++i)
        same = a.history[i].trainLoss == b.history[i].trainLoss &&
               a.history[i].validationLoss == b.history[i].validationLoss &&
               a.history[i].trainAccuracy == b.history[i].trainAccuracy &&
               a.history[i].gradientNorm == b.history[i].gradientNorm &&
               a.history[i].gateSaturation == b.history[i].gateSaturation;
    return same;
}

} // namespace rankscope::testing
