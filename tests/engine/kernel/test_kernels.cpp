// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/aligned.h"
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/kernel/kernels.h"

#include <QTest>

#include <cmath>
#include <span>

using namespace rankscope;

namespace {

Random draws{1, 2, 3};

template <class Scalar>
AlignedVector<Scalar> randomValues(Index count) {
    AlignedVector<Scalar> values(static_cast<std::size_t>(count));
    for (Scalar& value : values) value = static_cast<Scalar>(draws.uniform(-1, 1));
    return values;
}

/// Lines in any order: a table of places, shuffled, `step` lines apart.
std::vector<int> places(int count, int step, int line = lineLength) {
    std::vector<int> table;
    for (int i = 0; i < count; ++i) table.push_back(i * step * line);
    for (int i = count - 1; i > 0; --i)
        std::swap(table[static_cast<std::size_t>(i)], table[draws.below(static_cast<std::uint64_t>(i) + 1)]);
    return table;
}

template <class Scalar>
double tolerance(int terms) {
    return (sizeof(Scalar) == 4 ? 1e-6 : 1e-15) * (4 + terms);
}

struct Sizes {
    int rows, depth, columns;
};

std::vector<Sizes> sizes() {
    std::vector<Sizes> all{{1, 1, 1},    {1, 256, 40}, {2, 5, 17}, {3, 97, 9},
                           {4, 145, 16}, {20, 18, 16}, {7, 300, 3}};
    for (int i = 0; i < 60; ++i)
        all.push_back({1 + int(draws.below(20)), 1 + int(draws.below(60)), 1 + int(draws.below(30))});
    return all;
}

} // namespace

/// Every SIMD level of this processor against plain loops.
class TestKernels : public QObject {
    Q_OBJECT

    template <class Scalar>
    void product(const ScalarKernels<Scalar>& kernels, const Sizes& s, bool add) {
        const auto aRow = places(s.rows, s.depth), aStep = places(s.depth, 1),
                   cRow = places(s.rows, s.columns + 1), cColumn = places(s.columns, 1);
        const auto a = randomValues<Scalar>(Index{s.rows} * s.depth * lineLength);
        const Index bRow = s.columns + 3;
        const auto b = randomValues<Scalar>(s.depth * bRow);
        auto c = randomValues<Scalar>(Index{s.rows} * (s.columns + 1) * lineLength);
        const auto before = c;
        kernels.multiply({a.data(), aRow.data(), aStep.data(), b.data(), bRow, c.data(), cRow.data(),
                          cColumn.data(), s.rows, s.depth, s.columns, add});
        auto wanted = before;
        for (int m = 0; m < s.rows; ++m)
            for (int n = 0; n < s.columns; ++n)
                for (int lane = 0; lane < lineLength; ++lane) {
                    const std::size_t at = static_cast<std::size_t>(cRow[m] + cColumn[n] + lane);
                    double sum = add ? double(before[at]) : 0;
                    for (int k = 0; k < s.depth; ++k)
                        sum += double(a[static_cast<std::size_t>(aRow[m] + aStep[k] + lane)]) *
                               double(b[static_cast<std::size_t>(k * bRow + n)]);
                    wanted[at] = static_cast<Scalar>(sum);
                }
        for (std::size_t i = 0; i < c.size(); ++i) // what no table names must stay as it was
            QVERIFY(std::abs(double(c[i]) - double(wanted[i])) <= tolerance<Scalar>(s.depth));
    }

    /// Columns in runs of `run` neighbours, or rows in runs of `rowRun`.
    template <class Scalar>
    void rowProduct(const ScalarKernels<Scalar>& kernels, const Sizes& s, int run, int rowRun, bool add) {
        const auto aRow = places(s.rows, s.depth, 1), aStep = places(s.depth, 1, 1);
        const auto a = randomValues<Scalar>(Index{s.rows} * s.depth);
        const Index bRow = s.columns + 3;
        const auto b = randomValues<Scalar>(s.depth * bRow + lineLength);
        // runs anywhere, with room in between
        const auto runs = [](int count, int length, int step) {
            const auto begins = places((count + length - 1) / length, 1, 1);
            std::vector<int> table;
            for (int i = 0; i < count; ++i) table.push_back(begins[i / length] * step + i % length);
            return table;
        };
        const int columnRoom = s.columns + 2 * run;
        const auto cColumn =
            rowRun > 1 ? runs(s.columns, 1, s.rows + 2 * rowRun) : runs(s.columns, run, run + 1);
        const auto cRow = rowRun > 1 ? runs(s.rows, rowRun, rowRun + 1) : runs(s.rows, 1, 2 * columnRoom);
        int most = 0;
        for (const int row : cRow)
            for (const int column : cColumn) most = std::max(most, row + column);
        auto c = randomValues<Scalar>(most + 1);
        auto wanted = c;
        for (int m = 0; m < s.rows; ++m)
            for (int n = 0; n < s.columns; ++n) {
                const auto at = static_cast<std::size_t>(cRow[m] + cColumn[n]);
                double sum = add ? double(c[at]) : 0;
                for (int k = 0; k < s.depth; ++k)
                    sum += double(a[static_cast<std::size_t>(aRow[m] + aStep[k])]) *
                           double(b[static_cast<std::size_t>(k * bRow + n)]);
                wanted[at] = static_cast<Scalar>(sum);
            }
        kernels.multiplyRows({a.data(), aRow.data(), aStep.data(), b.data(), bRow, c.data(), cRow.data(),
                              cColumn.data(), run, rowRun, s.rows, s.depth, s.columns, add});
        for (std::size_t i = 0; i < c.size(); ++i) // what no table names must stay as it was
            QVERIFY(std::abs(double(c[i]) - double(wanted[i])) <= tolerance<Scalar>(s.depth));
    }

    template <class Scalar>
    void rowGradient(const ScalarKernels<Scalar>& kernels, const Sizes& s) {
        const int columns = (s.columns + kernels.width - 1) / kernels.width * kernels.width;
        const auto aRow = places(s.rows, s.depth, 1), aStep = places(s.depth, 1, 1);
        const auto a = randomValues<Scalar>(Index{s.rows} * s.depth);
        const Index bRow = columns + 2;
        std::vector<int> cRow; // in no order, at no even distance
        for (int m = 0; m < s.rows; ++m) cRow.push_back((s.rows - 1 - m) * (columns + 5) + m % 3);
        const auto c = randomValues<Scalar>(Index{s.rows} * (columns + 5));
        auto b = randomValues<Scalar>(s.depth * bRow);
        const auto before = b;
        kernels.rowGradient({a.data(), aRow.data(), aStep.data(), c.data(), cRow.data(), b.data(), bRow,
                             s.rows, s.depth, columns});
        for (int k = 0; k < s.depth; ++k)
            for (int n = 0; n < bRow; ++n) {
                const auto at = static_cast<std::size_t>(k * bRow + n);
                double sum = double(before[at]);
                for (int m = 0; m < s.rows && n < columns; ++m)
                    sum += double(a[static_cast<std::size_t>(aRow[m] + aStep[k])]) *
                           double(c[static_cast<std::size_t>(cRow[m] + n)]);
                QVERIFY(std::abs(double(b[at]) - sum) <= tolerance<Scalar>(s.rows));
            }
    }

    template <class Scalar>
    void gradient(const ScalarKernels<Scalar>& kernels, const Sizes& s) {
        const auto aRow = places(s.rows, s.depth), aStep = places(s.depth, 1);
        const auto a = randomValues<Scalar>(Index{s.rows} * s.depth * lineLength);
        const Index cRow = (s.columns + 2) * lineLength;
        const auto c = randomValues<Scalar>(s.rows * cRow);
        const Index bRow = s.columns + 3;
        auto b = randomValues<Scalar>(s.depth * bRow);
        const auto before = b;
        kernels.gradient({a.data(), aRow.data(), aStep.data(), c.data(), cRow, b.data(), bRow, s.rows,
                          s.depth, s.columns});
        for (int k = 0; k < s.depth; ++k)
            for (int n = 0; n < bRow; ++n) {
                const std::size_t at = static_cast<std::size_t>(k * bRow + n);
                double sum = double(before[at]);
                for (int m = 0; m < s.rows && n < s.columns; ++m)
                    for (int lane = 0; lane < lineLength; ++lane)
                        sum += double(a[static_cast<std::size_t>(aRow[m] + aStep[k] + lane)]) *
                               double(c[static_cast<std::size_t>(m * cRow + n * lineLength + lane)]);
                QVERIFY(std::abs(double(b[at]) - sum) <= tolerance<Scalar>(s.rows * lineLength));
            }
    }

    template <class Scalar>
    void matrices(const ScalarKernels<Scalar>& kernels, Index rows, Index columns) {
        const Index depth = 21;
        for (int turned = 0; turned < 8; ++turned)
            for (const bool add : {false, true}) {
                const auto a = randomValues<Scalar>(rows * depth), b = randomValues<Scalar>(depth * columns);
                auto c = randomValues<Scalar>(rows * columns);
                const auto before = c;
                const auto strides = [&](bool turn, Index r, Index n) {
                    return turn ? std::pair{Index{1}, r} : std::pair{n, Index{1}};
                };
                const auto [aRow, aColumn] = strides(turned & 1, rows, depth);
                const auto [bRow, bColumn] = strides(turned & 2, depth, columns);
                const auto [cRow, cColumn] = strides(turned & 4, rows, columns);
                kernels.matrixProduct({a.data(), aRow, aColumn, b.data(), bRow, bColumn, c.data(), cRow,
                                       cColumn, rows, depth, columns, add});
                for (Index i = 0; i < rows; ++i)
                    for (Index j = 0; j < columns; ++j) {
                        const auto at = static_cast<std::size_t>(i * cRow + j * cColumn);
                        double sum = add ? double(before[at]) : 0;
                        for (Index k = 0; k < depth; ++k)
                            sum += double(a[static_cast<std::size_t>(i * aRow + k * aColumn)]) *
                                   double(b[static_cast<std::size_t>(k * bRow + j * bColumn)]);
                        QVERIFY(std::abs(double(c[at]) - sum) <= tolerance<Scalar>(int(depth)));
                    }
            }
    }

    /// The bits of a product must not depend on where in memory its matrices begin.
    template <class Scalar>
    void placesOfMatrices(const ScalarKernels<Scalar>& kernels, Index rows, Index depth, Index columns) {
        constexpr int places = 64 / sizeof(Scalar);
        const auto a = randomValues<Scalar>(rows * depth), b = randomValues<Scalar>(depth * columns);
        for (int turned = 0; turned < 4; ++turned) {
            std::vector<Scalar> wanted;
            for (int place = 0; place < places; ++place) {
                const auto moved = [&](std::span<const Scalar> values) {
                    AlignedVector<Scalar> buffer(static_cast<std::size_t>(place));
                    buffer.insert(buffer.end(), values.begin(), values.end());
                    return buffer;
                };
                const auto movedA = moved(a), movedB = moved(b);
                AlignedVector<Scalar> c(static_cast<std::size_t>(place + rows * columns));
                kernels.matrixProduct({movedA.data() + place, turned & 1 ? 1 : depth, turned & 1 ? rows : 1,
                                       movedB.data() + place, turned & 2 ? 1 : columns,
                                       turned & 2 ? depth : 1, c.data() + place, columns, 1, rows, depth,
                                       columns, false});
                const std::vector<Scalar> found(c.begin() + place, c.end());
                if (place == 0) wanted = found;
                QVERIFY(found == wanted);
            }
        }
    }

    template <class Value, class Scalar>
    void lines(void (*toLines)(const ToLines<Value, Scalar>&)) {
        for (const int frames : {1, 5, 16})
            for (const Index count : {1, 15, 16, 40, 63, 64, 130})
                for (const int period : {1, 3}) {
                    const Index stride = count + 7;
                    std::vector<Value> in;
                    for (Index i = 0; i < frames * stride; ++i)
                        in.push_back(static_cast<Value>(draws.below(256)));
                    AlignedVector<Scalar> out(static_cast<std::size_t>(count * lineLength), Scalar{-1});
                    const auto scale = randomValues<float>(period), offset = randomValues<float>(period);
                    const int phase = period - 1;
                    toLines({in.data(), stride, count, frames, scale.data(), offset.data(), period, phase,
                             out.data()});
                    for (Index i = 0; i < count; ++i)
                        for (int f = 0; f < lineLength; ++f) {
                            const auto channel = static_cast<std::size_t>((phase + i) % period);
                            const double wanted =
                                f < frames ? double(scale[channel]) *
                                                     double(in[static_cast<std::size_t>(f * stride + i)]) +
                                                 double(offset[channel])
                                           : 0;
                            QVERIFY(std::abs(double(out[static_cast<std::size_t>(i * lineLength + f)]) -
                                             wanted) < 1e-4);
                        }
                }
    }

    template <class Scalar>
    void linesBack(const ScalarKernels<Scalar>& kernels) {
        for (const int frames : {1, 5, 16})
            for (const int count : {1, 3, 8, 16, 21, 33}) {
                const auto from = places(count, 2);
                const auto in = randomValues<Scalar>(2 * count * lineLength);
                const Index stride = count + 2; // two values that stay as they are
                std::vector<int> to;
                for (int f = 0; f < frames; ++f) to.push_back(static_cast<int>((f * 7 % frames) * stride));
                AlignedVector<Scalar> out(static_cast<std::size_t>(frames * stride), Scalar{-9}),
                    wanted = out;
                kernels.fromLines({in.data(), from.data(), count, frames, out.data(), to.data()});
                for (int f = 0; f < frames; ++f)
                    for (int i = 0; i < count; ++i)
                        wanted[static_cast<std::size_t>(to[f] + i)] =
                            in[static_cast<std::size_t>(from[i] + f)];
                QVERIFY(out == wanted);
            }
    }

    template <class Value, class Scalar>
    void scaled(void (*scale)(const ScaleValues<Value, Scalar>&)) {
        for (const Index count : {1, 16, 50, 131})
            for (const int period : {lineLength, 3 * lineLength}) {
                std::vector<Value> in;
                for (Index i = 0; i < count; ++i) in.push_back(static_cast<Value>(draws.below(256)));
                const auto factors = randomValues<Scalar>(period), offsets = randomValues<Scalar>(period);
                AlignedVector<Scalar> out(static_cast<std::size_t>(count) + 1, Scalar{-9});
                scale({in.data(), count, factors.data(), offsets.data(), period, out.data()});
                for (std::size_t i = 0; i < in.size(); ++i) {
                    const std::size_t at = i % static_cast<std::size_t>(period);
                    QVERIFY(std::abs(double(out[i]) -
                                     (double(in[i]) * double(factors[at]) + double(offsets[at]))) < 1e-4);
                }
                QVERIFY(out.back() == Scalar{-9});
            }
    }

    template <class Scalar>
    void all(const ScalarKernels<Scalar>& kernels) {
        for (const Sizes& s : sizes()) {
            product(kernels, s, false);
            product(kernels, s, true);
            gradient(kernels, s);
            for (const bool add : {false, true}) {
                for (const int run : {1, 2, 3, 4, 7, 8, 16, 32, 65})
                    rowProduct(kernels, {s.rows, s.depth, (s.columns + run - 1) / run * run}, run, 1, add);
                for (const int rowRun : {3, 4, 8})
                    rowProduct(kernels, {(s.rows + rowRun - 1) / rowRun * rowRun, s.depth, s.columns}, 1,
                               rowRun, add);
            }
            rowGradient(kernels, s);
        }
        rowProduct(kernels, {5, 700, 48}, 16, 1, false); // the depth in pieces
        rowProduct(kernels, {70, 400, 130}, 5, 1, true);
        rowGradient(kernels, {230, 101, 33}); // rows in panels
        for (const Index columns : {4, 8, 9, 16, 20, 44, 64, 70})
            for (const Index rows : {1, 13}) matrices(kernels, rows, columns);
        for (const Index columns : {1, 2, 3, 5, 7, 12})
            for (const Index rows : {1, 2, 5, 9})
                for (const Index depth : {1, 3, 6}) placesOfMatrices(kernels, rows, depth, columns);
        lines(kernels.bytesToLines);
        lines(kernels.valuesToLines);
        linesBack(kernels);
        scaled(kernels.scaleBytes);
        scaled(kernels.scaleFloats);
    }

private slots:
    void everyLevelEqualsPlainLoops_data() {
        QTest::addColumn<int>("level");
        for (const SimdLevel level : availableLevels()) QTest::newRow(nameOf(level).c_str()) << int(level);
    }
    void everyLevelEqualsPlainLoops() {
        QFETCH(int, level);
        const Kernels& kernels = kernelsOf(static_cast<SimdLevel>(level));
        all(kernels.single);
        all(kernels.accurate);
        QVERIFY(kernels.multiplyAdds() > 0);
    }

    void adamFollowsItsFormula_data() { everyLevelEqualsPlainLoops_data(); }
    void adamFollowsItsFormula() {
        QFETCH(int, level);
        constexpr Index count = 37;
        auto weights = randomValues<float>(count), first = randomValues<float>(count),
             second = randomValues<float>(count);
        for (float& v : second) v = std::abs(v);
        const auto gradient = randomValues<float>(count);
        const auto w = weights, m = first, v = second;
        kernelsOf(static_cast<SimdLevel>(level))
            .adam({weights.data(), first.data(), second.data(), gradient.data(), count, 0.9f, 0.999f, 1e-8f,
                   0.01f, 1.5f, 0.99f});
        for (std::size_t i = 0; i < count; ++i) {
            const double moved = 0.9 * m[i] + 0.1 * gradient[i],
                         square = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
            QVERIFY(std::abs(first[i] - moved) < 1e-6);
            QVERIFY(std::abs(second[i] - square) < 1e-6);
            QVERIFY(std::abs(weights[i] - (0.99 * w[i] - 0.01 * moved / (std::sqrt(square) * 1.5 + 1e-8))) <
                    1e-5);
        }
    }

    void levelsAreChosenByName() {
        QCOMPARE(levelNamed(""), availableLevels().back());
        for (const SimdLevel level : availableLevels()) QCOMPARE(levelNamed(nameOf(level)), level);
        try {
            levelNamed("v9");
            QFAIL("an unknown level was taken");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("v9") != std::string::npos);
            QVERIFY(error.hint().find(nameOf(availableLevels().front())) != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "test_kernels.moc"
