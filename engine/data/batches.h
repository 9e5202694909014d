// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_spec.h"
#include "engine/data/dataset.h"
#include "engine/data/frame_source.h"
#include "engine/network/frame_block.h"

#include <memory>

namespace rankscope {

/// Mean and standard deviation per channel of the network's input over the training clips; stored with the
/// model.
struct PixelStatistics {
    std::vector<float> mean, deviation;
    bool operator==(const PixelStatistics&) const = default;
};

/// Measures at most a few hundred training clips spread evenly, without augmentation.
PixelStatistics measurePixels(const FrameSource& source, const std::vector<int>& clips, const DataSpec& spec);

/// The clips of a step, or a part of them where whole clips are too long to be held at once.
struct Batch {
    FrameBlock frames;      ///< time-major, longest clips first; scale and offset are set from the statistics
    std::vector<int> clips; ///< indices into the data set
    std::vector<int> places; ///< of each clip in the epoch's order
    int stepClips = 0;       ///< of all parts of the step
    bool endsStep = true;    ///< the last part of it
};

/// Frames that the parts of a step hold at most (but for a single clip that is longer): what memory bounds.
Index mostFramesOfPart(const DataSpec& spec);
/// Frames that pass through the model at once, of `batch` clips: what contraction plans are best for.
Index framesAtOnce(const DataSpec& spec, int batch);

/// Candidates that evaluation shows: floor((k + 0.5) * n / T) for k = 0..T-1, ascending; short clips repeat
/// frames.
std::vector<int> evaluationFrames(int candidates, int frames);

/// What a loader yields: which clips, in which order, how drawn.
struct LoaderPlan {
    std::vector<int> clips;
    int batch = 16;
    /// Shuffled, a random frame per segment, augmented; else in order, the frames of evaluation.
    bool training = false;
    std::uint64_t seed = 0;
    int epoch = 0;      ///< with seed and clip it keys every draw
    int firstBatch = 0; ///< resume in the middle of an epoch; batches are counted in steps
    /// 0: standardise by the statistics; else x = inputScale * (pixel - 128) (differences: no shift).
    double inputScale = 0;
};

/// Prepares batches ahead on threads of its own; yields the same batches in the same order for any number of
/// threads.
class BatchLoader {
public:
    /// The source and what the plan names must outlive the loader.
    BatchLoader(const FrameSource& source, const DataSpec& spec, const PixelStatistics& statistics,
                LoaderPlan plan, int threads);
    ~BatchLoader();
    BatchLoader(const BatchLoader&) = delete;
    BatchLoader& operator=(const BatchLoader&) = delete;

    int batches() const; ///< of the whole epoch, also where firstBatch leaves some out
    /// The next batch; false at the end. Its memory is taken from `batch` and given back, so nothing is
    /// allocated anew.
    bool next(Batch& batch);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// One clip as evaluation shows it (classify): `candidates` RGB frames of width x height -> T frames in the
/// input form. `clip`: its number in the data set, which keys the shuffled order.
FrameBlock evaluationBlock(std::span<const std::vector<std::uint8_t>> candidates, const DataSpec& spec,
                           const PixelStatistics& statistics, double inputScale = 0, int clip = 0);

} // namespace rankscope
