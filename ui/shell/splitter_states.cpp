// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/splitter_states.h"

#include <QSplitter>

namespace rankscope {

QByteArrayList splitterStates(const QList<QSplitter*>& splitters) {
    QByteArrayList states;
    for (const QSplitter* splitter : splitters) states << splitter->saveState();
    return states;
}

void restoreSplitters(const QList<QSplitter*>& splitters, const QByteArrayList& states) {
    if (splitters.size() != states.size()) return;
    for (qsizetype i = 0; i < splitters.size(); ++i) {
        const Qt::Orientation orientation = splitters[i]->orientation(); // a state has it too
        splitters[i]->restoreState(states[i]);
        splitters[i]->setOrientation(orientation);
    }
}

} // namespace rankscope
