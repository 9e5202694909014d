// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/trace_maps.h"

#include "ui/plot/heat_map.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace rankscope {

TraceMaps::TraceMaps(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins({});
}

void TraceMaps::setTrace(std::shared_ptr<const CellTrace> trace, const std::vector<std::string>& classes) {
    m_trace = std::move(trace);
    m_classes.clear();
    for (const std::string& name : classes) m_classes << QString::fromStdString(name);
    fill();
}

void TraceMaps::setSorted(bool sorted) {
    m_sorted = sorted;
    fill();
}

void TraceMaps::setTime(int step) {
    for (HeatMap* map : m_maps) map->setMarkedColumn(step);
}

std::vector<TraceMaps::Part> TraceMaps::parts() const {
    std::vector<Part> all;
    if (!m_trace) return all;
    const Index j = m_trace->hidden, gates = static_cast<Index>(m_trace->gates.size());
    // A cell without gates has its hidden state alone.
    for (Index gate = 0; gate < gates && gates > 1; ++gate) {
        const QString name = QString::fromStdString(m_trace->gates[static_cast<std::size_t>(gate)]);
        const bool squashed = name == QStringLiteral("i") || name == QStringLiteral("f") ||
                              name == QStringLiteral("o") || name == QStringLiteral("z") ||
                              name == QStringLiteral("r");
        all.push_back({tr("Gate %1").arg(name), tr("unit"), &m_trace->gateValues, gate * j, gates * j, j, 1.0,
                       !squashed, true});
    }
    if (!m_trace->cellStates.empty())
        all.push_back({tr("Cell c"), tr("unit"), &m_trace->cellStates, 0, j, j, 0, true, true});
    all.push_back({tr("Hidden h"), tr("unit"), &m_trace->states, 0, j, j, gates > 1 ? 1.0 : 0.0, true, true});
    all.push_back({tr("Answer"), tr("class"), &m_trace->probabilities, 0, m_trace->outputs, m_trace->outputs,
                   1.0, false, false});
    return all;
}

void TraceMaps::fill() {
    const auto all = parts();
    while (m_maps.size() > all.size()) {
        delete m_maps.back();
        m_maps.pop_back();
    }
    while (m_maps.size() < all.size()) {
        auto* map = new HeatMap(this);
        connect(map, &HeatMap::currentChanged, this, [this](int, int column) { emit timeChosen(column); });
        m_row->addWidget(map, 1);
        m_maps.push_back(map);
    }
    std::vector<int> order(m_trace ? static_cast<std::size_t>(m_trace->hidden) : 0); // of the units
    std::iota(order.begin(), order.end(), 0);
    if (m_trace && m_sorted)
        std::ranges::stable_sort(order, std::greater<>(), [this](int unit) {
            return m_trace->states[static_cast<std::size_t>((m_trace->time - 1) * m_trace->hidden + unit)];
        });
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Part& part = all[i];
        HeatMapValues values{static_cast<int>(part.rows), static_cast<int>(m_trace->time), {}};
        values.limit = part.limit;
        const auto rowOf = [&](Index row) {
            return part.sorted ? Index{order[static_cast<std::size_t>(row)]} : row;
        };
        for (Index row = 0; row < part.rows; ++row) {
            for (Index t = 0; t < m_trace->time; ++t)
                values.values.push_back(
                    (*part.values)[static_cast<std::size_t>(t * part.width + part.first + rowOf(row))]);
            if (part.sorted && m_sorted) values.rowNames << QString::number(rowOf(row));
        }
        if (!part.sorted) values.rowNames = m_classes;
        HeatMap* map = m_maps[i];
        map->setColorMap(part.diverging ? ColorMap::Diverging : ColorMap::Sequential);
        map->setCompact(part.sorted);
        map->setTitles({}, part.title);
        map->setAccessibleName(part.title);
        const bool named = !part.sorted;
        map->setDescriber([this, map, named, unit = part.unit, title = part.title](int row, int column) {
            const HeatMapValues& shown = map->values();
            const QString which = row < shown.rowNames.size() ? shown.rowNames[row] : QString::number(row);
            return tr("%1, step %2, %3 %4: %5")
                .arg(title)
                .arg(column + 1)
                .arg(unit, which,
                     QLocale().toString(shown.values[static_cast<std::size_t>(row * shown.columns + column)],
                                        'g', 4));
        });
        QStringList steps;
        for (Index t = 1; t <= m_trace->time; ++t) steps << QString::number(t);
        values.columnNames = steps;
        map->setValues(std::move(values));
        m_row->setStretch(static_cast<int>(i), named ? 2 : 1);
    }
}

} // namespace rankscope
