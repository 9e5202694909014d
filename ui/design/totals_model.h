// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/step_time.h"
#include "ui/design/comparison.h"

#include <QAbstractTableModel>

namespace rankscope {

/// Map, layer, model and multiplications per frame, time and memory of a step; a column per format, the
/// edited one first, and the ratio of dense to it.
class TotalsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Row { Map, Layer, Model, Forward, Training, Step, Memory, RowCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// Costs follow later; those of before are forgotten.
    void setCandidates(std::vector<Candidate> candidates);
    void setCosts(const CostComparison& costs);
    /// None: the machine is not measured yet.
    void setRates(const std::optional<StepRates>& rates);
    int ratioColumn() const { return static_cast<int>(m_candidates.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString value(int row, std::size_t candidate) const;
    /// MACs, milliseconds or bytes of a row; none: not known (yet).
    std::optional<double> cost(int row, std::size_t candidate) const;
    QString ratio(int row) const;
    std::size_t denseCandidate() const;
    QString explanation(int row) const;

    std::vector<Candidate> m_candidates;
    CostComparison m_costs;
    std::optional<StepRates> m_rates;
};

} // namespace rankscope
