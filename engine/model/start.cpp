// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/start.h"

#include "engine/base/random.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

double cutNormal(Random& random) {
    double value = random.normal();
    while (std::abs(value) > 2) value = random.normal();
    return value;
}

double matchedDeviation(const TensorNetwork& network) {
    double bonds = 1;
    for (const Edge& edge : network.edges)
        if (edge.kind == EdgeKind::Bond) bonds *= static_cast<double>(edge.size);
    const double variance = 1 / (static_cast<double>(network.inputSize()) * bonds);
    return std::pow(variance, 0.5 / static_cast<double>(network.cores.size()));
}

double btCodeDeviation(const MapSpec& map) {
    if (map.format == "dense") return 0.1;
    if (map.format != "bt") return 0.08;
    return 0.05 * static_cast<double>(5 - std::ranges::max(map.tuckerRanks));
}

double uniformLimit(const ModelSpec& spec, const TensorNetwork& network) {
    if (spec.map.format == "dense")
        return std::sqrt(6.0 / static_cast<double>(network.inputSize() + network.outputSize()));
    return std::sqrt(3 / std::sqrt(static_cast<double>(network.parameters())));
}

/// Fills core after core; `draw` takes its random numbers from the source it is given.
template <class Scalar, class Draw>
void fillCores(const TensorNetwork& network, std::uint64_t key, std::uint64_t seed, Scalar* cores,
               Draw&& draw) {
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
        Random random{seed, purpose::start, key, static_cast<std::uint64_t>(core)};
        cores = std::generate_n(cores, network.parameters(core),
                                [&] { return static_cast<Scalar>(draw(random)); });
    }
}

} // namespace

template <class Scalar>
void drawMatched(const TensorNetwork& network, std::uint64_t key, std::uint64_t seed, Scalar* cores) {
    fillCores(network, key, seed, cores,
              [s = matchedDeviation(network)](Random& random) { return s * random.normal(); });
}

template <class Scalar>
void drawCores(const ModelSpec& spec, const TensorNetwork& network, int map, std::uint64_t seed,
               Scalar* cores) {
    const auto key = static_cast<std::uint64_t>(map);
    switch (spec.start) {
    case Start::Matched:
        drawMatched(network, key, seed, cores);
        break;
    case Start::TtCode:
        fillCores(network, key, seed, cores,
                  [l = uniformLimit(spec, network)](Random& random) { return random.uniform(-l, l); });
        break;
    case Start::BtCode:
        fillCores(network, key, seed, cores,
                  [s = btCodeDeviation(spec.map)](Random& random) { return s * cutNormal(random); });
        break;
    }
}

double inputScale(Start start) {
    return start == Start::Matched ? 0 : 1;
}

template void drawCores(const ModelSpec&, const TensorNetwork&, int, std::uint64_t, float*);
template void drawCores(const ModelSpec&, const TensorNetwork&, int, std::uint64_t, double*);

template void drawMatched(const TensorNetwork&, std::uint64_t, std::uint64_t, float*);
template void drawMatched(const TensorNetwork&, std::uint64_t, std::uint64_t, double*);

} // namespace rankscope
