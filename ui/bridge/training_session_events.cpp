// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine tells while it trains: kept in the records of the shown runs, and logged.
#include "ui/bridge/engine_messages.h"
#include "ui/bridge/number_text.h"
#include "ui/bridge/training_session.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace rankscope {

void TrainingSession::connectEngine() {
    connect(&m_engine, &EngineThread::stateChanged, this, &TrainingSession::stateChanged);
    connect(&m_engine, &EngineThread::progressed, this, [this](const ProgressEvent& event) {
        m_progress = event;
        if (RunInfo* run = event.phase == Phase::Training ? shownRun(m_training) : nullptr)
            run->stepsPerEpoch = event.total;
        emit progressed();
    });
    connect(&m_engine, &EngineThread::epochDone, this, [this](const EpochEvent& event) { record(event); });
    connect(&m_engine, &EngineThread::ranksChanged, this, [this](const RanksEvent& event) { record(event); });
    connect(&m_engine, &EngineThread::skipped, this, [this](const SkippedEvent& event) {
        emit logged(Severity::Warning, tr("Skipped %1: %2")
                                           .arg(QString::fromStdString(event.path),
                                                translatedMessage(QString::fromStdString(event.reason))));
    });
    connect(&m_engine, &EngineThread::warned, this, [this](const WarningEvent& event) {
        emit logged(Severity::Warning, translatedMessage(QString::fromStdString(event.what)));
    });
    connect(&m_engine, &EngineThread::stopped, this, [this](const StoppedEvent& event) { record(event); });
    connect(&m_engine, &EngineThread::done, this, [this](const DoneEvent& event) { record(event); });
    connect(&m_engine, &EngineThread::failed, this, [this](const QString& what, const QString& hint) {
        emit logged(Severity::Failure, what);
        tellFailure(what, hint);
    });
    connect(&m_engine, &EngineThread::finished, this, [this] {
        m_training.clear();
        emit stateChanged();
        emit weightsChanged();
        emit finished();
    });
}

void TrainingSession::record(const EpochEvent& event) {
    RunInfo* run = shownRun(m_training);
    if (!run) return;
    std::erase_if(run->history,
                  [&](const EpochRecord& record) { return record.epoch >= event.record.epoch; });
    run->history.push_back(event.record);
    if (event.best) run->bestEpoch = event.record.epoch;
    run->state = RunState::Unfinished;
    emit shownChanged();
    if (event.best && run->folder == currentRun()) emit weightsChanged();
}

void TrainingSession::record(const RanksEvent& event) {
    emit logged(Severity::Note,
                tr("Ranks %1 became %2 (relative error of the map %3; %4).")
                    .arg(QString::fromStdString(event.record.from), QString::fromStdString(event.record.to),
                         QLocale().toString(event.record.error, 'g', 3),
                         QString::fromStdString(event.optimizer)));
    RunInfo* run = shownRun(m_training);
    if (!run) return;
    run->rankChanges.push_back(event.record);
    run->spec.model.map = event.map;
    run->spec.model.recurrent = event.recurrent;
    emit shownChanged();
}

void TrainingSession::record(const StoppedEvent& event) {
    const bool byUser = m_engine.state() == EngineThread::State::Stopping; // else by patience
    if (RunInfo* run = shownRun(m_training)) run->state = byUser ? RunState::Stopped : RunState::Done;
    const QString why = translatedMessage(QString::fromStdString(event.why));
    emit logged(Severity::Note, why.isEmpty() ? tr("Stopped before the first epoch.")
                                : byUser      ? tr("Stopped in epoch %1: %2").arg(event.epoch).arg(why)
                                         : tr("Finished early in epoch %1: %2").arg(event.epoch).arg(why));
}

void TrainingSession::record(const DoneEvent& event) {
    if (RunInfo* run = shownRun(m_training)) {
        run->bestEpoch = event.bestEpoch;
        run->testAccuracy = event.testAccuracy;
        run->testMeanPrecision = event.testMeanPrecision;
        const bool all = static_cast<int>(run->history.size()) >= run->spec.training.epochs;
        if (all) run->state = RunState::Done;
    }
    QStringList lines;
    if (event.bestEpoch > 0)
        lines << (event.bestValidationMeanPrecision
                      ? tr("Best epoch %1: mean average precision %2 on validation clips.")
                            .arg(event.bestEpoch)
                            .arg(percentText(*event.bestValidationMeanPrecision))
                  : event.bestValidationAccuracy ? tr("Best epoch %1: validation accuracy %2.")
                                                       .arg(event.bestEpoch)
                                                       .arg(percentText(*event.bestValidationAccuracy))
                                                 : tr("Best epoch %1.").arg(event.bestEpoch));
    if (event.testMeanPrecision)
        lines << tr("Mean average precision %1 on test clips.").arg(percentText(*event.testMeanPrecision));
    else if (event.testAccuracy)
        lines << tr("Test accuracy %1.").arg(percentText(*event.testAccuracy));
    for (const QString& line : std::as_const(lines)) emit logged(Severity::Note, line);
    emit shownChanged();
}

} // namespace rankscope
