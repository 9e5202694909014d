// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/study/apply_offer.h"

#include "ui/dataset/elided_label.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace rankscope {

namespace {
constexpr int delay = 80; // milliseconds

ModelSpec withRanks(ModelSpec model, const ModelSpec& ranks) {
    takeRanks(model.map, ranks.map);
    takeRanks(model.recurrent, ranks.recurrent);
    return completedModel(model);
}
} // namespace

ApplyOffer::ApplyOffer(Workspace& workspace, TrainingSession& session, RunStudy& study, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_session(session),
      m_study(study),
      m_text(new ElidedLabel(this)),
      m_apply(new QPushButton(tr("Apply to the running model"), this)) {
    m_text->setAccessibleName(tr("What the ranks would do to the running model"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_apply);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &ApplyOffer::preview);
    connect(m_apply, &QPushButton::clicked, this, [this] { m_session.applyRanks(m_preview.model); });
    connect(&workspace, &Workspace::specChanged, this, &ApplyOffer::refresh);
    connect(&study, &RunStudy::changed, this, &ApplyOffer::refresh);
    connect(&session, &TrainingSession::shownChanged, this, &ApplyOffer::refresh);
    refresh();
}

void ApplyOffer::refresh() {
    bool differs = false;
    if (m_study.isTraining() && m_study.fits()) {
        try {
            const ModelSpec& running = m_study.run()->spec.model;
            differs = withRanks(running, m_workspace.spec().model) != completedModel(running);
        } catch (const Error&) {
            differs = false; // the editors say what is wrong with these ranks
        }
    }
    setVisible(differs);
    if (!differs || m_workspace.spec().model != m_asked) {
        m_asked = differs ? m_workspace.spec().model : ModelSpec();
        m_job.cancel();
        m_apply->setEnabled(false);
        m_text->setFullText(tr("%1: computing what these ranks do to it…").arg(m_study.runName()));
    }
    if (!differs) return m_delay.stop();
    if (!m_job.running() && !m_delay.isActive()) m_delay.start(); // epochs may come faster than the delay
}

void ApplyOffer::preview() {
    m_study.ask<Preview>(
        m_job, this,
        [ranks = m_asked](RankStudy& study, std::stop_token) {
            const ModelChange change = study.change(withRanks(study.model(), ranks));
            return Preview{change.model(), change.error(), layoutOf(study.model()).size,
                           change.layout().size};
        },
        [this](const JobResult<Preview>& result) { show(result); }, RunStudy::Needs::Weights);
}

void ApplyOffer::show(const JobResult<Preview>& result) {
    if (result.cancelled) return;
    if (!result.error.isEmpty()) return m_text->setFullText(QStringLiteral("⚠ ") + failureOf(result));
    m_preview = result.value;
    constexpr double kept = 1e-6;
    const QString ranks = QString::fromStdString(ranksTextOf(m_preview.model));
    const QString error = m_preview.error < kept
                              ? tr("function kept")
                              : tr("map error %1 %").arg(QLocale().toString(100 * m_preview.error, 'g', 3));
    m_text->setFullText(tr("%1: %2, %3 → %4 parameters")
                            .arg(ranks, error, QString::fromStdString(grouped(m_preview.before)),
                                 QString::fromStdString(grouped(m_preview.after))));
    m_apply->setEnabled(true);
}

} // namespace rankscope
