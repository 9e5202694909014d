// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/inspect_view.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace rankscope {

class ClassScoreModel;
class ClipBrowser;
class HeatMap;
class WorkBar;

/// What a run takes for what: its confusion matrix on one set of clips, the scores of each class, and the
/// clips of the cell or class that is chosen.
class ConfusionView : public InspectView {
    Q_OBJECT
public:
    ConfusionView(Inspection& inspection, QWidget* parent);

protected:
    void showRun() override;

private:
    QWidget* buildTop();
    QTableView* buildTable();
    void start();
    void predict();
    void show(std::shared_ptr<const ClipPredictions> predictions);
    void say(const QString& text);
    void cancel();
    void drawMatrix();
    QString describe(int row, int column) const;
    void listCell(int row, int column);
    void listClass();
    template <typename Wanted>
    void listClips(const QString& title, Wanted wanted);
    QString className(int index) const;

    std::shared_ptr<const ClipPredictions> m_predictions;
    Job<std::shared_ptr<const ClipPredictions>> m_job;
    bool m_waiting = false; ///< for the clips
    QComboBox* m_set;
    QCheckBox* m_normalised;
    QLabel* m_summary;
    HeatMap* m_matrix;
    WorkBar* m_work;
    ClassScoreModel* m_scores;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    ClipBrowser* m_browser;
};

} // namespace rankscope
