// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/bridge/workspace.h"
#include "ui/design/comparison.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QTableView;

namespace rankscope {

class CoreTableModel;
class CostCurves;
class ModelPanel;
class NetworkDiagram;
class OrderModel;
class TotalsModel;

/// The rank studio: the network of the input-to-hidden map as a picture to edit, its counts at once, its
/// costs a moment later, and the panel of everything a model is made of.
class DesignPane : public QWidget {
    Q_OBJECT
public:
    explicit DesignPane(Workspace& workspace, QWidget* parent = nullptr);

private:
    QWidget* buildPicture();
    QWidget* buildSide();
    QTableView* addTable(QAbstractItemModel* model, const QString& name);
    ModelSpec countedModel() const;
    void refresh();
    void showNetwork(const ModelSpec& model);
    void showNote(const ModelSpec& model);
    void refreshCosts();
    void showCosts(const JobResult<CostComparison>& costs);
    void editRank(RankKind kind, int index, Index value);
    void highlightCore(const QString& name);

    Workspace& m_workspace;
    NetworkDiagram* m_diagram;
    ModelPanel* m_panel;
    CoreTableModel* m_cores;
    TotalsModel* m_totals;
    OrderModel* m_orders;
    CostCurves* m_curves;
    QTableView* m_coreView;
    QLabel* m_note;
    std::vector<Candidate> m_candidates;
    Job<CostComparison> m_costJob;
    QTimer m_costTimer; ///< a run of edits asks once
};

} // namespace rankscope
