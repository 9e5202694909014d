// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare/pareto_panel.h"

#include "engine/experiment/pareto.h"
#include "engine/experiment/sweep.h"
#include "ui/bridge/number_text.h"
#include "ui/plot/curve_plot.h"
#include "ui/plot/plot_export.h"
#include "ui/plot/theme.h"
#include "ui/runs/compare/seed_model.h"
#include "ui/training/curve_data.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace rankscope {

namespace {

PointShape shapeOf(const std::string& format) {
    return format == "tt"      ? PointShape::Disc
           : format == "bt"    ? PointShape::Square
           : format == "dense" ? PointShape::Diamond
           : format == "cp"    ? PointShape::Cross
                               : PointShape::Triangle;
}

Index parametersOf(const RunRowPtr& run) {
    return run->parameters;
}

const QString frontId = QStringLiteral("front"), selectedId = QStringLiteral("~selected");

} // namespace

ParetoPanel::ParetoPanel(QWidget* parent)
    : QWidget(parent),
      m_plot(new CurvePlot(this)),
      m_means(new QCheckBox(tr("&Means over seeds, each at its best learning rate"), this)),
      m_told(new QLabel(this)) {
    m_plot->setAccessibleName(tr("Accuracy against parameters"));
    m_plot->setLogAxes(true, false);
    m_plot->setTellsValues(false);
    m_plot->setEmptyText(tr("Runs with validation clips appear here."));
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_told->setText(tr("Click a point to select its run."));
    auto* exporting = new QPushButton(tr("Export…"), this);
    exporting->setToolTip(tr("Write the plot as SVG, PDF or PNG"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_told, 1);
    line->addWidget(m_means);
    line->addWidget(exporting);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_plot, 1);
    layout->addLayout(line);
    connect(m_plot, &CurvePlot::pointClicked, this, &ParetoPanel::click);
    connect(m_means, &QCheckBox::toggled, this, &ParetoPanel::draw);
    connect(exporting, &QPushButton::clicked, this, [this] { askAndExportPlot(*m_plot); });
    draw();
}

void ParetoPanel::setRuns(const std::vector<RunRowPtr>& runs) {
    if (runs == m_runs) return;
    m_runs = runs;
    draw();
}

void ParetoPanel::setSelected(const std::vector<RunRowPtr>& runs) {
    m_selected = runs;
    drawSelected();
}

void ParetoPanel::drawSelected() {
    std::vector<RunRowPtr> runs = m_selected;
    std::ranges::stable_sort(runs, {}, &parametersOf);
    QVector<double> x, y;
    for (const RunRowPtr& run : runs)
        if (run->bestAccuracy && run->parameters > 0) {
            x << double(run->parameters);
            y << *run->bestAccuracy;
        }
    m_plot->removeCurve(selectedId); // made again, it lies above the dots
    if (!x.isEmpty())
        m_plot->setCurve(selectedId, x, y,
                         {.name = tr("selected"), .series = 6, .line = false, .shape = PointShape::Cross});
}

std::vector<ParetoPanel::Dot> ParetoPanel::dots() const {
    std::vector<Dot> dots;
    if (m_means->isChecked()) {
        for (const SeedLine& line : seedLines(m_runs))
            dots.push_back({line.run, line.mean,
                            line.runs > 1 ? line.deviation : std::numeric_limits<double>::quiet_NaN(),
                            tr("%1: %2 ± %3 over %4 runs at rate %5")
                                .arg(line.configuration, percentText(line.mean), percentText(line.deviation))
                                .arg(line.runs)
                                .arg(rateText(line.rate))});
        return dots;
    }
    for (const RunRowPtr& run : m_runs)
        if (run->bestAccuracy && run->parameters > 0)
            dots.push_back({run, *run->bestAccuracy, std::numeric_limits<double>::quiet_NaN(),
                            tr("%1: %2 with %3 parameters")
                                .arg(nameOf(*run), percentText(*run->bestAccuracy),
                                     QString::fromStdString(grouped(run->parameters)))});
    return dots;
}

void ParetoPanel::draw() {
    // Not cleared: that would follow the data again, and forget where the user has zoomed to.
    const auto before = std::exchange(m_drawn, {});
    const std::vector<Dot> all = dots();
    const bool precision = std::ranges::any_of(all, [](const Dot& dot) { return dot.run->meanPrecision; });
    m_plot->setLabels(tr("Parameters of the model"),
                      precision ? tr("Best validation accuracy or mean av. precision")
                                : tr("Best validation accuracy"));
    drawFront(all);
    drawDots(all);
    for (const QString& id : before.keys())
        if (!m_drawn.contains(id)) m_plot->removeCurve(id);
    drawSelected();
}

void ParetoPanel::drawFront(const std::vector<Dot>& dots) {
    std::vector<TradePoint> points;
    for (const Dot& dot : dots) points.push_back({double(dot.run->parameters), dot.accuracy});
    QVector<double> x, y;
    for (const std::size_t i : paretoFront(points)) {
        x << points[i].cost;
        y << points[i].worth;
    }
    if (x.isEmpty())
        m_plot->removeCurve(frontId);
    else
        m_plot->setCurve(frontId, x, y, {.name = tr("Pareto front"), .series = 6, .dashed = true});
}

void ParetoPanel::drawDots(const std::vector<Dot>& dots) {
    // One curve a colour and format, however many runs there are.
    std::map<std::pair<std::string, int>, std::vector<Dot>> groups;
    for (const Dot& dot : dots)
        groups[{dot.run->info.spec.model.map.format, seriesOf(dot.run->info)}].push_back(dot);
    std::string named;
    for (auto& [key, members] : groups) {
        std::ranges::stable_sort(members, {}, [](const Dot& dot) { return parametersOf(dot.run); });
        QVector<double> x, y, deviations;
        for (const Dot& dot : members) {
            x << double(dot.run->parameters);
            y << dot.accuracy;
            deviations << dot.deviation;
        }
        const auto& [format, series] = key;
        const QString title = named == format ? QString() : QString::fromStdString(format).toUpper();
        named = format;
        const QString id = QStringLiteral("%1|%2").arg(QString::fromStdString(format)).arg(series);
        m_plot->setCurve(id, x, y,
                         {.name = title, .series = series, .line = false, .shape = shapeOf(format)});
        m_plot->setErrors(id, deviations);
        m_drawn[id] = std::move(members);
    }
}

void ParetoPanel::click(const QString& curve, int index) {
    const auto found = m_drawn.constFind(curve);
    if (found == m_drawn.cend() || index < 0 || index >= static_cast<int>(found->size())) return;
    const Dot& dot = (*found)[static_cast<std::size_t>(index)];
    m_told->setText(dot.text);
    emit runClicked(dot.run->info.folder);
}

} // namespace rankscope
