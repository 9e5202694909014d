// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"

namespace rankscope {

/// The built-in set "moving shapes": 8 classes that differ only by motion (left, right, up, down, clockwise,
/// anticlockwise, growing, shrinking). A disc, square or diamond in a bright random colour on a dark noisy
/// background, with random place, size, speed and phase, so that no single frame tells the class.
struct MovingShapes {
    int clipsPerClass = 100;
    std::uint64_t seed = 1;
    static constexpr int width = 64, height = 48, frames = 24;
    static const std::vector<std::string>& classes();
};

/// Frame t of clip number `clip` of a class: RGB bytes [height][width][3]; a function of its arguments alone.
std::vector<std::uint8_t> movingShapeFrame(const MovingShapes& shapes, int classIndex, int clip, int t);

/// Writes folder/<class>/<number>.avi as real video files, in parallel; files that exist already are kept.
/// Throws Error (folder not writable, disk full), Cancelled.
void writeMovingShapes(const MovingShapes& shapes, const std::filesystem::path& folder, int threads,
                       std::stop_token stop = {}, const Progress& progress = {});

} // namespace rankscope
