// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/frame_order.h"

namespace rankscope {

FrameOrder::FrameOrder(const DataSpec& spec) {
    const Index c = spec.channels, width = spec.width, height = spec.height, w = spec.patchWidth,
                h = spec.patchHeight;
    const auto inOrder = [this](std::vector<CopyAxis> axes) { // outermost first, as they lie in the result
        Index stride = 1;
        for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
            axis->outStride = stride;
            stride *= axis->size;
        }
        m_axes = std::move(axes);
    };
    switch (spec.layout) {
    case FrameLayout::ChannelLast:
        break;
    case FrameLayout::ChannelFirst:
        inOrder({{c, 1, 0}, {height, width * c, 0}, {width, c, 0}});
        m_channelRun = width * height;
        break;
    case FrameLayout::Patches:
        inOrder(
            {{height / h, h * width * c, 0}, {width / w, w * c, 0}, {h, width * c, 0}, {w, c, 0}, {c, 1, 0}});
        break;
    }
}

} // namespace rankscope
