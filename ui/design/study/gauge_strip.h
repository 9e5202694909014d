// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/study/bond_gauge.h"
#include "ui/design/study/run_study.h"

#include <QWidget>

class QPushButton;
class QSpinBox;

namespace rankscope {

class ElidedLabel;

/// The line under the diagram about the bonds of a run: measures what each is worth, and gives the design the
/// ranks that spend or save some parameters best.
class GaugeStrip : public QWidget {
    Q_OBJECT
public:
    GaugeStrip(Workspace& workspace, RunStudy& study, QWidget* parent);

    /// Empty: nothing measured, or about another model.
    const std::vector<BondGauge>& gauges() const { return m_shown; }

signals:
    void gaugesChanged();

private:
    /// Ranks that a click takes.
    struct Offer {
        MapSpec map;          ///< gates not counted
        Index parameters = 0; ///< of the map, more than now
    };
    struct Proposal {
        std::optional<Offer> spend, save;
    };

    void build();
    void refresh();
    void measure();
    void take(const JobResult<std::vector<Gauge>>& result);
    void propose();
    void apply(const Offer& offer, const QString& what);
    void followRun();
    QString stateText() const;

    Workspace& m_workspace;
    RunStudy& m_study;
    ElidedLabel *m_state, *m_spendTo, *m_saveTo;
    QPushButton *m_measure, *m_spend, *m_save;
    QSpinBox* m_amount;
    QWidget* m_offers;
    QString m_run;                 ///< that is studied
    int m_epoch = 0;               ///< of the weights that were measured
    std::vector<Gauge> m_measured; ///< empty: nothing yet
    std::vector<BondGauge> m_shown;
    QString m_failure;
    Proposal m_proposal;
    Job<std::vector<Gauge>> m_job;
    Job<Proposal> m_proposalJob;
    QTimer m_tick;
};

} // namespace rankscope
