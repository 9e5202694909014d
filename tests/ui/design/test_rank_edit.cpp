// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "ui/design/comparison.h"
#include "ui/design/rank_edit.h"

#include <QTest>

using namespace rankscope;

class TestRankEdit : public QObject {
    Q_OBJECT

    static ModelSpec model(const char* preset) { return presetNamed(preset).spec.model; }

private Q_SLOTS:
    void listsFollowTheFormat() {
        ModelSpec tt = model("ucf11-tt-lstm");
        QCOMPARE(ranksOf(tt, RankKind::Rank), (Shape{4, 4, 4}));
        QCOMPARE(rankCount(tt, RankKind::Tucker), Index{0});
        QCOMPARE(rankCount(tt, RankKind::Blocks), Index{0});
        tt.map.ranks = {2, 3};
        QCOMPARE(ranksOf(tt, RankKind::Rank), (Shape{2, 3, 3}));
        const ModelSpec bt = model("ucf11-bt-lstm");
        QCOMPARE(ranksOf(bt, RankKind::Tucker), (Shape{4, 4, 4, 4}));
        QCOMPARE(ranksOf(bt, RankKind::Blocks), (Shape{2}));
    }

    void limitsAreSaidWithTheNearestRanks() {
        const ModelSpec tt = model("ucf11-tt-lstm");
        QCOMPARE(rankLimit(tt, {RankKind::Rank, 0}),
                 Index{8 * 16}); // the first output mode holds all four gates
        Shape cut;
        const QString problem = rankProblem(tt, RankKind::Rank, {500, 4, 500}, &cut);
        QVERIFY(problem.contains(QStringLiteral("r1")) && problem.contains(QStringLiteral("128")));
        QCOMPARE(cut, (Shape{128, 4, 72}));
        QVERIFY(rankProblem(tt, RankKind::Rank, {128, 4, 72}).isEmpty());
    }

    void anotherFormatKeepsTheRanksOfTheFirst() {
        ModelSpec tt = model("ucf11-tt-lstm");
        tt.map.ranks = {2, 3, 4};
        tt.map.tuckerRanks = {};
        const ModelSpec bt = withFormat(tt, "bt");
        QCOMPARE(bt.map.ranks, (Shape{2, 3, 4}));
        QCOMPARE(bt.map.tuckerRanks, (Shape{4, 4, 4, 4}));
        QCOMPARE(withFormat(bt, "tt").map, [&] {
            MapSpec map = tt.map;
            map.tuckerRanks = bt.map.tuckerRanks;
            return map;
        }());
    }

    void editsOfOneThingShareAnId() {
        EditRun run;
        const int first = run.id(1);
        QCOMPARE(run.id(1), first);
        const int second = run.id(2);
        QVERIFY(second != first);
        QVERIFY(run.id(1) != first);
    }

    void comparisonHasTheEditedFormatFirst() {
        const auto candidates = compareCounts(model("ucf11-bt-lstm"));
        QCOMPARE(candidates.front().model.map.format, std::string("bt"));
        QCOMPARE(candidates.front().counts->inputToHidden, Index{3392});
        QCOMPARE(candidates[1].counts->inputToHidden, Index{3360});
        QCOMPARE(candidates.back().counts->inputToHidden, Index{58'982'400});
    }

    void otherFormatsStandBesideTheCommonOnes() {
        ModelSpec model = TestRankEdit::model("ucf11-tt-lstm");
        for (const Format* format : formats()) {
            const auto candidates = compareCounts(withFormat(model, format->id()));
            QCOMPARE(candidates.front().model.map.format, format->id());
            QVERIFY(candidates.front().counts);
            QCOMPARE(candidates.size(), std::size_t{isCommonFormat(*format) ? 3u : 4u});
            const auto curve = compareCosts({candidates.front()}, 96, {}).curve;
            QCOMPARE(curve.empty(), format->id() == "dense");
        }
    }

    void curvesPassThroughTheModelAndStopAtTheLimit() {
        ModelSpec tt = model("ucf11-tt-lstm");
        const auto costs = compareCosts(compareCounts(tt), 96, {});
        QVERIFY(costs.equalRanks);
        QCOMPARE(costs.current.front().parameters, Index{3360});
        const auto same = std::ranges::find(costs.curve, Index{4}, &RankPoint::rank);
        QVERIFY(same != costs.curve.end());
        QCOMPARE(same->forward, costs.current.front().forward);
        tt.map.inModes = {57'600};
        tt.map.outModes = {256};
        QVERIFY(compareCosts(compareCounts(tt), 96, {}).curve.empty()); // one mode: no bond
    }

    void shortNumbersKeepThreeDigits() {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(shortNumber(999), QStringLiteral("999"));
        QCOMPARE(shortNumber(1'937'408), QStringLiteral("1.94 M"));
        QCOMPARE(shortNumber(58'982'400), QStringLiteral("59.0 M"));
        QCOMPARE(shortNumber(176'947'200), QStringLiteral("177 M"));
    }
};

QTEST_APPLESS_MAIN(TestRankEdit)
#include "test_rank_edit.moc"
