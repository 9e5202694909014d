// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/network/contraction_plan.h"
#include "engine/network/plan_search.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <bit>
#include <limits>

using namespace rankscope;

namespace {

/// Training cost and largest product of every binary tree over the operands, by plain enumeration of merge
/// orders.
struct TreeCost {
    double training; ///< multiply-accumulates
    Index peak;
    double cost; ///< with that of values
};

void enumerate(const TensorNetwork& network, const std::vector<std::string>& trees, Index frames,
               std::vector<TreeCost>& found) {
    if (trees.size() == 1) {
        const auto plan = ContractionPlan::fromTree(network, trees.front(), frames);
        found.push_back({plan.trainingMacsPerFrame(), plan.peakIntermediate(), plan.trainingCostPerFrame()});
    }
    for (std::size_t a = 0; a < trees.size(); ++a)
        for (std::size_t b = a + 1; b < trees.size(); ++b) {
            auto rest = trees;
            rest[a] = "(" + trees[a] + " " + trees[b] + ")";
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(b));
            enumerate(network, rest, frames, found);
        }
}

/// The cheapest tree whose products have at most `largest` values; of equals the one with the smallest
/// largest product.
TreeCost cheapest(const std::vector<TreeCost>& trees, double largest) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    TreeCost best{infinity, 0, infinity};
    for (const TreeCost& tree : trees)
        if (static_cast<double>(tree.peak) <= largest &&
            (tree.cost < best.cost || (tree.cost == best.cost && tree.peak < best.peak)))
            best = tree;
    return best;
}

std::vector<TreeCost> allTrees(const TensorNetwork& network, Index frames) {
    std::vector<std::string> operands{"X"};
    for (const Core& core : network.cores) operands.push_back(core.name);
    std::vector<TreeCost> found;
    enumerate(network, operands, frames, found);
    return found;
}

/// Cores with legs, or with none, joined by random bonds of two cores or more.
TensorNetwork randomNetwork(Random& random, int cores) {
    TensorNetwork network;
    std::vector<std::vector<int>> edges(static_cast<std::size_t>(cores));
    const auto size = [&](std::uint64_t most) { return 1 + static_cast<Index>(random.below(most)); };
    const auto core = [&] { return random.below(static_cast<std::uint64_t>(cores)); };
    for (int mode = 0; mode < 3; ++mode) {
        edges[core()].push_back(network.addEdge({EdgeKind::Input, size(5), "i", mode}));
        edges[core()].push_back(network.addEdge({EdgeKind::Output, size(4), "j", mode}));
    }
    for (int bond = 0; bond < cores + 1; ++bond) {
        std::vector<std::size_t> joined;
        for (std::size_t k = 0; k < edges.size(); ++k)
            if (random.below(2)) joined.push_back(k);
        if (joined.size() < 2) continue;
        const int edge = network.addEdge({EdgeKind::Bond, size(6), "r"});
        for (const std::size_t k : joined) edges[k].push_back(edge);
    }
    for (std::size_t k = 0; k < edges.size(); ++k) network.addCore("G" + std::to_string(k + 1), edges[k]);
    return network;
}

std::vector<OperandSet> singles(const OperandSets& operands) {
    std::vector<OperandSet> sets;
    for (int operand = 0; operand < operands.count(); ++operand) sets.push_back(OperandSet{1} << operand);
    return sets;
}

TensorNetwork networkOfRank(const char* format, std::size_t d, Index rank) {
    MapSpec map{format, Shape(d, 5), Shape(d, 2), {rank}, {rank}, 2};
    return formatNamed(format).network(completed(map, 1));
}

} // namespace

class TestContractionPlan : public QObject {
    Q_OBJECT
private slots:
    void optimumEqualsEnumeration_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("frames");
        for (const Format* format : formats())
            for (const int frames : {1, 7, 96})
                QTest::addRow("%s, %d frames", format->id().c_str(), frames)
                    << QString::fromStdString(format->id()) << frames;
    }

    void optimumEqualsEnumeration() {
        QFETCH(QString, format);
        QFETCH(int, frames);
        const MapSpec map = completed(testing::smallMap(format.toStdString()), 1);
        const TensorNetwork network = formatNamed(map.format).network(map);
        const TreeCost best = cheapest(allTrees(network, frames), std::numeric_limits<double>::infinity());
        const auto plan = ContractionPlan::optimal(network, frames);
        QCOMPARE(plan.trainingMacsPerFrame(), best.training);
        QCOMPARE(plan.peakIntermediate(), best.peak);
        // the printed tree is the plan
        const auto again = ContractionPlan::fromTree(network, plan.tree(), frames);
        QCOMPARE(again.forwardMacsPerFrame(), plan.forwardMacsPerFrame());
        QCOMPARE(again.peakIntermediate(), plan.peakIntermediate());
    }

    void optimumEqualsEnumerationWithAnyBound() {
        int refused = 0;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Random random{seed, 31};
            const TensorNetwork network = randomNetwork(random, 2 + static_cast<int>(random.below(3)));
            const Index frames = 1 + static_cast<Index>(random.below(20));
            const auto trees = allTrees(network, frames);
            for (const double largest : {1e300, 200.0, 60.0, 15.0}) {
                const TreeCost best = cheapest(trees, largest);
                if (!std::isfinite(best.training)) {
                    QVERIFY_EXCEPTION_THROWN(ContractionPlan::optimal(network, frames, {}, largest), Error);
                    ++refused;
                    continue;
                }
                const auto plan = ContractionPlan::optimal(network, frames, {}, largest);
                QCOMPARE(plan.trainingMacsPerFrame(), best.training);
                QCOMPARE(plan.peakIntermediate(), best.peak);
            }
        }
        QVERIFY(refused > 10);
    }

    void weightsOfTheFirstProductsAreJoined() {
        const MapSpec map{"tt", {8, 20, 20, 18}, {16, 4, 4, 4}, {4}, {}, 1};
        const TensorNetwork network = formatNamed("tt").network(completed(map, 1));
        const auto plan = ContractionPlan::fromTree(network, "((((X G4) G3) G2) G1)", 96);
        QCOMPARE(plan.withJoinedWeights(network, 1).tree(), plan.tree());
        const auto joint = plan.withJoinedWeights(network, 2);
        QCOMPARE(joint.tree(), std::string("(G1 (G2 (X (G3 G4))))"));
        // 360 inputs and 4 x 4 outputs with a rank of 4, for each of 160 rows
        QCOMPARE(joint.nodes()[4].macs, 160.0 * 360 * 64);
        QCOMPARE(plan.withJoinedWeights(network, 3).tree(), std::string("(G1 (X (G2 (G3 G4))))"));
    }

    /// One core of a few weights more or less is no reason to make the largest values twice.
    void ofOrdersThatAreAllButEqualTheOneOfFewerValuesIsTaken() {
        const MapSpec map{"bt", {8, 20, 20, 18}, {16, 4, 4, 4}, {1}, {2}, 5};
        const TensorNetwork network = formatNamed("bt").network(completed(map, 1));
        const auto plan = ContractionPlan::optimal(network, 96);
        const auto fewest = ContractionPlan::fromTree(network, "(((((X A2) A3) C) A4) A1)", 96);
        QVERIFY(plan.trainingMacsPerFrame() > fewest.trainingMacsPerFrame());
        QVERIFY(plan.trainingMacsPerFrame() < 1.0001 * fewest.trainingMacsPerFrame());
        const auto values = [](const ContractionPlan& of) {
            double sum = 0;
            for (const auto& node : of.nodes())
                if (node.operand < 0 && node.hasFrames) sum += node.size;
            return sum;
        };
        QVERIFY(values(plan) < values(fewest));
    }

    void theHeuristicIsATreeAndSeldomWorse() {
        double sum = 0;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Random random{seed, 32};
            const TensorNetwork network = randomNetwork(random, 13);
            const OperandSets operands(network);
            const PlanQuery query{8, 1e300, {}};
            const PlanTree found = improvedTree(operands, query);
            QCOMPARE(found.size(), network.cores.size());
            for (const auto& [set, left] : found)
                for (const OperandSet side : {left, set ^ left})
                    QVERIFY(std::has_single_bit(side) || found.contains(side));
            const double ratio = trainingCost(operands, query, found) /
                                 trainingCost(operands, query, exactTree(operands, query, singles(operands)));
            QVERIFY(ratio > 1 - 1e-9);
            sum += ratio;
        }
        QVERIFY2(sum / 20 < 1.05, qPrintable(QString::number(sum / 20)));
    }

    void beyondTheExactSearchHierarchicalTuckerIsStillOptimal() {
        for (const Index rank : {2, 4}) {
            const TensorNetwork network = networkOfRank("ht", 8, rank);
            const OperandSets operands(network);
            const auto plan = ContractionPlan::optimal(network, 96);
            const PlanQuery query{96, 1e300, {}};
            const double exact = trainingCost(operands, query, exactTree(operands, query, singles(operands)));
            QVERIFY(std::abs(plan.trainingCostPerFrame() * 96 / exact - 1) < 1e-9);
        }
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
        int bond = network.addEdge({EdgeKind::Input, 2, "i1", 0});
        for (int k = 0; k < 31; ++k) {
            const int next = network.addEdge({k < 30 ? EdgeKind::Bond : EdgeKind::Output, 2, "e", 0});
            network.addCore("G", {bond, next});
            bond = next;
        }
        network.check();
        QVERIFY_EXCEPTION_THROWN(ContractionPlan::optimal(network, 1), Error);
    }
};

QTEST_APPLESS_MAIN(TestContractionPlan)
#include "test_contraction_plan.moc"
