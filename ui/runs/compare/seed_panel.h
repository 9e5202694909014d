// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QWidget>

class QSortFilterProxyModel;

namespace rankscope {

class SeedModel;

/// Mean and spread over seeds of the runs in the table, each configuration at its own best learning rate.
class SeedPanel : public QWidget {
    Q_OBJECT
public:
    explicit SeedPanel(QWidget* parent = nullptr);
    void setRuns(const std::vector<RunRowPtr>& runs);

signals:
    void runClicked(const std::filesystem::path& run); ///< the best one of a row

private:
    SeedModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

} // namespace rankscope
