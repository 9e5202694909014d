// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// What both ways of naming clips, folders and lists, ask of a file.
namespace rankscope {

/// Names are written to JSON, CSV and the window, all of them UTF-8.
bool isUtf8(std::string_view text);

/// The text with every byte that is no UTF-8 replaced, so that it can be shown.
std::string shownName(std::string_view text);

/// Whether a path with all links resolved lies inside a folder with all links resolved.
bool isInside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Why an entry is no clip, judged without opening it; empty where it may be one. Follows links that stay
/// inside `root` (resolved).
std::string whyNotAClip(const std::filesystem::path& path, const std::filesystem::path& root);

inline constexpr int maxClips = 200'000;
inline constexpr int maxDepth = 16;

} // namespace rankscope
