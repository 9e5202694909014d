// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cell/hidden_map.h"

#include <vector>

namespace rankscope {

/// U as one matrix; use it through `makeHiddenMap`.
template <class Scalar>
class DenseHiddenMap final : public HiddenMap<Scalar> {
public:
    explicit DenseHiddenMap(const ModelSpec& spec);

    void addParameters(ParameterLayout& layout) override;
    void start(Scalar* weights, std::uint64_t seed) const override;
    void prepare(const Scalar*) override {}
    void addProduct(int group, const Scalar* weights, const Scalar* h, Index rows, Scalar* a) override;
    void addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows, Scalar* dh) override;
    void gradient(const Scalar* weights, const Scalar* da, std::span<const Scalar* const> h, Index rows,
                  Scalar* gradient) override;

private:
    Index first(int group) const { return m_columns[static_cast<std::size_t>(group)]; }
    Index count(int group) const { return first(group + 1) - first(group); }
    Index all() const { return m_columns.back(); }

    Index m_hidden;
    std::vector<Index> m_columns; ///< first column of each group, then G*J
    Index m_u = 0;                ///< offset
};

} // namespace rankscope
