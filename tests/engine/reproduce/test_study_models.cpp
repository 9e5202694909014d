// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/counts.h"
#include "engine/reproduce/published.h"
#include "engine/reproduce/study_plan.h"
#include "engine/reproduce/study_table.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

using namespace rankscope;

class TestStudyModels : public QObject {
    Q_OBJECT

    static Index parameters(const char* name, StudyKind kind) {
        const ExperimentSpec spec = studySpec(kind, Protocol::Grouped, Start::Matched);
        return countParameters(studyModel(name, spec.model).spec).inputToHidden;
    }

private slots:
    void theyHaveTheParametersOfThePapers() {
        QCOMPARE(parameters("tt-srnn", StudyKind::Ucf11), Index{2976});
        QCOMPARE(parameters("tt-gru", StudyKind::Ucf11), Index{3232});
        QCOMPARE(parameters("tt-lstm", StudyKind::Ucf11), Index{3360});
        QCOMPARE(parameters("bt-lstm-r1", StudyKind::Ucf11), Index{722});
        QCOMPARE(parameters("bt-lstm-r2", StudyKind::Ucf11), Index{1472});
        QCOMPARE(parameters("bt-lstm-r4", StudyKind::Ucf11), Index{3392});
        QCOMPARE(parameters("dense-lstm", StudyKind::Ucf11), Index{58982400});
        QCOMPARE(parameters("tt-lstm", StudyKind::Hollywood2), Index{3104});
        QCOMPARE(parameters("tt-gru", StudyKind::YouTubeFaces), Index{3328});
        QCOMPARE(parameters("tt-lstm", StudyKind::MnistSequence),
                 Index{7 * 16 * 4 + 4 * 7 * 4 * 4 + 4 * 16 * 4});
    }

    void namesSayRanksAndBlocks() {
        const ModelSpec base = studySpec(StudyKind::Ucf11, Protocol::Grouped, Start::BtCode).model;
        const StudyModel model = studyModel("bt-gru-r3-n4", base);
        QVERIFY(model.spec.map.tuckerRanks == Shape{3} && model.spec.map.blocks == 4);
        QCOMPARE(model.spec.cell.kind, CellKind::Gru);
        QCOMPARE(model.spec.cell.sigmoid, SigmoidKind::Hard);
        QCOMPARE(model.title, std::string("BT-GRU, R=3, N=4"));
        QCOMPARE(studyModel("mean", base).spec.cell.kind, CellKind::Mean);
        for (const char* wrong : {"", "lstm", "tt", "xx-lstm", "tt-lstx", "tt-lstm-r0", "tt-lstm-n2",
                                  "dense-lstm-r2", "tt-lstm-r2x", "tt-lstm-", "tt-lstm-r999", "bt-lstm-r5"})
            QVERIFY2(!errorOf([&] { studyModel(wrong, base); }).empty(), wrong);
        QVERIFY(errorOf([&] { studyModel("tt-lstm-r0", base); }).find("tt-lstm-r0") != std::string::npos);
    }

    void protocolsAreComparedHonestly() {
        const auto figures = publishedFigures("ucf11", "tt-lstm");
        QCOMPARE(figures.size(), std::size_t{2});
        ExperimentSpec spec = studySpec(StudyKind::Ucf11, Protocol::Grouped, Start::Matched);
        spec.model = studyModel("tt-lstm", spec.model).spec;
        const auto grouped = protocolDifferences(figures[0], Protocol::Grouped, spec, 3);
        const auto says = [](const std::vector<std::string>& found, const char* text) {
            return std::ranges::any_of(found, [&](const std::string& one) { return one.find(text) == 0; });
        };
        QVERIFY(says(grouped, "five folds over clips"));
        QVERIFY(says(grouped, "whole clips there, 6 frames"));
        QVERIFY(says(grouped, "start tt-code there, start matched here"));
        QVERIFY(says(grouped, "learning rate 0.0001 there, 0.003 here"));

        spec = studySpec(StudyKind::Ucf11, Protocol::TtCode, Start::TtCode);
        spec.model = studyModel("tt-lstm", spec.model).spec;
        const auto close = protocolDifferences(figures[0], Protocol::TtCode, spec, 5);
        QVERIFY(!says(close, "five folds") && !says(close, "start") && !says(close, "learning rate"));
        QVERIFY(!says(close, "dropout") && !says(close, "hard sigmoid") && !says(close, "gradients"));
        QVERIFY(says(protocolDifferences(figures[0], Protocol::TtCode, spec, 3),
                     "5 folds there, 3 of them here"));
        QVERIFY(publishedFigures("folder", "tt-lstm").empty());
    }

    void spreadIsThatOfASample() {
        const Spread spread = spreadOf(std::vector{0.5, 0.6, 0.7});
        QVERIFY(std::abs(spread.mean - 0.6) < 1e-12 && std::abs(spread.deviation - 0.1) < 1e-12);
        QCOMPARE(spreadOf(std::vector{0.4}).deviation, 0.0);
        QCOMPARE(spreadOf({}).count, 0);
    }
};

QTEST_APPLESS_MAIN(TestStudyModels)
#include "test_study_models.moc"
