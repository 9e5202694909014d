// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/predictor.h"

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
    const FrameBlock frames = evaluationBlock(result.clip.frames, spec, m_impl->header.statistics,
                                              inputScale(m_impl->header.spec.model.start));
    const auto& probabilities = m_impl->model.forward(frames, m_impl->pool);
    for (std::size_t i = 0; i < classes().size(); ++i)
        result.ranking.push_back({classes()[i], probabilities[i]});
    std::ranges::stable_sort(result.ranking, std::greater<>(), &ClassProbability::probability);
    return result;
}

} // namespace rankscope
