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

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rankscope
