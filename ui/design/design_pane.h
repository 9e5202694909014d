// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/bridge/training_session.h"
#include "ui/bridge/workspace.h"
#include "ui/design/comparison.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;
class QTabWidget;

namespace rankscope {

enum class MapPart;
class ApplyOffer;
class CoreTableModel;
class CostCurves;
class GaugeStrip;
class ModelPanel;
class NetworkDiagram;
class OrderPage;
class PicturePage;
class RunStudy;
class StepCalibration;
class TotalsModel;

/// The rank studio: the network of a map as a picture to edit, its counts at once, its costs a moment later,
/// what a trained run tells of it, and the panel of everything a model is made of.
class DesignPane : public QWidget {
    Q_OBJECT
public:
    DesignPane(Workspace& workspace, TrainingSession& session, QWidget* parent = nullptr);

signals:
    void costsShown(); ///< of the model as it is

private:
    QWidget* buildLeft(TrainingSession& session);
    QWidget* buildPicture();
    QWidget* buildCores();
    QWidget* buildSide();
    void connectParts();
    ModelSpec countedModel() const;
    MapPart part() const;
    void refresh();
    void refreshPart();
    void showNote(const ModelSpec& model);
    void refreshCosts();
    void showCosts(const JobResult<CostComparison>& costs);
    void showGauges();
    void editRank(RankKind kind, int index, Index value);
    void showLeg(int mode);
    void openLeg(int mode);
    void highlightCore(const QString& name);

    Workspace& m_workspace;
    RunStudy* m_study;
    StepCalibration* m_calibration;
    NetworkDiagram* m_diagram;
    ModelPanel* m_panel;
    CoreTableModel* m_cores;
    TotalsModel* m_totals;
    CostCurves* m_curves;
    GaugeStrip* m_gauges;
    ApplyOffer* m_offer;
    QComboBox* m_part = nullptr;
    OrderPage* m_orders = nullptr;
    PicturePage* m_picture = nullptr;
    QTableView* m_coreView = nullptr;
    QLabel* m_note = nullptr;
    QTabWidget* m_pages = nullptr;
    std::vector<Candidate> m_candidates;
    Job<CostComparison> m_costJob;
    QTimer m_costTimer; ///< a run of edits asks once
};

} // namespace rankscope
