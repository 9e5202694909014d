// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/start_study.h"

#include "engine/base/number_text.h"
#include "engine/experiment/run_predictions.h"
#include "engine/storage/run_files.h"

namespace rankscope {
namespace {

ResultCell meanCell(const std::vector<double>& shares) {
    return shares.empty() ? ResultCell() : shareCell(spreadOf(shares).mean);
}

/// What the runs of one model, start and rate found.
struct Found {
    int runs = 0, done = 0;
    std::vector<double> saturation, training, validation;
    ClipAccuracies clips; ///< of validation

    void add(const std::filesystem::path& folder) {
        ++runs;
        if (!isRun(folder)) return;
        const RunInfo info = readRun(folder);
        if (info.startSaturation) saturation.push_back(*info.startSaturation);
        if (info.state != RunState::Done || info.bestEpoch == 0) return;
        ++done;
        const EpochRecord& best = info.history[static_cast<std::size_t>(info.bestEpoch) - 1];
        training.push_back(best.trainAccuracy);
        if (best.validationAccuracy) validation.push_back(*best.validationAccuracy);
        if (const auto predictions = readPredictions(info))
            addTo(clips, ofSet(*predictions, "validation"), info.spec.model.task == "multi-label");
    }
};

std::vector<ResultCell> rowOf(const StudyModel& model, double rate, const Found& found) {
    std::vector<ResultCell> row{
        {model.title, {}},
        {idOf(model.spec.start), {}},
        {plainNumber(rate), {}},
        {std::to_string(found.done) + " of " + std::to_string(found.runs), std::to_string(found.done)},
        meanCell(found.saturation),
        meanCell(found.training),
        meanCell(found.validation)};
    if (found.clips.empty()) return row;
    const auto interval = estimateAccuracy(found.clips).interval;
    if (!interval) return row;
    row.push_back(shareCell(interval->low));
    row.push_back(shareCell(interval->high));
    return row;
}

} // namespace

std::vector<RateStudy> planStartStudy(const StartStudyRequest& request, const Observer& observer,
                                      std::stop_token stop) {
    if (request.starts.empty() || request.rates.empty())
        throw Error("A study of starts needs at least one start and one learning rate.");
    Study base = planStudy(request.study, observer, stop);
    std::vector<StudyModel> models;
    for (const StudyModel& model : base.models)
        for (const Start start : request.starts) {
            StudyModel& one = models.emplace_back(model);
            one.name += "-" + idOf(start);
            one.spec.start = start;
        }
    base.models = std::move(models);
    std::vector<RateStudy> studies;
    for (const double rate : request.rates) {
        RateStudy& study = studies.emplace_back();
        study.rate = rate;
        study.out = request.study.out / ("lr-" + plainNumber(rate));
        study.study = base;
        study.study.spec.training.learningRate = rate;
        validate(study.study.spec.training);
    }
    return studies;
}

ResultTable startStudyTable(const std::vector<RateStudy>& studies) {
    ResultTable table;
    table.columns = {{"Model", false},
                     {"Start", false},
                     {"Learning rate", true},
                     {"Runs done", true},
                     {"Saturated gates at the start", true},
                     {"Training accuracy", true},
                     {"Validation accuracy", true},
                     {"95 % interval from", true},
                     {"to", true}};
    if (studies.empty()) return table;
    const Study& first = studies.front().study;
    table.caption = first.title + ": starting values and learning rates";
    for (std::size_t model = 0; model < first.models.size(); ++model)
        for (const RateStudy& study : studies) {
            Found found;
            for (const StudyRun& run : runsOf(study.study, study.out))
                if (run.model == model) found.add(run.folder);
            table.rows.push_back(rowOf(first.models[model], study.rate, found));
        }
    table.notes = {
        "Saturated: |z| > 2.5 before a gate's sigmoid. Accuracies: of the best epoch on validation, "
        "means over the runs that are done; a run that diverged is not.",
        "Intervals: bootstrap over groups of the validation clips (over clips without groups)."};
    return table;
}

} // namespace rankscope
