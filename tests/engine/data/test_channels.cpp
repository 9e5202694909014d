// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/batches.h"
#include "engine/experiment/experiment.h"
#include "tests/engine/data/random_frames.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

namespace {

constexpr int width = 6, height = 4, clips = 5;

DataSpec greySpec(FrameLayout layout, InputForm input) {
    DataSpec spec;
    spec.width = width;
    spec.height = height;
    spec.channels = 1;
    spec.frames = 3;
    spec.layout = layout;
    spec.patchWidth = 3;
    spec.patchHeight = 2;
    spec.input = input;
    spec.augment = Augmentation::off();
    return spec;
}

/// The luminance of a pixel as ITU-R BT.601 has it.
double luminance(std::span<const std::uint8_t> frame, int pixel) {
    const auto at = static_cast<std::size_t>(3 * pixel);
    return 0.299 * frame[at] + 0.587 * frame[at + 1] + 0.114 * frame[at + 2];
}

Batch batchOf(const FrameSource& source, const DataSpec& spec, bool training = false) {
    LoaderPlan plan;
    for (int clip = 0; clip < clips; ++clip) plan.clips.push_back(clip);
    plan.inputScale = 1;
    plan.training = training;
    Batch batch;
    BatchLoader(source, spec, {}, plan, 2).next(batch);
    return batch;
}

} // namespace

class TestChannels : public QObject {
    Q_OBJECT

    const RandomFrames m_source{std::vector<int>(clips, 3), width, height};

private slots:
    void greyIsTheLuminance() {
        const Batch batch = batchOf(m_source, greySpec(FrameLayout::ChannelLast, InputForm::Raw));
        QCOMPARE(batch.frames.size, Index{width * height});
        for (int t = 0; t < 3; ++t)
            for (int clip = 0; clip < clips; ++clip)
                for (int i = 0; i < width * height; ++i) {
                    const auto at = static_cast<std::size_t>((t * clips + clip) * width * height + i);
                    const double wanted = luminance(m_source.frame(clip, t), i);
                    QVERIFY(std::abs(batch.frames.bytes[at] - wanted) < 0.51);
                }
    }

    void layoutsAndDifferencesFollow() {
        const DataSpec patches = greySpec(FrameLayout::Patches, InputForm::PreviousDifference);
        const Batch batch = batchOf(m_source, patches);
        const auto frame = static_cast<std::size_t>(clips * width * height); // frame 1 of clip 0
        // its first patch is 3 x 2: pixels 0, 1, 2 of rows 0 and 1
        const int pixels[] = {0, 1, 2, 6, 7, 8};
        for (std::size_t i = 0; i < std::size(pixels); ++i) {
            const double wanted =
                luminance(m_source.frame(0, 1), pixels[i]) - luminance(m_source.frame(0, 0), pixels[i]);
            QVERIFY(std::abs(batch.frames.values[frame + i] - wanted) < 1.01);
        }
    }

    void augmentedClipsAreGreyToo() {
        DataSpec spec = greySpec(FrameLayout::ChannelLast, InputForm::Raw);
        spec.augment.mirror = true;
        const Batch batch = batchOf(m_source, spec, true);
        int mirrored = 0;
        for (int place = 0; place < clips; ++place) {
            const int clip = batch.clips[static_cast<std::size_t>(place)];
            const double left = batch.frames.bytes[static_cast<std::size_t>(place * width * height)];
            const double plain = luminance(m_source.frame(clip, 0), 0);
            const double turned = luminance(m_source.frame(clip, 0), width - 1);
            QVERIFY(std::abs(left - plain) < 1.51 || std::abs(left - turned) < 1.51);
            mirrored += std::abs(left - plain) > 1.51;
        }
        QVERIFY(mirrored > 0);
    }

    void statisticsAreOfOneChannel() {
        const DataSpec spec = greySpec(FrameLayout::ChannelFirst, InputForm::Raw);
        const PixelStatistics statistics = measurePixels(m_source, {0, 1, 2, 3, 4}, spec);
        QCOMPARE(statistics.mean.size(), std::size_t{1});
        double sum = 0;
        for (int clip = 0; clip < clips; ++clip)
            for (int t = 0; t < 3; ++t)
                for (int i = 0; i < width * height; ++i) sum += luminance(m_source.frame(clip, t), i);
        QVERIFY(std::abs(statistics.mean[0] - sum / (clips * 3 * width * height)) < 0.5);
    }

    void aModelHasItsInputsCounted() {
        ExperimentSpec spec;
        spec.data = greySpec(FrameLayout::ChannelLast, InputForm::Raw);
        spec.model.map = {"tt", {4, 6}, {2, 2}, {2}, {}, 1};
        validate(spec);
        spec.data.channels = 3;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        spec.data.channels = 2;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
    }
};

QTEST_APPLESS_MAIN(TestChannels)
#include "test_channels.moc"
