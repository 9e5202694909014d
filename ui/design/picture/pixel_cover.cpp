// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/picture/pixel_cover.h"

#include "engine/data/frame_order.h"
#include "engine/format/factorisation.h"

#include <QCoreApplication>

#include <numeric>

namespace rankscope {

namespace {
struct PixelCover {
    Q_DECLARE_TR_FUNCTIONS(rankscope::PixelCover)
};

QString fraction(Index part, Index whole) {
    const Index shared = std::gcd(part, whole);
    const QString above = QString::number(part / shared);
    return whole == shared ? above : QStringLiteral("%1/%2").arg(above).arg(whole / shared);
}

/// "1 row", "15 rows", "3/2 rows".
QString amount(Index values, Index unit, const QString& one, const QString& many) {
    return values == unit ? one : many.arg(fraction(values, unit));
}
} // namespace

bool patchesFit(const DataSpec& data) {
    return data.layout != FrameLayout::Patches ||
           (data.patchWidth > 0 && data.patchHeight > 0 && data.width % data.patchWidth == 0 &&
            data.height % data.patchHeight == 0);
}

Shape frameAxes(const DataSpec& data) {
    const Index c = data.channels;
    switch (data.layout) {
    case FrameLayout::ChannelLast:
        break;
    case FrameLayout::ChannelFirst:
        return {c, data.height, data.width};
    case FrameLayout::Patches:
        return {data.height / data.patchHeight, data.width / data.patchWidth, data.patchHeight,
                data.patchWidth, c};
    }
    return {data.height, data.width, c};
}

std::vector<int> valuesInOrder(const DataSpec& data) {
    std::vector<int> plain(static_cast<std::size_t>(data.width) * static_cast<std::size_t>(data.height) *
                           static_cast<std::size_t>(data.channels));
    std::iota(plain.begin(), plain.end(), 0);
    const FrameOrder order(data);
    if (order.isIdentity()) return plain;
    std::vector<int> ordered(plain.size());
    order.apply(plain.data(), ordered.data());
    return ordered;
}

Index blockSize(const Shape& modes, int mode) {
    Index size = 1;
    for (std::size_t k = static_cast<std::size_t>(mode) + 1; k < modes.size(); ++k) size *= modes[k];
    return size;
}

bool isCleanCut(const Shape& modes, int mode, const DataSpec& data) {
    const Index inside = blockSize(modes, mode);
    return inside == 1 || untidyCuts({product(modes) / inside, inside}, frameAxes(data)) == 0;
}

QString coverText(const Shape& modes, int mode, const DataSpec& data) {
    const Index values = blockSize(modes, mode), c = data.channels;
    if (values == 1) return PixelCover::tr("1 value: one channel of one pixel");
    const Index rowSize = Index{data.width} * c, pixelsOfPatch = Index{data.patchWidth} * data.patchHeight;
    switch (data.layout) {
    case FrameLayout::ChannelLast:
        if (values >= rowSize)
            return amount(values, rowSize, PixelCover::tr("1 row"), PixelCover::tr("%1 rows"));
        if (values % c != 0)
            return PixelCover::tr("%1 values: %2 pixels").arg(values).arg(fraction(values, c));
        return values == c ? PixelCover::tr("1 pixel")
                           : PixelCover::tr("%1 pixels, %2 of a row")
                                 .arg(values / c)
                                 .arg(fraction(values / c, data.width));
    case FrameLayout::ChannelFirst: {
        const Index pixels = Index{data.width} * data.height;
        if (values >= pixels)
            return amount(values, pixels, PixelCover::tr("1 channel"), PixelCover::tr("%1 channels"));
        if (values >= data.width)
            return amount(values, data.width, PixelCover::tr("1 row of one channel"),
                          PixelCover::tr("%1 rows of one channel"));
        return PixelCover::tr("%1 pixels of one channel, %2 of a row")
            .arg(values)
            .arg(fraction(values, data.width));
    }
    case FrameLayout::Patches:
        if (values >= pixelsOfPatch * c)
            return amount(values, pixelsOfPatch * c, PixelCover::tr("1 patch"), PixelCover::tr("%1 patches"));
        if (values % c != 0)
            return PixelCover::tr("%1 values: %2 pixels").arg(values).arg(fraction(values, c));
        return PixelCover::tr("%1 pixels, %2 of a patch")
            .arg(values / c)
            .arg(fraction(values / c, pixelsOfPatch));
    }
    return {};
}

} // namespace rankscope
