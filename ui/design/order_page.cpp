// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/order_page.h"

#include "ui/design/comparison.h"
#include "ui/design/order_model.h"
#include "ui/design/step_model.h"
#include "ui/shell/plain_table.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

namespace rankscope {

OrderPage::OrderPage(QWidget* parent)
    : QWidget(parent),
      m_orders(new OrderModel(this)),
      m_steps(new StepModel(this)),
      m_recurrent(new QLabel(this)) {
    auto* orders = plainTable(m_orders, tr("Orders of contraction"), this);
    orders->setToolTip(tr("Point at an order for its tree"));
    orders->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    orders->horizontalHeader()->setSectionResizeMode(OrderModel::Order, QHeaderView::Stretch);
    auto* steps = plainTable(m_steps, tr("Steps of the best order"), this);
    steps->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    steps->horizontalHeader()->setSectionResizeMode(StepModel::Product, QHeaderView::Stretch);
    m_recurrent->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(orders, 1);
    layout->addWidget(steps, 1);
    layout->addWidget(m_recurrent);
}

void OrderPage::setCosts(const std::optional<CostReport>& costs) {
    m_orders->setCosts(costs);
    m_steps->setCosts(costs);
    m_recurrent->setVisible(costs && costs->recurrentDenseForward > 0);
    if (!costs) return;
    const QString forward = shortNumber(costs->recurrentForward),
                  training = shortNumber(costs->recurrentTraining);
    m_recurrent->setText(
        costs->recurrentTree.empty()
            ? tr("Hidden to hidden (dense): %1 MAC a frame, training %2.").arg(forward, training)
            : tr("Hidden to hidden %1: %2 MAC a frame, training %3; dense %4.")
                  .arg(QString::fromStdString(costs->recurrentTree), forward, training,
                       shortNumber(costs->recurrentDenseForward)));
}

} // namespace rankscope
