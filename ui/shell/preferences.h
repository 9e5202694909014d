// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"

namespace rankscope {

/// What a user sets once for this machine; none of it changes the result of a run.
struct Preferences {
    Theme theme = Theme::System;
    Language language = Language::System; ///< from the next start on
    std::filesystem::path runsFolder;     ///< never empty once read
    Resources resources;                  ///< its cache folder is never empty once read
};

/// The defaults of a first start: one thread per core, folders as the command line has them.
Preferences defaultPreferences();

/// What is stored, with defaults for what is not or cannot be read.
Preferences readPreferences();
void writePreferences(const Preferences& preferences);

} // namespace rankscope
