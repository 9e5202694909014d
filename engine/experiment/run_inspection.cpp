// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/run_inspection.h"

#include "engine/evaluation/clip_scores.h"
#include "engine/model/start.h"
#include "engine/ranks/model_ranks.h"

namespace rankscope {

InspectedRun inspectRun(const std::filesystem::path& folder, WeightsOf weights) {
    InspectedRun run;
    run.folder = folder;
    run.header = readHeader(folder);
    if (weights == WeightsOf::Last) {
        auto state = readState(folder);
        if (!state) throw Error("The run \"" + folder.string() + "\" has no weights yet.", "Train it first.");
        run.model = std::move(state->model);
        run.weights = std::move(state->weights);
        run.epoch = state->epoch;
    } else {
        SavedModel best = readBest(folder);
        run.model = std::move(best.model);
        run.weights = std::move(best.weights);
        run.epoch = readRun(folder).bestEpoch;
    }
    run.model = completedModel(run.model);
    return run;
}

InspectedClips openClips(const InspectedRun& run, const std::filesystem::path& folder,
                         const Resources& resources, std::stop_token stop, const Progress& progress) {
    const Observer observer = [&progress](const Event& event) {
        const auto* step = std::get_if<ProgressEvent>(&event);
        if (step && progress) progress(step->done, step->total);
    };
    RunData data = openRunData(folder.empty() ? run.header.dataRoot : folder, run.header.spec.data, resources,
                               observer, stop);
    Split split = storedSplit(run.header, data);
    return {std::move(data), std::move(split)};
}

const std::vector<int>& clipsOf(const Split& split, ClipSetName name) {
    return name == ClipSetName::Train  ? split.train
           : name == ClipSetName::Test ? split.test
                                       : split.validation;
}

ClipPredictions predictClips(const InspectedRun& run, const InspectedClips& clips, ClipSetName set,
                             int threads, std::stop_token stop, const Progress& progress) {
    const DataSpec& data = run.header.spec.data;
    const int batch = run.header.spec.training.batch;
    ClipPredictions result;
    result.clips = clipsOf(clips.split, set);
    if (result.clips.empty())
        throw Error("This run has no " + idOf(set) + " clips.", "Choose another set of clips.");
    SequenceModel<float> model(run.model, framesAtOnce(data, batch));
    model.weights().assign(run.weights.begin(), run.weights.end());
    ThreadPool pool(threads);
    ClipScores scores = scoreClips(model, {clips.data.frames, data, run.header.statistics, clips.data.labels},
                                   result.clips, batch, pool, stop, progress);
    std::vector<std::vector<int>> truth;
    for (const int clip : result.clips) truth.push_back(clips.data.labels[static_cast<std::size_t>(clip)]);
    result.probabilities = std::move(scores.probabilities);
    result.evaluation = evaluate(result.probabilities, truth, run.header.classes, run.header.multiLabel,
                                 scores.score.loss / static_cast<double>(result.clips.size()));
    return result;
}

std::vector<std::vector<std::uint8_t>> candidateFrames(const FrameSource& source, int clip,
                                                       std::stop_token stop) {
    std::vector<std::vector<std::uint8_t>> frames;
    for (int candidate = 0; candidate < source.candidates(clip); ++candidate) {
        if (stop.stop_requested()) throw Cancelled();
        frames.emplace_back(source.frameBytes());
        source.read(clip, candidate, frames.back());
    }
    return frames;
}

CellTrace traceClip(const InspectedRun& run, const InspectedClips& clips, int clip, std::stop_token stop) {
    const DataSpec& data = run.header.spec.data;
    SequenceModel<float> model(run.model, framesAtOnce(data, 1));
    model.weights().assign(run.weights.begin(), run.weights.end());
    const FrameBlock block = evaluationBlock(candidateFrames(clips.data.frames, clip, stop), data,
                                             run.header.statistics, inputScale(run.model.start), clip);
    ThreadPool pool(1);
    return traceOf(model, block, pool);
}

} // namespace rankscope
