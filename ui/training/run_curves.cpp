// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_curves.h"

#include "ui/bridge/number_text.h"
#include "ui/plot/curve_plot.h"
#include "ui/plot/plot_export.h"
#include "ui/training/curve_bar.h"
#include "ui/training/readout.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace rankscope {

namespace {

constexpr std::size_t accuracyPlot = 1;

QString idOf(const RunInfo& run, const char* what) {
    return QString::fromStdString(run.folder.string()) + QLatin1Char('|') + QLatin1String(what);
}

QString titleOf(CurveX x) {
    return x == CurveX::Epoch  ? RunCurves::tr("Epoch")
           : x == CurveX::Step ? RunCurves::tr("Step")
                               : RunCurves::tr("Time (s)");
}

QSplitter* rowOfPlots() {
    auto* row = new QSplitter(Qt::Horizontal);
    row->setChildrenCollapsible(false);
    return row;
}

} // namespace

RunCurves::RunCurves(TrainingSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_bar(new CurveBar(this)), m_readout(new Readout(this)) {
    addQuantities();
    auto* upper = rowOfPlots();
    auto* lower = rowOfPlots();
    m_lower = lower;
    QStringList names;
    for (Quantity& quantity : m_quantities) {
        addPlot(quantity);
        (names.size() < 2 ? upper : lower)->addWidget(quantity.plot);
        names << quantity.title;
    }
    m_bar->setPlots(names);
    auto* rows = new QSplitter(Qt::Vertical, this);
    rows->setChildrenCollapsible(false);
    rows->addWidget(upper);
    rows->addWidget(lower);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar);
    layout->addWidget(rows, 1);
    layout->addWidget(m_readout);

    connect(m_bar, &CurveBar::changed, this, &RunCurves::redraw);
    connect(m_bar, &CurveBar::followAsked, this, &RunCurves::follow);
    connect(m_bar, &CurveBar::exportAsked, this,
            [this](int plot) { askAndExportPlot(*m_quantities[static_cast<std::size_t>(plot)].plot); });
    connect(&session, &TrainingSession::shownChanged, this, &RunCurves::drawRuns);
    connect(&session, &TrainingSession::progressed, this, &RunCurves::drawProgress);
    connect(&session, &TrainingSession::stateChanged, this, &RunCurves::drawProgress);
    redraw();
}

void RunCurves::addQuantities() {
    using Record = EpochRecord;
    m_quantities = {{tr("Loss"), false, [](const Record& r) { return std::optional(r.trainLoss); },
                     [](const Record& r) { return r.validationLoss; }},
                    {tr("Accuracy"), true, [](const Record& r) { return std::optional(r.trainAccuracy); },
                     [](const Record& r) { return r.validationScore(); }},
                    {tr("Gradient norm"), false, [](const Record& r) { return r.gradientNorm; }},
                    {tr("Gate saturation"), true, [](const Record& r) { return r.gateSaturation; }}};
}

void RunCurves::addPlot(Quantity& quantity) {
    quantity.plot = new CurvePlot;
    quantity.plot->setAccessibleName(tr("%1 over the training").arg(quantity.title));
    quantity.plot->setTellsValues(false); // the read-out does
    if (quantity.isShare) quantity.plot->setValueRange(0, 1.02);
    link(quantity.plot);
}

void RunCurves::link(CurvePlot* plot) {
    connect(plot, &CurvePlot::pointed, this, [this](double x) {
        if (!m_pinned && !m_folders.isEmpty()) point(x);
    });
    connect(plot, &CurvePlot::left, this, [this] {
        if (!m_pinned) point({});
    });
    connect(plot, &CurvePlot::picked, this, &RunCurves::pick);
    connect(plot, &CurvePlot::xRangeChanged, this, [this, plot](double low, double high) {
        for (const Quantity& quantity : m_quantities)
            if (quantity.plot != plot) quantity.plot->freezeX(low, high);
    });
    connect(plot, &CurvePlot::followChanged, this, [this](bool follows) {
        if (follows && !m_linking) follow();
        m_bar->setFollowing(allFollow());
    });
}

void RunCurves::redraw() {
    const CurveOptions options = m_bar->options();
    for (const Quantity& quantity : m_quantities) {
        quantity.plot->clear();
        quantity.plot->setLogAxes(options.logX, options.logY && !quantity.isShare);
    }
    m_pinned.reset();
    point({});
    m_folders.clear();
    drawRuns();
}

void RunCurves::drawRuns() {
    const std::vector<RunInfo>& runs = m_session.shown();
    QStringList folders;
    for (const RunInfo& run : runs) folders << QString::fromStdString(run.folder.string());
    if (folders != m_folders)
        for (const Quantity& quantity : m_quantities) quantity.plot->clear();
    m_folders = folders;
    const QVector<int> series = seriesOf(runs);
    for (const Quantity& quantity : m_quantities)
        for (std::size_t i = 0; i < runs.size(); ++i)
            drawRun(quantity, runs[i], series[static_cast<int>(i)], runs.size() > 1);
    m_readout->setRuns(runs);
    const bool unknownSteps =
        m_bar->options().x == CurveX::Step && !runs.empty() &&
        std::ranges::all_of(runs, [](const RunInfo& run) { return run.stepsPerEpoch == 0; });
    m_quantities.front().plot->setEmptyText(
        unknownSteps   ? tr("The steps of this run are not known.\nChoose epoch or time.")
        : runs.empty() ? tr("No run yet.\nStart trains the model of the\nDesign tab on the data at the left.")
                       : tr("The first values come\nwith the end of the first epoch."));
    showUnusedPlots();
    drawMarks();
    drawProgress();
}

void RunCurves::drawRun(const Quantity& quantity, const RunInfo& run, int series, bool named) {
    const QString name = QString::fromStdString(run.folder.filename().string());
    const bool first = run.folder == m_session.shown().front().folder;
    const QString only = quantity.validation ? tr("training") : QString(); // one curve needs no legend
    drawCurve(*quantity.plot, idOf(run, "train"), run, {.name = named ? name : only, .series = series},
              quantity.training);
    if (quantity.validation)
        drawCurve(*quantity.plot, idOf(run, "validation"), run,
                  {.name = first ? tr("validation") : QString(), // of the others it is dashed, too
                   .series = series,
                   .dashed = true},
                  quantity.validation);
}

void RunCurves::drawCurve(CurvePlot& plot, const QString& id, const RunInfo& run, CurveStyle style,
                          std::optional<double> (*value)(const EpochRecord&)) {
    const CurveOptions options = m_bar->options();
    const QVector<double> places = positionsOf(run, options.x);
    QVector<double> x, y;
    for (int i = 0; i < places.size(); ++i)
        if (const std::optional<double> number = value(run.history[static_cast<std::size_t>(i)])) {
            x << places[i];
            y << *number;
        }
    const QString raw = id + QStringLiteral("|raw");
    if (x.isEmpty()) {
        plot.removeCurve(id);
        plot.removeCurve(raw);
        return;
    }
    if (options.smoothing > 0) {
        CurveStyle faint = style;
        faint.name.clear();
        faint.faint = true;
        plot.setCurve(raw, x, y, faint);
        y = smoothed(y, options.smoothing);
    }
    plot.setCurve(id, x, y, style);
}

void RunCurves::drawMarks() {
    QVector<PlotMark> marks;
    const auto& runs = m_session.shown();
    if (runs.size() == 1) { // those of several would not be told apart
        const RunInfo& run = runs.front();
        const CurveX axis = m_bar->options().x;
        if (run.bestEpoch > 0)
            marks.push_back({positionAt(run, axis, run.bestEpoch), tr("best %1").arg(run.bestEpoch)});
        for (const RankRecord& change : run.rankChanges)
            marks.push_back(
                {positionAt(run, axis, change.epoch), tr("ranks %1").arg(QString::fromStdString(change.to))});
        const QVector<int> rates = rateChanges(run);
        if (rates.size() <= 12) // a rate that always changes needs no marks
            for (const int epoch : rates)
                marks.push_back(
                    {positionAt(run, axis, epoch),
                     tr("rate %1").arg(rateText(run.history[static_cast<std::size_t>(epoch)].learningRate))});
    }
    QVector<PlotMark> lines = marks; // below, the plots are low: the labels above them tell
    for (PlotMark& line : lines) line.label.clear();
    for (std::size_t i = 0; i < m_quantities.size(); ++i)
        m_quantities[i].plot->setMarks(i < 2 ? marks : lines);
}

void RunCurves::drawProgress() {
    const ProgressEvent& now = m_session.progress();
    const auto& runs = m_session.shown();
    const auto training = std::ranges::find(runs, m_session.trainingRun(), &RunInfo::folder);
    std::optional<QPointF> loss, accuracy;
    int series = 0;
    if (m_session.active() && now.phase == Phase::Training && now.total > 0 && training != runs.end()) {
        const double x =
            positionAt(*training, m_bar->options().x, now.epoch - 1 + double(now.done) / now.total);
        if (now.loss) loss = QPointF(x, *now.loss);
        if (now.accuracy) accuracy = QPointF(x, *now.accuracy);
        series = seriesOf(runs)[static_cast<int>(training - runs.begin())];
    }
    m_quantities[0].plot->setHighlight(loss, series);
    m_quantities[accuracyPlot].plot->setHighlight(accuracy, series);
}

void RunCurves::showUnusedPlots() {
    bool any = false;
    for (std::size_t i = 2; i < m_quantities.size(); ++i) {
        const bool used = !m_quantities[i].plot->curveIds().isEmpty();
        m_quantities[i].plot->setVisible(used);
        any = any || used;
    }
    m_lower->setVisible(any);
    const QString x = titleOf(m_bar->options().x);
    const bool precision = std::ranges::any_of(m_session.shown(), hasMeanPrecision);
    for (std::size_t i = 0; i < m_quantities.size(); ++i)
        m_quantities[i].plot->setLabels(i < 2 && any ? QString() : x,
                                        i == accuracyPlot && precision
                                            ? tr("Accuracy; validation: mean av. precision")
                                            : m_quantities[i].title);
}

void RunCurves::point(std::optional<double> x) {
    for (const Quantity& quantity : m_quantities) quantity.plot->setCrossHair(x);
    m_readout->setPlace(m_bar->options().x, x, m_pinned.has_value());
}

void RunCurves::pick(double x) {
    if (m_pinned || m_folders.isEmpty())
        m_pinned.reset();
    else
        m_pinned = x;
    point(x);
}

void RunCurves::follow() {
    m_linking = true;
    for (const Quantity& quantity : m_quantities) quantity.plot->followData();
    m_linking = false;
    m_bar->setFollowing(true);
}

bool RunCurves::allFollow() const {
    return std::ranges::all_of(m_quantities,
                               [](const Quantity& quantity) { return quantity.plot->followsData(); });
}

} // namespace rankscope
