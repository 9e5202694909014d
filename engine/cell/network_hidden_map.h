// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cell/gate_slice.h"
#include "engine/cell/hidden_map.h"
#include "engine/network/map_product.h"

#include <optional>

namespace rankscope {

/// U as a tensor network; use it through `makeHiddenMap`. dh is the product with the transposed network, and
/// the gradient of the weights is made for all time steps at once.
template <class Scalar>
class NetworkHiddenMap final : public HiddenMap<Scalar> {
public:
    NetworkHiddenMap(const ModelSpec& spec, Index rowsPerBatch);

    void addParameters(ParameterLayout& layout) override;
    void start(Scalar* weights, std::uint64_t seed) const override;
    void prepare(const Scalar* weights, ThreadPool& pool) override;
    bool servesThreads() const override { return false; }
    void addProduct(int group, const Scalar* weights, const Scalar* h, Index rows, Scalar* a) override;
    void addTransposed(int group, const Scalar* weights, const Scalar* da, Index rows, Scalar* dh) override;
    void gradient(const Scalar* weights, const Scalar* da, std::span<const Scalar* const> h, Index rows,
                  Scalar* gradient, ThreadPool& pool) override;

private:
    /// What one network multiplies.
    struct Part {
        int group, map;
        Index column, width; ///< of a
        GateSlice slice;
        AlignedVector<Scalar> weights, gradient;
        std::optional<MapProduct<Scalar>> product, transposed; ///< made at the first use
    };
    void add(const AlignedVector<Scalar>& block, Index rows, Index width, Scalar* target, Index stride) const;

    TensorNetwork m_network;          ///< of one map
    std::vector<std::string> m_names; ///< of the maps' parameters, "cell.U." or "cell.U.i."
    std::vector<Index> m_offsets;     ///< of the maps in the weights
    Index m_hidden, m_columns, m_rowsPerBatch;
    std::vector<Part> m_parts;
    AlignedVector<Scalar> m_scratch;
    ThreadPool m_pool{1}; // the products of one time step are too small to be shared
};

} // namespace rankscope
