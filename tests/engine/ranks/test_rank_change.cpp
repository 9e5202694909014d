// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/network/map_product.h"
#include "engine/ranks/rank_change.h"
#include "engine/ranks/tree.h"
#include "tests/engine/ranks/small_values.h"

#include <QTest>

using namespace rankscope;
using namespace rankscope::testing;

namespace {

/// dL/dweights for L = <D, W>, by the map's own product with the identity as frames.
std::vector<double> gradientOf(const MapValue& value, const std::vector<double>& d) {
    const TensorNetwork network = networkOf(value);
    FrameBlock frames;
    frames.size = frames.count = frames.clips = network.inputSize();
    frames.values.assign(static_cast<std::size_t>(frames.size * frames.size), 0.0f);
    for (Index i = 0; i < frames.size; ++i) frames.values[static_cast<std::size_t>(i * frames.size + i)] = 1;
    ThreadPool pool(1);
    MapProduct<double> product(network, frames.count);
    std::vector<double> out(d.size()), transposed(d.size()), gradient(value.weights.size());
    for (Index i = 0; i < frames.size; ++i)
        for (Index j = 0; j < network.outputSize(); ++j)
            transposed[static_cast<std::size_t>(i * network.outputSize() + j)] =
                d[static_cast<std::size_t>(j * frames.size + i)];
    product.forward(frames, value.weights.data(), out.data(), network.outputSize(), pool, true);
    product.backward(frames, value.weights.data(), transposed.data(), network.outputSize(), gradient.data(),
                     pool);
    return gradient;
}

bool shrinks(const std::string& format) {
    return isTree(formatNamed(format).network(specOf(format, 3, 2)));
}

} // namespace

class TestRankChange : public QObject {
    Q_OBJECT
private slots:
    void growing_data() {
        QTest::addColumn<std::string>("format");
        QTest::addColumn<int>("d");
        QTest::addColumn<int>("field"); // -1: all at once
        for (const auto& format : formatIds())
            for (const int d : {2, 3, 4}) {
                const int fields = static_cast<int>(ranksOf(specOf(format, d, 2)).size());
                for (int field = -1; field < fields; ++field)
                    QTest::addRow("%s d=%d rank %d", format.c_str(), d, field) << format << d << field;
            }
    }

    void growing() {
        QFETCH(std::string, format);
        QFETCH(int, d);
        QFETCH(int, field);
        const MapValue value = randomValue(specOf(format, d, 2), 5);
        MapSpec wanted = value.spec;
        const auto fields = ranksOf(value.spec);
        for (int i = 0; i < static_cast<int>(fields.size()); ++i)
            if (field < 0 || i == field) wanted = withRank(wanted, fields[i], 4);
        const RankChange change(value, wanted, 3);
        QVERIFY(change.value().spec == wanted);
        QCOMPARE(static_cast<Index>(change.value().weights.size()), parametersOf(wanted));
        const auto before = denseOf(value);
        QVERIFY(testing::relativeDifference(denseOf(change.value()), before) < 1e-12);

        // every new entry of a first core learns at once; old entries are where they were
        const auto gradient =
            gradientOf(change.value(), randomVector<double>(static_cast<Index>(before.size()), 9));
        double newGradient = 0;
        const auto moment = randomVector<double>(static_cast<Index>(value.weights.size()), 11);
        const auto followed = change.followed(moment);
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            const Index origin = change.origin()[i];
            QCOMPARE(change.follows()[i], origin >= 0);
            if (origin < 0) {
                newGradient += gradient[i] * gradient[i];
                QCOMPARE(followed[i], 0.0);
                continue;
            }
            QCOMPARE(change.value().weights[i], value.weights[static_cast<std::size_t>(origin)]);
            QCOMPARE(followed[i], moment[static_cast<std::size_t>(origin)]);
        }
        QVERIFY(newGradient > 1e-6);
        const RankChange again(value, wanted, 3), other(value, wanted, 4);
        QVERIFY(again.value().weights == change.value().weights);
        QVERIFY(other.value().weights != change.value().weights);
    }

    void growingInFloatKeepsTheOutput() {
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 3, 2), 5);
            MapSpec wanted = value.spec;
            for (const auto& field : ranksOf(wanted)) wanted = withRank(wanted, field, 4);
            const MapValue grown = RankChange(value, wanted, 3).value();
            const std::vector<float> before(value.weights.begin(), value.weights.end()),
                after(grown.weights.begin(), grown.weights.end());
            QVERIFY(testing::relativeDifference(denseMatrix(networkOf(grown), after.data()),
                                                denseMatrix(networkOf(value), before.data())) < 1e-5);
        }
    }

    void shrinkingOneBondIsTheBestThereIs() {
        for (const auto& format : formatIds()) {
            const MapValue value = randomValue(specOf(format, 3, 3), 6);
            const TensorNetwork network = networkOf(value);
            if (!isTree(network) || termEdge(network) >= 0) continue;
            const auto cores = tensorsOf(network, value.weights);
            for (const RankField& field : ranksOf(value.spec)) {
                const MapSpec wanted = withRank(value.spec, field, 2);
                const Vector s = cutAt(cores, endsOf(network, field.edge), field.edge).svd.s;
                const double tail = s.tail(s.size() - 2).norm() / s.norm();
                const MapValue rounded = RankChange(value, wanted, 1).value();
                const double error = testing::relativeDifference(denseOf(rounded), denseOf(value));
                QVERIFY2(std::abs(error - tail) < 1e-10, qPrintable(QString::number(error - tail)));
            }
        }
    }

    void shrinkingWhatIsNotNeededCostsNothing() {
        for (const auto& format : formatIds()) {
            if (!shrinks(format)) continue;
            const MapValue value = randomValue(specOf(format, 3, 2), 6);
            MapSpec large = value.spec;
            for (const auto& field : ranksOf(large)) large = withRank(large, field, 4);
            const MapValue grown = RankChange(value, large, 1).value();
            const MapValue back = RankChange(grown, value.spec, 1).value();
            QVERIFY(testing::relativeDifference(denseOf(back), denseOf(value)) < 1e-12);
            // a rank in between has slices without content: they are made fit to grow
            MapSpec between = value.spec;
            for (const auto& field : ranksOf(large)) between = withRank(between, field, 3);
            const MapValue half = RankChange(grown, between, 1).value();
            QVERIFY(testing::relativeDifference(denseOf(half), denseOf(value)) < 1e-12);
            for (const Tensor& core : tensorsOf(networkOf(half), half.weights)) QVERIFY(core.norm() > 0);
        }
    }

    void errorsOfSeveralBondsLieBetweenTheirBounds() {
        const MapValue value = randomValue(specOf("tt", 4, 4), 8);
        MapSpec wanted = value.spec;
        wanted.ranks = {2, 3, 2};
        const TensorNetwork network = networkOf(value);
        const auto cores = tensorsOf(network, value.weights);
        double largest = 0, sum = 0;
        for (const RankField& field : ranksOf(value.spec)) {
            const Vector s = cutAt(cores, endsOf(network, field.edge), field.edge).svd.s;
            const double tail = s.tail(s.size() - rankOf(wanted, field)).squaredNorm() / s.squaredNorm();
            largest = std::max(largest, tail);
            sum += tail;
        }
        const double error =
            testing::relativeDifference(denseOf(RankChange(value, wanted, 1).value()), denseOf(value));
        QVERIFY(error >= std::sqrt(largest) - 1e-12);
        QVERIFY(error <= std::sqrt(sum) + 1e-12);
    }

    void momentsFollowTheChangeOfBasis() {
        // Where nothing is lost, the gradient of the new weights is the followed gradient of the old ones.
        for (const auto& format : formatIds()) {
            if (!shrinks(format)) continue;
            const MapValue small = randomValue(specOf(format, 3, 2), 6);
            MapSpec large = small.spec;
            for (const auto& field : ranksOf(large))
                if (field.kind != RankKind::Blocks) large = withRank(large, field, 3);
            MapValue grown = RankChange(small, large, 1).value();
            const MapValue value = RankChange(grown, small.spec, 1).value();
            const RankChange change(grown, small.spec, 1);
            const auto d = randomVector<double>(static_cast<Index>(denseOf(value).size()), 9);
            const auto expected = gradientOf(change.value(), d);
            const auto followed = change.followed(gradientOf(grown, d));
            QVERIFY2(testing::relativeDifference(followed, expected) < 1e-10, format.c_str());
        }
    }

    void coresKeepTheirRatioOfNorms() {
        MapValue value = randomValue(specOf("tt", 3, 3), 6);
        for (std::size_t i = 0; i < 18; ++i) value.weights[i] *= 1000; // G1
        MapSpec wanted = value.spec;
        wanted.ranks = {2, 3};
        const auto before = tensorsOf(networkOf(value), value.weights);
        const MapValue rounded = RankChange(value, wanted, 1).value();
        const auto after = tensorsOf(networkOf(rounded), rounded.weights);
        QVERIFY(std::abs(after[0].norm() / after[1].norm() / (before[0].norm() / before[1].norm()) - 1) <
                1e-9);
        QVERIFY(after[2].values == before[2].values);
    }

    void theCheapestBlocksGo() {
        for (const auto& format : formatIds()) {
            MapSpec spec = specOf(format, 3, 2);
            if (termEdge(formatNamed(format).network(spec)) < 0) continue;
            spec.blocks = 4;
            const MapValue value = randomValue(spec, 12);
            spec.blocks = 3;
            const double error =
                testing::relativeDifference(denseOf(RankChange(value, spec, 1).value()), denseOf(value));
            const auto terms = termsOf(networkOf(value), tensorsOf(networkOf(value), value.weights));
            MapSpec one = spec;
            one.blocks = 1;
            double least = INFINITY;
            for (const Term& term : terms) {
                std::vector<double> weights;
                for (const Tensor& core : term)
                    weights.insert(weights.end(), core.values.begin(), core.values.end());
                const auto dense = denseOf({one, weights});
                least = std::min(least, Eigen::Map<const Vector>(dense.data(), Index(dense.size())).norm());
            }
            const auto whole = denseOf(value);
            least /= Eigen::Map<const Vector>(whole.data(), Index(whole.size())).norm();
            QVERIFY(std::abs(error - least) < 1e-10);
        }
    }

    void upAndDownAtOnce() {
        const MapValue value = randomValue(specOf("tt", 4, 3), 8);
        MapSpec wanted = value.spec, down = value.spec;
        wanted.ranks = {5, 2, 4};
        down.ranks = {3, 2, 3};
        const MapValue both = RankChange(value, wanted, 1).value();
        QVERIFY(testing::relativeDifference(denseOf(both), denseOf(RankChange(value, down, 1).value())) <
                1e-12);
        QVERIFY(both.spec == wanted);
    }

    void whatCannotBeIsRefused() {
        const auto refused = [](const MapValue& value, const MapSpec& wanted) {
            try {
                RankChange(value, wanted, 1);
                return false;
            } catch (const Error& error) {
                return !error.hint().empty();
            }
        };
        const MapValue train = randomValue(specOf("tt", 3, 2), 1);
        MapSpec wanted = train.spec;
        wanted.ranks = {2, 0};
        QVERIFY(refused(train, wanted));
        wanted.ranks = {2, 5}; // the last unfolding has 4 columns
        QVERIFY(refused(train, wanted));
        wanted.ranks = {2};
        QVERIFY(refused(train, wanted));
        wanted = train.spec;
        wanted.inModes = {4, 3, 2};
        QVERIFY(refused(train, wanted));
        wanted = train.spec;
        wanted.format = "bt";
        QVERIFY(refused(train, wanted));
        for (const auto& format : formatIds()) {
            if (shrinks(format)) continue;
            const MapValue value = randomValue(specOf(format, 3, 2), 1);
            for (const RankField& field : ranksOf(value.spec))
                if (field.kind != RankKind::Blocks) QVERIFY(refused(value, withRank(value.spec, field, 1)));
        }
    }
};

QTEST_APPLESS_MAIN(TestRankChange)
#include "test_rank_change.moc"
