// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_models.h"

#include <QTest>

#include <numeric>

using namespace rankscope;

namespace {

const std::vector<Index> lengths{6, 4, 4, 1};
const std::vector<std::vector<int>> targets{{0}, {3}, {1}, {2}};

/// Frames in the order of TimeSteps, and of one clip alone.
FrameBlock batchOf(const ModelSpec& spec) {
    FrameBlock frames = testing::randomFrames(
        spec.inputSize(), std::accumulate(lengths.begin(), lengths.end(), Index{0}), 1, 11);
    frames.clips = static_cast<Index>(lengths.size());
    frames.uneven = TimeSteps(lengths);
    return frames;
}

FrameBlock clipOf(const FrameBlock& batch, Index clip) {
    FrameBlock frames = batch;
    frames.uneven = {};
    frames.clips = 1;
    frames.count = lengths[static_cast<std::size_t>(clip)];
    const TimeSteps steps = stepsOf(batch);
    frames.values.clear();
    frames.bytes.clear();
    for (Index t = 0; t < frames.count; ++t) {
        const auto first = (steps.first(t) + clip) * batch.size;
        if (!batch.values.empty())
            frames.values.insert(frames.values.end(), batch.values.begin() + first,
                                 batch.values.begin() + first + batch.size);
        if (!batch.bytes.empty())
            frames.bytes.insert(frames.bytes.end(), batch.bytes.begin() + first,
                                batch.bytes.begin() + first + batch.size);
    }
    return frames;
}

SequenceModel<double> modelOf(const ModelSpec& spec, const FrameBlock& frames, ThreadPool& pool) {
    SequenceModel<double> model(spec, frames.count);
    model.start(3, frames, pool);
    const auto nudge = testing::randomVector<double>(static_cast<Index>(model.weights().size()), 21, 0.05);
    for (std::size_t i = 0; i < nudge.size(); ++i) model.weights()[i] = 0.6 * model.weights()[i] + nudge[i];
    return model;
}

} // namespace

/// Clips of different lengths in one batch: each is what it is alone.
class TestLengths : public QObject {
    Q_OBJECT
private slots:
    void stepsHoldTheClipsThatLast() {
        const TimeSteps steps(lengths);
        QVERIFY(!steps.areEven());
        QCOMPARE(steps.time(), Index{6});
        QCOMPARE(steps.rows(), Index{15});
        const std::vector<Index> counts{4, 3, 3, 3, 1, 1};
        for (Index t = 0; t < 6; ++t) {
            QCOMPARE(steps.count(t), counts[static_cast<std::size_t>(t)]);
            for (Index clip = 0; clip < steps.count(t); ++clip)
                QCOMPARE(steps.clipOf(steps.first(t) + clip), clip);
        }
        QCOMPARE(steps.last(0), Index{14});
        QCOMPARE(steps.last(1), Index{4 + 3 + 3 + 1});
        QCOMPARE(steps.last(3), Index{3});
        const TimeSteps cut = steps.cutAfter(4);
        QCOMPARE(cut.rows(), Index{13});
        QCOMPARE(cut.last(0), steps.first(3));
        QCOMPARE(cut.last(3), Index{3});
        const TimeSteps even(std::vector<Index>{5, 5});
        QVERIFY(even.areEven());
        QCOMPARE(even.rows(), Index{10});
        QCOMPARE(even.last(1), Index{9});
        QCOMPARE(even.clipOf(7), Index{1});
        QCOMPARE(even.cutAfter(2).last(1), Index{3});
    }

    void aBatchIsItsClipsAlone_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        for (const char* format : {"tt", "bt", "dense"})
            for (const auto& cell : Names<CellKind>::all)
                QTest::addRow("%s %s", format, cell.id) << QString(format) << cell.value;
    }
    void aBatchIsItsClipsAlone() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        for (const bool compressed : {false, true}) {
            ModelSpec spec = testing::smallModel(format.toStdString(), cell, GateLayout::Concatenated);
            if (compressed) spec.recurrent = testing::smallRecurrent("tt");
            ThreadPool pool(1);
            const FrameBlock batch = batchOf(spec);
            SequenceModel<double> model = modelOf(spec, batch, pool);
            const AlignedVector<double> together = model.forward(batch, pool, true);
            const Score score = model.score(targets);
            AlignedVector<double> gradient;
            model.backward(batch, targets, gradient, pool);

            double loss = 0;
            std::vector<double> sum(gradient.size());
            for (Index clip = 0; clip < 4; ++clip) {
                const FrameBlock alone = clipOf(batch, clip);
                const auto& predictions = model.forward(alone, pool, true);
                const Targets own(&targets[static_cast<std::size_t>(clip)], 1);
                for (Index k = 0; k < model.outputs(); ++k)
                    QVERIFY(std::abs(predictions[static_cast<std::size_t>(k)] -
                                     together[static_cast<std::size_t>(clip * model.outputs() + k)]) < 1e-12);
                loss += model.score(own).loss;
                AlignedVector<double> part;
                model.backward(alone, own, part, pool);
                for (std::size_t i = 0; i < part.size(); ++i) sum[i] += part[i] / 4;
            }
            QVERIFY(std::abs(loss - score.loss) < 1e-12);
            QVERIFY(testing::relativeDifference(gradient, sum) < 1e-12);
        }
    }

    void gradientsAgreeWithCentralDifferences_data() {
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<double>("dropout");
        for (const auto& cell : Names<CellKind>::all)
            for (const double dropout : {0.0, 0.3})
                QTest::addRow("%s %g", cell.id, dropout) << cell.value << dropout;
    }
    void gradientsAgreeWithCentralDifferences() {
        QFETCH(CellKind, cell);
        QFETCH(double, dropout);
        const ModelSpec spec = testing::smallModel("tt", cell, GateLayout::Concatenated);
        ThreadPool pool(1);
        FrameBlock batch = batchOf(spec);
        batch.dropout = dropout;
        batch.dropoutKey = 5;
        SequenceModel<double> model = modelOf(spec, batch, pool);
        const auto loss = [&] {
            model.forward(batch, pool, true, {dropout, dropout, 5});
            return model.score(targets).loss / 4;
        };
        loss();
        AlignedVector<double> gradient;
        model.backward(batch, targets, gradient, pool);
        std::vector<double> numeric(gradient.size());
        constexpr double h = 1e-4;
        for (std::size_t i = 0; i < numeric.size(); ++i) {
            const double before = model.weights()[i];
            model.weights()[i] = before + h;
            const double above = loss();
            model.weights()[i] = before - h;
            numeric[i] = (above - loss()) / (2 * h);
            model.weights()[i] = before;
        }
        const double difference = testing::relativeDifference(gradient, numeric);
        QVERIFY2(difference < 1e-6, qPrintable(QString::number(difference)));
    }

    void droppedInputsBelongToTheClip() {
        const ModelSpec spec = testing::smallModel("tt", CellKind::Lstm, GateLayout::Concatenated);
        FrameBlock batch = batchOf(spec);
        batch.dropout = 0.5;
        batch.dropoutKey = 7;
        std::vector<double> rows(static_cast<std::size_t>(batch.count * batch.size));
        batch.convert(0, batch.count, rows.data());
        const TimeSteps steps(lengths);
        const auto dropped = [&](Index row) {
            std::vector<bool> zero;
            for (Index i = 0; i < batch.size; ++i)
                zero.push_back(rows[static_cast<std::size_t>(row * batch.size + i)] == 0);
            return zero;
        };
        for (Index clip = 0; clip < 4; ++clip) {
            for (Index t = 1; t < steps.length(clip); ++t)
                QVERIFY(dropped(steps.first(t) + clip) == dropped(clip));
            QVERIFY(dropped(clip) != dropped((clip + 1) % 4));
        }
    }
};

QTEST_APPLESS_MAIN(TestLengths)
#include "test_lengths.moc"
