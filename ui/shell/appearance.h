// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace rankscope {

enum class Theme { System, Light, Dark };

QString idOf(Theme theme); ///< "system", "light", "dark": in settings
Theme themeOf(const QString& id);

/// Switches the whole application at once. `systemStyle` is the style it started with.
void applyTheme(Theme theme, const QString& systemStyle);

} // namespace rankscope
