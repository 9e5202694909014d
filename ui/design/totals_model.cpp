// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/totals_model.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {
QString none() {
    return QStringLiteral("–");
}
QString waiting() {
    return QStringLiteral("…");
}
QString asText(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

void TotalsModel::setCandidates(std::vector<Candidate> candidates) {
    const bool sameColumns = candidates.size() == m_candidates.size();
    if (!sameColumns) beginResetModel();
    m_candidates = std::move(candidates);
    m_costs = {};
    if (!sameColumns) return endResetModel();
    Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void TotalsModel::setCosts(const CostComparison& costs) {
    m_costs = costs;
    Q_EMIT dataChanged(index(Forward, 0), index(Memory, columnCount() - 1));
}

void TotalsModel::setRates(const std::optional<StepRates>& rates) {
    m_rates = rates;
    if (columnCount() > 0) Q_EMIT dataChanged(index(Step, 0), index(Step, columnCount() - 1));
}

std::optional<double> TotalsModel::cost(int row, std::size_t candidate) const {
    if (candidate >= m_costs.costs.size() || !m_costs.costs[candidate]) return {};
    const CostReport& costs = *m_costs.costs[candidate];
    switch (row) {
    case Forward:
        return costs.forward;
    case Training:
        return costs.training;
    case Step:
        return m_rates ? std::optional(expectedStepMs(*m_rates, m_candidates[candidate].model, costs))
                       : std::nullopt;
    default:
        return m_costs.activationBytes[candidate];
    }
}

int TotalsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int{RowCount};
}

int TotalsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || m_candidates.empty() ? 0 : ratioColumn() + 1;
}

QString TotalsModel::value(int row, std::size_t candidate) const {
    const auto& counts = m_candidates[candidate].counts;
    if (!counts) return none();
    switch (row) {
    case Map:
        return asText(grouped(counts->inputToHidden));
    case Layer:
        return asText(grouped(counts->layer));
    case Model:
        return asText(grouped(counts->model));
    default:
        break;
    }
    const auto found = cost(row, candidate);
    if (!found) return m_costs.costs.empty() || (row == Step && !m_rates) ? waiting() : none();
    if (row == Step)
        return tr("%1 ms").arg(*found < 99.5 ? QLocale().toString(*found, 'g', 2)
                                             : asText(grouped(std::llround(*found))));
    return row == Memory ? QLocale().formattedDataSize(static_cast<qint64>(*found), 1) : shortNumber(*found);
}

std::size_t TotalsModel::denseCandidate() const {
    const auto found = std::ranges::find_if(
        m_candidates, [](const Candidate& candidate) { return candidate.model.map.format == "dense"; });
    return static_cast<std::size_t>(found - m_candidates.begin());
}

QString TotalsModel::ratio(int row) const {
    const auto& counts = m_candidates.front().counts;
    if (!counts) return none();
    switch (row) {
    case Map:
        return asText(ratioText(counts->inputToHiddenRatio()));
    case Layer: {
        const QString text = asText(ratioText(counts->layerRatio()));
        return counts->layerCeiling() > 0
                   ? tr("%1 (max %2)").arg(text, asText(ratioText(counts->layerCeiling())))
                   : text;
    }
    case Model:
        return asText(ratioText(counts->modelRatio()));
    default:
        break;
    }
    const auto own = cost(row, 0), dense = cost(row, denseCandidate());
    if (!own) return m_costs.costs.empty() || (row == Step && !m_rates) ? waiting() : none();
    return dense && *own > 0 ? asText(ratioText(*dense / *own)) : none();
}

QString TotalsModel::explanation(int row) const {
    switch (row) {
    case Map:
        return tr("Input-to-hidden weights, bias not counted");
    case Layer:
        return tr("The map with the hidden-to-hidden weights U and the bias; with a dense U the ratio cannot "
                  "exceed its maximum");
    case Model:
        return tr("The layer with its head");
    case Forward:
        return tr("Multiply-accumulates of the map for one frame, forward, in the best order");
    case Training:
        return tr("Multiply-accumulates of the map for one frame of a training step, in the best order");
    case Step:
        return tr(
            "Expected time of a training step (forward, backward, update) of a batch, from a benchmark of "
            "this machine: a guide, good to a factor of two");
    case Memory:
        return tr("What a training step of a batch holds: intermediates of the map, gates and states");
    default:
        return {};
    }
}

QVariant TotalsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const bool isRatio = index.column() == ratioColumn();
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return isRatio ? ratio(index.row()) : value(index.row(), column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.column() == 0 || isRatio);
        return font;
    }
    case Qt::ToolTipRole:
        return isRatio || m_candidates[column].problem.isEmpty() ? explanation(index.row())
                                                                 : m_candidates[column].problem;
    default:
        return {};
    }
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        if (role == Qt::ToolTipRole) return explanation(section);
        if (role != Qt::DisplayRole) return {};
        const QString names[] = {tr("Map"),          tr("Layer"), tr("Model"),      tr("MAC forward"),
                                 tr("MAC training"), tr("Step"),  tr("Activations")};
        return section < RowCount ? names[section] : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (section == ratioColumn()) return role == Qt::DisplayRole ? tr("Ratio") : QVariant();
    if (section < 0 || section > ratioColumn()) return {};
    const Candidate& candidate = m_candidates[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return shortTitle(formatNamed(candidate.model.map.format));
    if (role == Qt::ToolTipRole)
        return candidate.ranks.isEmpty() ? candidate.title
                                         : tr("%1, %2").arg(candidate.title, candidate.ranks);
    return {};
}

} // namespace rankscope
