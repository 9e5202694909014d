// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "engine/network/map_product.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <numeric>

using namespace rankscope;

namespace {

/// y [frames, J] and dL/dcores for L = sum(weight * y), straight from the dense matrix and its definition.
struct DenseAnswer {
    std::vector<double> output;
    double loss = 0;
};

DenseAnswer denseAnswer(const TensorNetwork& network, const std::vector<double>& matrix, const FrameBlock& x,
                        const std::vector<double>& weight) {
    const Index inputs = network.inputSize(), outputs = network.outputSize();
    DenseAnswer answer;
    for (Index f = 0; f < x.count; ++f)
        for (Index j = 0; j < outputs; ++j) {
            double sum = 0;
            for (Index i = 0; i < inputs; ++i)
                sum += matrix[static_cast<std::size_t>(j * inputs + i)] *
                       double(x.values[static_cast<std::size_t>(f * inputs + i)]);
            answer.loss += sum * weight[answer.output.size()];
            answer.output.push_back(sum);
        }
    return answer;
}

MapSpec randomSpec(const std::string& format, Random& random) {
    MapSpec spec;
    spec.format = format;
    const Format& rule = formatNamed(format);
    const Index least = rule.fewestModes();
    const Index d = least + static_cast<Index>(random.below(static_cast<std::uint64_t>(5 - least)));
    for (Index k = 0; k < d; ++k) {
        spec.inModes.push_back(1 + static_cast<Index>(random.below(4)));
        spec.outModes.push_back(1 + static_cast<Index>(random.below(3)));
    }
    const auto draw = [&](bool tucker, Index count) {
        Shape ranks;
        for (Index i = 0; i < count; ++i)
            ranks.push_back(1 + static_cast<Index>(random.below(static_cast<std::uint64_t>(std::min<Index>(
                                    3, rule.rankLimit(spec.inModes, spec.outModes, tucker, i))))));
        return ranks;
    };
    spec.ranks = draw(false, rule.rankFields(d).ranks);
    spec.tuckerRanks = draw(true, rule.rankFields(d).tucker);
    spec.blocks = 1 + static_cast<Index>(random.below(3));
    return spec;
}

} // namespace

class TestMapProduct : public QObject {
    Q_OBJECT
private slots:
    void everyMapEqualsItsDenseMatrix_data() {
        QTest::addColumn<QString>("format");
        for (const Format* format : formats())
            QTest::addRow("%s", format->id().c_str()) << QString::fromStdString(format->id());
    }

    void everyMapEqualsItsDenseMatrix() {
        QFETCH(QString, format);
        ThreadPool pool(2);
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Random random{seed, 5};
            const MapSpec spec = completed(randomSpec(format.toStdString(), random), 1);
            const TensorNetwork network = formatNamed(spec.format).network(spec);
            network.check();
            const Index frames = 1 + static_cast<Index>(random.below(9));
            const auto cores = testing::randomVector<double>(network.parameters(), seed);
            const auto x = testing::randomFrames(network.inputSize(), frames, 1, seed);
            const auto weight = testing::randomVector<double>(frames * network.outputSize(), seed + 1000);
            const auto matrix = testing::bruteForceMatrix(network, cores);
            const DenseAnswer expected = denseAnswer(network, matrix, x, weight);
            QVERIFY(testing::relativeDifference(denseMatrix(network, cores.data()), matrix) < 1e-12);

            MapProduct<double> product(network, frames);
            const Index stride = network.outputSize() + 3; // columns of other maps stand between
            std::vector<double> strided(static_cast<std::size_t>(frames * stride), -7);
            product.forward(x, cores.data(), strided.data(), stride, pool, true);
            std::vector<double> output, gradientIn(strided.size(), 99);
            for (Index f = 0; f < frames; ++f)
                for (Index j = 0; j < stride; ++j) {
                    const auto at = static_cast<std::size_t>(f * stride + j);
                    if (j >= network.outputSize()) {
                        QCOMPARE(strided[at], -7.0);
                        continue;
                    }
                    gradientIn[at] = weight[output.size()];
                    output.push_back(strided[at]);
                }
            QVERIFY2(testing::relativeDifference(output, expected.output) < 1e-12,
                     qPrintable(QString::number(seed)));

            // dL/dcore is linear in each core: the exact difference over a unit step is the derivative
            std::vector<double> gradient(cores.size()), numeric(cores.size());
            product.backward(x, cores.data(), gradientIn.data(), stride, gradient.data(), pool);
            for (std::size_t i = 0; i < cores.size(); ++i) {
                auto moved = cores;
                moved[i] += 1;
                numeric[i] =
                    denseAnswer(network, denseMatrix(network, moved.data()), x, weight).loss - expected.loss;
            }
            QVERIFY2(testing::relativeDifference(gradient, numeric) < 1e-10,
                     qPrintable(QString::number(seed)));

            MapProduct<float> single(network, frames);
            std::vector<float> floatCores(cores.begin(), cores.end()), floatOutput(output.size());
            single.forward(x, floatCores.data(), floatOutput.data(), network.outputSize(), pool, false);
            QVERIFY(testing::relativeDifference(floatOutput, expected.output) < 1e-5);
        }
    }

    void sameBitsForAnyNumberOfThreads_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("large");
        for (const Format* format : formats()) {
            const QString id = QString::fromStdString(format->id());
            QTest::addRow("%s", format->id().c_str()) << id << false;
            QTest::addRow("%s, many weights", format->id().c_str()) << id << true;
        }
    }

    void sameBitsForAnyNumberOfThreads() {
        QFETCH(QString, format);
        QFETCH(bool, large);
        MapSpec spec;
        spec.format = format.toStdString();
        spec.inModes = large ? Shape{60, 80} : Shape{12, 16};
        spec.outModes = large ? Shape{16, 16} : Shape{8, 4};
        const Index both = 22; // a core of a ring has two bonds
        spec.ranks = large ? Shape{format == "tr" ? both : 480} : Shape{3};
        spec.tuckerRanks = large ? Shape{600, 20} : Shape{2, 3};
        spec.blocks = large && format == "cp" ? 480 : 2;
        spec = completed(spec, 1);
        const TensorNetwork network = formatNamed(spec.format).network(spec);
        const Index frames = large ? 9 : 100;
        const auto cores = testing::randomVector<float>(network.parameters(), 1);
        const auto x = testing::randomFrames(network.inputSize(), frames, 1, 2);
        const auto outGradient = testing::randomVector<float>(frames * network.outputSize(), 3);
        for (const LanesOf lanes : {LanesOf::Frames, LanesOf::Columns}) {
            std::vector<std::vector<float>> outputs, gradients;
            for (const int threads : {1, 2, 5}) {
                ThreadPool pool(threads);
                MapProduct<float> product(network, frames, MapProduct<float>::defaultKeepBytes, lanes);
                outputs.emplace_back(outGradient.size());
                gradients.emplace_back(cores.size());
                product.forward(x, cores.data(), outputs.back().data(), network.outputSize(), pool, true);
                product.backward(x, cores.data(), outGradient.data(), network.outputSize(),
                                 gradients.back().data(), pool);
            }
            for (std::size_t i = 1; i < outputs.size(); ++i) {
                QVERIFY(outputs[i] == outputs[0]);
                QVERIFY(gradients[i] == gradients[0]);
            }
        }
    }

    void bytesAreScaledPerChannel() {
        FrameBlock block;
        block.count = 2;
        block.size = 9;
        block.bytes.resize(18);
        std::iota(block.bytes.begin(), block.bytes.end(), std::uint8_t{100});
        block.scale = {1.0f, 0.5f, 2.0f};
        block.offset = {-1.0f, 0.0f, 3.0f};
        std::vector<float> out(9);
        block.convert(1, 1, out.data());
        for (std::size_t i = 0; i < 9; ++i)
            QCOMPARE(out[i], block.scale[i % 3] * float(109 + i) + block.offset[i % 3]);
    }

    void dropoutIsTheSameForAllFramesOfAClip() {
        auto block = testing::randomFrames(500, 3, 2, 4);
        block.values.assign(block.values.size(), 1.0f);
        block.dropout = 0.25;
        block.dropoutKey = 9;
        std::vector<float> out(block.values.size());
        block.convert(0, block.count, out.data());
        const auto frame = [&](Index f) {
            return std::vector<float>(out.begin() + f * 500, out.begin() + (f + 1) * 500);
        };
        QVERIFY(frame(0) == frame(2) && frame(2) == frame(4));
        QVERIFY(frame(0) != frame(1));
        int dropped = 0;
        for (const float value : frame(0)) {
            QVERIFY(value == 0.0f || qFuzzyCompare(value, 1 / 0.75f));
            dropped += value == 0.0f;
        }
        QVERIFY(dropped > 90 && dropped < 160);
    }
};

QTEST_APPLESS_MAIN(TestMapProduct)
#include "test_map_product.moc"
