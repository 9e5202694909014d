// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/study/gauge_strip.h"

#include "engine/ranks/choose_ranks.h"
#include "ui/dataset/elided_label.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int firstAmount = 500, mostAmount = 99'999'999, amountStep = 100;
constexpr int tick = 200; // milliseconds

BondGauge bondGauge(const Gauge& gauge) {
    BondGauge shown{{gauge.field.kind, gauge.field.index},
                    gauge.rank,
                    gauge.outputCost ? gauge.outputCost : gauge.cost,
                    {},
                    gauge.saved,
                    gauge.added};
    if (!gauge.gains.empty() && gauge.added > 0)
        shown.promise = gauge.gains.front() / static_cast<double>(gauge.added);
    return shown;
}

Index mapParameters(const std::vector<MapValue>& maps, const MapSpec& gated) {
    return static_cast<Index>(maps.size()) * parametersOf(gated);
}
} // namespace

GaugeStrip::GaugeStrip(Workspace& workspace, RunStudy& study, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_study(study),
      m_state(new ElidedLabel(this)),
      m_measure(new QPushButton(this)),
      m_offers(new QWidget(this)) {
    build();
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &GaugeStrip::refresh);
    connect(m_measure, &QPushButton::clicked, this, &GaugeStrip::measure);
    connect(m_amount, &QSpinBox::valueChanged, this, &GaugeStrip::propose);
    connect(m_spend, &QPushButton::clicked, this,
            [this] { apply(*m_proposal.spend, tr("Spend %1 parameters")); });
    connect(m_save, &QPushButton::clicked, this,
            [this] { apply(*m_proposal.save, tr("Save %1 parameters")); });
    connect(&study, &RunStudy::changed, this, &GaugeStrip::followRun);
    connect(&workspace, &Workspace::specChanged, this, &GaugeStrip::refresh);
    followRun();
}

void GaugeStrip::build() {
    m_state->setAccessibleName(tr("Bonds of the run"));
    m_measure->setAutoDefault(false);
    m_amount = new Calm<QSpinBox>(m_offers);
    m_amount->setRange(1, mostAmount);
    m_amount->setSingleStep(amountStep);
    m_amount->setValue(firstAmount);
    m_amount->setGroupSeparatorShown(true);
    m_amount->setAccessibleName(tr("Parameters to spend or save"));
    auto* amountLabel = new QLabel(tr("Parameters"), m_offers);
    amountLabel->setBuddy(m_amount);
    const auto addOffer = [this](QPushButton*& button, ElidedLabel*& to, const QString& text) {
        button = new QPushButton(text, m_offers);
        to = new ElidedLabel(m_offers);
        to->setAccessibleName(tr("%1: ranks").arg(text));
    };
    addOffer(m_spend, m_spendTo, tr("Spend"));
    addOffer(m_save, m_saveTo, tr("Save"));
    auto* row = new QHBoxLayout(m_offers);
    row->setContentsMargins({});
    row->addWidget(amountLabel);
    row->addWidget(m_amount);
    row->addWidget(m_spend);
    row->addWidget(m_spendTo, 1);
    row->addWidget(m_save);
    row->addWidget(m_saveTo, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(m_state, 1);
    head->addWidget(m_measure);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(3);
    layout->addLayout(head);
    layout->addWidget(m_offers);
}

void GaugeStrip::followRun() {
    if (m_study.runName() == m_run) return refresh();
    m_run = m_study.runName();
    m_job.cancel();
    m_proposalJob.cancel();
    m_measured.clear();
    m_failure.clear();
    m_proposal = {};
    refresh();
}

void GaugeStrip::measure() {
    if (m_job.running()) {
        m_job.cancel();
        return refresh();
    }
    m_failure.clear();
    m_epoch = m_study.epoch();
    m_study.ask<std::vector<Gauge>>(
        m_job, this, [](RankStudy& study, std::stop_token stop) { return study.gauges(stop); },
        [this](const JobResult<std::vector<Gauge>>& result) { take(result); });
    refresh();
}

void GaugeStrip::take(const JobResult<std::vector<Gauge>>& result) {
    if (!result.cancelled) {
        m_failure = failureOf(result);
        m_measured = result.value;
        if (m_failure.isEmpty()) propose();
    }
    refresh();
}

/// Asks for the ranks that the amount buys; of quick changes of the amount the newest counts.
void GaugeStrip::propose() {
    m_proposal = {};
    m_study.ask<Proposal>(
        m_proposalJob, this,
        [gauges = m_measured, amount = Index{m_amount->value()}](RankStudy& study, std::stop_token) {
            const auto& maps = study.maps();
            const MapSpec present = maps.front().spec;
            const Index before = mapParameters(maps, present);
            Proposal proposal;
            const MapSpec larger = ranksToSpend(maps, gauges, amount);
            if (larger != present)
                proposal.spend = {study.ungated(larger), mapParameters(maps, larger) - before};
            const MapSpec smallest = shrinkPath(maps).back();
            const Index least = mapParameters(maps, smallest);
            if (least < before) {
                const MapSpec smaller = ranksForBudget(maps, std::max(least, before - amount));
                proposal.save = {study.ungated(smaller), mapParameters(maps, smaller) - before};
            }
            return proposal;
        },
        [this](const JobResult<Proposal>& result) {
            if (result.cancelled) return;
            m_failure = failureOf(result);
            m_proposal = result.value;
            refresh();
        },
        RunStudy::Needs::Weights);
    refresh();
}

void GaugeStrip::apply(const Offer& offer, const QString& what) {
    ExperimentSpec next = m_workspace.spec();
    takeRanks(next.model.map, offer.map);
    m_workspace.edit(what.arg(QString::fromStdString(grouped(m_amount->value()))), next);
}

QString GaugeStrip::stateText() const {
    if (m_job.running()) {
        const QString progress = m_study.progressText();
        return progress.isEmpty() ? tr("Measuring the bonds…") : tr("Measuring the bonds: %1").arg(progress);
    }
    if (!m_study.run()) return tr("Train this model, or open a run of it, to see which bond to change.");
    if (!m_study.fits())
        return tr("%1 is a run of another model: its bonds say nothing about this one.").arg(m_run);
    if (!m_failure.isEmpty()) return QStringLiteral("⚠ ") + m_failure;
    if (m_measured.empty()) return tr("Which bond to change? Measure those of %1.").arg(m_run);
    const QString text = tr("Bonds of %1, epoch %2").arg(m_run).arg(m_epoch);
    return m_epoch == m_study.epoch() ? text : tr("%1; now of epoch %2").arg(text).arg(m_study.epoch());
}

void GaugeStrip::refresh() {
    const bool fits = m_study.fits(), running = m_job.running();
    if (running != m_tick.isActive()) running ? m_tick.start() : m_tick.stop();
    m_state->setFullText(stateText());
    m_measure->setText(running              ? tr("Cancel")
                       : m_measured.empty() ? tr("Measure bonds")
                                            : tr("Measure again"));
    m_measure->setVisible(fits);
    m_offers->setVisible(fits && !m_measured.empty());
    const auto showOffer = [this](QPushButton* button, ElidedLabel* to, const std::optional<Offer>& offer,
                                  const QString& none) {
        button->setEnabled(offer.has_value());
        to->setFullText(offer ? tr("%1 (%2)").arg(QString::fromStdString(ranksText(offer->map)),
                                                  (offer->parameters > 0 ? QStringLiteral("+") : QString()) +
                                                      QString::fromStdString(grouped(offer->parameters)))
                        : m_proposalJob.running() ? QStringLiteral("…")
                                                  : none);
    };
    showOffer(m_spend, m_spendTo, m_proposal.spend, tr("too few for any"));
    showOffer(m_save, m_saveTo, m_proposal.save, tr("nothing can shrink"));

    std::vector<BondGauge> shown;
    if (fits)
        for (const Gauge& gauge : m_measured) shown.push_back(bondGauge(gauge));
    if (shown == m_shown) return;
    m_shown = std::move(shown);
    emit gaugesChanged();
}

} // namespace rankscope
