// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <nlohmann/json_fwd.hpp>

/// Specs as JSON, in run.json, presets and --spec files. Unknown keys and wrong types are refused with a
/// message that names the key; missing keys keep their defaults.
namespace rankscope {

nlohmann::json toJson(const ExperimentSpec& spec); ///< {"model": .., "data": .., "training": ..}
nlohmann::json toJson(const ModelSpec& spec);
nlohmann::json toJson(const DataSpec& spec);
nlohmann::json toJson(const TrainingSpec& spec);

/// Reads the sections present into `spec`. Throws Error naming `origin` (a file) and the key.
void fromJson(const nlohmann::json& json, ExperimentSpec& spec, std::string_view origin);

/// A whole model, validated. Throws Error naming `origin`.
ModelSpec modelFromJson(const nlohmann::json& json, std::string_view origin);

/// Reads a file of at most 1 MB and depth 16: a --spec file or a run.json (its "spec" section). Throws Error.
ExperimentSpec readSpecFile(const std::filesystem::path& path);

inline constexpr std::size_t largestJson = std::size_t{1} << 20;

/// Parses text of at most `limit` bytes and depth 16 in which no object names a key twice. Throws Error
/// naming `origin`.
nlohmann::json parseJson(std::string_view text, std::string_view origin, std::size_t limit = largestJson);

} // namespace rankscope
