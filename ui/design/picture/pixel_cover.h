// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"
#include "engine/data/data_spec.h"

#include <QString>

/// Which values of a frame one index of an input mode stands for. The frame is a vector of width * height *
/// channels values in the order of its layout, that the modes index, the first slowest.
namespace rankscope {

/// Whether the patches divide the frame, where it is laid out in patches; only then does what follows have an
/// answer.
bool patchesFit(const DataSpec& data);

/// The sizes of the axes of a flattened frame, slowest first: height, width, channels, or as the layout has
/// them.
Shape frameAxes(const DataSpec& data);

/// Of each position of the flattened frame the value it holds: (row * width + column) * channels + channel.
std::vector<int> valuesInOrder(const DataSpec& data);

/// Values that lie together where the indices of modes 1..mode+1 are fixed.
Index blockSize(const Shape& modes, int mode);

/// Whether such a block ends where rows, patches or pixels end, so that the mode after it does not cut across
/// them.
bool isCleanCut(const Shape& modes, int mode, const DataSpec& data);

/// "15 rows", "120 pixels, 3/4 of a row", "6 pixels", "1 value": the block of one index of a mode.
QString coverText(const Shape& modes, int mode, const DataSpec& data);

} // namespace rankscope
