// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/hierarchical_svd.h"

#include "engine/format/hierarchical_tucker.h"

namespace rankscope {

namespace {

template <class Scalar>
class Climb {
public:
    Climb(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool)
        : m_tree(dimensionTree(static_cast<int>(x.sizes.size()))),
          m_x(x),
          m_truncation(truncation),
          m_pool(pool),
          m_cores(m_tree.size()) {}

    std::vector<double> run() {
        join(0, 0);
        const auto keep = [&](const auto& rest) {
            m_cores[0].assign(rest.values.begin(), rest.values.end());
        };
        if (m_begun)
            keep(m_rest);
        else
            keep(m_x);
        std::vector<double> weights;
        for (const std::vector<double>& core : m_cores)
            weights.insert(weights.end(), core.begin(), core.end());
        return weights;
    }

private:
    /// Truncates everything below `node`, whose first axis in the tensor is `axis`; returns the number of
    /// axes it then has.
    std::size_t join(std::size_t node, std::size_t axis) {
        if (m_tree[node].isLeaf()) return 1;
        truncate(static_cast<std::size_t>(m_tree[node].left), axis);
        truncate(static_cast<std::size_t>(m_tree[node].right), axis + 1);
        return 2;
    }

    /// Leaves one axis of the node and all below it.
    void truncate(std::size_t node, std::size_t axis) {
        const std::size_t last = axis + join(node, axis);
        const auto cut = [&](const auto& rest) {
            const Matrix basis = m_truncation.basis(rest.unfolded(axis, last), node - 1, m_pool);
            m_cores[node].assign(basis.data(), basis.data() + basis.size());
            return projected(rest, axis, last, basis, m_pool);
        };
        m_rest = m_begun ? cut(m_rest) : cut(m_x);
        m_begun = true;
    }

    std::vector<DimensionNode> m_tree;
    const ModeTensor<Scalar>& m_x;
    Truncation& m_truncation;
    ThreadPool& m_pool;
    std::vector<std::vector<double>> m_cores;
    ModeTensor<double> m_rest; ///< X projected so far
    bool m_begun = false;      ///< m_rest holds it
};

} // namespace

template <class Scalar>
std::vector<double> hierarchicalSvd(const ModeTensor<Scalar>& x, Truncation& truncation, ThreadPool& pool) {
    return Climb<Scalar>(x, truncation, pool).run();
}

template std::vector<double> hierarchicalSvd(const ModeTensor<float>&, Truncation&, ThreadPool&);
template std::vector<double> hierarchicalSvd(const ModeTensor<double>&, Truncation&, ThreadPool&);

} // namespace rankscope
