// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"
#include "engine/evaluation/clip_scores.h"

/// Clips that are disturbed on their way to a trained model, to see what its accuracy rests on.
namespace rankscope {

enum class DisturbanceKind { None, Noise, Occlusion, Drop, Repeat, Shuffle };
template <>
struct Names<DisturbanceKind> {
    static constexpr const char* what = "Disturbance";
    static constexpr Named<DisturbanceKind> all[] = {
        {DisturbanceKind::None, "none", "Undisturbed"},
        {DisturbanceKind::Noise, "noise", "Gaussian noise"},
        {DisturbanceKind::Occlusion, "occlusion", "Occlusion"},
        {DisturbanceKind::Drop, "drop", "Dropped frames"},
        {DisturbanceKind::Repeat, "repeat", "One frame repeated"},
        {DisturbanceKind::Shuffle, "shuffle", "Shuffled frames"}};
};

/// `amount`, 0 to 1: noise: standard deviation as a share of full scale, drawn for every value and cut to
/// 0 .. 255; occlusion: share of the frame below a grey box of the frame's proportions, at one place
/// throughout a clip; drop: share of a clip's candidate frames that are lost (one stays). The others have
/// none: the middle one of the frames shown in place of all, or these in random order (a frame that
/// is shown several times stays so).
struct Disturbance {
    DisturbanceKind kind = DisturbanceKind::None;
    double amount = 0;
};
/// Throws Error naming the amount and the nearest valid one.
void validate(const Disturbance& disturbance);

/// The frames of another source as they are disturbed for evaluation with `spec`. What is drawn depends on
/// (seed, clip, frame) alone.
class DisturbedFrames final : public FrameSource {
public:
    /// `source` and `spec` must outlive it.
    DisturbedFrames(const FrameSource& source, const DataSpec& spec, const Disturbance& disturbance,
                    std::uint64_t seed);

    int clips() const override { return m_source.clips(); }
    int candidates(int clip) const override;
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override;
    int width() const override { return m_source.width(); }
    int height() const override { return m_source.height(); }

private:
    std::vector<int> keptOf(int clip) const;
    int shownFor(int clip, int candidate) const;
    void addNoise(int clip, int candidate, std::span<std::uint8_t> pixels) const;
    void occlude(int clip, std::span<std::uint8_t> pixels) const;

    const FrameSource& m_source;
    const DataSpec& m_spec;
    Disturbance m_disturbance;
    std::uint64_t m_seed;
};

/// Clips as a model sees them when they are disturbed. Throws Error, Cancelled.
ClipScores scoreDisturbed(SequenceModel<float>& model, const ClipSet& set, const std::vector<int>& clips,
                          int batch, const Disturbance& disturbance, std::uint64_t seed, ThreadPool& pool,
                          std::stop_token stop = {}, const Progress& progress = {});

} // namespace rankscope
