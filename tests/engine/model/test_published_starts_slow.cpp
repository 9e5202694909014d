// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/start.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

/// At the published size, which for the dense matrix means tens of millions of draws.
class TestPublishedStarts : public QObject {
    Q_OBJECT
private slots:
    /// Section 6: the standard deviation of a = W x at pixel rms 60 that each start gives on UCF11.
    void publishedStartsHaveTheStatedScale_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Start>("start");
        QTest::addColumn<double>("deviation");
        QTest::newRow("TT-RNN code, TT") << "tt" << Start::TtCode << 34.0;
        QTest::newRow("TT-RNN code, dense") << "dense" << Start::TtCode << 84.0;
        QTest::newRow("BT-RNN code, BT") << "bt" << Start::BtCode << 0.05;
        QTest::newRow("BT-RNN code, TT") << "tt" << Start::BtCode << 3.0;
        QTest::newRow("BT-RNN code, dense") << "dense" << Start::BtCode << 1267.0;
    }

    void publishedStartsHaveTheStatedScale() {
        QFETCH(QString, format);
        QFETCH(Start, start);
        QFETCH(double, deviation);
        ModelSpec spec;
        spec.map = {format.toStdString(), {8, 20, 20, 18}, {4, 4, 4, 4}, {4, 4, 4}, {4, 4, 4, 4}, 2};
        spec.start = start;
        const TensorNetwork network = networkOf(spec);
        // Var(a) = I * rms(x)^2 * prod of the cores' mean squares * bond sizes, averaged over the draw: exact
        // in expectation
        std::vector<float> cores(static_cast<std::size_t>(network.parameters()));
        drawCores(spec, network, 0, 1, cores.data());
        double variance = 57'600.0 * 60 * 60;
        std::size_t at = 0;
        for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
            double squares = 0;
            const auto count = static_cast<std::size_t>(network.parameters(core));
            for (std::size_t i = 0; i < count; ++i, ++at) squares += double(cores[at]) * double(cores[at]);
            variance *= squares / static_cast<double>(count);
        }
        for (const Edge& edge : network.edges)
            if (edge.kind == EdgeKind::Bond) variance *= static_cast<double>(edge.size);
        const double measured = std::sqrt(variance);
        QVERIFY2(std::abs(measured / deviation - 1) < 0.2, qPrintable(QString::number(measured)));
    }
};

QTEST_APPLESS_MAIN(TestPublishedStarts)
#include "test_published_starts_slow.moc"
