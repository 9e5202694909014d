// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/inspection.h"
#include "engine/evaluation/weight_tensors.h"
#include "engine/network/dense_matrix.h"
#include "engine/ranks/model_ranks.h"
#include "tests/support/reference_model.h"

#include <QTest>

#include <set>

using namespace rankscope;
using testing::Values;

/// What inspection shows of a model, against the equations and the dense matrix.
class TestInspection : public QObject {
    Q_OBJECT

    static SequenceModel<double> randomModel(const ModelSpec& spec, const FrameBlock& frames) {
        SequenceModel<double> model(spec, frames.count);
        ThreadPool pool(1);
        model.start(17, frames, pool);
        const auto nudge = testing::randomVector<double>(static_cast<Index>(model.weights().size()), 22, 0.1);
        for (std::size_t i = 0; i < nudge.size(); ++i) model.weights()[i] += nudge[i];
        return model;
    }

    static void addModels() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<GateLayout>("gates");
        for (const Format* format : formats())
            for (const auto& cell : Names<CellKind>::all)
                for (const auto& gates : Names<GateLayout>::all)
                    QTest::addRow("%s %s %s", format->id().c_str(), cell.id, gates.id)
                        << QString::fromStdString(format->id()) << cell.value << gates.value;
    }

private slots:
    void everyStepIsTheOneOfTheEquations_data() { addModels(); }
    void everyStepIsTheOneOfTheEquations() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        for (const auto& sigmoid : Names<SigmoidKind>::all) {
            ModelSpec spec = testing::smallModel(format.toStdString(), cell, gates);
            spec.cell.sigmoid = sigmoid.value;
            const auto frames = testing::randomFrames(spec.inputSize(), 5, 1, 8);
            auto model = randomModel(spec, frames);
            const auto expected = testing::referenceSteps(model, frames, 0);
            ThreadPool pool(1);
            const CellTrace trace = traceOf(model, frames, pool);
            QCOMPARE(trace.time, Index{5});
            QCOMPARE(static_cast<Index>(trace.gates.size()), gateCount(cell));
            QCOMPARE(trace.cellStates.empty(), cell != CellKind::Lstm);
            const auto near = [](const std::vector<float>& all, Index t, const Values& one) {
                const auto width = static_cast<Index>(one.size());
                return testing::relativeDifference(
                           Values(all.begin() + t * width, all.begin() + (t + 1) * width), one) < 1e-6;
            };
            for (Index t = 0; t < trace.time; ++t) {
                const auto& step = expected[static_cast<std::size_t>(t)];
                QVERIFY(near(trace.gateValues, t, step.gates));
                QVERIFY(near(trace.states, t, step.hidden));
                QVERIFY(near(trace.probabilities, t, step.probabilities));
                if (cell == CellKind::Lstm) QVERIFY(near(trace.cellStates, t, step.cell));
            }
        }
    }

    void patternsAreRowsOfTheMatrix_data() { addModels(); }
    void patternsAreRowsOfTheMatrix() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        const ModelSpec spec = testing::smallModel(format.toStdString(), cell, gates);
        const auto frames = testing::randomFrames(spec.inputSize(), 2, 1, 8);
        const auto model = randomModel(spec, frames);
        const Values w = testing::referenceMatrix(model);
        const std::vector<float> weights(model.weights().begin(), model.weights().end());
        DataSpec data;
        data.width = 5; // 30 values: 5 x 2 pixels of 3 channels
        data.height = 2;
        for (const auto& layout : Names<FrameLayout>::all) {
            data.layout = layout.value;
            data.patchWidth = 5;
            data.patchHeight = 1;
            for (int gate = 0; gate < gateCount(cell); ++gate)
                for (Index unit = 0; unit < spec.hiddenSize(); ++unit) {
                    const auto pattern = inputPattern(model.spec(), weights, data, gate, unit);
                    const Index row = gate * spec.hiddenSize() + unit;
                    Values expected(w.begin() + row * 30, w.begin() + (row + 1) * 30);
                    if (layout.value == FrameLayout::ChannelFirst) { // [c][y][x] -> [y][x][c]
                        const Values order = expected;
                        for (std::size_t c = 0; c < 3; ++c)
                            for (std::size_t pixel = 0; pixel < 10; ++pixel)
                                expected[pixel * 3 + c] = order[c * 10 + pixel];
                    }
                    QVERIFY(testing::relativeDifference(pattern, expected) < 1e-5);
                }
        }
        QVERIFY_THROWS_EXCEPTION(std::logic_error, matrixRow(mapsOf(model.spec(), weights).front(), -1));
    }

    void everyWeightIsInOneTensorWithItsAxes_data() { addModels(); }
    void everyWeightIsInOneTensorWithItsAxes() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        for (const bool compressed : {false, true}) {
            ModelSpec spec = testing::smallModel(format.toStdString(), cell, gates);
            if (compressed) spec.recurrent = testing::smallRecurrent("tt");
            const SequenceModel<float> model(spec, 4);
            Index next = 0;
            for (const WeightTensor& tensor : weightTensors(model.spec())) {
                QCOMPARE(tensor.offset, next);
                Index size = 1;
                for (const TensorAxis& axis : tensor.axes) size *= axis.size;
                next += size;
            }
            QCOMPARE(next, model.layout().size);
        }
    }

    void sheetsShowTheirIndices() {
        const WeightTensor tensor{"map.G2", {{"r1", 2}, {"i2", 3}, {"j2", 4}, {"r2", 5}}, 7};
        std::vector<float> weights(7 + 120);
        std::iota(weights.begin(), weights.end(), 0.0f);
        const auto valueAt = [](const Shape& at) {
            return static_cast<float>(7 + ((at[0] * 3 + at[1]) * 4 + at[2]) * 5 + at[3]);
        };
        for (const bool tiled : {false, true})
            for (int rows = -1; rows < 4; ++rows)
                for (int columns = -1; columns < 4; ++columns) {
                    if (rows == columns && rows >= 0) continue;
                    const TensorView view{rows, columns, {1, 2, 3, 4}, tiled};
                    const TensorSheet sheet = sheetOf(tensor, weights, view);
                    std::set<float> seen;
                    for (Index row = 0; row < sheet.rows; ++row)
                        for (Index column = 0; column < sheet.columns; ++column) {
                            const float value =
                                sheet.values[static_cast<std::size_t>(row * sheet.columns + column)];
                            QCOMPARE(value, valueAt(indicesAt(tensor, view, row, column)));
                            seen.insert(value);
                        }
                    QCOMPARE(seen.size(), sheet.values.size());
                    if (tiled) QCOMPARE(seen.size(), std::size_t{120});
                    QCOMPARE(sheet.rows % sheet.tileRows + sheet.columns % sheet.tileColumns, Index{0});
                }
        QVERIFY_THROWS_EXCEPTION(std::logic_error, sheetOf(tensor, weights, {0, 0, {0, 0, 0, 0}, false}));
        QVERIFY_THROWS_EXCEPTION(std::logic_error, sheetOf(tensor, weights, {0, 1, {0, 0, 4, 0}, false}));
    }
};

QTEST_APPLESS_MAIN(TestInspection)
#include "test_inspection.moc"
