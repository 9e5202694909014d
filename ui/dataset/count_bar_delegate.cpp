// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/count_bar_delegate.h"

#include "ui/dataset/class_table_model.h"

#include <QPainter>

namespace rankscope {

void CountBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const double share = index.data(ClassTableModel::ShareRole).toDouble();
    QRectF bar = QRectF(option.rect).adjusted(4, 4, -4, -4);
    bar.setWidth(bar.width() * share);
    QColor color = option.palette.color(QPalette::Text);
    color.setAlphaF(0.16f);
    painter->fillRect(bar, color);
}

} // namespace rankscope
