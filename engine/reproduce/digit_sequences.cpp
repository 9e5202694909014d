// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/digit_sequences.h"

#include "engine/base/random.h"
#include "engine/reproduce/idx_file.h"

#include <algorithm>
#include <cstdio>

namespace rankscope {

namespace {

std::filesystem::path plainOrGzip(const std::filesystem::path& folder, const std::string& name) {
    const std::filesystem::path plain = folder / name, packed = folder / (name + ".gz");
    std::error_code ignored;
    return std::filesystem::exists(packed, ignored) && !std::filesystem::exists(plain, ignored) ? packed
                                                                                                : plain;
}

constexpr std::uint64_t drawn = 1; ///< the seed of all sequences: they are data, not part of a run

} // namespace

Digits readDigits(const std::filesystem::path& folder, const std::string& prefix) {
    const auto imagePath = plainOrGzip(folder, prefix + "-images-idx3-ubyte"),
               labelPath = plainOrGzip(folder, prefix + "-labels-idx1-ubyte");
    const IdxArray images = readIdx(imagePath), labels = readIdx(labelPath);
    if (images.sizes.size() != 3 || labels.sizes.size() != 1)
        throw Error(imagePath.string() + " and " + labelPath.string() + ": not pictures and labels.",
                    "Pictures have 3 dimensions and labels 1.");
    if (images.sizes[0] != labels.sizes[0] || labels.values.empty())
        throw Error(imagePath.string() + ": " + std::to_string(images.sizes[0]) + " pictures, but " +
                    std::to_string(labels.sizes[0]) + " labels.");
    constexpr std::size_t widest = 256;
    if (images.sizes[1] < 1 || images.sizes[2] < 1 || images.sizes[1] > widest || images.sizes[2] > widest)
        throw Error(imagePath.string() + ": pictures of " + std::to_string(images.sizes[2]) + " x " +
                    std::to_string(images.sizes[1]) + " are no digits.");
    if (const auto wrong = std::ranges::find_if(labels.values, [](std::uint8_t label) { return label > 9; });
        wrong != labels.values.end())
        throw Error(labelPath.string() + ": the label " + std::to_string(*wrong) + " is no digit.");
    Digits digits;
    digits.height = static_cast<int>(images.sizes[1]);
    digits.width = static_cast<int>(images.sizes[2]);
    digits.labels = labels.values;
    digits.pixels = images.values;
    return digits;
}

DigitSequences::DigitSequences(Digits training, Digits test)
    : m_training(std::move(training)), m_test(std::move(test)) {
    if (m_training.width != m_test.width || m_training.height != m_test.height)
        throw Error("The digits to train on and those to test on are not of one size.");
    m_dataset.classes = {"no zero", "zero"};
    add("train", trained, false);
    add("validation", validated, false);
    add("test", tested, true);
}

DigitSequences::Sequence DigitSequences::draw(int number, bool test) const {
    Random random{drawn, purpose::synthetic, static_cast<std::uint64_t>(test),
                  static_cast<std::uint64_t>(number)};
    Sequence sequence;
    sequence.test = test;
    const std::size_t count = (test ? m_test : m_training).count();
    const auto length = fewest + static_cast<int>(random.below(frames - fewest)); // up to 31, as in the code
    for (int i = 0; i < length; ++i)
        sequence.digits.push_back(static_cast<std::uint32_t>(random.below(count)));
    return sequence;
}

void DigitSequences::add(const std::string& split, int count, bool test) {
    for (int i = 0; i < count; ++i) {
        m_sequences.push_back(draw(static_cast<int>(m_sequences.size()), test));
        const auto& labels = (test ? m_test : m_training).labels;
        const bool zero = std::ranges::any_of(m_sequences.back().digits,
                                              [&](std::uint32_t digit) { return labels[digit] == 0; });
        char name[32];
        std::snprintf(name, sizeof name, "sequence-%05d", static_cast<int>(m_sequences.size()));
        m_dataset.clips.push_back({name, {zero ? 1 : 0}, {}, split});
    }
}

void DigitSequences::read(int clip, int candidate, std::span<std::uint8_t> out) const {
    const Sequence& sequence = m_sequences[static_cast<std::size_t>(clip)];
    const int place = candidate - (frames - static_cast<int>(sequence.digits.size()));
    if (place < 0) {
        std::ranges::fill(out, std::uint8_t{0});
        return;
    }
    const Digits& digits = sequence.test ? m_test : m_training;
    const std::size_t size = out.size() / 3;
    const std::uint8_t* grey = digits.pixels.data() + sequence.digits[static_cast<std::size_t>(place)] * size;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = grey[i / 3]; // frames are RGB
}

void setDigitFrames(ExperimentSpec& spec) {
    spec.data.width = spec.data.height = 28;
    spec.data.channels = 1;
    spec.data.frames = spec.data.candidates = DigitSequences::frames;
    spec.data.augment = Augmentation::off();
    spec.data.validation = spec.data.test = SplitRule::parse("list");
    spec.model.map.inModes = {7, 7, 16};
    spec.model.map.outModes = {4, 4, 4};
    spec.training.epochs = 20;
    spec.training.batch = 32;
}

TrainFunction digitTraining(const std::filesystem::path& folder) {
    Digits training = readDigits(folder, "train");
    const auto sequences =
        std::make_shared<const DigitSequences>(std::move(training), readDigits(folder, "t10k"));
    return [sequences](const TrainRequest& request, const Observer& events, Control& control,
                       std::stop_token stop) {
        return trainRun(request, {sequences->dataset(), *sequences}, events, control, stop);
    };
}

} // namespace rankscope
