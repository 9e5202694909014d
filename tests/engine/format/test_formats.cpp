// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/network/dense_matrix.h"
#include "tests/support/small_models.h"

#include <QTest>

using namespace rankscope;

namespace {

using Vector = std::vector<double>;

/// Reads the cores one after another, the last index fastest.
struct Reader {
    const double* next;
    const double* take(Index values) {
        const double* first = next;
        next += values;
        return first;
    }
};

/// One element of W by the formulas of section 2 of the mathematics, for the indices i_1..i_d and j_1..j_d.
class Definition {
public:
    Definition(const MapSpec& spec, const double* cores) : m_spec(spec), m_reader{cores} {}

    double operator()(const Shape& i, const Shape& j) {
        m_i = i;
        m_j = j;
        if (m_spec.format == "tt") return chain(Shape{1}, Shape{1});
        if (m_spec.format == "tr") return chain({m_spec.ranks.front()}, {m_spec.ranks.front()});
        if (m_spec.format == "bt") return blockTerm(m_spec.blocks, m_spec.tuckerRanks, true);
        if (m_spec.format == "tucker") return blockTerm(1, m_spec.tuckerRanks, true);
        if (m_spec.format == "cp") return blockTerm(m_spec.blocks, Shape(m_i.size(), 1), false);
        if (m_spec.format == "ht") return hierarchical();
        Index at = 0;
        for (std::size_t k = 0; k < m_j.size(); ++k) at = at * m_spec.outModes[k] + m_j[k];
        for (std::size_t k = 0; k < m_i.size(); ++k) at = at * m_spec.inModes[k] + m_i[k];
        return m_reader.next[at];
    }

private:
    Index pairSize(std::size_t k) const { return m_spec.inModes[k] * m_spec.outModes[k]; }
    Index pairAt(std::size_t k) const { return m_i[k] * m_spec.outModes[k] + m_j[k]; }

    /// trace(G_1[i_1, j_1] ... G_d[i_d, j_d]).
    double chain(const Shape& first, const Shape& last) {
        Reader reader = m_reader;
        Shape ranks = m_spec.ranks; // bonds between the cores
        if (m_spec.format == "tr") ranks.erase(ranks.begin());
        ranks.insert(ranks.begin(), first.front());
        ranks.push_back(last.front());
        const Index rows = first.front();
        Vector product(static_cast<std::size_t>(rows * rows), 0.0);
        for (Index r = 0; r < rows; ++r) product[static_cast<std::size_t>(r * rows + r)] = 1;
        for (std::size_t k = 0; k < m_i.size(); ++k) {
            const Index a = ranks[k], b = ranks[k + 1];
            const double* core = reader.take(a * pairSize(k) * b);
            Vector next(static_cast<std::size_t>(rows * b), 0.0);
            for (Index r = 0; r < rows; ++r)
                for (Index p = 0; p < a; ++p)
                    for (Index q = 0; q < b; ++q)
                        next[static_cast<std::size_t>(r * b + q)] +=
                            product[static_cast<std::size_t>(r * a + p)] *
                            core[(p * pairSize(k) + pairAt(k)) * b + q];
            product = next;
        }
        double trace = 0;
        for (Index r = 0; r < rows; ++r) trace += product[static_cast<std::size_t>(r * rows + r)];
        return trace;
    }

    /// sum_n sum_{R_1..R_d} C[n, R_1..R_d] prod_k A_k[n, i_k, j_k, R_k].
    double blockTerm(Index blocks, const Shape& ranks, bool hasCore) {
        Reader reader = m_reader;
        const Index coreSize = product(ranks);
        const double* core = hasCore ? reader.take(blocks * coreSize) : nullptr;
        std::vector<const double*> factors;
        for (std::size_t k = 0; k < ranks.size(); ++k)
            factors.push_back(reader.take(blocks * pairSize(k) * ranks[k]));
        double sum = 0;
        for (Index n = 0; n < blocks; ++n)
            for (Index at = 0; at < coreSize; ++at) {
                double term = core ? core[n * coreSize + at] : 1;
                Index rest = at;
                for (std::size_t k = ranks.size(); k-- > 0; rest /= ranks[k])
                    term *= factors[k][(n * pairSize(k) + pairAt(k)) * ranks[k] + rest % ranks[k]];
                sum += term;
            }
        return sum;
    }

    /// Nodes breadth first, the left child of m modes takes ceil(m/2); leaves U, inner nodes B.
    double hierarchical() {
        struct Node {
            std::size_t first, count, left;
        };
        std::vector<Node> nodes{{0, m_i.size(), 0}};
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            const Node node = nodes[n];
            if (node.count == 1) continue;
            const std::size_t half = (node.count + 1) / 2;
            nodes[n].left = nodes.size();
            nodes.push_back({node.first, half, 0});
            nodes.push_back({node.first + half, node.count - half, 0});
        }
        const auto rank = [&](std::size_t n) { return n == 0 ? Index{1} : m_spec.ranks[n - 1]; };
        Reader reader = m_reader;
        std::vector<const double*> cores;
        for (std::size_t n = 0; n < nodes.size(); ++n)
            cores.push_back(reader.take(nodes[n].count == 1
                                            ? pairSize(nodes[n].first) * rank(n)
                                            : rank(nodes[n].left) * rank(nodes[n].left + 1) * rank(n)));
        std::vector<Vector> values(nodes.size());
        for (std::size_t n = nodes.size(); n-- > 0;)
            for (Index r = 0; r < rank(n); ++r) {
                const std::size_t left = nodes[n].left;
                if (nodes[n].count == 1) {
                    values[n].push_back(cores[n][pairAt(nodes[n].first) * rank(n) + r]);
                    continue;
                }
                double sum = 0;
                for (Index a = 0; a < rank(left); ++a)
                    for (Index b = 0; b < rank(left + 1); ++b)
                        sum += cores[n][(a * rank(left + 1) + b) * rank(n) + r] *
                               values[left][static_cast<std::size_t>(a)] *
                               values[left + 1][static_cast<std::size_t>(b)];
                values[n].push_back(sum);
            }
        return values[0][0];
    }

    const MapSpec& m_spec;
    Reader m_reader;
    Shape m_i, m_j;
};

/// The parameter counts of the table in section 2.
Index countByTable(const MapSpec& spec) {
    const std::size_t d = spec.inModes.size();
    const auto pair = [&](std::size_t k) { return spec.inModes[k] * spec.outModes[k]; };
    Index sum = 0;
    if (spec.format == "dense") return product(spec.inModes) * product(spec.outModes);
    if (spec.format == "tt" || spec.format == "tr") {
        const auto r = [&](std::size_t k) { // r_k
            if (spec.format == "tr") return spec.ranks[k % d];
            return k == 0 || k == d ? Index{1} : spec.ranks[k - 1];
        };
        for (std::size_t k = 1; k <= d; ++k) sum += r(k - 1) * pair(k - 1) * r(k);
        return sum;
    }
    if (spec.format == "ht") {
        if (d == 1) return pair(0);
        const auto r = [&](std::size_t node) { return node == 0 ? Index{1} : spec.ranks[node - 1]; };
        std::vector<std::pair<std::size_t, std::size_t>> nodes{{0, d}}; // breadth first
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            const auto [first, last] = nodes[n];
            if (last - first == 1) {
                sum += pair(first) * r(n);
                continue;
            }
            sum += r(nodes.size()) * r(nodes.size() + 1) * r(n);
            const std::size_t middle = first + (last - first + 1) / 2;
            nodes.push_back({first, middle});
            nodes.push_back({middle, last});
        }
        return sum;
    }
    const Index blocks = spec.format == "tucker" ? 1 : spec.blocks;
    for (std::size_t k = 0; k < d; ++k) sum += pair(k) * (spec.format == "cp" ? 1 : spec.tuckerRanks[k]);
    return blocks * (sum + (spec.format == "cp" ? 0 : product(spec.tuckerRanks)));
}

/// Odd, prime and single sizes; ranks 2, 1, 3 in turn, as far as they are allowed.
MapSpec oddSpec(const std::string& format, Index d) {
    const Shape in{3, 1, 2, 5, 1, 2, 1, 3}, out{2, 3, 1, 1, 2, 1, 1, 1};
    MapSpec spec;
    spec.format = format;
    spec.inModes.assign(in.begin(), in.begin() + d);
    spec.outModes.assign(out.begin(), out.begin() + d);
    spec.blocks = 3;
    const Format& rule = formatNamed(format);
    const auto ranks = [&](Index count, bool tucker) {
        Shape found;
        for (Index i = 0; i < count; ++i)
            found.push_back(
                std::min(rule.rankLimit(spec.inModes, spec.outModes, tucker, i), 1 + (2 * i + 1) % 3));
        return found;
    };
    spec.ranks = ranks(rule.rankFields(d).ranks, false);
    spec.tuckerRanks = ranks(rule.rankFields(d).tucker, true);
    return spec;
}

/// Counts an index list up, the last fastest; false after the last one.
bool advance(Shape& index, const Shape& sizes) {
    for (std::size_t k = index.size(); k-- > 0; index[k] = 0)
        if (++index[k] < sizes[k]) return true;
    return false;
}

} // namespace

class TestFormats : public QObject {
    Q_OBJECT

    static void addEveryFormat(bool withModes) {
        QTest::addColumn<QString>("format");
        if (withModes) QTest::addColumn<int>("d");
        for (const Format* format : formats()) {
            const QString id = QString::fromStdString(format->id());
            if (!withModes) {
                QTest::newRow(format->id().c_str()) << id;
                continue;
            }
            for (int d = static_cast<int>(format->fewestModes()); d <= 8; ++d)
                QTest::addRow("%s, %d modes", format->id().c_str(), d) << id << d;
        }
    }

private slots:
    void networkIsTheDefinition_data() { addEveryFormat(true); }
    void networkIsTheDefinition() {
        QFETCH(QString, format);
        QFETCH(int, d);
        const MapSpec spec = completed(oddSpec(format.toStdString(), d), 1);
        const TensorNetwork network = formatNamed(spec.format).network(spec);
        network.check();
        QCOMPARE(network.parameters(), countByTable(spec));
        QCOMPARE(network.inputSize(), product(spec.inModes));
        QCOMPARE(network.outputSize(), product(spec.outModes));
        const auto cores = testing::randomVector<double>(network.parameters(), 4);
        Definition element(spec, cores.data());
        Vector expected;
        Shape j(spec.outModes.size(), 0);
        do {
            Shape i(spec.inModes.size(), 0);
            do expected.push_back(element(i, j));
            while (advance(i, spec.inModes));
        } while (advance(j, spec.outModes));
        QVERIFY(testing::relativeDifference(denseMatrix(network, cores.data()), expected) < 1e-13);
    }

    void everyBondBelongsToARankOfTheSpec_data() { addEveryFormat(false); }
    void everyBondBelongsToARankOfTheSpec() {
        QFETCH(QString, format);
        MapSpec spec = oddSpec(format.toStdString(), 5);
        const RankFields fields = formatNamed(spec.format).rankFields(5);
        Index ranks = 0, tucker = 0, blocks = 0;
        for (const Edge& edge : formatNamed(spec.format).network(spec).edges) {
            if (edge.kind != EdgeKind::Bond) continue;
            const auto index = static_cast<std::size_t>(edge.rankIndex);
            switch (edge.rank) {
            case RankKind::Rank:
                QCOMPARE(edge.size, spec.ranks[index]);
                QCOMPARE(edge.name, "r" + std::to_string(edge.rankIndex + fields.firstRank));
                ++ranks;
                break;
            case RankKind::Tucker:
                QCOMPARE(edge.size, spec.tuckerRanks[index]);
                ++tucker;
                break;
            case RankKind::Blocks:
                QCOMPARE(edge.size, spec.blocks);
                ++blocks;
                break;
            case RankKind::None:
                QFAIL("a bond of no rank");
            }
        }
        QCOMPARE(ranks, fields.ranks);
        QCOMPARE(tucker, fields.tucker);
        QCOMPARE(blocks, Index{fields.blocks});
    }

    void oneNumberStandsForAllRanks_data() { addEveryFormat(false); }
    void oneNumberStandsForAllRanks() {
        QFETCH(QString, format);
        const MapSpec given{format.toStdString(), {4, 5, 3}, {2, 3, 7}, {3}, {3}, 2};
        const MapSpec spec = completed(given, 4);
        const RankFields fields = formatNamed(spec.format).rankFields(3);
        if (fields.ranks > 0) QCOMPARE(spec.ranks, Shape(static_cast<std::size_t>(fields.ranks), 3));
        if (fields.tucker > 0) QCOMPARE(spec.tuckerRanks, Shape(static_cast<std::size_t>(fields.tucker), 3));
        for (const bool tucker : {false, true})
            for (Index i = 0; i < (tucker ? fields.tucker : fields.ranks); ++i) {
                MapSpec above = spec;
                Shape& ranks = tucker ? above.tuckerRanks : above.ranks;
                Index& rank = ranks[static_cast<std::size_t>(i)];
                const Index limit = formatNamed(spec.format).rankLimit(spec.inModes, {8, 3, 7}, tucker, i);
                rank = limit;
                completed(above, 4);
                rank = limit + 1;
                try {
                    completed(above, 4);
                    QFAIL("a rank beyond its limit was accepted");
                } catch (const Error& error) {
                    QVERIFY(QString(error.what()).contains(QString::number(limit + 1)));
                    QVERIFY(QString::fromStdString(error.hint()).contains(QString::number(limit)));
                }
            }
        if (!fields.blocks) return;
        MapSpec none = spec;
        none.blocks = 0;
        QVERIFY_EXCEPTION_THROWN(completed(none, 4), Error);
    }

    void tooFewModesAreRefused() {
        for (const char* format : {"cp", "tr"}) {
            const MapSpec one{format, {6}, {4}, {2}, {2}, 2};
            try {
                completed(one, 1);
                QFAIL("one mode was accepted");
            } catch (const Error& error) {
                QVERIFY(QString::fromStdString(error.hint()).contains("2 modes"));
            }
        }
    }

    void aRingWithOneBondOpenIsATrain() {
        const MapSpec ring{"tr", {3, 4, 2}, {2, 2, 3}, {1, 3, 2}, {}, 1};
        const MapSpec train{"tt", ring.inModes, ring.outModes, {3, 2}, {}, 1};
        const auto a = formatNamed("tr").network(completed(ring, 1));
        const auto b = formatNamed("tt").network(completed(train, 1));
        const auto cores = testing::randomVector<double>(a.parameters(), 6);
        QCOMPARE(a.parameters(), b.parameters());
        QVERIFY(testing::relativeDifference(denseMatrix(a, cores.data()), denseMatrix(b, cores.data())) <
                1e-14);
    }
};

QTEST_APPLESS_MAIN(TestFormats)
#include "test_formats.moc"
