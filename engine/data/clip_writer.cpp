// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/clip_writer.h"

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/video/augment.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <numeric>

namespace rankscope {

namespace {

/// Below one grey level a channel carries noise only, which must not be blown up.
constexpr float leastDeviation = 1.0f;

FrameTransform drawTransform(const DataSpec& spec, Random random) {
    const Augmentation& limits = spec.augment;
    FrameTransform drawn;
    const double shift = limits.shift * spec.width;
    drawn.shiftX = random.uniform(-shift, shift);
    drawn.shiftY = random.uniform(-shift, shift);
    drawn.zoom = random.uniform(1 - limits.zoom, 1 + limits.zoom);
    drawn.bias = 255 * random.uniform(-limits.brightness, limits.brightness);
    drawn.gain = random.uniform(1 - limits.contrast, 1 + limits.contrast);
    drawn.mirror = limits.mirror && random.below(2) == 1;
    if (limits.crop > 0) {
        // a window that fills the frame: larger by 1 / side, and shifted by what it lies off the centre
        const double side = random.uniform(1 - limits.crop, 1), room = (1 - side) / 2;
        drawn.zoom /= side;
        drawn.shiftX -= random.uniform(-room, room) * spec.width * drawn.zoom;
        drawn.shiftY -= random.uniform(-room, room) * spec.height * drawn.zoom;
    }
    return drawn;
}

std::size_t rowOf(const TimeSteps& steps, std::size_t t, int place) {
    return static_cast<std::size_t>(steps.first(static_cast<Index>(t)) + place);
}

/// Y' of ITU-R BT.601 in whole numbers; three equal bytes give that byte.
std::uint8_t luminance(const std::uint8_t* rgb) {
    constexpr int red = 19595, green = 38470, blue = 7471, half = 1 << 15; // of 2^16
    return static_cast<std::uint8_t>((red * rgb[0] + green * rgb[1] + blue * rgb[2] + half) >> 16);
}

} // namespace

bool keepsBytes(const DataSpec& spec) {
    return spec.input == InputForm::Raw || (spec.absolute && spec.input != InputForm::MeanDifference);
}

std::size_t rgbBytes(const DataSpec& spec) {
    return 3 * static_cast<std::size_t>(spec.width) * static_cast<std::size_t>(spec.height);
}

void checkSource(const FrameSource& source, const DataSpec& spec) {
    if (source.width() == spec.width && source.height() == spec.height) return;
    throw Error("The frames are " + std::to_string(source.width()) + " x " + std::to_string(source.height()) +
                ", not " + std::to_string(spec.width) + " x " + std::to_string(spec.height) + ".");
}

int candidatesOf(const FrameSource& source, int clip) {
    const int candidates = source.candidates(clip);
    if (candidates < 1) throw Error("Clip number " + std::to_string(clip) + " has no frames.");
    return candidates;
}

std::vector<int> evaluationFrames(int candidates, int frames) {
    std::vector<int> chosen(static_cast<std::size_t>(frames));
    for (int k = 0; k < frames; ++k)
        chosen[static_cast<std::size_t>(k)] =
            static_cast<int>((2 * std::int64_t{k} + 1) * candidates / (2 * std::int64_t{frames}));
    return chosen;
}

std::vector<int> trainingFrames(int candidates, int frames, std::uint64_t seed, int epoch, int clip) {
    if (candidates < frames) return evaluationFrames(candidates, frames);
    Random random{seed, purpose::frame, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(clip)};
    std::vector<int> chosen;
    for (int k = 0; k < frames; ++k) {
        const auto low = std::int64_t{k} * candidates / frames,
                   high = std::int64_t{k + 1} * candidates / frames;
        chosen.push_back(static_cast<int>(
            low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low)))));
    }
    return chosen;
}

void prepareBlock(FrameBlock& block, std::span<const Index> lengths, const DataSpec& spec,
                  const PixelStatistics& statistics, double inputScale) {
    block.count = std::accumulate(lengths.begin(), lengths.end(), Index{0});
    block.uneven = lengths.front() == lengths.back() ? TimeSteps() : TimeSteps(lengths);
    block.size = Index{spec.width} * spec.height * spec.channels;
    const auto channels = static_cast<std::size_t>(spec.channels);
    const auto values = static_cast<std::size_t>(block.count * block.size);
    block.bytes.resize(keepsBytes(spec) ? values : 0);
    block.values.resize(keepsBytes(spec) ? 0 : values);
    block.clips = static_cast<Index>(lengths.size());
    block.dropout = 0;
    block.channelRun = FrameOrder(spec).channelRun();
    block.scale.assign(channels, static_cast<float>(inputScale));
    block.offset.assign(channels,
                        spec.input == InputForm::Raw ? static_cast<float>(-128 * inputScale) : 0.0f);
    if (inputScale != 0) return;
    if (statistics.mean.size() != channels || statistics.deviation.size() != channels)
        throw Error("The pixel statistics are of " + std::to_string(statistics.mean.size()) +
                    " channels, not " + std::to_string(channels) + ".");
    for (std::size_t c = 0; c < block.scale.size(); ++c) {
        block.scale[c] = 1 / std::max(statistics.deviation[c], leastDeviation);
        block.offset[c] = -statistics.mean[c] * block.scale[c];
    }
}

ClipWriter::ClipWriter(const DataSpec& spec)
    : m_spec(spec),
      m_order(spec),
      m_frameSize(static_cast<std::size_t>(spec.width) * static_cast<std::size_t>(spec.height) *
                  static_cast<std::size_t>(spec.channels)) {}

void ClipWriter::write(Frames frames, FrameBlock& block, int place) {
    if (m_spec.channels == 3) return writeChannels(frames, block, place);
    m_grey.resize(frames.size() * m_frameSize);
    std::vector<std::span<const std::uint8_t>> grey;
    for (std::size_t t = 0; t < frames.size(); ++t) {
        std::uint8_t* out = m_grey.data() + t * m_frameSize;
        for (std::size_t i = 0; i < m_frameSize; ++i) out[i] = luminance(frames[t].data() + 3 * i);
        grey.emplace_back(out, m_frameSize);
    }
    writeChannels(grey, block, place);
}

void ClipWriter::writeChannels(Frames frames, FrameBlock& block, int place) {
    if (m_order.isIdentity()) return writeLaidOut(frames, block, place);
    // before any difference: those are taken value by value, so that the order does not matter
    m_laidOut.resize(frames.size() * m_frameSize);
    std::vector<std::span<const std::uint8_t>> ordered;
    for (std::size_t t = 0; t < frames.size(); ++t) {
        std::uint8_t* out = m_laidOut.data() + t * m_frameSize;
        m_order.apply(frames[t].data(), out);
        ordered.emplace_back(out, m_frameSize);
    }
    writeLaidOut(ordered, block, place);
}

void ClipWriter::writeLaidOut(Frames frames, FrameBlock& block, int place) {
    const TimeSteps steps = stepsOf(block);
    if (!block.values.empty()) return writeDifferences(frames, block.values, steps, place);
    if (m_spec.input != InputForm::Raw) return writeDifferences(frames, block.bytes, steps, place);
    for (std::size_t t = 0; t < frames.size(); ++t)
        std::memcpy(block.bytes.data() + rowOf(steps, t, place) * m_frameSize, frames[t].data(), m_frameSize);
}

void ClipWriter::writeAugmented(Frames frames, FrameBlock& block, int place, std::uint64_t seed, int epoch,
                                int clip) {
    if (!m_spec.augment.changesPixels()) return write(frames, block, place);
    const auto epochKey = static_cast<std::uint64_t>(epoch), clipKey = static_cast<std::uint64_t>(clip);
    const FrameTransform transform = drawTransform(m_spec, Random{seed, purpose::augment, epochKey, clipKey});
    const auto change = [&](std::size_t t, std::uint8_t* out) {
        const std::span<std::uint8_t> changed(out, rgbBytes(m_spec));
        transformFrame(frames[t], changed, m_spec.width, m_spec.height, transform);
        addNoise(changed, 255 * m_spec.augment.noise,
                 Random{seed, purpose::augment, epochKey, clipKey, static_cast<std::uint64_t>(t)});
    };
    if (m_spec.input == InputForm::Raw && m_spec.channels == 3 && m_order.isIdentity()) {
        const TimeSteps steps = stepsOf(block);
        for (std::size_t t = 0; t < frames.size(); ++t)
            change(t, block.bytes.data() + rowOf(steps, t, place) * m_frameSize);
        return;
    }
    const std::size_t bytes = rgbBytes(m_spec);
    m_changed.resize(frames.size() * bytes);
    std::vector<std::span<const std::uint8_t>> changed;
    for (std::size_t t = 0; t < frames.size(); ++t) {
        change(t, m_changed.data() + t * bytes);
        changed.emplace_back(m_changed.data() + t * bytes, bytes);
    }
    write(changed, block, place);
}

template <class Value>
void ClipWriter::writeDifferences(Frames frames, std::vector<Value>& values, const TimeSteps& steps,
                                  int place) {
    const bool fromMean = m_spec.input == InputForm::MeanDifference;
    if (fromMean) meanOf(frames);
    for (std::size_t t = 0; t < frames.size(); ++t) {
        Value* out = values.data() + rowOf(steps, t, place) * m_frameSize;
        const std::uint8_t* frame = frames[t].data();
        // The size is a copy: bytes written through `out` could change a member, for all the compiler knows.
        const auto write = [out, frame, size = m_frameSize,
                            absolute = m_spec.absolute](const auto* reference) {
            if (absolute)
                for (std::size_t i = 0; i < size; ++i)
                    out[i] = static_cast<Value>(std::abs(frame[i] - reference[i]));
            else
                for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<Value>(frame[i] - reference[i]);
        };
        if (fromMean)
            write(m_mean.data());
        else
            write(frames[m_spec.input == InputForm::FirstDifference || t == 0 ? 0 : t - 1].data());
    }
}

void ClipWriter::meanOf(Frames frames) {
    m_sum.assign(m_frameSize, 0);
    m_mean.resize(m_frameSize);
    for (const auto& frame : frames)
        for (std::size_t i = 0; i < m_frameSize; ++i) m_sum[i] += frame[i];
    const auto count = static_cast<float>(frames.size());
    for (std::size_t i = 0; i < m_frameSize; ++i) m_mean[i] = static_cast<float>(m_sum[i]) / count;
}

} // namespace rankscope
