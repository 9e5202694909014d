// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/experiment.h"
#include "engine/storage/run_writer.h"
#include "engine/training/trainer.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rankscope {

namespace {

/// The data of a run, ready to train on.
struct PreparedData {
    Dataset dataset;
    FrameCache frames;
    std::vector<std::vector<int>> labels;
};

Progress progressOf(const Observer& observer, Phase phase) {
    return [&observer, phase, throttle = Throttle()](int done, int total) mutable {
        if (!throttle.ready()) return;
        ProgressEvent event;
        event.phase = phase;
        event.done = done;
        event.total = total;
        observer(event);
    };
}

PreparedData prepare(const TrainRequest& request, const DataSpec& spec, const Observer& observer,
                     std::stop_token stop) {
    Dataset dataset = openDataset(request.data, spec.list, stop, progressOf(observer, Phase::Scanning));
    FrameCache frames(dataset, spec, request.resources.cache, request.resources.threads, stop,
                      progressOf(observer, Phase::Decoding));
    for (const std::vector<SkippedFile>* skipped : {&std::as_const(dataset).skipped, &frames.skipped()})
        for (const SkippedFile& file : *skipped) observer(SkippedEvent{file.path, file.reason});
    std::vector<std::vector<int>> labels;
    for (const Clip& clip : dataset.clips) labels.push_back(clip.labels);
    return {std::move(dataset), std::move(frames), std::move(labels)};
}

std::vector<std::string> pathsOf(const Dataset& dataset, const std::vector<int>& clips) {
    std::vector<std::string> paths;
    for (const int clip : clips) paths.push_back(dataset.clips[static_cast<std::size_t>(clip)].path);
    return paths;
}

RunHeader newHeader(const TrainRequest& request, const PreparedData& data, const Split& split) {
    RunHeader header;
    header.spec = request.spec;
    header.multiLabel = data.dataset.multiLabel();
    header.spec.model.classes = static_cast<Index>(data.dataset.classes.size());
    header.spec.model.task = header.multiLabel ? "multi-label" : "classification";
    header.dataRoot = std::filesystem::weakly_canonical(request.data);
    header.dataIdentity = identityOf(data.dataset);
    header.classes = data.dataset.classes;
    header.statistics = measurePixels(data.frames, split.train, request.spec.data);
    header.trainClips = pathsOf(data.dataset, split.train);
    header.validationClips = pathsOf(data.dataset, split.validation);
    header.testClips = pathsOf(data.dataset, split.test);
    return header;
}

/// The split of a run that goes on: its own clips, found by path.
Split storedSplit(const RunHeader& header, const PreparedData& data) {
    if (identityOf(data.dataset) != header.dataIdentity)
        throw Error("The data in " + data.dataset.root.string() + " are not those this run was trained on.",
                    "Restore the clips, or start a new run.");
    std::map<std::string, int> numbers;
    for (const int clip : data.frames.usable())
        numbers[data.dataset.clips[static_cast<std::size_t>(clip)].path] = clip;
    const auto found = [&](const std::vector<std::string>& paths) {
        std::vector<int> clips;
        for (const std::string& path : paths) {
            const auto number = numbers.find(path);
            if (number == numbers.end())
                throw Error("The clip " + path + " of this run cannot be read any more.",
                            "Restore it, or start a new run.");
            clips.push_back(number->second);
        }
        return clips;
    };
    return {found(header.trainClips), found(header.validationClips), found(header.testClips), {}};
}

/// The stored spec, with more epochs where more are asked for.
ExperimentSpec resumedSpec(ExperimentSpec stored, const ExperimentSpec& asked) {
    stored.training.epochs = std::max(stored.training.epochs, asked.training.epochs);
    return stored;
}

void test(Trainer& trainer, RunWriter& writer, const std::filesystem::path& run, const Split& split,
          const Observer& observer, std::stop_token stop, DoneEvent& done) {
    const SavedModel best = readBest(run);
    trainer.useWeights(best.model, best.weights);
    const ClipScores scores = trainer.score(split.test, stop, progressOf(observer, Phase::Testing));
    done.testAccuracy = scores.score.correct / static_cast<double>(split.test.size());
    writer.setTestAccuracy(*done.testAccuracy);
}

} // namespace

DoneEvent trainRun(const TrainRequest& request, const Observer& observer, Control& control,
                   std::stop_token stop) {
    std::optional<RunHeader> header;
    bool further = false; // more epochs than the run was begun with
    if (request.resume) {
        header = readHeader(request.run);
        further = request.spec.training.epochs > header->spec.training.epochs;
        header->spec = resumedSpec(header->spec, request.spec);
    }
    const ExperimentSpec& asked = header ? header->spec : request.spec;
    validate(asked);
    const PreparedData data = prepare(request, asked.data, observer, stop);
    Split split;
    if (header) {
        split = storedSplit(*header, data);
    } else {
        split = divide(data.dataset, data.frames.usable(), asked.data, asked.training.seed);
        for (const std::string& warning : split.warnings) observer(WarningEvent{warning});
        header = newHeader(request, data, split);
    }

    const ClipSet set{data.frames, header->spec.data, header->statistics, data.labels};
    Trainer trainer(header->spec.model, header->spec.training, set, split, request.resources.threads);
    RunWriter writer = request.resume ? RunWriter::reopen(request.run, header->spec)
                                      : RunWriter::create(request.run, *header);
    const auto committed = request.resume ? readState(request.run) : std::nullopt;
    if (committed)
        trainer.restore(*committed, further);
    else
        writer.commit(trainer.begin()); // so that a run killed in its first epoch opens
    trainer.run(
        observer, [&](const TrainerState& state) { writer.commit(state); }, control, stop);

    DoneEvent done;
    const TrainerState& state = trainer.state();
    done.bestEpoch = state.bestEpoch;
    if (state.bestEpoch > 0)
        done.bestValidationAccuracy =
            state.history[static_cast<std::size_t>(state.bestEpoch) - 1].validationAccuracy;
    if (state.finished && !split.test.empty()) {
        try {
            test(trainer, writer, request.run, split, observer, stop, done);
        } catch (const Cancelled&) {
            // the run is complete; `eval` can tell its test accuracy later
        }
    }
    observer(done);
    return done;
}

} // namespace rankscope
