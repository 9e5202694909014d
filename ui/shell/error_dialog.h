// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace rankscope {

/// Says what went wrong and what to do, with details that can be copied. Does not block: it is gone when the
/// user closes it.
void showError(QWidget* window, const QString& what, const QString& hint, const QString& details = {});

} // namespace rankscope
