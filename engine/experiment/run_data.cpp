// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/run_data.h"

#include "engine/training/throttle.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace rankscope {

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

RunData openRunData(const std::filesystem::path& folder, const DataSpec& spec, const Resources& resources,
                    const Observer& observer, std::stop_token stop) {
    Dataset dataset = openDataset(folder, spec, stop, progressOf(observer, Phase::Scanning));
    FrameCache frames(dataset, spec, resources.cache, resources.threads, stop,
                      progressOf(observer, Phase::Decoding));
    for (const std::vector<SkippedFile>* skipped : {&std::as_const(dataset).skipped, &frames.skipped()})
        for (const SkippedFile& file : *skipped) observer(SkippedEvent{file.path, file.reason});
    std::vector<std::vector<int>> labels;
    for (const Clip& clip : dataset.clips) labels.push_back(clip.labels);
    return {std::move(dataset), std::move(frames), std::move(labels)};
}

ModelSpec modelFor(ModelSpec model, const Dataset& dataset) {
    model.classes = static_cast<Index>(dataset.classes.size());
    model.task = dataset.multiLabel() ? "multi-label" : "classification";
    return model;
}

Split storedSplit(const RunHeader& header, const Dataset& dataset, const std::vector<int>& usable) {
    std::set<std::string> present;
    for (const Clip& clip : dataset.clips) present.insert(clip.path);
    for (const auto* clips : {&header.trainClips, &header.validationClips, &header.testClips})
        for (const std::string& clip : *clips)
            if (!present.contains(clip))
                throw Error("The clip " + clip + " of this run is no longer in " + dataset.root.string() + ".",
                            "Restore it, or start a new run.");
    if (identityOf(dataset) != header.dataIdentity)
        throw Error("The data in " + dataset.root.string() + " are not those this run was trained on.",
                    "Restore the clips, or start a new run.");
    // the identity is a plain hash, and run.json may have been edited: labels index the outputs of the model
    const bool oneLabelEach =
        std::ranges::all_of(dataset.clips, [](const Clip& clip) { return clip.labels.size() == 1; });
    if (dataset.classes != header.classes || (!header.multiLabel && !oneLabelEach))
        throw Error("The classes in " + dataset.root.string() + " are not those of this run.",
                    "Restore run.json or the clips, or start a new run.");
    if (header.trainClips.empty())
        throw Error("This run names no clips to train on.", "Restore its clips.json, or start a new run.");
    std::map<std::string, int> numbers;
    for (const int clip : usable) numbers[dataset.clips[static_cast<std::size_t>(clip)].path] = clip;
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

Split storedSplit(const RunHeader& header, const RunData& data) {
    return storedSplit(header, data.dataset, data.frames.usable());
}

} // namespace rankscope
