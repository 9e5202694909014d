// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/comparison.h"

#include <QWidget>

namespace rankscope {

class CurvePlot;

/// Parameters and multiplications of the map against one rank for all bonds, with the model as it is marked.
class CostCurves : public QWidget {
    Q_OBJECT
public:
    explicit CostCurves(QWidget* parent);
    void setCosts(const CostComparison& costs);
    void clear(const QString& reason);
    CurvePlot* parameters() { return m_parameters; }
    CurvePlot* macs() { return m_macs; }

private:
    CurvePlot *m_parameters, *m_macs;
};

} // namespace rankscope
