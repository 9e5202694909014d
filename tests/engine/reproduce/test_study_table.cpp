// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/study_table.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rankscope;

namespace {

ModelResult resultOf(const std::string& name, const std::vector<double>& figures) {
    ModelSpec base;
    base.map.inModes = {8, 20, 20, 18};
    base.map.outModes = {4, 4, 4, 4};
    ModelResult result;
    result.model = studyModel(name, base);
    result.spec.model = result.model.spec;
    result.figures = figures;
    return result;
}

double valueAt(const ResultTable& table, std::size_t row, const std::string& column) {
    const auto place = std::ranges::find(table.columns, column, &ResultColumn::title) - table.columns.begin();
    return QString::fromStdString(table.rows.at(row).at(static_cast<std::size_t>(place)).value).toDouble();
}

} // namespace

/// Tables of studies from figures that are chosen, so that every number in them is known.
class TestStudyTable : public QObject {
    Q_OBJECT
private slots:
    void ranksAreHeldAgainstWhatSeedsAloneWouldDo() {
        Study study;
        // deviations over seeds 0.1 and 0.3, of 4 and 9 runs: the means scatter by 0.05 and 0.1 of themselves
        const double half = 0.1 * std::sqrt(3.0) / 2, wide = 0.3;
        const ResultTable table = rankTable(
            study, {resultOf("tt-lstm-r2", {0.5 - half, 0.5 + half, 0.5 - half, 0.5 + half}),
                    resultOf("tt-lstm-r4", {0.6 - wide, 0.6 - wide, 0.6 - wide, 0.6 - wide, 0.6, 0.6 + wide,
                                            0.6 + wide, 0.6 + wide, 0.6 + wide}),
                    resultOf("tt-lstm-r8", {0.7}), resultOf("dense-lstm", {0.9}), resultOf("mean", {0.1})});
        QCOMPARE(table.rows.size(), std::size_t{1}); // neither the dense map nor the mean has ranks to choose
        QVERIFY(std::abs(valueAt(table, 0, "mean of settings") - 0.6) < 1e-12);
        QVERIFY(std::abs(valueAt(table, 0, "spread over ranks") - 0.1) < 1e-12);
        const double wanted = std::sqrt((0.05 * 0.05 + 0.1 * 0.1) / 2);
        QVERIFY(std::abs(valueAt(table, 0, "spread of seeds alone") - wanted) < 1e-12);
        QCOMPARE(table.rows[0][1].text, std::string("3"));
    }

    void protocolsAreComparedByTheRunsThatAreDone() {
        Study study;
        study.id = "ucf11";
        study.protocol = Protocol::TtCode;
        study.seeds = protocolFolds;
        const auto agreement = [&](const std::vector<double>& figures) {
            return studyTable(study, {resultOf("tt-lstm", figures)}).rows.at(0).back().text;
        };
        const std::string two = agreement({0.7, 0.8});
        QVERIFY2(two.find("5 folds there, 2 of them here") != std::string::npos, two.c_str());
        QVERIFY(agreement({0.7, 0.7, 0.7, 0.8, 0.8}).find("of them here") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestStudyTable)
#include "test_study_table.moc"
