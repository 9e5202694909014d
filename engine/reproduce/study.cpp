// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/study.h"

#include "engine/storage/run_files.h"
#include "engine/storage/spec_difference.h"

namespace rankscope {

namespace {

void checkUnchanged(const Study& study, const StudyRun& run) {
    if (!isRun(run.folder)) return;
    const RunInfo info = readRun(run.folder);
    const std::string hint = "Ask for the same again to go on, or choose another folder for the new study.";
    const auto root = std::filesystem::weakly_canonical(study.data);
    if (info.dataRoot != root)
        throw Error("The run \"" + run.folder.string() + "\" was begun with the data in " +
                        info.dataRoot.string() + ", not in " + root.string() + ".",
                    hint);
    if (const auto difference = differenceOf(info.spec, run.spec))
        throw Error("The run \"" + run.folder.string() + "\" was begun with " + difference->field + " " +
                        difference->run + ", and " + difference->asked + " is asked for.",
                    hint);
}

/// Whether nothing is left to do, the test at the end included.
bool isDone(const StudyRun& run) {
    if (!isRun(run.folder)) return false;
    const RunInfo info = readRun(run.folder);
    return info.state == RunState::Done && (info.testAccuracy || readHeader(run.folder).testClips.empty());
}

} // namespace

std::vector<StudyRun> runsOf(const Study& study, const std::filesystem::path& out) {
    std::vector<StudyRun> runs;
    for (int seed = 1; seed <= study.seeds; ++seed)
        for (std::size_t i = 0; i < study.models.size(); ++i) {
            StudyRun run{out / (study.models[i].name + "-seed" + std::to_string(seed)), i, study.spec};
            run.spec.model = study.models[i].spec;
            run.spec.training.seed = static_cast<std::uint64_t>(seed);
            if (!study.foldLists.empty())
                run.spec.data.list =
                    study.foldLists[static_cast<std::size_t>(seed - 1) % study.foldLists.size()];
            runs.push_back(std::move(run));
        }
    return runs;
}

StudyOutcome runStudy(const Study& study, const std::filesystem::path& out, const Resources& resources,
                      const StudyObserver& observer, Control& control, std::stop_token stop) {
    const std::vector<StudyRun> runs = runsOf(study, out);
    for (const StudyRun& run : runs) {
        validate(run.spec);
        checkUnchanged(study, run);
    }
    StudyOutcome outcome;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const StudyRun& run = runs[i];
        const bool done = isDone(run);
        const RunStep step = done ? RunStep::Keep : isRun(run.folder) ? RunStep::Resume : RunStep::Begin;
        observer.run(run, static_cast<int>(i) + 1, static_cast<int>(runs.size()), step);
        if (done) continue;
        TrainRequest request;
        request.data = study.data;
        request.run = run.folder;
        request.spec = run.spec;
        request.resume = step == RunStep::Resume;
        request.resources = resources;
        try {
            study.train(request, observer.event, control, stop);
        } catch (const Cancelled&) {
            outcome.stopped = true;
        } catch (const Error& error) {
            ++outcome.failed;
            observer.failed(run, error);
        }
        outcome.stopped =
            outcome.stopped || ((control.stopRequested() || stop.stop_requested()) && !isDone(run));
        if (outcome.stopped) return outcome;
    }
    return outcome;
}

} // namespace rankscope
