// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

namespace rankscope {

/// From left to right, in pixels.
struct Span {
    double left = 0, right = 0;
};

/// A row for each label so that no two of a row come nearer than `gap`: the lowest row that is free, counted
/// from 0. Labels are served in the order given; -1: there is no room for one in the `rows` rows.
QVector<int> rowsOf(const QVector<Span>& labels, int rows, double gap);

} // namespace rankscope
