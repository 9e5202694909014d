// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace rankscope {

/// Writes RGB frames [height][width][3] as an AVI file (Motion JPEG), atomically: a temporary file beside it,
/// then a rename. Throws Error naming the file.
void writeVideo(const std::filesystem::path& path, const std::vector<std::vector<std::uint8_t>>& frames,
                int width, int height, double framesPerSecond);

} // namespace rankscope
