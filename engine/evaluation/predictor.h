// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"
#include "engine/video/video_reader.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace rankscope {

struct ClassProbability {
    std::string name;
    double probability = 0;
};

/// What a model says of one video.
struct ClassifiedClip {
    std::vector<ClassProbability> ranking; ///< all classes, most probable first
    DecodedClip clip;                      ///< the candidate frames that were read
    std::vector<int> shown;                ///< indices into clip.frames the network saw
};

/// What a model says over the time of a video.
struct ClassTimeline {
    std::vector<int> moments; ///< ascending indices into the candidate frames
    std::vector<std::vector<float>>
        probabilities; ///< [moments][classes], in the order of Predictor::classes()
};

/// Classifies videos with an immutable snapshot of a run's weights; it never touches a trainer, so it works
/// while one runs. One instance serves one thread at a time.
class Predictor {
public:
    /// Loads the best weights of a run folder. Throws Error.
    explicit Predictor(const std::filesystem::path& run);
    ~Predictor();
    Predictor(Predictor&&) noexcept;
    Predictor& operator=(Predictor&&) noexcept;

    const std::vector<std::string>& classes() const;
    /// Throws Error naming file and reason, Cancelled.
    ClassifiedClip classify(const std::filesystem::path& video, std::stop_token stop = {});

    /// At each of at most `mostMoments` candidate frames: the answer to a part of the video, shown to the
    /// model as a whole clip is, T frames spread evenly over it. `window` 0: the part from the beginning up
    /// to the moment, so that one sees the answer come about; the last is the answer to the whole video. Else
    /// that many candidates around the moment, for long videos in which things follow each other. Throws
    /// Cancelled.
    ClassTimeline timeline(const std::vector<std::vector<std::uint8_t>>& candidates, int window = 0,
                           std::stop_token stop = {});
    static constexpr int mostMoments = 128;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rankscope
