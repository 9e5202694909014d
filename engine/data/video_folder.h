// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

namespace rankscope {

/// Every file below a folder that may be a video, judged without opening it, sorted; links that lead out of
/// the folder are left out. At most `maxClips` files, `maxDepth` folders deep (engine/data/file_rules.h).
/// Throws Error where the folder cannot be read or holds more, Cancelled.
std::vector<std::filesystem::path> videosIn(const std::filesystem::path& folder, std::stop_token stop = {});

} // namespace rankscope
