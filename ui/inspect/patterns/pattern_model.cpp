// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/patterns/pattern_model.h"

#include <QIcon>
#include <QLocale>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace rankscope {

UnitPattern patternOf(int unit, const std::vector<float>& values, int width, int height) {
    UnitPattern pattern;
    pattern.unit = unit;
    double squares = 0;
    for (const float value : values) {
        pattern.limit = std::max(pattern.limit, std::abs(double(value)));
        squares += double(value) * double(value);
    }
    pattern.norm = std::sqrt(squares);
    const int channels = static_cast<int>(values.size()) / (width * height);
    pattern.picture =
        QImage(width, height, channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    const double scale = pattern.limit > 0 ? 127 / pattern.limit : 0;
    const float* value = values.data();
    for (int y = 0; y < height; ++y) {
        uchar* line = pattern.picture.scanLine(y);
        for (int i = 0; i < channels * width; ++i)
            line[i] = static_cast<uchar>(std::lround(128 + scale * double(*value++)));
    }
    return pattern;
}

void PatternModel::clear() {
    beginResetModel();
    m_patterns.clear();
    endResetModel();
}

void PatternModel::add(std::vector<UnitPattern> patterns) {
    if (patterns.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(patterns.size()) - 1);
    std::ranges::move(patterns, std::back_inserter(m_patterns));
    endInsertRows();
}

int PatternModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_patterns.size());
}

QVariant PatternModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const UnitPattern& pattern = m_patterns[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(pattern.unit);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("Unit %1: norm %2").arg(pattern.unit).arg(QLocale().toString(pattern.norm, 'g', 4));
    case Qt::DecorationRole:
        return QIcon(QPixmap::fromImage(pattern.picture));
    default:
        return {};
    }
}

} // namespace rankscope
