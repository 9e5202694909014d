// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_row.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace rankscope {

class DifferenceModel;

/// What is not the same in the selected runs.
class DifferencePanel : public QWidget {
    Q_OBJECT
public:
    explicit DifferencePanel(QWidget* parent = nullptr);
    void setRuns(const std::vector<RunRowPtr>& runs);

private:
    DifferenceModel* m_model;
    QTableView* m_table;
    QLabel* m_note;
};

} // namespace rankscope
