// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/evaluate.h"

#include "engine/evaluation/clip_scores.h"
#include "engine/experiment/run_predictions.h"
#include "engine/storage/run_writer.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace rankscope {

namespace {

using Paths = std::set<std::string>;

/// The clips the run put in a set; null: all clips.
const std::vector<std::string>* chosenClips(const RunHeader& header, const std::string& split) {
    if (split == "all") return nullptr;
    if (split == "train") return &header.trainClips;
    if (split == "validation") return &header.validationClips;
    if (split == "test") return &header.testClips;
    throw Error("Split \"" + split + "\" is not known.", "Choose one of all, train, validation, test.");
}

/// Labels by the run's numbering of the classes.
std::vector<std::vector<int>> labelsByName(const Dataset& dataset, const std::vector<std::string>& classes) {
    std::vector<int> number;
    for (const std::string& name : dataset.classes) {
        const auto found = std::ranges::find(classes, name);
        if (found == classes.end())
            throw Error("The class \"" + name + "\" of " + dataset.root.string() +
                            " is not one the run knows.",
                        "Evaluate on a folder or list with the run's own classes.");
        number.push_back(static_cast<int>(found - classes.begin()));
    }
    std::vector<std::vector<int>> labels;
    for (const Clip& clip : dataset.clips) {
        labels.emplace_back();
        for (const int label : clip.labels) labels.back().push_back(number[static_cast<std::size_t>(label)]);
    }
    return labels;
}

/// A run that tells one label of each clip cannot be scored on clips with none or several.
void checkLabels(const Dataset& dataset, const RunHeader& header) {
    if (header.multiLabel) return;
    for (const Clip& clip : dataset.clips)
        if (clip.labels.size() != 1)
            throw Error("The clip " + clip.path + " has " + std::to_string(clip.labels.size()) +
                            " labels, but this run tells one label of each clip.",
                        "Give each clip one class.");
}

/// Keeps what the weights of `epoch` say of the run's own validation and test clips, beside what is kept of
/// the other set; nothing where other weights have become the best meanwhile.
void keepPredictions(const std::filesystem::path& run, const RunHeader& header, int epoch,
                     std::vector<ClipPrediction> predictions) {
    const RunInfo info = readRun(run);
    if (epoch == 0 || info.bestEpoch != epoch) return;
    std::map<std::string, ClipPrediction> found;
    for (ClipPrediction& clip : predictions) found.emplace(clip.clip, std::move(clip));
    Predictions kept{epoch, header.classes, {}};
    std::optional<Predictions> before;
    try {
        before = readPredictions(info);
    } catch (const Error&) { // damaged: written anew
    }
    for (const auto& [set, paths] :
         {std::pair("validation", &header.validationClips), std::pair("test", &header.testClips)}) {
        const bool complete =
            std::ranges::all_of(*paths, [&](const std::string& path) { return found.contains(path); });
        if (!complete && before) std::ranges::copy(ofSet(*before, set), std::back_inserter(kept.clips));
        if (!complete) continue;
        for (const std::string& path : *paths) {
            kept.clips.push_back(found.at(path));
            kept.clips.back().set = set;
        }
    }
    if (kept.clips.empty()) return;
    try {
        writePredictions(run, kept);
    } catch (const Error&) { // a run that cannot be written is evaluated all the same
    }
}

} // namespace

EvaluationReport evaluateRun(const std::filesystem::path& run, const std::filesystem::path& data,
                             const std::filesystem::path& list, const std::string& split,
                             const Resources& resources, std::stop_token stop, const Progress& progress) {
    const RunHeader header = readHeader(run);
    const int bestEpoch = readRun(run).bestEpoch; // before its weights, which a training may replace
    const SavedModel best = readBest(run);
    const auto* chosen = chosenClips(header, split);
    const bool sameFolder = std::filesystem::weakly_canonical(data) == header.dataRoot;
    DataSpec spec = header.spec.data;
    if (!list.empty() || !sameFolder) spec.list = list; // the run's own list belongs to its own folder
    const Dataset dataset = openDataset(data, spec, stop, progress);
    // the same files: by their folder, or by the identity of a data set that was moved
    const bool same = sameFolder || identityOf(dataset) == header.dataIdentity;
    if (chosen && !same)
        throw Error("The clips in " + data.string() + " are not those this run divided: it has no split \"" +
                        split + "\" of them.",
                    "Evaluate all of them, or give the folder of the run: " + header.dataRoot.string() + ".");
    checkLabels(dataset, header);
    const auto labels = labelsByName(dataset, header.classes);
    const FrameCache frames(dataset, spec, resources.cache, resources.threads, stop, progress);

    EvaluationReport report;
    report.skipped = dataset.skipped;
    report.skipped.insert(report.skipped.end(), frames.skipped().begin(), frames.skipped().end());
    const Paths trained(header.trainClips.begin(), header.trainClips.end());
    const Paths wanted = chosen ? Paths(chosen->begin(), chosen->end()) : Paths();
    std::vector<int> clips;
    for (const int clip : frames.usable()) {
        const std::string& path = dataset.clips[static_cast<std::size_t>(clip)].path;
        if (chosen && !wanted.contains(path)) continue;
        clips.push_back(clip);
        report.trainedOn += same && trained.contains(path);
    }
    if (clips.empty())
        throw Error("There is no clip to evaluate in the split \"" + split + "\" of " + data.string() + ".",
                    "Choose another split, or a folder with videos.");
    report.clips = static_cast<int>(clips.size());

    SequenceModel<float> model(best.model, framesAtOnce(spec, header.spec.training.batch));
    model.weights().assign(best.weights.begin(), best.weights.end());
    ThreadPool pool(resources.threads);
    const ClipScores scores = scoreClips(model, {frames, spec, header.statistics, labels}, clips,
                                         header.spec.training.batch, pool, stop, progress);
    std::vector<std::vector<int>> truth;
    for (const int clip : clips) truth.push_back(labels[static_cast<std::size_t>(clip)]);
    report.evaluation = evaluate(scores.probabilities, truth, header.classes, header.multiLabel,
                                 scores.score.loss / static_cast<double>(clips.size()));
    std::vector<ClipPrediction> predictions;
    addPredictions(predictions, "", dataset, labels, clips, scores);
    report.estimate = estimateAccuracy(predictions, header.multiLabel);
    if (identityOf(dataset) == header.dataIdentity)
        keepPredictions(run, header, bestEpoch, std::move(predictions));
    return report;
}

} // namespace rankscope
