// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/costs.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace rankscope {

class OrderModel;
class StepModel;

/// In which order the map can be multiplied and what each order costs, and the steps of the best one.
class OrderPage : public QWidget {
    Q_OBJECT
public:
    explicit OrderPage(QWidget* parent);
    void setCosts(const std::optional<CostReport>& costs);

private:
    OrderModel* m_orders;
    StepModel* m_steps;
    QLabel* m_recurrent; ///< U h, which has an order of its own
};

} // namespace rankscope
