// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"

#include <QString>

#include <span>

/// The engine's words for people (titles of choices, formats and presets) in the language of the window. The
/// engine itself knows English alone; its texts are listed in engine_texts.cpp, from where they are
/// translated.
namespace rankscope {

/// The language of the texts in use, "en" or "zh_CN".
const char* languageInUse();

/// English where the text is not in the list.
QString translated(const char* engineText);
inline QString translated(const std::string& engineText) {
    return translated(engineText.c_str());
}

/// The title of a value of an enumeration with Names.
template <class E>
QString translatedTitle(E value) {
    const auto* found = std::ranges::find(Names<E>::all, value, &Named<E>::value);
    return translated(found->title);
}

/// All texts of the engine that `translated` knows; a test holds them against the engine.
std::span<const char* const> engineTexts();

} // namespace rankscope
