// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <QString>

namespace rankscope {

/// What typed mode sizes come to: the sizes where they are fit for use, else why not and, where there is one,
/// a choice near to what was typed.
struct ModesCheck {
    Shape modes;      ///< empty where the text is no list of sizes
    QString problem;  ///< empty: fit for use
    Shape suggestion; ///< empty: none
};

/// `what` names the value in messages.
ModesCheck readModes(const QString& text, const QString& what);

/// Input modes must multiply to the number of values of a frame.
ModesCheck checkInputModes(const QString& text, int width, int height, int channels);

/// Both lists must have the same number of modes; says so for `modes`, to be matched with a list of `wanted`
/// modes.
ModesCheck checkModeCount(const Shape& modes, std::size_t wanted, const QString& what, const QString& other);

/// Sizes near `typed`, as many of them, that multiply to `target`: one size changed where that is enough.
Shape nearestModes(const Shape& typed, Index target);

/// The most balanced sizes for `n` in d modes, filled up with ones where n has too few factors.
Shape modesFor(Index n, std::size_t d);

/// "8,20,20,18", as it is typed.
QString modesText(const Shape& modes);

} // namespace rankscope
