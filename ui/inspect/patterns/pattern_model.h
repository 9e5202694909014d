// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QImage>

#include <vector>

namespace rankscope {

/// What one hidden unit looks for in a frame.
struct UnitPattern {
    int unit = 0;
    QImage picture;   ///< zero at mid-grey, the largest magnitude at black or full colour
    double limit = 0; ///< that magnitude
    double norm = 0;
};

/// A pattern [height][width][3 or 1] as a picture.
UnitPattern patternOf(int unit, const std::vector<float>& values, int width, int height);

/// Patterns of the units of a gate, as they are computed.
class PatternModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void clear();
    void add(std::vector<UnitPattern> patterns);
    const UnitPattern& pattern(int row) const { return m_patterns.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<UnitPattern> m_patterns;
};

} // namespace rankscope
