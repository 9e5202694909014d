// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/fit.h"

#include <QAbstractTableModel>

namespace rankscope {

/// Maps that meet a budget, best first.
class FitModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Format, Modes, Ranks, Parameters, Macs, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setCandidates(std::vector<FitCandidate> candidates);
    const FitCandidate& candidate(int row) const { return m_candidates.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<FitCandidate> m_candidates;
};

} // namespace rankscope
