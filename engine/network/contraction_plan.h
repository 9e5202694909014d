// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/operand_sets.h"

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace rankscope {

/// In which order the frames X and the cores of a network are multiplied: a binary tree over the operands,
/// and what it costs. Operand 0 is X, operand k is core k - 1. Products of weights alone are paid once a
/// batch.
class ContractionPlan {
public:
    struct Node {
        int operand = -1;          ///< of a leaf; -1 for a product
        int left = -1, right = -1; ///< nodes of a product, left computed first
        bool hasFrames = false;    ///< below it is X
        std::vector<int>
            edges;       ///< open after the product; for nodes with frames the frame edge is not listed
        double size = 1; ///< values, of one frame where it has frames
        double macs = 0; ///< of this product, of one frame where it has frames
    };

    /// Which products a restricted search may use: sets of operands as bits, `a` contains X or neither does.
    using Filter = std::function<bool(OperandSet a, OperandSet b)>;

    /// Up to this many cores the search is exact.
    static constexpr int maxExactCores = 14;

    /// The tree with the fewest multiply-accumulates of a training step over `frames` frames (forward, the
    /// gradients of both children, none of X), where every value made for a frame counts a little too
    /// (`valueCost`, in plan_search.h); of equals the one with the smallest largest product. No product but
    /// the result has more than `largest` values (of one frame where it has frames). Exact up to 14 cores
    /// (`exactTree`), beyond that a heuristic (`improvedTree`). Throws Error beyond 30 cores and where no
    /// order keeps to `largest`.
    static ContractionPlan optimal(const TensorNetwork& network, Index frames, const Filter& filter = {},
                                   double largest = std::numeric_limits<double>::infinity());

    /// A tree given as text over operand names, "((X G2) G1)". Throws Error where it is not a tree over all
    /// operands.
    static ContractionPlan fromTree(const TensorNetwork& network, std::string_view tree, Index frames);

    /// The same order, but that the weights of the first products with the frames are multiplied by one
    /// another before the frames: ((X A) B) becomes (X (A B)).
    ContractionPlan withJoinedWeights(const TensorNetwork& network, std::size_t products) const;

    const std::vector<Node>& nodes() const {
        return m_nodes;
    } ///< children before parents; the last is the root
    Index frames() const { return m_frames; }
    const std::string& operandName(int operand) const { return m_names[static_cast<std::size_t>(operand)]; }

    /// How often a training step makes a product: forward and for the gradient of each child but X.
    double trainingProducts(const Node& product) const;

    double forwardMacsPerFrame() const;
    double trainingMacsPerFrame() const;
    double trainingCostPerFrame() const; ///< what `optimal` minimises: MACs and the cost of values
    Index peakIntermediate() const; ///< values of the largest inner product, of one frame where it has frames
    std::string tree() const;       ///< children ordered by their last core: "(A1 (((X A2) A3) (C A4)))"

private:
    ContractionPlan(const TensorNetwork& network, Index frames);
    int addLeaf(const OperandSets& operands, int operand);
    int addProduct(const OperandSets& operands, OperandSet setA, OperandSet setB, int a, int b);

    std::vector<Node> m_nodes;
    std::vector<std::string> m_names; ///< of operands
    Index m_frames = 1;
};

} // namespace rankscope
