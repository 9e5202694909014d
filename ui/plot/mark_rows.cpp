// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/mark_rows.h"

namespace rankscope {

QVector<int> rowsOf(const QVector<Span>& labels, int rows, double gap) {
    QVector<int> chosen;
    for (const Span& label : labels) {
        int row = 0;
        const auto taken = [&] {
            for (int i = 0; i < chosen.size(); ++i)
                if (chosen[i] == row && label.left < labels[i].right + gap &&
                    labels[i].left < label.right + gap)
                    return true;
            return false;
        };
        while (row < rows && taken()) ++row;
        chosen << (row < rows ? row : -1);
    }
    return chosen;
}

} // namespace rankscope
