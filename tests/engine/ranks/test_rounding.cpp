// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/ranks/rounding.h"
#include "tests/engine/ranks/small_values.h"

#include <QTest>

using namespace rankscope;

/// The cost of each smaller rank, against the tails of the spectra and against the dense matrix.
class TestRounding : public QObject {
    Q_OBJECT
private slots:
    void treesLoseTheTailOfTheSpectrum_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"tt", "tucker", "ht"}) QTest::newRow(format) << format;
    }
    void treesLoseTheTailOfTheSpectrum() {
        QFETCH(QString, format);
        const MapValue value = testing::randomValue(testing::specOf(format.toStdString(), 3, 3), 3);
        const auto entries = roundingOf({value});
        QCOMPARE(entries.size(), ranksOf(value.spec).size());
        int compared = 0;
        for (const RankRounding& entry : entries) {
            QVERIFY(static_cast<Index>(entry.spectrum.size()) >= entry.rank);
            QCOMPARE(static_cast<Index>(entry.errors.size()), entry.rank - 1);
            double total = 0;
            for (const double s : entry.spectrum) total += s * s;
            for (std::size_t k = 0; k < entry.errors.size(); ++k, ++compared) {
                double tail = 0;
                for (std::size_t i = k + 1; i < entry.spectrum.size(); ++i)
                    tail += entry.spectrum[i] * entry.spectrum[i];
                QVERIFY(std::abs(entry.errors[k] - std::sqrt(tail / total)) < 1e-9);
            }
        }
        QVERIFY(compared > 2);
    }

    void separateGatesCountTogether() {
        const MapValue a = testing::randomValue(testing::specOf("tt", 3, 3), 3),
                       b = testing::randomValue(testing::specOf("tt", 3, 3), 4);
        const auto alone = roundingOf({a}), other = roundingOf({b}), both = roundingOf({a, b});
        for (std::size_t i = 0; i < both.size(); ++i)
            for (std::size_t k = 0; k < both[i].spectrum.size(); ++k)
                QVERIFY(std::abs(both[i].spectrum[k] -
                                 std::hypot(alone[i].spectrum[k], other[i].spectrum[k])) < 1e-9);
    }

    void ringsHaveSpectraButCannotShrinkAndDenseMapsHaveNone() {
        for (const RankRounding& entry : roundingOf({testing::randomValue(testing::specOf("tr", 3, 3), 3)})) {
            QVERIFY(entry.errors.empty());
            QVERIFY(!entry.spectrum.empty());
        }
        QVERIFY(roundingOf({testing::randomValue(testing::specOf("dense", 3, 3), 3)}).empty());
    }

    void itCanBeCancelled() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, roundingOf({testing::randomValue(testing::specOf("tt", 3, 3), 3)}, stop.get_token()));
    }
};

QTEST_APPLESS_MAIN(TestRounding)
#include "test_rounding.moc"
