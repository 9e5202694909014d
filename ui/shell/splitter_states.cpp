// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/splitter_states.h"

#include <QSplitter>

namespace rankscope {

QByteArrayList splitterStates(const QWidget& widget) {
    QByteArrayList states;
    for (const QSplitter* splitter : widget.findChildren<QSplitter*>()) states << splitter->saveState();
    return states;
}

void restoreSplitters(QWidget& widget, const QByteArrayList& states) {
    const auto splitters = widget.findChildren<QSplitter*>();
    if (splitters.size() != states.size()) return;
    for (qsizetype i = 0; i < splitters.size(); ++i) splitters[i]->restoreState(states[i]);
}

} // namespace rankscope
