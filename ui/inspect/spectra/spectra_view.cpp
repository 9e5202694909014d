// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/spectra/spectra_view.h"

#include "engine/base/error.h"
#include "engine/ranks/model_ranks.h"
#include "ui/plot/bar_plot.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cmath>

namespace rankscope {

namespace {
constexpr int plotColumns = 3;

QString percent(double share) {
    return SpectraView::tr("%1 %").arg(QLocale().toString(100 * share, 'g', 3));
}

QString nameOf(const RankRounding& rounding) {
    return QString::fromStdString(rounding.field.name);
}
} // namespace

SpectraView::SpectraView(Inspection& inspection, QWidget* parent)
    : InspectView(inspection, parent),
      m_note(new QLabel(this)),
      m_explanation(new QLabel(this)),
      m_log(new QCheckBox(tr("&Logarithmic"), this)) {
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_explanation->setWordWrap(true);
    auto* content = new QWidget;
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins({});
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Singular values at every bond"));
    scroll->setWidget(content);
    auto* top = new QHBoxLayout;
    top->addWidget(m_explanation, 1);
    top->addWidget(m_log, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_note);
    layout->addWidget(scroll, 1);
    connect(m_log, &QCheckBox::toggled, this, [this](bool log) {
        for (BarPlot* plot : m_plots) plot->setLogScale(log);
    });
    connect(&inspection.workspace(), &Workspace::specChanged, this, &SpectraView::fill);
    clear();
}

void SpectraView::clear() {
    m_roundings.clear();
    m_plots.clear();
    for (QWidget* panel : m_panels) panel->deleteLater();
    m_panels.clear();
    m_explanation->clear();
    m_note->setText(emptyText());
    m_note->show();
}

void SpectraView::showRun() {
    clear();
    m_job.cancel();
    if (!inspection().run()) return;
    m_note->setText(tr("Computing the singular values…"));
    m_job.start(
        this,
        [run = inspection().run()](std::stop_token stop) {
            return std::make_shared<const Roundings>(roundingOf(mapsOf(run->model, run->weights), stop));
        },
        [this](JobResult<std::shared_ptr<const Roundings>> result) {
            if (result.value)
                show(*result.value);
            else
                m_note->setText(Problem{result.error, result.hint}.sentence());
        });
}

void SpectraView::show(Roundings roundings) {
    m_roundings = std::move(roundings);
    m_note->setVisible(m_roundings.empty());
    m_note->setText(
        tr("A dense map has no ranks. The spectra of a compressed one tell which ranks it needs."));
    for (std::size_t i = 0; i < m_roundings.size(); ++i) addPlot(m_roundings[i], static_cast<int>(i));
    fill();
}

void SpectraView::addPlot(const RankRounding& rounding, int place) {
    auto* panel = new QWidget(this);
    const auto& [field, rank, spectrum, errors] = rounding;
    auto* title = new QLabel(field.kind == RankKind::None ? nameOf(rounding)
                             : field.kind == RankKind::Blocks
                                 ? tr("Norms of the %1 = %2 blocks").arg(nameOf(rounding)).arg(rank)
                                 : tr("%1 = %2").arg(nameOf(rounding)).arg(rank),
                             panel);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    auto* plot = new BarPlot(panel);
    plot->setAccessibleName(tr("Singular values at %1").arg(nameOf(rounding)));
    plot->setLogScale(m_log->isChecked());
    plot->setSeries(0);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins({});
    layout->addWidget(title);
    layout->addWidget(plot, 1);
    m_grid->addWidget(panel, place / plotColumns, place % plotColumns);
    connect(plot, &BarPlot::activated, this, [this, index = m_plots.size()](int bar) { apply(index, bar); });
    m_plots.push_back(plot);
    m_panels.push_back(panel);
}

std::optional<ModelSpec> SpectraView::target() const {
    try {
        const ModelSpec model = completedModel(inspection().workspace().spec().model);
        const MapSpec &mine = inspection().run()->model.map, &other = model.map;
        if (mine.format == other.format && mine.inModes == other.inModes && mine.outModes == other.outModes)
            return model;
    } catch (const Error&) { // a model in the middle of being edited
    }
    return {};
}

void SpectraView::fill() {
    if (m_roundings.empty() || !inspection().run()) return;
    const bool ring = m_roundings.front().field.kind == RankKind::None, applies = !ring && target();
    m_explanation->setText(
        ring ? tr("Singular values of W cut at two bonds of the ring. A ring cannot be rounded.")
        : applies
            ? tr("Singular values at each bond as shares of the norm of W; above each, the relative error of "
                 "W rounded to that rank. Click a bar to make it the rank of the model in Design.")
            : tr("Singular values at each bond as shares of the norm of W; above each, the relative error of "
                 "W rounded to that rank. The model in Design has another format or other modes: open this "
                 "run to apply a rank."));
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        const RankRounding& rounding = m_roundings[i];
        double norm = 0;
        for (const double s : rounding.spectrum) norm = std::hypot(norm, s);
        std::vector<Bar> bars;
        for (std::size_t k = 0; k < rounding.spectrum.size(); ++k) {
            Bar bar;
            bar.value = norm > 0 ? rounding.spectrum[k] / norm : 0;
            bar.name = QString::number(k + 1);
            bar.words =
                tr("Value %1 of %2: %3 of the norm").arg(k + 1).arg(nameOf(rounding), percent(bar.value));
            if (k < rounding.errors.size()) {
                bar.note = percent(rounding.errors[k]);
                bar.words += QLatin1Char('\n') + tr("%1 rounded to %2: relative error of W %3")
                                                     .arg(nameOf(rounding))
                                                     .arg(k + 1)
                                                     .arg(bar.note);
            }
            bar.enabled = applies && static_cast<Index>(k) < rounding.rank;
            if (bar.enabled)
                bar.words +=
                    QLatin1Char('\n') + tr("Click: %1 = %2 in Design").arg(nameOf(rounding)).arg(k + 1);
            bars.push_back(std::move(bar));
        }
        m_plots[i]->setBars(std::move(bars));
    }
}

void SpectraView::apply(std::size_t plot, int bar) {
    const RankRounding& rounding = m_roundings[plot];
    Workspace& workspace = inspection().workspace();
    ExperimentSpec next = workspace.spec();
    next.model = *target();
    next.model.map = withRank(next.model.map, rounding.field, bar + 1);
    workspace.edit(tr("Rank %1 = %2").arg(nameOf(rounding)).arg(bar + 1), next);
}

} // namespace rankscope
