// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace rankscope {

struct ReadOptions {
    int width = 160, height = 120; ///< frames are resized to this, whatever their shape
    int candidates = 24;           ///< evenly spaced frames to keep; 0 = all
    int maxFrames = 200'000;       ///< reading ends here: no file may take for ever
    int stride = 1;                ///< all frames: every stride-th one from the first on
    int mostKept = 0;              ///< all frames: reading ends with so many; 0 = no bound
};

struct DecodedClip {
    std::vector<std::vector<std::uint8_t>> frames; ///< RGB [height][width][3], ascending in time
    int decodedFrames = 0;                         ///< frames the file really holds
    double framesPerSecond = 0;                    ///< 0: not known
};

/// Decodes from start to end (sequential reading beats seeking, and headers lie about lengths), honours
/// rotation, goes on past a bounded number of bad packets. Throws Error "<path>: <reason>." (not a regular
/// file, empty, a text file, no video stream, nothing decodable, frames too large), Cancelled.
DecodedClip readVideo(const std::filesystem::path& path, const ReadOptions& options,
                      std::stop_token stop = {});

/// The middle one of the first frames, for lists and icons.
std::vector<std::uint8_t> readThumbnail(const std::filesystem::path& path, int width, int height);

} // namespace rankscope
