// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/format.h"
#include "tests/support/small_models.h"

#include <QTest>

using namespace rankscope;

namespace {

constexpr Index time_ = 4, clips = 3;

double meanLoss(SequenceModel<double>& model, const FrameBlock& frames, Targets targets, ThreadPool& pool,
                const Dropout& dropout) {
    model.forward(frames, pool, true, dropout);
    return model.score(targets).loss / static_cast<double>(targets.size());
}

/// The gradient of every weight against central differences, all at once and tensor by tensor.
void compareGradients(const ModelSpec& spec, double dropout) {
    ThreadPool pool(1);
    auto frames = testing::randomFrames(spec.inputSize(), time_, clips, 11);
    frames.dropout = dropout;
    frames.dropoutKey = 5;
    const Dropout recurrent{dropout, dropout, 5};
    const std::vector<std::vector<int>> targets = spec.task == "classification"
                                                      ? std::vector<std::vector<int>>{{0}, {3}, {1}}
                                                      : std::vector<std::vector<int>>{{0, 2}, {}, {1}};
    SequenceModel<double> model(spec, frames.count);
    model.start(3, frames, pool);
    // biases away from zero, and small enough weights to stay off the kinks of the hard sigmoid at +-2.5
    const auto nudge = testing::randomVector<double>(static_cast<Index>(model.weights().size()), 21, 0.05);
    for (std::size_t i = 0; i < nudge.size(); ++i) model.weights()[i] = 0.6 * model.weights()[i] + nudge[i];

    AlignedVector<double> gradient;
    meanLoss(model, frames, targets, pool, recurrent);
    model.backward(frames, targets, gradient, pool);
    std::vector<double> numeric(gradient.size());
    constexpr double h = 1e-4; // smaller steps drown the gradients of long products of small weights
    for (std::size_t i = 0; i < numeric.size(); ++i) {
        const double before = model.weights()[i];
        model.weights()[i] = before + h;
        const double above = meanLoss(model, frames, targets, pool, recurrent);
        model.weights()[i] = before - h;
        const double below = meanLoss(model, frames, targets, pool, recurrent);
        model.weights()[i] = before;
        numeric[i] = (above - below) / (2 * h);
    }
    const double difference = testing::relativeDifference(gradient, numeric);
    QVERIFY2(difference < 1e-6, qPrintable(QString::number(difference)));
    // each tensor by itself: a small one must not hide behind a large one
    for (const ParameterInfo& tensor : model.layout().tensors) {
        const auto part = [&](const auto& all) {
            return std::vector<double>(all.begin() + tensor.offset,
                                       all.begin() + tensor.offset + tensor.size());
        };
        const double own = testing::relativeDifference(part(gradient), part(numeric));
        QVERIFY2(own < 1e-5, qPrintable(QString::fromStdString(tensor.name) + " " + QString::number(own)));
    }
}

} // namespace

/// The gradient of every cell x format x gates x sigmoid, all weights at once, against central differences in
/// double precision.
class TestGradients : public QObject {
    Q_OBJECT
private slots:
    void agreeWithCentralDifferences_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<GateLayout>("gates");
        QTest::addColumn<SigmoidKind>("sigmoid");
        QTest::addColumn<QString>("task");
        QTest::addColumn<double>("dropout");
        for (const Format* format : formats())
            for (const auto& cell : Names<CellKind>::all)
                for (const auto& gates : Names<GateLayout>::all)
                    for (const auto& sigmoid : Names<SigmoidKind>::all)
                        for (const char* task : {"classification", "multi-label"})
                            for (const double dropout : {0.0, 0.3})
                                QTest::addRow("%s %s %s %s %s %g", format->id().c_str(), cell.id, gates.id,
                                              sigmoid.id, task, dropout)
                                    << QString::fromStdString(format->id()) << cell.value << gates.value
                                    << sigmoid.value << QString(task) << dropout;
    }

    void agreeWithCentralDifferences() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        QFETCH(SigmoidKind, sigmoid);
        QFETCH(QString, task);
        QFETCH(double, dropout);
        ModelSpec spec = testing::smallModel(format.toStdString(), cell, gates);
        spec.cell.sigmoid = sigmoid;
        spec.task = task.toStdString();
        compareGradients(spec, dropout);
    }

    void compressedHiddenToHidden_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<CellKind>("cell");
        QTest::addColumn<GateLayout>("gates");
        QTest::addColumn<double>("dropout");
        for (const Format* format : formats())
            for (const CellKind cell : {CellKind::Lstm, CellKind::Gru, CellKind::Srnn})
                for (const auto& gates : Names<GateLayout>::all)
                    for (const double dropout : {0.0, 0.3})
                        QTest::addRow("%s %s %s %g", format->id().c_str(), idOf(cell).c_str(), gates.id,
                                      dropout)
                            << QString::fromStdString(format->id()) << cell << gates.value << dropout;
    }

    void compressedHiddenToHidden() {
        QFETCH(QString, format);
        QFETCH(CellKind, cell);
        QFETCH(GateLayout, gates);
        QFETCH(double, dropout);
        ModelSpec spec = testing::smallModel("tt", cell, gates);
        spec.recurrent = testing::smallRecurrent(format.toStdString());
        compareGradients(spec, dropout);
    }
};

QTEST_APPLESS_MAIN(TestGradients)
#include "test_gradients.moc"
