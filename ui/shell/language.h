// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"

namespace rankscope {

/// The language of the window's texts and the form of its numbers.
enum class Language { System, English, Chinese };

template <>
struct Names<Language> {
    static constexpr const char* what = "Language";
    static constexpr Named<Language> all[] = {{Language::System, "system", "System"},
                                              {Language::English, "en", "English"},
                                              {Language::Chinese, "zh_CN", "简体中文"}};
};

/// Loads the texts for everything that is built from now on; once, before the first window. A system language
/// that is not among them means English texts with the system's numbers.
void applyLanguage(Language language);

} // namespace rankscope
