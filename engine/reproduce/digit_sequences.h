// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"
#include "engine/data/frame_source.h"
#include "engine/reproduce/study.h"

/// The toy of the TT-RNN code: does a sequence of MNIST digits hold a zero? Sequences of 2 to 31 digits at
/// random, black frames before them up to 32 (the code masks those, here the network sees them); 8 000
/// sequences to train, 2 000 to validate, both from MNIST's training digits, 1 000 to test from its test
/// digits. A grey frame of 28 x 28 is 7 x 7 x 16 input modes.
namespace rankscope {

/// Grey pictures of one size with the digit each shows.
struct Digits {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels; ///< [digit][height][width]
    std::vector<std::uint8_t> labels;
    std::size_t count() const { return labels.size(); }
};

/// Reads <prefix>-images-idx3-ubyte and <prefix>-labels-idx1-ubyte, each perhaps with .gz. Throws Error: a
/// file missing or damaged, other numbers of pictures and labels, labels above 9.
Digits readDigits(const std::filesystem::path& folder, const std::string& prefix);

/// Sequences of digits as clips of a data set; the same in every run. Both sets must have pictures of one
/// size.
class DigitSequences final : public FrameSource {
public:
    static constexpr int frames = 32, fewest = 2, trained = 8000, validated = 2000, tested = 1000;

    DigitSequences(Digits training, Digits test);
    const Dataset& dataset() const { return m_dataset; }

    int clips() const override { return static_cast<int>(m_sequences.size()); }
    int candidates(int) const override { return frames; }
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override;
    int width() const override { return m_training.width; }
    int height() const override { return m_training.height; }

private:
    struct Sequence {
        bool test = false;
        std::vector<std::uint32_t> digits; ///< at most `frames`, shown last
    };
    Sequence draw(int number, bool test) const;
    void add(const std::string& split, int count, bool test);

    Digits m_training, m_test;
    std::vector<Sequence> m_sequences;
    Dataset m_dataset;
};

/// Frames, modes, split and epochs of this study.
void setDigitFrames(ExperimentSpec& spec);

/// Trains on the sequences, made once from the files in `folder`. Throws Error.
TrainFunction digitTraining(const std::filesystem::path& folder);

} // namespace rankscope
