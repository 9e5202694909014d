// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "engine/network/map_product.h"
#include "tests/support/small_models.h"

#include <QTest>

using namespace rankscope;

/// Maps of plain rows, which may stand between other columns, and the transposed map.
class TestRowProducts : public QObject {
    Q_OBJECT

    static constexpr Index rows = 7;

    static TensorNetwork networkNamed(const QString& format) {
        const MapSpec spec = completed(testing::smallMap(format.toStdString()), 1);
        return formatNamed(spec.format).network(spec);
    }

    /// rows x W^T from the dense matrix.
    static std::vector<double> expected(const std::vector<double>& matrix, const std::vector<double>& x,
                                        Index inputs, Index stride) {
        const Index outputs = static_cast<Index>(matrix.size()) / inputs;
        std::vector<double> y;
        for (Index row = 0; row < rows; ++row)
            for (Index j = 0; j < outputs; ++j) {
                double sum = 0;
                for (Index i = 0; i < inputs; ++i)
                    sum += matrix[static_cast<std::size_t>(j * inputs + i)] *
                           x[static_cast<std::size_t>(row * stride + i)];
                y.push_back(sum);
            }
        return y;
    }

    static void addFormats() {
        QTest::addColumn<QString>("format");
        for (const Format* format : formats())
            QTest::addRow("%s", format->id().c_str()) << QString::fromStdString(format->id());
    }

private slots:
    void equalTheDenseMatrix_data() { addFormats(); }
    void equalTheDenseMatrix() {
        QFETCH(QString, format);
        const TensorNetwork network = networkNamed(format);
        const Index inputs = network.inputSize(), outputs = network.outputSize(), stride = inputs + 4;
        const auto cores = testing::randomVector<double>(network.parameters(), 1);
        const auto x = testing::randomVector<double>(rows * stride, 2);
        const auto wanted = expected(denseMatrix(network, cores.data()), x, inputs, stride);
        const RowBlock<double> block{x.data(), rows, inputs, stride};
        ThreadPool pool(2);
        MapProduct<double> product(network, rows);
        std::vector<double> y(wanted.size());
        product.forward(block, cores.data(), y.data(), outputs, pool, false);
        QVERIFY(testing::relativeDifference(y, wanted) < 1e-12);

        // with weights prepared once: any number of rows, the same bits
        product.prepare(cores.data());
        for (const Index n : {Index{1}, rows, Index{3}}) {
            std::vector<double> again(static_cast<std::size_t>(n * outputs));
            product.forwardPrepared({x.data(), n, inputs, stride}, cores.data(), again.data(), outputs, pool);
            QVERIFY(testing::relativeDifference(
                        again, std::vector<double>(wanted.begin(), wanted.begin() + n * outputs)) < 1e-12);
        }
    }

    void transposedIsTheTransposedMatrix_data() { addFormats(); }
    void transposedIsTheTransposedMatrix() {
        QFETCH(QString, format);
        const TensorNetwork network = networkNamed(format), turned = transposed(network);
        turned.check();
        const Index inputs = network.inputSize(), outputs = network.outputSize();
        const auto cores = testing::randomVector<double>(network.parameters(), 3);
        const auto matrix = denseMatrix(network, cores.data());
        std::vector<double> across;
        for (Index i = 0; i < inputs; ++i)
            for (Index j = 0; j < outputs; ++j)
                across.push_back(matrix[static_cast<std::size_t>(j * inputs + i)]);
        const auto x = testing::randomVector<double>(rows * outputs, 4);
        const auto wanted = expected(across, x, outputs, outputs);
        ThreadPool pool(1);
        MapProduct<double> product(turned, rows);
        std::vector<double> y(wanted.size());
        product.forward(RowBlock<double>{x.data(), rows, outputs, outputs}, cores.data(), y.data(), inputs,
                        pool, false);
        QVERIFY(testing::relativeDifference(y, wanted) < 1e-12);
    }

    void gradientIsThatOfFrames_data() { addFormats(); }
    void gradientIsThatOfFrames() {
        QFETCH(QString, format);
        const TensorNetwork network = networkNamed(format);
        const Index inputs = network.inputSize(), outputs = network.outputSize();
        const auto cores = testing::randomVector<double>(network.parameters(), 5);
        const auto frames = testing::randomFrames(inputs, rows, 1, 6);
        const std::vector<double> x(frames.values.begin(), frames.values.end());
        const RowBlock<double> block{x.data(), rows, inputs, inputs};
        const auto slope = testing::randomVector<double>(rows * outputs, 7);
        ThreadPool pool(1);
        MapProduct<double> ofFrames(network, rows), ofRows(network, rows);
        std::vector<double> y(slope.size()), wanted(cores.size()), gradient(cores.size());
        ofFrames.forward(frames, cores.data(), y.data(), outputs, pool, true);
        ofFrames.backward(frames, cores.data(), slope.data(), outputs, wanted.data(), pool);
        ofRows.forward(block, cores.data(), y.data(), outputs, pool, true);
        ofRows.backward(block, cores.data(), slope.data(), outputs, gradient.data(), pool);
        QVERIFY(testing::relativeDifference(gradient, wanted) < 1e-13);
    }
};

QTEST_APPLESS_MAIN(TestRowProducts)
#include "test_row_products.moc"
