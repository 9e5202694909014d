// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/data/random_frames.h"
#include "tests/engine/training/walking_bars.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace rankscope;
using namespace rankscope::testing;

/// Clips of all lengths, from beginning to end.
class TestTrainerWholeClips : public QObject {
    Q_OBJECT
private slots:
    void learnsAndResumesBitForBit() {
        Bench bench;
        bench.data.every = 1;
        bench.data.mostFrames = 8;
        bench.data.augment.jitter = 0.3;
        bench.training.epochs = 20;
        bench.training.learningRate = 0.01;
        bench.training.inputDropout = bench.training.recurrentDropout = 0.1;
        const TrainerState straight = bench.train(1);
        QVERIFY2(straight.history.back().trainLoss < 0.5 * straight.history.front().trainLoss,
                 qPrintable(QString::number(straight.history.back().trainLoss)));
        QVERIFY(sameButForTime(bench.train(2), straight));

        const TrainerState stopped = stoppedAt(bench, 700);
        QVERIFY(stopped.stopped && stopped.epoch < 20);
        Trainer trainer = bench.trainer();
        trainer.restore(stopped);
        Control control;
        trainer.run([](const Event&) {}, [](const TrainerState&) {}, control, {});
        QVERIFY(sameButForTime(trainer.state(), straight));
    }

    void aStepInPartsIsOneStep() {
        constexpr int clips = 13;
        const RandomFrames source(std::vector<int>(clips, 1500), 1, 1); // 19 500 frames: two parts
        std::vector<std::vector<int>> labels;
        for (int clip = 0; clip < clips; ++clip) labels.push_back({clip % 2});
        ModelSpec model;
        model.map = {"dense", {3}, {4}, {}, {}, 1};
        model.classes = 2;
        DataSpec data;
        data.width = data.height = 1;
        data.every = 1;
        data.augment = Augmentation::off();
        TrainingSpec training;
        training.epochs = 1;
        training.batch = clips;
        training.clip = 0;
        Split split;
        split.train.resize(clips);
        std::iota(split.train.begin(), split.train.end(), 0);
        const PixelStatistics statistics = measurePixels(source, split.train, data);
        const ClipSet set{source, data, statistics, labels};
        QVERIFY(framesAtOnce(data, clips) < clips * 1500);

        Trainer trainer(model, training, set, split, 2);
        const TrainerState start = trainer.begin();
        Control control;
        trainer.run([](const Event&) {}, [](const TrainerState&) {}, control, {});
        QCOMPARE(trainer.state().optimizer.step, std::int64_t{1});

        // the same gradient from each clip alone
        SequenceModel<float> alone(model, 1500);
        alone.weights().assign(start.weights.begin(), start.weights.end());
        ThreadPool pool(1);
        LoaderPlan plan;
        plan.clips = split.train;
        plan.batch = 1;
        BatchLoader loader(source, data, statistics, plan, 1);
        std::vector<double> sum(start.weights.size());
        double loss = 0;
        AlignedVector<float> gradient;
        for (Batch batch; loader.next(batch);) {
            const std::vector<std::vector<int>> target{labels[static_cast<std::size_t>(batch.clips[0])]};
            alone.forward(batch.frames, pool, true);
            loss += alone.score(target).loss / clips;
            alone.backward(batch.frames, target, gradient, pool);
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += gradient[i] / clips;
        }
        const double norm = std::sqrt(std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0));
        const EpochRecord& record = trainer.state().history.front();
        QVERIFY(std::abs(record.trainLoss - loss) < 1e-5 * loss);
        QVERIFY2(std::abs(*record.gradientNorm - norm) < 1e-4 * norm,
                 qPrintable(QString("%1 %2").arg(*record.gradientNorm).arg(norm)));
        // and scores in the order asked for
        const ClipScores scores = trainer.score({5, 2, 9});
        QCOMPARE(scores.probabilities.size(), std::size_t{3});
        const std::vector<float> second = trainer.score({2}).probabilities[0];
        for (std::size_t k = 0; k < second.size(); ++k)
            QVERIFY(std::abs(scores.probabilities[1][k] - second[k]) < 1e-5f);
    }
};

QTEST_APPLESS_MAIN(TestTrainerWholeClips)
#include "test_trainer_whole_clips.moc"
