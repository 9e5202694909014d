// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

class QWidget;

namespace rankscope {

/// How the splitters below a widget stand, in the order in which they were made. Of a window its central
/// widget: its dialogs come and go.
QByteArrayList splitterStates(const QWidget& widget);
/// Does nothing where their number is another (stored by another version).
void restoreSplitters(QWidget& widget, const QByteArrayList& states);

} // namespace rankscope
