// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/factorisation.h"
#include "engine/model/costs.h"
#include "engine/model/counts.h"
#include "engine/model/fit.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace rankscope;

namespace {

struct Cost {
    double unused, other;
    auto operator<=>(const Cost&) const = default;
};

/// Of one format and number of modes: what `fitBudget` should come to, over all pairs of mode lists, numbers
/// of blocks and ranks, each counted as a whole model.
struct BruteForce {
    const FitQuery& query;
    std::optional<Cost> best;      // of the highest ranks
    double leastUnused = infinity; // of any rank

    static constexpr double infinity = std::numeric_limits<double>::infinity();

    /// Whether it fits; then how it is ranked.
    std::optional<Cost> rated(ModelSpec model) const {
        const auto counts = countParameters(model);
        const auto costs = planCosts(model, query.frames);
        const double parameters = static_cast<double>(counts.inputToHidden);
        if (query.parameters && counts.inputToHidden > *query.parameters) return {};
        if (query.macs && costs.forward > *query.macs) return {};
        const double used = query.parameters ? parameters / static_cast<double>(*query.parameters)
                                             : costs.forward / *query.macs;
        return Cost{std::floor((1 - used) / 0.05), query.parameters ? costs.forward : parameters};
    }

    void tryRanks(ModelSpec model, bool byBlocks) {
        const Format& format = formatNamed(model.map.format);
        const Index d = static_cast<Index>(model.map.inModes.size());
        Shape out = model.map.outModes;
        out.front() *= gateCount(query.cell.kind) / mapCount(query.cell);
        const RankFields fields = format.rankFields(d);
        const auto limits = [&](Index count, bool tucker) {
            Shape found;
            for (Index i = 0; i < count; ++i)
                found.push_back(format.rankLimit(model.map.inModes, out, tucker, i));
            return found;
        };
        const auto uniform = [](Shape ranks, Index rank) {
            for (Index& one : ranks) one = std::min(one, rank);
            return ranks;
        };
        const Shape ranks = limits(fields.ranks, false), tucker = limits(fields.tucker, true);
        Index most = byBlocks ? 40 : 1;
        for (const Index limit : ranks) most = std::max(most, limit);
        for (const Index limit : tucker) most = std::max(most, limit);
        std::optional<Cost> highest;
        for (Index rank = 1; rank <= most; ++rank) {
            model.map.ranks = uniform(ranks, rank);
            model.map.tuckerRanks = uniform(tucker, rank);
            if (byBlocks) model.map.blocks = rank;
            if (const auto cost = rated(model)) {
                highest = cost;
                leastUnused = std::min(leastUnused, cost->unused);
            }
        }
        if (highest && (!best || *highest < *best)) best = highest;
    }

    void tryModes(ModelSpec model) {
        const RankFields fields =
            formatNamed(model.map.format).rankFields(static_cast<Index>(model.map.inModes.size()));
        if (!fields.blocks) return tryRanks(model, false);
        if (fields.tucker == 0) return tryRanks(model, true);
        for (model.map.blocks = 2; model.map.blocks <= 8; ++model.map.blocks) tryRanks(model, false);
    }
};

} // namespace

class TestFit : public QObject {
    Q_OBJECT
private slots:
    /// I = 24 and J = 4 have so few factorisations that all of them are tried.
    void answersAreTheBestOfAll_data() {
        QTest::addColumn<int>("parameters"); // 0: not limited
        QTest::addColumn<double>("macs");
        QTest::addColumn<GateLayout>("gates");
        QTest::newRow("parameters") << 150 << 0.0 << GateLayout::Concatenated;
        QTest::newRow("few parameters") << 40 << 0.0 << GateLayout::Concatenated;
        QTest::newRow("MACs") << 0 << 700.0 << GateLayout::Concatenated;
        QTest::newRow("both") << 150 << 500.0 << GateLayout::Concatenated;
        QTest::newRow("separate gates") << 200 << 900.0 << GateLayout::Separate;
    }

    void answersAreTheBestOfAll() {
        QFETCH(int, parameters);
        QFETCH(double, macs);
        QFETCH(GateLayout, gates);
        FitQuery query;
        query.input = 24;
        query.hidden = 4;
        query.cell.kind = CellKind::Gru;
        query.cell.gates = gates;
        if (parameters > 0) query.parameters = parameters;
        if (macs > 0) query.macs = macs;
        query.frames = 10;
        int answers = 0;
        for (const Format* format : formats())
            for (const int d : {2, 3, 4}) {
                ModelSpec model;
                model.cell = query.cell;
                model.map.format = format->id();
                BruteForce expected{query, {}, BruteForce::infinity};
                for (const Shape& in : orderedFactorisations(query.input, d, 1000))
                    for (const Shape& out : orderedFactorisations(query.hidden, d, 1000)) {
                        model.map.inModes = in;
                        model.map.outModes = out;
                        expected.tryModes(model);
                    }
                query.formats = {format->id()};
                query.modes = d;
                const auto found = fitBudget(query);
                const QByteArray name = (format->id() + " " + std::to_string(d)).c_str();
                QVERIFY2(found.empty() != expected.best.has_value(), name);
                if (found.empty()) continue;
                QCOMPARE(found.size(), std::size_t{1});
                ++answers;
                // the answer costs what it says ...
                model.map = found.front().map;
                QCOMPARE(countParameters(model).inputToHidden, found.front().parameters);
                QCOMPARE(planCosts(model, query.frames).forward, found.front().macs);
                // ... and none is better
                const auto cost = expected.rated(model);
                QVERIFY2(cost && *cost == *expected.best, name);
                QVERIFY2(cost->unused == expected.leastUnused, name);
            }
        QVERIFY(answers >= 8);
    }

    void answersAreInOrderAndWithinTheBudget() {
        FitQuery query;
        query.parameters = 4000;
        query.each = 3;
        const auto found = fitBudget(query);
        QVERIFY(found.size() > 60);
        double before = -1;
        std::set<std::string> kinds;
        for (const FitCandidate& one : found) {
            QVERIFY(one.parameters <= 4000);
            QCOMPARE(product(one.map.inModes), query.input);
            QCOMPARE(product(one.map.outModes), query.hidden);
            const double unused = std::floor((1 - one.used) / 0.05);
            QVERIFY(unused >= before);
            before = unused;
            kinds.insert(one.map.format);
            ModelSpec model;
            model.map = one.map;
            QCOMPARE(countParameters(model).inputToHidden, one.parameters);
        }
        QCOMPARE(kinds.size(), formats().size() - 1); // all but dense
        query.parameters = 58'982'400;
        query.formats = {"dense"};
        QCOMPARE(fitBudget(query).size(), std::size_t{1});
        query.parameters = 58'982'399;
        QVERIFY(fitBudget(query).empty());
    }

    void modesFollowTheRowsOfAPicture() {
        FitQuery query;
        query.parameters = 4000;
        query.criterion = ModeCriterion::Rows;
        query.frame = {120, 160, 3};
        for (const FitCandidate& one : fitBudget(query))
            QCOMPARE(untidyCuts(one.map.inModes, query.frame), 0);
    }

    void aSearchCanBeStopped() {
        FitQuery query;
        query.parameters = 4000;
        std::stop_source source;
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(fitBudget(query, source.get_token()), Cancelled);
    }

    void wrongQueriesAreRefused() {
        QVERIFY_EXCEPTION_THROWN(fitBudget({}), Error);
        FitQuery query;
        query.parameters = 0;
        QVERIFY_EXCEPTION_THROWN(fitBudget(query), Error);
        query.parameters = 100;
        query.formats = {"ttt"};
        QVERIFY_EXCEPTION_THROWN(fitBudget(query), Error);
        query.formats = {};
        query.modes = 0;
        QVERIFY_EXCEPTION_THROWN(fitBudget(query), Error);
        query.modes = 3;
        query.macs = std::nan("");
        QVERIFY_EXCEPTION_THROWN(fitBudget(query), Error);
    }
};

QTEST_APPLESS_MAIN(TestFit)
#include "test_fit.moc"
