// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/network/contraction_plan.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <limits>

using namespace rankscope;

namespace {

/// The cheapest training cost over all binary trees, by plain enumeration of merge orders.
double cheapestByEnumeration(const TensorNetwork& network, std::vector<std::string> trees, Index frames) {
    if (trees.size() == 1)
        return ContractionPlan::fromTree(network, trees.front(), frames).trainingMacsPerFrame();
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t a = 0; a < trees.size(); ++a)
        for (std::size_t b = a + 1; b < trees.size(); ++b) {
            auto rest = trees;
            rest[a] = "(" + trees[a] + " " + trees[b] + ")";
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(b));
            best = std::min(best, cheapestByEnumeration(network, rest, frames));
        }
    return best;
}

} // namespace

class TestContractionPlan : public QObject {
    Q_OBJECT
private slots:
    void optimumEqualsEnumeration_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("frames");
        for (const char* format : {"dense", "tt", "bt"})
            for (const int frames : {1, 7, 96})
                QTest::addRow("%s, %d frames", format, frames) << QString(format) << frames;
    }

    void optimumEqualsEnumeration() {
        QFETCH(QString, format);
        QFETCH(int, frames);
        const MapSpec map = completed(testing::smallMap(format.toStdString()), 1);
        const TensorNetwork network = formatNamed(map.format).network(map);
        std::vector<std::string> operands{"X"};
        for (const Core& core : network.cores) operands.push_back(core.name);
        const auto plan = ContractionPlan::optimal(network, frames);
        QCOMPARE(plan.trainingMacsPerFrame(), cheapestByEnumeration(network, operands, frames));
        // the printed tree is the plan
        const auto again = ContractionPlan::fromTree(network, plan.tree(), frames);
        QCOMPARE(again.forwardMacsPerFrame(), plan.forwardMacsPerFrame());
        QCOMPARE(again.peakIntermediate(), plan.peakIntermediate());
    }

    void refusesWhatIsNoTree_data() {
        QTest::addColumn<QString>("tree");
        for (const char* tree : {"", "X", "(X G1)", "((X G1) (G2 G2))", "(((X G1) G2) G3",
                                 "(((X G1) G2) G3) G3", "(((X G1) G2) G9)", "((((((((((("})
            QTest::addRow("\"%s\"", tree) << QString(tree);
    }

    void refusesWhatIsNoTree() {
        QFETCH(QString, tree);
        const MapSpec map = completed(testing::smallMap("tt"), 1);
        const TensorNetwork network = formatNamed("tt").network(map);
        QVERIFY_EXCEPTION_THROWN(ContractionPlan::fromTree(network, tree.toStdString(), 1), Error);
    }

    void refusesTooManyCores() {
        TensorNetwork network;
        int bond = -1;
        for (int k = 0; k < 15; ++k) {
            std::vector<int> edges;
            if (k > 0) edges.push_back(bond);
            edges.push_back(network.addEdge({EdgeKind::Input, 2, "i", k}));
            edges.push_back(network.addEdge({EdgeKind::Output, 2, "j", k}));
            if (k < 14) edges.push_back(bond = network.addEdge({EdgeKind::Bond, 2, "r"}));
            network.addCore("G", edges);
        }
        network.check();
        QVERIFY_EXCEPTION_THROWN(ContractionPlan::optimal(network, 1), Error);
    }
};

QTEST_APPLESS_MAIN(TestContractionPlan)
#include "test_contraction_plan.moc"
