// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace rankscope {

enum class Glyph { None, Start, Pause, Stop, Undo, Redo, Folder, Application };

/// Drawn in the palette's colour at the moment of painting, so that icons follow the theme and any scale.
QIcon glyphIcon(Glyph glyph);

} // namespace rankscope
