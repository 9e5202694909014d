// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/curve_data.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableView;

namespace rankscope {

class ReadoutModel;

/// The values under the cross-hair at a fixed place, to be copied.
class Readout : public QWidget {
    Q_OBJECT
public:
    explicit Readout(QWidget* parent = nullptr);

    void setRuns(const std::vector<RunInfo>& runs);
    /// `pinned`: the cross-hair stays where it is.
    void setPlace(CurveX axis, std::optional<double> x, bool pinned);

private:
    void copy() const;

    ReadoutModel* m_model;
    QTableView* m_table;
    QLabel* m_place;
};

} // namespace rankscope
