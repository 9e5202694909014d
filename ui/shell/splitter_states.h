// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

class QSplitter;

namespace rankscope {

/// How splitters stand. They are listed once, when the window is built: showing a tab changes the order of a
/// widget's children.
QByteArrayList splitterStates(const QList<QSplitter*>& splitters);
/// Does nothing where their number is another (stored by another version).
void restoreSplitters(const QList<QSplitter*>& splitters, const QByteArrayList& states);

} // namespace rankscope
