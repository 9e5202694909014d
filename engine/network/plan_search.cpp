// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/plan_search.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace rankscope {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double rounding = 1 + 1e-9; // sums in another order may differ by this much
constexpr std::size_t partSize = 12;  // of the parts of a tree that are searched exactly

/// Costs of single products, and which of them the query allows.
struct Rules {
    const OperandSets& operands;
    const PlanQuery& query;

    double batch(OperandSet set) const { return set & 1u ? static_cast<double>(query.frames) : 1.0; }
    double size(OperandSet set) const { return operands.size(operands.openEdges(set)); }
    double cost(OperandSet left, OperandSet right) const {
        const double products = left == 1u ? 2 : 3; // no gradient of the frames
        return products * batch(left | right) *
                   operands.size(operands.openEdges(left) | operands.openEdges(right)) +
               valuesCost(left | right);
    }
    double valuesCost(OperandSet set) const { return set & 1u ? valueCost * batch(set) * size(set) : 0; }
    bool fits(OperandSet set, double values) const {
        return values <= query.largest || set == operands.all();
    }
    bool allows(OperandSet left, OperandSet right) const {
        return !query.filter || query.filter(left, right);
    }
};

/// Puts the set with the lowest operand, X where it is there, on the left.
bool inOrder(OperandSet a, OperandSet b) {
    return std::countr_zero(a) < std::countr_zero(b);
}

PlanTree greedyTree(const Rules& rules, std::vector<OperandSet> sets) {
    PlanTree tree;
    std::ranges::sort(sets, inOrder);
    const auto weight = [&](OperandSet set) { return rules.batch(set) * rules.size(set); };
    while (sets.size() > 1) {
        struct Choice {
            double growth, cost;
            std::size_t a, b;
        };
        std::optional<Choice> best;
        for (std::size_t a = 0; a < sets.size(); ++a)
            for (std::size_t b = a + 1; b < sets.size(); ++b) {
                const OperandSet both = sets[a] | sets[b];
                if (!rules.fits(both, rules.size(both)) || !rules.allows(sets[a], sets[b])) continue;
                const double growth = weight(both) - weight(sets[a]) - weight(sets[b]);
                const double cost = rules.cost(sets[a], sets[b]);
                if (!best || growth < best->growth || (growth == best->growth && cost < best->cost))
                    best = {growth, cost, a, b};
            }
        if (!best) return {};
        tree[sets[best->a] | sets[best->b]] = sets[best->a];
        sets[best->a] |= sets[best->b];
        sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(best->b));
    }
    return tree;
}

/// The operands and products that a part of the tree below `root` is made of, at most `partSize`.
std::vector<OperandSet> partBelow(const PlanTree& tree, OperandSet root) {
    std::vector<OperandSet> atoms{root};
    while (atoms.size() < partSize) {
        const auto largest =
            std::ranges::max_element(atoms, {}, [](OperandSet s) { return std::popcount(s); });
        if (std::has_single_bit(*largest)) break;
        const OperandSet left = tree.at(*largest), right = *largest ^ left;
        *largest = left;
        atoms.push_back(right);
    }
    return atoms;
}

/// The products of `tree` between `root` and the atoms.
PlanTree partOf(const PlanTree& tree, OperandSet root, const std::vector<OperandSet>& atoms) {
    PlanTree part;
    const auto collect = [&](const auto& self, OperandSet set) -> void {
        if (std::ranges::find(atoms, set) != atoms.end()) return;
        const OperandSet left = tree.at(set);
        part[set] = left;
        self(self, left);
        self(self, set ^ left);
    };
    collect(collect, root);
    return part;
}

} // namespace

double trainingCost(const OperandSets& operands, const PlanQuery& query, const PlanTree& tree) {
    double sum = 0;
    for (const auto& [set, left] : tree) sum += Rules{operands, query}.cost(left, set ^ left);
    return sum;
}

PlanTree exactTree(const OperandSets& operands, const PlanQuery& query,
                   const std::vector<OperandSet>& given) {
    const Rules rules{operands, query};
    std::vector<OperandSet> atoms = given;
    std::ranges::sort(atoms, inOrder);
    const unsigned all = (1u << atoms.size()) - 1; // bit i: atoms[i]
    // What a greedy tree costs bounds the search without loss: a set of operands that alone costs more is in
    // no best tree.
    const PlanTree greedy = greedyTree(rules, atoms);
    const double bound = greedy.empty() ? infinity : trainingCost(operands, query, greedy) * rounding;

    std::vector<OperandSet> sets(std::size_t{all} + 1, 0);
    std::vector<EdgeSet> edges(sets.size());
    std::vector<double> costs(sets.size(), infinity), sizes(sets.size()), peaks(sets.size(), 0);
    std::vector<unsigned> lefts(sets.size(), 0);
    double* const cost = costs.data(); // the inner loop runs millions of times
    for (unsigned set = 1; set <= all; ++set) {
        const unsigned lowest = set & (~set + 1); // X where present: the left side has it
        sets[set] = sets[set ^ lowest] | atoms[static_cast<std::size_t>(std::countr_zero(set))];
        edges[set] = operands.openEdges(sets[set]);
        sizes[set] = operands.size(edges[set]);
        if (set == lowest) {
            cost[set] = 0;
            continue;
        }
        const double batch = rules.batch(sets[set]);
        if (!rules.fits(sets[set], sizes[set])) continue;
        // A product that is not the last is itself read again: at least 2 + 3 products (3 + 2 of weights) as
        // large as it is.
        if (set != all && 5 * batch * sizes[set] > bound) continue;
        const double values = rules.valuesCost(sets[set]);
        const double least = (sets[set] & 1u ? 2 : 3) * batch * sizes[set] + values; // of this product alone
        double best = bound, peak = infinity;
        const unsigned rest = set ^ lowest;
        for (unsigned part = 0; part != rest; part = (part - rest) & rest) {
            const unsigned left = lowest | part, right = set ^ left;
            const double below = cost[left] + cost[right];
            if (!(below + least <= best)) continue;
            const double products = sets[left] == 1u ? 2 : 3;
            const double total =
                below + products * batch * operands.size(edges[left] | edges[right]) + values;
            if (total > best || !rules.allows(sets[left], sets[right])) continue;
            const auto inner = [&](unsigned side) { return std::has_single_bit(side) ? 0.0 : sizes[side]; };
            const double needed = std::max({peaks[left], peaks[right], inner(left), inner(right)});
            if (total < best || needed < peak) {
                best = total;
                peak = needed;
                lefts[set] = left;
            }
        }
        if (lefts[set] == 0) continue;
        cost[set] = best;
        peaks[set] = peak;
    }
    PlanTree tree;
    if (!std::isfinite(cost[all])) return tree;
    const auto build = [&](const auto& self, unsigned set) -> void {
        if (std::has_single_bit(set)) return;
        tree[sets[set]] = sets[lefts[set]];
        self(self, lefts[set]);
        self(self, set ^ lefts[set]);
    };
    build(build, all);
    return tree;
}

PlanTree improvedTree(const OperandSets& operands, const PlanQuery& query) {
    const Rules rules{operands, query};
    std::vector<OperandSet> single;
    for (int operand = 0; operand < operands.count(); ++operand) single.push_back(OperandSet{1} << operand);
    PlanTree tree = greedyTree(rules, single);
    for (bool better = true; better;) {
        better = false;
        std::vector<OperandSet> roots;
        for (const auto& [set, left] : tree) roots.push_back(set);
        for (const OperandSet root : roots) {
            if (!tree.contains(root)) continue; // a part above it was rebuilt
            const auto atoms = partBelow(tree, root);
            const PlanTree before = partOf(tree, root, atoms);
            const PlanTree after = exactTree(operands, query, atoms);
            if (trainingCost(operands, query, after) * rounding >= trainingCost(operands, query, before))
                continue;
            for (const auto& [set, left] : before) tree.erase(set);
            tree.insert(after.begin(), after.end());
            better = true;
        }
    }
    return tree;
}

} // namespace rankscope
