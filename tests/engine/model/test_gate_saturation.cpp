// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/sequence_model.h"

#include <QTest>

#include <algorithm>

using namespace rankscope;

/// With every map zero the pre-activations are the biases, which are chosen.
class TestGateSaturation : public QObject {
    Q_OBJECT
private slots:
    void sharesFollowFromTheBiases_data() {
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<SigmoidKind>("sigmoid");
        QTest::addColumn<double>("share"); // of the gates that pass a sigmoid
        for (const SigmoidKind sigmoid : {SigmoidKind::Logistic, SigmoidKind::Hard}) {
            // gates i, f, c, o of two units each, biases below: i 2, f 1, o 0 of 2
            QTest::addRow("lstm %d", int(sigmoid)) << CellKind::Lstm << sigmoid << 3.0 / 6;
            // gates z, r, c: z 2, r 1 of 2
            QTest::addRow("gru %d", int(sigmoid)) << CellKind::Gru << sigmoid << 3.0 / 4;
        }
    }
    void sharesFollowFromTheBiases() {
        QFETCH(CellKind, cell);
        QFETCH(SigmoidKind, sigmoid);
        QFETCH(double, share);
        SequenceModel<float> model = zero(cell, sigmoid);
        const float biases[] = {2.51f, -2.51f, 2.49f, 40, 9, 9, -2.49f, 0};
        const ParameterInfo& b = biasOf(model);
        std::copy_n(biases, b.size(), model.weights().begin() + b.offset);
        ThreadPool pool(1);
        model.forward(frames(), pool);
        QCOMPARE(model.gateSaturation().value(), share);
    }

    void cellsWithoutGatesHaveNone() {
        for (const CellKind cell : {CellKind::Srnn, CellKind::Mean}) {
            SequenceModel<float> model = zero(cell, SigmoidKind::Hard);
            ThreadPool pool(1);
            model.forward(frames(), pool);
            QVERIFY(!model.hasGates() && !model.gateSaturation());
        }
    }

private:
    static SequenceModel<float> zero(CellKind cell, SigmoidKind sigmoid) {
        ModelSpec spec;
        spec.cell.kind = cell;
        spec.cell.sigmoid = sigmoid;
        spec.map = {"dense", {3}, {2}, {}, {}, 1};
        spec.classes = 2;
        SequenceModel<float> model(spec, 6);
        std::ranges::fill(model.weights(), 0.0f);
        return model;
    }
    static const ParameterInfo& biasOf(const SequenceModel<float>& model) {
        return *std::ranges::find(model.layout().tensors, std::string("cell.b"), &ParameterInfo::name);
    }
    static FrameBlock frames() {
        FrameBlock block;
        block.count = 6; // three steps of two clips
        block.clips = 2;
        block.size = 3;
        block.values.assign(18, 1.0f);
        return block;
    }
};

QTEST_APPLESS_MAIN(TestGateSaturation)
#include "test_gate_saturation.moc"
