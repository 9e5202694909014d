// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/network/contraction_plan.h"
#include "engine/network/contraction_step.h"

#include <vector>

namespace rankscope {

/// The products of a plan that multiply weights alone: run once a batch, before the frames come, and once
/// after them for the gradient.
template <class Scalar>
class WeightProducts {
public:
    WeightProducts(const TensorNetwork& network, const ContractionPlan& plan);

    /// Of every edge of the network, then of the frames (any number but 1, while layouts are chosen).
    const std::vector<Index>& edgeSizes() const { return m_edgeSizes; }
    /// Of a node without frames.
    const Layout& layout(int node) const { return m_layouts[static_cast<std::size_t>(node)]; }
    Index parameters() const { return m_offsets.back(); }

    void prepare(const Scalar* weights);
    /// The value of a node without frames; `weights`: the cores one after another.
    const Scalar* value(int node, const Scalar* weights) const;

    /// Where the gradient of a node goes, in its layout: into the gradient of the cores, or into memory of
    /// its own.
    Scalar* gradientOf(int node, Scalar* gradient);
    /// From the gradients of the products, which the frames' side has written, those of the cores below them.
    void backward(const Scalar* weights, Scalar* gradient);

    /// Edges of each node that its parent's product sums.
    static std::vector<std::vector<int>> summedByParent(const ContractionPlan& plan);

private:
    using Buffer = AlignedVector<Scalar>;
    struct Step {
        int a, b, node;
        ContractionStep product;
        bool aFits, bFits;         ///< the operand lies as the product wants it
        Buffer groupedA{}, groupedB{}; ///< it as wanted, where it does not
    };
    const Scalar* grouped(int node, bool fits, const Layout& wanted, Buffer& buffer,
                          const Scalar* weights) const;

    std::vector<int> m_operands; ///< of each node
    std::vector<Index> m_edgeSizes, m_offsets;
    std::vector<Layout> m_layouts;
    std::vector<Step> m_steps;
    std::vector<Buffer> m_values, m_gradients;
    Buffer m_scratch;
};

} // namespace rankscope
