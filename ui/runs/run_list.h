// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QSortFilterProxyModel;
class QTableView;

namespace rankscope {

class RunTableModel;

/// The table of runs with what narrows it down: a filter, the columns, the epoch at which runs are compared.
class RunList : public QWidget {
    Q_OBJECT
public:
    explicit RunList(RunTableModel& model, QWidget* parent = nullptr);
    ~RunList() override;

    std::vector<RunRowPtr> selected() const;
    /// Those that the filter lets through, in the order of the table.
    std::vector<RunRowPtr> visible() const;
    void select(const std::filesystem::path& run);

signals:
    void selectionChanged();
    void visibleChanged();
    void activated();
    void deleteAsked();
    void colorChosen(const std::vector<std::filesystem::path>& runs, std::optional<int> color);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    QWidget* buildTop();
    QMenu* columnMenu();
    void showMenu(const QPoint& place);
    int usualWidth(int column) const;
    void fitColumns(); ///< those of a wider window, where they do not fit into this one
    void storeColumnsSoon();
    void storeColumns();

    RunTableModel& m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    bool m_fitted = false;
    QTimer m_storeDelay; ///< dragging a column must not wait for the disk
};

} // namespace rankscope
