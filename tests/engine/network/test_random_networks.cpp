// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/format.h"
#include "engine/network/map_product.h"
#include "tests/support/small_models.h"

#include <QTest>

using namespace rankscope;

namespace {

constexpr double mostTerms = 6000; // of the sum over all edges

/// Sizes 1 to 5, ranks 1 to 4, so that the sum over all edges stays small.
MapSpec randomSpec(const Format& format, Index d, Random& random) {
    const auto upTo = [&](Index most) {
        return 1 + static_cast<Index>(random.below(static_cast<std::uint64_t>(most)));
    };
    while (true) {
        MapSpec spec;
        spec.format = format.id();
        for (Index k = 0; k < d; ++k) {
            spec.inModes.push_back(upTo(d < 4 ? 5 : 3));
            spec.outModes.push_back(upTo(d < 4 ? 4 : 2));
        }
        const auto ranks = [&](Index count, bool tucker) {
            Shape found;
            for (Index i = 0; i < count; ++i)
                found.push_back(upTo(std::min<Index>(
                    d < 4 ? 4 : 2, format.rankLimit(spec.inModes, spec.outModes, tucker, i))));
            return found;
        };
        spec.ranks = ranks(format.rankFields(d).ranks, false);
        spec.tuckerRanks = ranks(format.rankFields(d).tucker, true);
        spec.blocks = upTo(3);
        double terms = 1;
        for (const Edge& edge : format.network(spec).edges) terms *= static_cast<double>(edge.size);
        if (terms <= mostTerms) return spec;
    }
}

/// What W = `matrix` makes of the frames, [frames, J], and dL/dW [J, I] for L = sum of `weight` times it.
struct Truth {
    std::vector<double> output, gradient;
};

Truth truthOf(const std::vector<double>& matrix, const FrameBlock& x, const std::vector<double>& weight) {
    const auto inputs = static_cast<std::size_t>(x.size), frames = static_cast<std::size_t>(x.count);
    const std::size_t outputs = matrix.size() / inputs;
    Truth truth{std::vector<double>(frames * outputs, 0.0), std::vector<double>(matrix.size(), 0.0)};
    for (std::size_t f = 0; f < frames; ++f)
        for (std::size_t j = 0; j < outputs; ++j)
            for (std::size_t i = 0; i < inputs; ++i) {
                const double pixel = x.values[f * inputs + i];
                truth.output[f * outputs + j] += matrix[j * inputs + i] * pixel;
                truth.gradient[j * inputs + i] += weight[f * outputs + j] * pixel;
            }
    return truth;
}

template <class Scalar>
struct Answer {
    std::vector<Scalar> output, gradient;
};

template <class Scalar>
Answer<Scalar> answerOf(const TensorNetwork& network, const std::vector<double>& cores, const FrameBlock& x,
                        const std::vector<double>& weight, ThreadPool& pool, LanesOf lanes) {
    const std::vector<Scalar> weights(cores.begin(), cores.end()), given(weight.begin(), weight.end());
    MapProduct<Scalar> product(network, x.count, MapProduct<Scalar>::defaultKeepBytes, lanes);
    Answer<Scalar> answer{std::vector<Scalar>(weight.size()), std::vector<Scalar>(cores.size())};
    product.forward(x, weights.data(), answer.output.data(), network.outputSize(), pool, true);
    product.backward(x, weights.data(), given.data(), network.outputSize(), answer.gradient.data(), pool);
    return answer;
}

} // namespace

/// A thousand networks against their dense matrices, which are summed term by term, forward and backward.
class TestRandomNetworks : public QObject {
    Q_OBJECT
private slots:
    void agreeWithTheirDenseMatrices_data() {
        QTest::addColumn<QString>("format");
        for (const Format* format : formats())
            QTest::newRow(format->id().c_str()) << QString::fromStdString(format->id());
    }

    void agreeWithTheirDenseMatrices() {
        QFETCH(QString, format);
        const Format& rule = formatNamed(format.toStdString());
        ThreadPool pool(2);
        const int seeds = 1000 / static_cast<int>(formats().size()) + 1;
        for (int seed = 0; seed < seeds; ++seed) {
            Random random{static_cast<std::uint64_t>(seed), 41};
            const MapSpec spec = randomSpec(rule, 2 + seed % 5, random);
            const TensorNetwork network = rule.network(completed(spec, 1));
            const auto cores = testing::randomVector<double>(network.parameters(), random.below(1000));
            const auto frames = 1 + static_cast<Index>(random.below(6));
            const auto x = testing::randomFrames(network.inputSize(), frames, 1, random.below(1000));
            const auto weight =
                testing::randomVector<double>(frames * network.outputSize(), random.below(1000));
            const Truth truth = truthOf(testing::bruteForceMatrix(network, cores), x, weight);
            const auto gradient = testing::bruteForceGradient(network, cores, truth.gradient);

            for (const LanesOf lanes : {LanesOf::Frames, LanesOf::Columns}) {
                const auto exact = answerOf<double>(network, cores, x, weight, pool, lanes);
                const auto single = answerOf<float>(network, cores, x, weight, pool, lanes);
                const QByteArray name = QByteArray::number(seed);
                QVERIFY2(testing::relativeDifference(exact.output, truth.output) < 1e-11, name);
                QVERIFY2(testing::relativeDifference(exact.gradient, gradient) < 1e-11, name);
                QVERIFY2(testing::relativeDifference(single.output, truth.output) < 1e-4, name);
                QVERIFY2(testing::relativeDifference(single.gradient, gradient) < 1e-4, name);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRandomNetworks)
#include "test_random_networks.moc"
