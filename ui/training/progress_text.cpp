// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/progress_text.h"

#include "ui/bridge/number_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

struct ProgressText {
    Q_DECLARE_TR_FUNCTIONS(rankscope::ProgressText)
};

const QString gap = QStringLiteral("   ");

QString number(double value) {
    return QString::fromStdString(grouped(static_cast<Index>(std::llround(value))));
}

QString phaseName(Phase phase) {
    switch (phase) {
    case Phase::Scanning:
        return ProgressText::tr("Scanning");
    case Phase::Decoding:
        return ProgressText::tr("Decoding");
    case Phase::Training:
        return ProgressText::tr("Training");
    case Phase::Validating:
        return ProgressText::tr("Validating");
    case Phase::Testing:
        return ProgressText::tr("Testing");
    }
    return {};
}

} // namespace

QString durationText(double seconds) {
    const auto whole = static_cast<long long>(std::llround(std::max(seconds, 0.0)));
    if (whole < 60) return ProgressText::tr("%1 s").arg(whole);
    if (whole < 3600) return ProgressText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return ProgressText::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString phaseText(const TrainingSession& session) {
    switch (session.state()) {
    case TrainingSession::State::Idle:
        return ProgressText::tr("Not training");
    case TrainingSession::State::Waiting:
        return ProgressText::tr("Waiting for the frames");
    case TrainingSession::State::Paused:
        return ProgressText::tr("Paused");
    case TrainingSession::State::Stopping:
        return ProgressText::tr("Stopping after this batch");
    case TrainingSession::State::Running:
        break;
    }
    return phaseName(session.progress().phase);
}

bool finishedEarly(const RunInfo& run, int epochs) {
    return run.state == RunState::Done && epochs < run.spec.training.epochs;
}

QString earlyEndText(const RunInfo& run) {
    return ProgressText::tr("finished early (no improvement for %1 epochs)").arg(run.spec.training.patience);
}

QString summaryText(const TrainingSession& session) {
    if (session.shown().empty()) return QString();
    const RunInfo& run = session.shown().front();
    QStringList pieces{
        ProgressText::tr("%1 of %2 epochs").arg(run.history.size()).arg(run.spec.training.epochs)};
    const auto best = std::ranges::find(run.history, run.bestEpoch, &EpochRecord::epoch);
    if (best != run.history.end() && best->validationScore()) {
        const QString text = best->validationMeanPrecision
                                 ? ProgressText::tr("best mean average precision %1 in epoch %2")
                                 : ProgressText::tr("best validation accuracy %1 in epoch %2");
        pieces << text.arg(percentText(*best->validationScore())).arg(run.bestEpoch);
    }
    if (run.testMeanPrecision)
        pieces << ProgressText::tr("test mean average precision %1").arg(percentText(*run.testMeanPrecision));
    else if (run.testAccuracy)
        pieces << ProgressText::tr("test accuracy %1").arg(percentText(*run.testAccuracy));
    if (finishedEarly(run, static_cast<int>(run.history.size()))) pieces << earlyEndText(run);
    return ProgressText::tr("%1: %2").arg(QString::fromStdString(run.folder.filename().string()),
                                          pieces.join(ProgressText::tr(", ")));
}

QStringList progressPieces(const ProgressEvent& progress) {
    const bool training = progress.phase == Phase::Training || progress.phase == Phase::Validating;
    QStringList pieces;
    if (training && progress.epoch > 0)
        pieces << ProgressText::tr("epoch %1/%2").arg(progress.epoch).arg(progress.epochs);
    if (progress.total > 0) {
        const QString unit = progress.phase == Phase::Training ? ProgressText::tr("batch %1/%2")
                                                               : ProgressText::tr("%1 of %2 clips");
        pieces << unit.arg(number(progress.done), number(progress.total));
    }
    if (progress.clipsPerSecond > 0)
        pieces << ProgressText::tr("%1 clips/s")
                      .arg(progress.clipsPerSecond < 10 ? QLocale().toString(progress.clipsPerSecond, 'f', 1)
                                                        : number(progress.clipsPerSecond));
    if (progress.remainingSeconds)
        pieces << ProgressText::tr("ETA %1").arg(durationText(*progress.remainingSeconds));
    return pieces;
}

double progressShare(const ProgressEvent& progress) {
    const double part = progress.total > 0 ? double(progress.done) / progress.total : -1;
    if (progress.phase == Phase::Scanning || progress.phase == Phase::Decoding ||
        progress.phase == Phase::Testing)
        return part;
    if (progress.epochs <= 0 || progress.epoch <= 0) return -1;
    const double within = progress.phase == Phase::Validating ? 1 : std::max(part, 0.0);
    return std::clamp((progress.epoch - 1 + within) / progress.epochs, 0.0, 1.0);
}

QString trainingText(const TrainingSession& session) {
    QStringList pieces = progressPieces(session.progress());
    if (session.progress().loss)
        pieces << ProgressText::tr("loss %1").arg(QLocale().toString(*session.progress().loss, 'f', 3));
    for (const RunInfo& run : session.shown())
        if (run.folder == session.trainingRun() && !run.history.empty() &&
            run.history.back().validationScore())
            pieces << ProgressText::tr("val %1").arg(percentText(*run.history.back().validationScore()));
    return phaseText(session) + (pieces.isEmpty() ? QString() : ProgressText::tr(": ") + pieces.join(gap));
}

QString openingText(const DataOpener& opener, const std::filesystem::path& root) {
    const QString name = QString::fromStdString(root.filename().string());
    const ProgressEvent& progress = opener.progress();
    const QString what = opener.writing() ? ProgressText::tr("Writing the built-in set")
                         : progress.phase == Phase::Scanning
                             ? ProgressText::tr("Looking through %1").arg(name)
                             : ProgressText::tr("Reading frames of %1").arg(name);
    const QStringList pieces = progressPieces(progress);
    return what + (pieces.isEmpty() ? QStringLiteral(" …") : ProgressText::tr(": ") + pieces.join(gap));
}

} // namespace rankscope
