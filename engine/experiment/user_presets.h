// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/presets.h"

#include <filesystem>

/// Presets of the user: one spec file with a title each ("my-model.json"), in one folder. Their names are
/// "user/my-model", apart from those of the built-in ones.
namespace rankscope {

/// $XDG_DATA_HOME/rankscope/presets (or ~/.local/share/...).
std::filesystem::path userPresetsFolder();

struct UserPresets {
    std::vector<Preset> presets;       ///< by title
    std::vector<std::string> problems; ///< of files that are no presets, one sentence each
};

/// The first thousand files ".json" of the folder; empty where there is no such folder.
UserPresets readUserPresets(const std::filesystem::path& folder);

/// A file that somebody made: at most 1 MB, every field checked. Throws Error naming file and field.
Preset readPreset(const std::filesystem::path& file);

/// A file for `readPreset`; what belongs to the clips of one folder (the list) stays out.
void writePreset(const std::filesystem::path& file, const std::string& title, const ExperimentSpec& spec);

/// The file for a title in the folder: "My model, r 4" is "my-model-r-4.json". Throws Error where nothing of
/// the title can stand in a file name.
std::filesystem::path presetFile(const std::filesystem::path& folder, const std::string& title);
/// The file of a preset named "user/..."; empty for others.
std::filesystem::path fileOfPreset(const std::filesystem::path& folder, const std::string& name);

} // namespace rankscope
