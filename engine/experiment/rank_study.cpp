// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/rank_study.h"

#include "engine/base/error.h"
#include "engine/evaluation/clip_scores.h"
#include "engine/model/sequence_model.h"
#include "engine/model/start.h"
#include "engine/ranks/choose_ranks.h"
#include "engine/ranks/difference.h"
#include "engine/ranks/tree.h"
#include "engine/training/optimizer.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr Index comparedFrames = 512;

/// One batch of at most `count` clips spread evenly, as evaluation shows them.
Batch batchOf(const ClipSet& set, const std::vector<int>& clips, std::size_t count, double scale,
              int threads) {
    LoaderPlan plan;
    count = std::min(std::max<std::size_t>(1, count), clips.size());
    for (std::size_t i = 0; i < count; ++i) plan.clips.push_back(clips[i * clips.size() / count]);
    plan.batch = static_cast<int>(count);
    plan.inputScale = scale;
    BatchLoader loader(set.frames, set.spec, set.statistics, plan, threads);
    Batch batch;
    loader.next(batch);
    return batch;
}

} // namespace

struct RankStudy::Clips {
    RunData data;
    Split split;
    ThreadPool pool;
    Observer observer;
    Batch compared = {};
    std::vector<float> outputs = {}; ///< of the run's own maps on `compared`

    const std::vector<int>& measured() const {
        return split.validation.empty() ? split.train : split.validation;
    }
    ClipSet set(const RunHeader& header) const {
        return {data.frames, header.spec.data, header.statistics, data.labels};
    }
};

RankStudy::RankStudy(const std::filesystem::path& run, WeightsOf weights) {
    InspectedRun read = inspectRun(run, weights);
    m_header = std::move(read.header);
    m_saved = {std::move(read.model), std::move(read.weights)};
    if (ranksOf(gatedMapOf(m_saved.model)).empty())
        throw Error("The map of the run \"" + run.string() + "\" is " + m_saved.model.map.format +
                        ": it has no ranks.",
                    "Use a run with a compressed map; compress turns a dense one into such a run.");
    if (!std::ranges::all_of(m_saved.weights, [](float value) { return std::isfinite(value); }))
        throw Error("The weights of the run \"" + run.string() + "\" are not all finite numbers.",
                    "Use another run.");
    m_maps = mapsOf(m_saved.model, m_saved.weights);
}

void RankStudy::openClips(const std::filesystem::path& folder, const Resources& resources,
                          const Observer& observer, std::stop_token stop) {
    RunData data = openRunData(folder.empty() ? m_header.dataRoot : folder, m_header.spec.data, resources,
                               observer, stop);
    Split split = storedSplit(m_header, data);
    std::unique_ptr<Clips> clips(
        new Clips{std::move(data), std::move(split), ThreadPool(resources.threads), observer});
    clips->compared = batchOf(clips->set(m_header), clips->measured(),
                              static_cast<std::size_t>(comparedFrames / m_header.spec.data.longest()),
                              inputScale(m_saved.model.start), clips->pool.threads());
    clips->outputs = outputsOf(m_maps, clips->compared.frames, clips->pool);
    m_clips = std::move(clips);
}

const char* RankStudy::clipSetName() const {
    return m_clips && m_clips->split.validation.empty() ? "train" : "validation";
}

ModelChange RankStudy::change(const MapSpec& wanted) const {
    ModelSpec model = m_saved.model;
    model.map = wanted;
    return change(model);
}

ModelChange RankStudy::change(const ModelSpec& wanted) const {
    return ModelChange(m_saved.model, m_saved.weights, wanted, m_header.spec.training.seed);
}

RankQuality RankStudy::measure(const ModelChange& change, std::stop_token stop) {
    RankQuality quality;
    quality.map = change.model().map;
    quality.parameters = static_cast<Index>(m_maps.size()) * parametersOf(gatedMapOf(change.model()));
    quality.model = change.layout().size;
    quality.error = change.error();
    if (!m_clips) return quality;
    quality.outputError =
        relativeOutputDifference(m_clips->outputs, outputsOf(mapsOf(change.model(), change.weights()),
                                                             m_clips->compared.frames, m_clips->pool));
    const int batch = m_header.spec.training.batch;
    SequenceModel<float> model(change.model(), framesAtOnce(m_header.spec.data, batch));
    model.weights().assign(change.weights().begin(), change.weights().end());
    const Score score = scoreClips(model, m_clips->set(m_header), m_clips->measured(), batch, m_clips->pool,
                                   stop, progressOf(m_clips->observer, Phase::Validating))
                            .score;
    const double count = static_cast<double>(m_clips->measured().size());
    quality.accuracy = score.correct / count;
    quality.loss = score.loss / count;
    return quality;
}

std::vector<RankQuality> RankStudy::sweep(const std::vector<MapSpec>& specs) {
    std::vector<RankQuality> rows;
    for (const MapSpec& spec : specs) rows.push_back(measure(change(spec)));
    std::ranges::stable_sort(rows, {}, &RankQuality::parameters);
    return rows;
}

std::vector<MapSpec> RankStudy::uniformSpecs() const {
    const MapSpec& present = m_maps.front().spec;
    auto fields = ranksOf(present);
    const bool blocksAlone =
        std::ranges::all_of(fields, [](const RankField& field) { return field.kind == RankKind::Blocks; });
    if (!blocksAlone)
        std::erase_if(fields, [](const RankField& field) { return field.kind == RankKind::Blocks; });
    if (!blocksAlone && !isTree(networkOf(m_maps.front()))) return {ungated(present)};
    Index largest = 1;
    for (const RankField& field : fields) largest = std::max(largest, rankOf(present, field));
    std::vector<MapSpec> specs;
    for (Index rank = 1; rank <= largest; ++rank) {
        MapSpec spec = present;
        for (const RankField& field : fields)
            spec = withRank(spec, field, std::min(rank, rankOf(present, field)));
        specs.push_back(ungated(spec));
    }
    return specs;
}

std::vector<MapSpec> RankStudy::greedySpecs(std::size_t count) const {
    const auto path = shrinkPath(m_maps);
    std::vector<MapSpec> specs;
    count = std::min(count, path.size());
    for (std::size_t i = 0; i < count; ++i)
        specs.push_back(ungated(path[count == 1 ? 0 : i * (path.size() - 1) / (count - 1)]));
    return specs;
}

std::vector<Gauge> RankStudy::gauges(std::stop_token stop) {
    ThreadPool alone(1);
    if (!m_clips) return gaugesOf(m_maps, {}, alone, {}, stop);
    const ClipSet set = m_clips->set(m_header);
    const Batch batch =
        batchOf(set, m_clips->split.train, static_cast<std::size_t>(m_header.spec.training.batch),
                inputScale(m_saved.model.start), m_clips->pool.threads());
    SequenceModel<float> model(m_saved.model, batch.frames.count);
    model.weights().assign(m_saved.weights.begin(), m_saved.weights.end());
    std::vector<std::vector<int>> targets;
    for (const int clip : batch.clips) targets.push_back(set.labels[static_cast<std::size_t>(clip)]);
    AlignedVector<float> gradient;
    model.forward(batch.frames, m_clips->pool, true);
    if (stop.stop_requested()) throw Cancelled();
    model.backward(batch.frames, targets, gradient, m_clips->pool);

    const Index outputs = networkOf(m_maps.front()).outputSize(),
                width = outputs * static_cast<Index>(m_maps.size());
    std::vector<OutputGradient> gradients;
    for (std::size_t map = 0; map < m_maps.size(); ++map)
        gradients.push_back(
            {&batch.frames, model.mapOutputGradient().data() + static_cast<Index>(map) * outputs, width});
    return gaugesOf(m_maps, gradients, m_clips->pool, GaugeFrames{m_clips->compared.frames, m_clips->outputs},
                    stop);
}

void RankStudy::write(const ModelChange& change, const std::filesystem::path& folder) const {
    RunHeader header = m_header;
    header.spec.model = change.model();
    if (m_clips) header.dataRoot = m_clips->data.dataset.root;
    validate(header.spec);
    TrainerState state;
    state.model = change.model();
    state.weights = change.weights();
    state.optimizer = Optimizer(header.spec.training, change.layout()).state();
    state.learningRate = header.spec.training.learningRate.value_or(defaultLearningRate(state.model));
    state.rankChanges = {{0, 0, ranksTextOf(m_saved.model), ranksTextOf(state.model),
                          static_cast<Index>(m_saved.weights.size()), change.layout().size, change.error()}};
    RunWriter::create(folder, header).commit(state);
}

} // namespace rankscope
