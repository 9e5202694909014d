// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/network_hidden_map.h"

#include "engine/cell/recurrence.h"
#include "engine/model/parameters.h"
#include "engine/model/start.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr std::uint64_t startKey = 2000; // beside the maps W (0 ..) and the dense U (1000 ..)

/// ||U||_F^2, from U applied to the unit vectors, a block of them at a time.
template <class Scalar>
double squaredNorm(const TensorNetwork& network, const Scalar* weights) {
    const Index inputs = network.inputSize(), outputs = network.outputSize();
    const Index rows = std::min<Index>(inputs, 64);
    MapProduct<Scalar> product(network, rows);
    ThreadPool pool(1);
    AlignedVector<Scalar> units(static_cast<std::size_t>(rows * inputs)),
        columns(static_cast<std::size_t>(rows * outputs));
    double sum = 0;
    product.prepare(weights);
    for (Index first = 0; first < inputs; first += rows) {
        const Index n = std::min(rows, inputs - first);
        std::ranges::fill(units, Scalar(0));
        for (Index row = 0; row < n; ++row)
            units[static_cast<std::size_t>(row * inputs + first + row)] = Scalar(1);
        product.forwardPrepared({units.data(), n, inputs, inputs}, weights, columns.data(), outputs, pool);
        for (Index i = 0; i < n * outputs; ++i)
            sum +=
                double(columns[static_cast<std::size_t>(i)]) * double(columns[static_cast<std::size_t>(i)]);
    }
    return sum;
}

} // namespace

template <class Scalar>
NetworkHiddenMap<Scalar>::NetworkHiddenMap(const ModelSpec& spec, Index rowsPerBatch)
    : m_network(recurrentNetworkOf(spec)),
      m_hidden(spec.hiddenSize()),
      m_columns(gateCount(spec.cell.kind) * spec.hiddenSize()),
      m_rowsPerBatch(rowsPerBatch) {
    const bool separate = spec.cell.gates == GateLayout::Separate;
    const Index gatesOfAMap = m_network.outputSize() / m_hidden;
    const std::vector<int> groups = recurrentGroups(spec.cell.kind);
    int gate = 0;
    for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
        const int last = gate + groups[static_cast<std::size_t>(group)], step = separate ? 1 : last - gate;
        for (; gate < last; gate += step) {
            GateSlice slice(m_network, gatesOfAMap, separate ? 0 : gate, step);
            m_parts.push_back({group,
                               separate ? gate : 0,
                               gate * m_hidden,
                               step * m_hidden,
                               std::move(slice),
                               {},
                               {},
                               {},
                               {}});
        }
    }
    for (int map = 0; map < mapCount(spec.cell); ++map)
        m_names.push_back(separate ? std::string("cell.U.") + gateName(spec.cell.kind, map) + "."
                                   : "cell.U.");
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::addParameters(ParameterLayout& layout) {
    m_offsets.clear();
    for (const std::string& name : m_names) {
        m_offsets.push_back(layout.size);
        for (int core = 0; core < static_cast<int>(m_network.cores.size()); ++core)
            layout.add(name + m_network.cores[core].name, m_network.shape(core), true);
    }
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::start(Scalar* weights, std::uint64_t seed) const {
    for (std::size_t map = 0; map < m_offsets.size(); ++map) {
        Scalar* cores = weights + m_offsets[map];
        drawMatched(m_network, startKey + map, seed, cores);
        const double gain = squaredNorm(m_network, cores) / static_cast<double>(m_network.outputSize());
        const auto factor =
            static_cast<Scalar>(std::pow(gain, -0.5 / static_cast<double>(m_network.cores.size())));
        for (Index i = 0; i < m_network.parameters(); ++i) cores[i] *= factor;
    }
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::prepare(const Scalar* weights, ThreadPool&) {
    for (Part& part : m_parts) {
        if (!part.product) { // memory is taken when it is used: a model may be made to be counted alone
            const auto values = static_cast<std::size_t>(part.slice.network().parameters());
            part.weights.resize(values);
            part.gradient.resize(values);
            part.product.emplace(part.slice.network(), m_rowsPerBatch);
            part.transposed.emplace(transposed(part.slice.network()), m_rowsPerBatch);
        }
        part.slice.cut(weights + m_offsets[static_cast<std::size_t>(part.map)], part.weights.data());
        part.product->prepare(part.weights.data());
        part.transposed->prepare(part.weights.data());
    }
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::add(const AlignedVector<Scalar>& block, Index rows, Index width,
                                   Scalar* target, Index stride) const {
    const ConstCellView<Scalar> from(block.data(), rows, width);
    Eigen::Map<CellMatrix<Scalar>, 0, Eigen::OuterStride<>>(target, rows, width,
                                                            Eigen::OuterStride<>(stride)) += from;
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::addProduct(int group, const Scalar*, const Scalar* h, Index rows, Scalar* a) {
    for (Part& part : m_parts) {
        if (part.group != group) continue;
        m_scratch.resize(static_cast<std::size_t>(rows * part.width));
        part.product->forwardPrepared({h, rows, m_hidden, m_hidden}, part.weights.data(), m_scratch.data(),
                                      part.width, m_pool);
        add(m_scratch, rows, part.width, a + part.column, m_columns);
    }
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::addTransposed(int group, const Scalar*, const Scalar* da, Index rows,
                                             Scalar* dh) {
    for (Part& part : m_parts) {
        if (part.group != group) continue;
        m_scratch.resize(static_cast<std::size_t>(rows * m_hidden));
        part.transposed->forwardPrepared({da + part.column, rows, part.width, m_columns}, part.weights.data(),
                                         m_scratch.data(), m_hidden, m_pool);
        add(m_scratch, rows, m_hidden, dh, m_hidden);
    }
}

template <class Scalar>
void NetworkHiddenMap<Scalar>::gradient(const Scalar*, const Scalar* da, std::span<const Scalar* const> h,
                                        Index rows, Scalar* gradient, ThreadPool& pool) {
    for (const Index offset : m_offsets) std::fill_n(gradient + offset, m_network.parameters(), Scalar(0));
    if (rows == 0) return;
    for (Part& part : m_parts) {
        const RowBlock<Scalar> states{h[static_cast<std::size_t>(part.group)], rows, m_hidden, m_hidden};
        m_scratch.resize(static_cast<std::size_t>(rows * part.width));
        part.product->forward(states, part.weights.data(), m_scratch.data(), part.width, pool, true);
        part.product->backward(states, part.weights.data(), da + part.column, m_columns, part.gradient.data(),
                               pool);
        part.slice.addBack(part.gradient.data(), gradient + m_offsets[static_cast<std::size_t>(part.map)]);
    }
}

template class NetworkHiddenMap<float>;
template class NetworkHiddenMap<double>;

} // namespace rankscope
