// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

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

private:
    void buildTable();
    QWidget* buildTop();
    QMenu* columnMenu();
    void showMenu(const QPoint& place);
    void storeColumns();

    RunTableModel& m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
};

} // namespace rankscope
