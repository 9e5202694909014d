// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"

#include <QString>

namespace rankscope {

enum class Theme { System, Light, Dark };

template <>
struct Names<Theme> {
    static constexpr const char* what = "Theme";
    static constexpr Named<Theme> all[] = {
        {Theme::System, "system", "System"}, {Theme::Light, "light", "Light"}, {Theme::Dark, "dark", "Dark"}};
};

/// Switches the whole application at once. `systemStyle` is the style it started with.
void applyTheme(Theme theme, const QString& systemStyle);

} // namespace rankscope
