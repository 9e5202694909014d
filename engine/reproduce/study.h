// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reproduce/protocol.h"
#include "engine/reproduce/study_models.h"

#include <functional>

/// A study: data, protocol, models and seeds. Every run of it is an ordinary run folder, so that the window
/// and `show` read them, and the folders are all the state there is: a study that was stopped or killed goes
/// on where it was.
namespace rankscope {

/// Trains one run. Throws as `trainRun`.
using TrainFunction = std::function<DoneEvent(const TrainRequest& request, const Observer& observer,
                                              Control& control, std::stop_token stop)>;

struct Study {
    std::string id;             ///< "ucf11", "folder", ...: names the published figures
    std::string title;          ///< for captions
    std::filesystem::path data; ///< the folder that paths are relative to
    Protocol protocol = Protocol::Grouped;
    ExperimentSpec spec;            ///< of all runs but for model, seed and fold
    std::vector<StudyModel> models; ///< each name once
    int seeds = 3;                  ///< runs of every model, with the seeds 1, 2, ..
    std::vector<std::filesystem::path>
        foldLists; ///< run k reads list k, going round; empty: `spec.data.list`
    TrainFunction train = [](const TrainRequest& request, const Observer& observer, Control& control,
                             std::stop_token stop) { return trainRun(request, observer, control, stop); };
};

struct StudyRun {
    std::filesystem::path folder; ///< <out>/<model>-seed<k>
    std::size_t model = 0;        ///< index into the models
    ExperimentSpec spec;
};

/// All runs, the first seed of every model before the second: an early table has every model.
std::vector<StudyRun> runsOf(const Study& study, const std::filesystem::path& out);

/// What becomes of a run that is about to be looked at.
enum class RunStep { Begin, Resume, Keep };

struct StudyObserver {
    std::function<void(const StudyRun& run, int number, int count, RunStep step)> run;
    std::function<void(const StudyRun& run, const Error& error)> failed; ///< the others go on
    Observer event;                                                      ///< of the run being trained
};

struct StudyOutcome {
    bool stopped = false; ///< before all runs were done
    int failed = 0;
};

/// Trains what is not done yet: finished runs are kept, unfinished ones go on. A run that fails (say, that
/// diverges) does not keep the others from being trained. Throws Error before any work where a run in `out`
/// was begun with other settings or data, naming the setting, or where a model does not fit its data.
StudyOutcome runStudy(const Study& study, const std::filesystem::path& out, const Resources& resources,
                      const StudyObserver& observer, Control& control, std::stop_token stop);

} // namespace rankscope
