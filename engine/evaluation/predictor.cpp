// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/predictor.h"

#include "engine/base/error.h"
#include "engine/data/batches.h"
#include "engine/data/shown_frames.h"
#include "engine/model/sequence_model.h"
#include "engine/model/start.h"
#include "engine/storage/run_writer.h"

#include <algorithm>
#include <utility>

namespace rankscope {

struct Predictor::Impl {
    Impl(RunHeader read, const SavedModel& best)
        : header(std::move(read)), model(best.model, framesAtOnce(header.spec.data, 1)) {
        model.weights().assign(best.weights.begin(), best.weights.end());
    }

    static std::unique_ptr<Impl> load(const std::filesystem::path& run) {
        RunHeader header = readHeader(run);
        // the weights first: a model is only made as large as its file proves it to be
        const SavedModel best = readBest(run);
        return std::make_unique<Impl>(std::move(header), best);
    }

    const AlignedVector<float>& forward(std::span<const std::vector<std::uint8_t>> candidates) {
        const FrameBlock frames = evaluationBlock(candidates, header.spec.data, header.statistics,
                                                  inputScale(header.spec.model.start));
        return model.forward(frames, pool);
    }

    RunHeader header;
    SequenceModel<float> model;
    ThreadPool pool{1}; // one clip is too little work to share, and training may want the other cores
};

Predictor::Predictor(const std::filesystem::path& run) : m_impl(Impl::load(run)) {}
Predictor::~Predictor() = default;
Predictor::Predictor(Predictor&&) noexcept = default;
Predictor& Predictor::operator=(Predictor&&) noexcept = default;

const std::vector<std::string>& Predictor::classes() const {
    return m_impl->header.classes;
}

ClassifiedClip Predictor::classify(const std::filesystem::path& video, std::stop_token stop) {
    const DataSpec& spec = m_impl->header.spec.data;
    ClassifiedClip result;
    result.clip = readVideo(video, readOptionsOf(spec), stop);
    result.shown = shownFrames(static_cast<int>(result.clip.frames.size()), spec);
    const auto& probabilities = m_impl->forward(result.clip.frames);
    for (std::size_t i = 0; i < classes().size(); ++i)
        result.ranking.push_back({classes()[i], probabilities[i]});
    std::ranges::stable_sort(result.ranking, std::greater<>(), &ClassProbability::probability);
    return result;
}

ClassTimeline Predictor::timeline(const std::vector<std::vector<std::uint8_t>>& candidates, int window,
                                  std::stop_token stop) {
    const std::span all(candidates);
    const int count = static_cast<int>(all.size()), moments = std::min(count, mostMoments);
    const int length = std::min(window, count);
    ClassTimeline timeline;
    for (int k = 1; k <= moments; ++k) {
        if (stop.stop_requested()) throw Cancelled();
        const int moment = static_cast<int>(Index{k} * count / moments) - 1;
        const int first = length > 0 ? std::clamp(moment - length / 2, 0, count - length) : 0;
        const auto& answer = m_impl->forward(all.subspan(
            static_cast<std::size_t>(first), static_cast<std::size_t>(length > 0 ? length : moment + 1)));
        timeline.moments.push_back(moment);
        timeline.probabilities.emplace_back(answer.begin(), answer.end());
    }
    return timeline;
}

} // namespace rankscope
