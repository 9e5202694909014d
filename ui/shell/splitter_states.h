// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

class QWidget;

namespace rankscope {

/// How the splitters of a window stand, in the order in which they were made.
QByteArrayList splitterStates(const QWidget& window);
/// Does nothing where their number is another (stored by another version).
void restoreSplitters(QWidget& window, const QByteArrayList& states);

} // namespace rankscope
