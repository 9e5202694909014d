// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/inspection.h"

#include <QWidget>

#include <memory>
#include <vector>

class QHBoxLayout;

namespace rankscope {

class HeatMap;

/// A cell over the time of a clip: one heat map for each gate, the cell state, the hidden state and the
/// answer, all with time across; a click in any of them chooses a time.
class TraceMaps : public QWidget {
    Q_OBJECT
public:
    explicit TraceMaps(QWidget* parent = nullptr);

    void setTrace(std::shared_ptr<const CellTrace> trace, const std::vector<std::string>& classes);
    /// Units in the order of their hidden state at the end, else by number.
    void setSorted(bool sorted);
    void setTime(int step);

signals:
    void timeChosen(int step);

private:
    /// Values [T, width] of which `rows` begin at `first`.
    struct Part {
        QString title, unit;
        const std::vector<float>* values = nullptr;
        Index first = 0, width = 0, rows = 0;
        double limit = 0;
        bool diverging = false, sorted = false;
    };
    std::vector<Part> parts() const;
    void fill();

    std::shared_ptr<const CellTrace> m_trace;
    QStringList m_classes;
    bool m_sorted = false;
    QHBoxLayout* m_row;
    std::vector<HeatMap*> m_maps;
};

} // namespace rankscope
