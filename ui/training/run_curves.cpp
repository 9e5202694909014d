// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_curves.h"

#include "ui/plot/curve_plot.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace rankscope {

namespace {

QString idOf(const RunInfo& run, const char* what) {
    return QString::fromStdString(run.folder.string()) + QLatin1Char('|') + QLatin1String(what);
}

/// The values of one column; epochs without it are left out.
template <class Value>
void setColumn(CurvePlot& plot, const QString& id, const RunInfo& run, const CurveStyle& style, Value value) {
    QVector<double> x, y;
    for (const EpochRecord& record : run.history)
        if (const std::optional<double> number = value(record)) {
            x << record.epoch;
            y << *number;
        }
    if (x.isEmpty())
        plot.removeCurve(id);
    else
        plot.setCurve(id, x, y, style);
}

} // namespace

RunCurves::RunCurves(TrainingSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_loss(new CurvePlot), m_accuracy(new CurvePlot) {
    m_loss->setLabels(tr("Epoch"), tr("Loss"));
    m_loss->setAccessibleName(tr("Loss over epochs"));
    m_loss->setEmptyText(
        tr("No run yet.\nStart trains the model of the\nDesign tab on the data at the left."));
    m_accuracy->setLabels(tr("Epoch"), tr("Accuracy"));
    m_accuracy->setAccessibleName(tr("Accuracy over epochs"));
    m_accuracy->setValueRange(0, 1.02);

    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_loss);
    splitter->addWidget(m_accuracy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(splitter);

    connect(&session, &TrainingSession::shownChanged, this, &RunCurves::drawRuns);
    connect(&session, &TrainingSession::progressed, this, &RunCurves::drawProgress);
    connect(&session, &TrainingSession::stateChanged, this, &RunCurves::drawProgress);
    drawRuns();
}

void RunCurves::drawRuns() {
    const std::vector<RunInfo>& runs = m_session.shown();
    QStringList folders;
    for (const RunInfo& run : runs) folders << QString::fromStdString(run.folder.string());
    if (folders != m_folders) {
        m_loss->clear();
        m_accuracy->clear();
        m_folders = folders;
    }
    int series = 0;
    for (const RunInfo& run : runs) drawRun(run, series++, runs.size() > 1);
    const bool marked = runs.size() == 1 && runs.front().bestEpoch > 0;
    const QVector<PlotMark> marks =
        marked
            ? QVector<PlotMark>{{double(runs.front().bestEpoch), tr("best %1").arg(runs.front().bestEpoch)}}
            : QVector<PlotMark>{};
    m_loss->setMarks(marks);
    m_accuracy->setMarks(marks);
    drawProgress();
}

void RunCurves::drawRun(const RunInfo& run, int series, bool named) {
    const QString name = QString::fromStdString(run.folder.filename().string());
    const CurveStyle train{.name = named ? tr("%1 training").arg(name) : tr("training"), .series = series};
    const CurveStyle validation{
        .name = named ? tr("%1 validation").arg(name) : tr("validation"), .series = series, .dashed = true};
    setColumn(*m_loss, idOf(run, "train"), run, train,
              [](const EpochRecord& r) { return std::optional(r.trainLoss); });
    setColumn(*m_loss, idOf(run, "validation"), run, validation,
              [](const EpochRecord& r) { return r.validationLoss; });
    setColumn(*m_accuracy, idOf(run, "train"), run, train,
              [](const EpochRecord& r) { return std::optional(r.trainAccuracy); });
    setColumn(*m_accuracy, idOf(run, "validation"), run, validation,
              [](const EpochRecord& r) { return r.validationAccuracy; });
}

void RunCurves::drawProgress() {
    const ProgressEvent& now = m_session.progress();
    const auto& runs = m_session.shown();
    int series = 0;
    while (series < static_cast<int>(runs.size()) &&
           runs[static_cast<std::size_t>(series)].folder != m_session.trainingRun())
        ++series;
    std::optional<QPointF> loss, accuracy;
    if (m_session.active() && now.phase == Phase::Training && now.total > 0 &&
        series < static_cast<int>(runs.size())) {
        const double epoch = now.epoch - 1 + double(now.done) / now.total;
        if (now.loss) loss = QPointF(epoch, *now.loss);
        if (now.accuracy) accuracy = QPointF(epoch, *now.accuracy);
    }
    m_loss->setHighlight(loss, series);
    m_accuracy->setHighlight(accuracy, series);
}

} // namespace rankscope
