// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "tests/engine/training/walking_bars.h"

#include <QFile>
#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

namespace {

/// Memory of this process that no file stands behind, in MB.
double anonymousMegabytes() {
    QFile status("/proc/self/status");
    if (!status.open(QIODevice::ReadOnly)) return -1;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:")) return line.mid(8).trimmed().split(' ').first().toDouble() / 1024;
    return -1;
}

/// Many clips of which every frame is made when it is asked for.
class MadeFrames final : public FrameSource {
public:
    int clips() const override { return 1600; }
    int candidates(int) const override { return 24; }
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override {
        std::uint64_t word =
            Random{static_cast<std::uint64_t>(clip), static_cast<std::uint64_t>(candidate)}.next();
        for (auto& byte : out)
            byte = static_cast<std::uint8_t>((word = word * 6364136223846793005u + 1) >> 56);
    }
    int width() const override { return 160; }
    int height() const override { return 120; }
};

} // namespace

/// Memory that training takes for itself is bounded, whatever the number of clips and of epochs.
class TestMemory : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers keep memory of their own");
#endif
        if (anonymousMegabytes() < 0) QSKIP("no RssAnon in /proc/self/status here");
    }

    void manyLargeClips() {
        const MadeFrames frames;
        ExperimentSpec spec = presetNamed("ucf11-tt-lstm").spec;
        spec.model.classes = 11;
        spec.training.epochs = 1;
        Split split;
        std::vector<std::vector<int>> labels;
        for (int clip = 0; clip < frames.clips(); ++clip) {
            labels.push_back({clip % 11});
            (clip % 5 ? split.train : split.validation).push_back(clip);
        }
        const PixelStatistics statistics = measurePixels(frames, split.train, spec.data);
        Trainer trainer(spec.model, spec.training, {frames, spec.data, statistics, labels}, split, 2);
        trainer.begin();
        double most = 0;
        const auto measure = [&](const Event&) { most = std::max(most, anonymousMegabytes()); };
        Control control;
        trainer.run(measure, [](const TrainerState&) {}, control, {});
        QVERIFY(trainer.state().finished);
        qInfo("RssAnon at most %.0f MB over 1600 clips", most);
        QVERIFY2(most > 1 && most < 1000, qPrintable(QString::number(most)));
    }

    void manyEpochs() {
        Bench bench;
        bench.training.epochs = 1000;
        Trainer trainer = bench.trainer(2);
        trainer.begin();
        double early = 0;
        Control control;
        trainer.run([](const Event&) {},
                    [&](const TrainerState& state) {
                        if (state.epoch == 100) early = anonymousMegabytes();
                    },
                    control, {});
        const double late = anonymousMegabytes();
        qInfo("RssAnon %.1f MB after 100 epochs, %.1f MB after 1000", early, late);
        QVERIFY(early > 0);
        QVERIFY2(late < early + 2, qPrintable(QString::number(late - early))); // the history takes 0.1 MB
    }
};

QTEST_APPLESS_MAIN(TestMemory)
#include "test_memory_slow.moc"
