// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

/// Videos for tests: plain pictures whose content tells the frame's number, and the folder of odd files.
namespace rankscope {

using Picture = std::vector<std::uint8_t>;

/// One colour a frame; the red level rises with the frame's number.
inline std::vector<Picture> risingRed(int frames, int width, int height) {
    std::vector<Picture> pictures;
    for (int t = 0; t < frames; ++t) {
        Picture picture;
        for (int i = 0; i < width * height; ++i)
            picture.insert(picture.end(),
                           {static_cast<std::uint8_t>(20 + 220 * t / std::max(1, frames - 1)), 60, 200});
        pictures.push_back(picture);
    }
    return pictures;
}

/// Mean of one channel.
inline double meanOf(const Picture& picture, std::size_t channel) {
    double sum = 0;
    for (std::size_t i = channel; i < picture.size(); i += 3) sum += picture[i];
    return sum * 3 / static_cast<double>(picture.size());
}

inline double differenceOf(const Picture& one, const Picture& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) sum += std::abs(one[i] - other[i]);
    return sum / static_cast<double>(one.size());
}

inline std::filesystem::path oddVideos() {
    return std::filesystem::path(RANKSCOPE_SOURCE_DIR) / "../shared/data/odd-videos";
}

inline std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace rankscope
