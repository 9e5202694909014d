// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/cell/hidden_map.h"
#include "engine/kernel/kernels.h"

#include <vector>

namespace rankscope {

/// U as one matrix; use it through `makeHiddenMap`. Where J fills vectors, neighbouring columns are the lanes
/// of row products; else Eigen multiplies.
template <class Scalar>
class DenseHiddenMap final : public HiddenMap<Scalar> {
public:
    explicit DenseHiddenMap(const ModelSpec& spec);

    void addParameters(ParameterLayout& layout) override;
    void start(Scalar* weights, std::uint64_t seed) const override;
    void prepare(const Scalar* weights, ThreadPool& pool) override;
    bool servesThreads() const override { return true; }
    void addProduct(int group, const Scalar* weights, const Scalar* h, Index rows, Scalar* a) override;
    void addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows, Scalar* dh) override;
    void gradient(const Scalar* weights, const Scalar* da, std::span<const Scalar* const> h, Index rows,
                  Scalar* gradient, ThreadPool& pool) override;

private:
    Index first(int group) const { return m_columns[static_cast<std::size_t>(group)]; }
    Index count(int group) const { return first(group + 1) - first(group); }
    Index all() const { return m_columns.back(); }

    void setGradient(const Scalar* da, const Scalar* h, Index rows, Index gates, Scalar* gradient) const;

    Index m_hidden;
    bool m_inRows;
    std::vector<Index> m_columns;                                    ///< first column of each group, then G*J
    Index m_u = 0;                                                   ///< offset
    AlignedVector<Scalar> m_turned;                                  ///< U^T in panels: [n / 16][k][16 of n]
    std::vector<int> m_values, m_gateRows, m_stateRows, m_blockRows; ///< where values or rows lie
};

} // namespace rankscope
