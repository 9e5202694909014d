// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/aligned.h"
#include "engine/cell/hidden_map.h"
#include "engine/kernel/kernels.h"

#include <vector>

namespace rankscope {

/// U as one matrix; use it through `makeHiddenMap`. Where J fills whole lines, 16 neighbouring columns are
/// the lanes of a line product; else Eigen multiplies.
template <class Scalar>
class DenseHiddenMap final : public HiddenMap<Scalar> {
public:
    explicit DenseHiddenMap(const ModelSpec& spec);

    void addParameters(ParameterLayout& layout) override;
    void start(Scalar* weights, std::uint64_t seed) const override;
    void prepare(const Scalar*) override { m_turnedIsOld = true; }
    void addProduct(int group, const Scalar* weights, const Scalar* h, Index rows, Scalar* a) override;
    void addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows, Scalar* dh) override;
    void gradient(const Scalar* weights, const Scalar* da, std::span<const Scalar* const> h, Index rows,
                  Scalar* gradient) override;

private:
    Index first(int group) const { return m_columns[static_cast<std::size_t>(group)]; }
    Index count(int group) const { return first(group + 1) - first(group); }
    Index all() const { return m_columns.back(); }

    void turn(const Scalar* weights);
    void addLines(const LineProduct<Scalar>& product, Index rowStep, Index depthStep, Index columnStep);

    Index m_hidden;
    bool m_inLines;
    std::vector<Index> m_columns; ///< first column of each group, then G*J
    Index m_u = 0;                ///< offset
    bool m_turnedIsOld = true;
    AlignedVector<Scalar> m_turned;  ///< U^T as lines: [n / 16][k][16 of n]
    AlignedVector<Scalar> m_operand; ///< h or da, turned
    std::vector<int> m_rowTable, m_depthTable, m_columnTable, m_lineTable;
};

} // namespace rankscope
