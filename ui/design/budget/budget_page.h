// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/bridge/workspace.h"
#include "ui/design/budget/fit_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QModelIndex;
class QSpinBox;

namespace rankscope {

/// Fit a budget: how many parameters or multiplications the map may take; the factorisations and ranks that
/// keep to it, best first; a click gives one to the design.
class BudgetPage : public QWidget {
    Q_OBJECT
public:
    BudgetPage(Workspace& workspace, QWidget* parent);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Limit { Parameters, Macs };

    void build();
    void chooseLimit();
    void askSoon();
    void ask();
    void show(const JobResult<std::vector<FitCandidate>>& result);
    void apply(const QModelIndex& index);
    FitQuery query() const;

    Workspace& m_workspace;
    QSpinBox* m_amount;
    QComboBox *m_limit, *m_formats, *m_criterion;
    QLabel* m_note;
    FitModel* m_model;
    Job<std::vector<FitCandidate>> m_job;
    QTimer m_delay;
    FitQuery m_asked;
};

} // namespace rankscope
