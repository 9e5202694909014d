// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/run_data.h"
#include "engine/experiment/run_predictions.h"
#include "engine/storage/run_writer.h"
#include "engine/training/trainer.h"

#include <algorithm>
#include <utility>

namespace rankscope {

namespace {

std::vector<std::string> pathsOf(const Dataset& dataset, const std::vector<int>& clips) {
    std::vector<std::string> paths;
    for (const int clip : clips) paths.push_back(dataset.clips[static_cast<std::size_t>(clip)].path);
    return paths;
}

RunHeader newHeader(const TrainRequest& request, const OpenClips& clips, const Split& split) {
    RunHeader header;
    header.spec = request.spec;
    header.multiLabel = clips.dataset.multiLabel();
    header.spec.model = modelFor(request.spec.model, clips.dataset);
    header.dataRoot = std::filesystem::weakly_canonical(request.data);
    header.dataIdentity = identityOf(clips.dataset);
    header.classes = clips.dataset.classes;
    header.statistics = measurePixels(clips.frames, split.train, request.spec.data);
    header.trainClips = pathsOf(clips.dataset, split.train);
    header.validationClips = pathsOf(clips.dataset, split.validation);
    header.testClips = pathsOf(clips.dataset, split.test);
    return header;
}

std::vector<int> usableClips(const FrameSource& frames) {
    std::vector<int> usable;
    for (int clip = 0; clip < frames.clips(); ++clip)
        if (frames.candidates(clip) > 0) usable.push_back(clip);
    return usable;
}

/// The stored spec, with more epochs where more are asked for.
ExperimentSpec resumedSpec(ExperimentSpec stored, const ExperimentSpec& asked) {
    stored.training.epochs = std::max(stored.training.epochs, asked.training.epochs);
    return stored;
}

/// What the best weights say of the validation and test clips.
void predict(Trainer& trainer, RunWriter& writer, const std::filesystem::path& run, const Dataset& dataset,
             const std::vector<std::vector<int>>& labels, const Split& split, const Observer& observer,
             std::stop_token stop, DoneEvent& done) {
    const SavedModel best = readBest(run);
    trainer.useWeights(best.model, best.weights);
    Predictions predictions{done.bestEpoch, dataset.classes, {}};
    const auto score = [&](const char* set, const std::vector<int>& clips, Phase phase) {
        const ClipScores scores = trainer.score(clips, stop, progressOf(observer, phase));
        addPredictions(predictions.clips, set, dataset, labels, clips, scores);
        return scores;
    };
    if (!split.validation.empty()) score("validation", split.validation, Phase::Validating);
    if (!split.test.empty()) {
        const ClipScores scores = score("test", split.test, Phase::Testing);
        done.testAccuracy = scores.score.correct / static_cast<double>(split.test.size());
        done.testMeanPrecision = scores.meanPrecision;
        writer.setTestResult({*done.testAccuracy, done.testMeanPrecision});
    }
    if (predictions.clips.empty()) return;
    try {
        writePredictions(run, predictions);
    } catch (const Error& failure) { // the run itself is complete
        observer(WarningEvent{failure.what()});
    }
}

/// How a run begins: its header where it goes on with an existing one.
struct Beginning {
    std::optional<RunHeader> header;
    ExperimentSpec spec;
    bool further = false; ///< more epochs than the run was begun with
};

Beginning beginningOf(const TrainRequest& request) {
    Beginning beginning;
    beginning.spec = request.spec;
    if (request.resume) {
        RunHeader header = readHeader(request.run);
        beginning.further = request.spec.training.epochs > header.spec.training.epochs;
        header.spec = beginning.spec = resumedSpec(header.spec, request.spec);
        beginning.header = std::move(header);
    }
    validate(beginning.spec);
    return beginning;
}

DoneEvent train(const TrainRequest& request, Beginning beginning, const OpenClips& clips,
                const Observer& observer, Control& control, std::stop_token stop) {
    auto& [header, asked, further] = beginning;
    const std::vector<int> usable = usableClips(clips.frames);
    Split split;
    if (header) {
        split = storedSplit(*header, clips.dataset, usable);
    } else {
        split = divide(clips.dataset, usable, asked.data, asked.training.seed);
        for (const std::string& warning : split.warnings) observer(WarningEvent{warning});
        header = newHeader(request, clips, split);
    }
    std::vector<std::vector<int>> labels;
    for (const Clip& clip : clips.dataset.clips) labels.push_back(clip.labels);

    const ClipSet set{clips.frames, header->spec.data, header->statistics, labels};
    Trainer trainer(header->spec.model, header->spec.training, set, split, request.resources.threads);
    RunWriter writer = request.resume ? RunWriter::reopen(request.run, header->spec)
                                      : RunWriter::create(request.run, *header);
    const auto committed = request.resume ? readState(request.run) : std::nullopt;
    if (committed) {
        trainer.restore(*committed, further);
    } else {
        writer.commit(trainer.begin()); // so that a run killed in its first epoch opens
        observer(StartEvent{trainer.state().startSaturation});
    }
    bool told = false;
    const auto commit = [&](const TrainerState& state) {
        writer.commit(state);
        if (!clips.frames.damaged() || std::exchange(told, true)) return;
        observer(WarningEvent{"The frame cache was damaged while it was in use. Its clips are decoded again, "
                              "which is slower; the next start makes a new one."});
    };
    trainer.run(observer, commit, control, stop);

    DoneEvent done;
    const TrainerState& state = trainer.state();
    done.bestEpoch = state.bestEpoch;
    if (state.bestEpoch > 0) {
        const EpochRecord& best = state.history[static_cast<std::size_t>(state.bestEpoch) - 1];
        done.bestValidationAccuracy = best.validationAccuracy;
        done.bestValidationMeanPrecision = best.validationMeanPrecision;
    }
    if (state.finished && state.bestEpoch > 0) {
        try {
            predict(trainer, writer, request.run, clips.dataset, labels, split, observer, stop, done);
        } catch (const Cancelled&) {
            // the run is complete; `eval` can tell its test accuracy later
        }
    }
    observer(done);
    return done;
}

} // namespace

DoneEvent trainRun(const TrainRequest& request, const Observer& observer, Control& control,
                   std::stop_token stop) {
    Beginning beginning = beginningOf(request);
    const RunData data = openRunData(request.data, beginning.spec.data, request.resources, observer, stop);
    return train(request, std::move(beginning), {data.dataset, data.frames}, observer, control, stop);
}

DoneEvent trainRun(const TrainRequest& request, const OpenClips& clips, const Observer& observer,
                   Control& control, std::stop_token stop) {
    return train(request, beginningOf(request), clips, observer, control, stop);
}

} // namespace rankscope
