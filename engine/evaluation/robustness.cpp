// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/robustness.h"

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/data/shown_frames.h"
#include "engine/data/time_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

namespace rankscope {

void validate(const Disturbance& disturbance) {
    if (disturbance.amount >= 0 && disturbance.amount <= 1) return;
    std::ostringstream amount;
    amount << disturbance.amount;
    throw Error("Disturbance " + idOf(disturbance.kind) + ": " + amount.str() + " is not possible.",
                "Choose 0 to 1; the nearest is " + std::string(disturbance.amount > 1 ? "1." : "0."));
}

DisturbedFrames::DisturbedFrames(const FrameSource& source, const DataSpec& spec,
                                 const Disturbance& disturbance, std::uint64_t seed)
    : m_source(source), m_spec(spec), m_disturbance(disturbance), m_seed(seed) {
    validate(disturbance);
}

std::vector<int> DisturbedFrames::keptOf(int clip) const {
    const int all = m_source.candidates(clip);
    const int lost =
        std::min(static_cast<int>(std::lround(m_disturbance.amount * all)), std::max(0, all - 1));
    std::vector<int> frames(static_cast<std::size_t>(all));
    std::iota(frames.begin(), frames.end(), 0);
    Random random{m_seed, purpose::disturbance, static_cast<std::uint64_t>(clip)};
    for (std::size_t i = frames.size(); i > 1; --i) std::swap(frames[i - 1], frames[random.below(i)]);
    frames.resize(frames.size() - static_cast<std::size_t>(lost));
    std::ranges::sort(frames);
    return frames;
}

int DisturbedFrames::candidates(int clip) const {
    return m_disturbance.kind == DisturbanceKind::Drop ? static_cast<int>(keptOf(clip).size())
                                                       : m_source.candidates(clip);
}

int DisturbedFrames::shownFor(int clip, int candidate) const {
    std::vector<int> shown = shownFrames(m_source.candidates(clip), m_spec, clip);
    if (m_disturbance.kind == DisturbanceKind::Repeat) return shown[shown.size() / 2];
    std::ranges::sort(shown); // short clips show frames several times
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    const auto place = static_cast<std::size_t>(std::ranges::find(shown, candidate) - shown.begin());
    if (place == shown.size()) return candidate;
    orderFrames(shown, TimeOrder::Shuffled, m_seed, 0, clip);
    return shown[place];
}

void DisturbedFrames::read(int clip, int candidate, std::span<std::uint8_t> out) const {
    switch (m_disturbance.kind) {
    case DisturbanceKind::Drop:
        return m_source.read(clip, keptOf(clip)[static_cast<std::size_t>(candidate)], out);
    case DisturbanceKind::Repeat:
    case DisturbanceKind::Shuffle:
        return m_source.read(clip, shownFor(clip, candidate), out);
    default:
        m_source.read(clip, candidate, out);
    }
    if (m_disturbance.kind == DisturbanceKind::Noise) addNoise(clip, candidate, out);
    if (m_disturbance.kind == DisturbanceKind::Occlusion) occlude(clip, out);
}

void DisturbedFrames::addNoise(int clip, int candidate, std::span<std::uint8_t> pixels) const {
    Random random{m_seed, purpose::disturbance, static_cast<std::uint64_t>(clip),
                  static_cast<std::uint64_t>(candidate)};
    for (std::uint8_t& pixel : pixels)
        pixel = static_cast<std::uint8_t>(
            std::clamp(std::round(pixel + 255 * m_disturbance.amount * random.normal()), 0.0, 255.0));
}

void DisturbedFrames::occlude(int clip, std::span<std::uint8_t> pixels) const {
    const double side = std::sqrt(m_disturbance.amount);
    const int wide = static_cast<int>(std::lround(side * width())),
              high = static_cast<int>(std::lround(side * height()));
    Random random{m_seed, purpose::disturbance, static_cast<std::uint64_t>(clip)};
    const auto place = [&](int whole, int part) {
        return static_cast<int>(random.below(static_cast<std::uint64_t>(whole - part) + 1));
    };
    const int left = place(width(), wide), top = place(height(), high);
    const std::ptrdiff_t channels = std::ssize(pixels) / (std::ptrdiff_t{width()} * height());
    constexpr std::uint8_t grey = 128;
    for (int row = top; row < top + high; ++row)
        std::fill_n(pixels.begin() + (std::ptrdiff_t{row} * width() + left) * channels, wide * channels,
                    grey);
}

ClipScores scoreDisturbed(SequenceModel<float>& model, const ClipSet& set, const std::vector<int>& clips,
                          int batch, const Disturbance& disturbance, std::uint64_t seed, ThreadPool& pool,
                          std::stop_token stop, const Progress& progress) {
    const DisturbedFrames frames(set.frames, set.spec, disturbance, seed);
    return scoreClips(model, {frames, set.spec, set.statistics, set.labels}, clips, batch, pool, stop,
                      progress);
}

} // namespace rankscope
