// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compress/compress_matrix.h"

#include "engine/base/error.h"
#include "engine/compress/hierarchical_svd.h"
#include "engine/compress/higher_order_svd.h"
#include "engine/compress/map_error.h"
#include "engine/compress/tensor_train_svd.h"
#include "engine/format/format.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace rankscope {

namespace {

constexpr int orthogonalSweeps = 20;

bool isFitted(const std::string& format) {
    return format == "bt" || format == "cp";
}

Shape& ranksOf(MapSpec& map) {
    return map.format == "tucker" ? map.tuckerRanks : map.ranks;
}

/// The ranks of a target that are still open are 1.
MapSpec withRanks(const CompressionTarget& target) {
    MapSpec map = target.map;
    if (!target.tolerance) return completed(map, 1);
    const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
    ranksOf(map).assign(static_cast<std::size_t>(fields.ranks + fields.tucker), 1);
    return completed(map, 1);
}

template <class Values>
void append(std::vector<double>& weights, const Values& values) {
    weights.insert(weights.end(), values.data(), values.data() + values.size());
}

template <class Scalar>
void tucker(const ModeTensor<Scalar>& w, Truncation& truncation, Compression& result, ThreadPool& pool) {
    TuckerTensor found = higherOrderSvd(w, truncation, pool);
    result.errors = orthogonalIteration(w, found, orthogonalSweeps, pool);
    append(result.value.weights, found.core.values);
    for (const Matrix& factor : found.factors) append(result.value.weights, factor);
}

/// Least squares solves for the factors of one mode in all blocks at once.
void checkEquations(Index blocks, const Shape& ranks, Index values) {
    constexpr Index most = 4096;
    const Index unknowns = blocks * std::ranges::max(ranks);
    if (unknowns > most)
        throw Error(std::to_string(blocks) + " blocks of rank " + std::to_string(std::ranges::max(ranks)) +
                        " are too many for least squares.",
                    "Blocks times rank may be at most " + std::to_string(most) + ".");
    if (blocks * product(ranks) > values)
        throw Error("The cores of " + std::to_string(blocks) +
                        " blocks have more values than the matrix itself.",
                    "Use fewer blocks or smaller ranks.");
}

/// Cores C [n, R..], then A_k [n, i_k, j_k, R_k]; of a polyadic map A_k [n, i_k, j_k], the scale in the
/// first.
template <class Scalar>
void blockTerms(const ModeTensor<Scalar>& w, const SweepLimits& limits, Compression& result,
                ThreadPool& pool) {
    const MapSpec& spec = result.value.spec;
    const bool polyadic = spec.format == "cp";
    const Shape ranks = polyadic ? Shape(w.sizes.size(), 1) : spec.tuckerRanks;
    checkEquations(spec.blocks, ranks, static_cast<Index>(w.values.size()));
    BlockTermFit fit = fitBlockTerms(w, spec.blocks, ranks, limits, pool);
    result.errors = std::move(fit.errors);
    BlockTerms& terms = fit.terms;
    if (!polyadic)
        for (const auto& core : terms.cores) append(result.value.weights, core.values);
    for (std::size_t k = 0; k < ranks.size(); ++k)
        for (std::size_t n = 0; n < terms.factors.size(); ++n) {
            if (polyadic && k == 0) terms.factors[n][0] *= terms.cores[n].values[0];
            append(result.value.weights, terms.factors[n][k]);
        }
}

/// Scales the cores to one root mean square, which changes nothing of their product.
void balance(MapValue& value, const TensorNetwork& network) {
    std::vector<double> logs;
    const auto forCores = [&](auto use) {
        double* values = value.weights.data();
        for (int core = 0; core < static_cast<int>(network.cores.size()); ++core) {
            use(std::span(values, static_cast<std::size_t>(network.parameters(core))),
                static_cast<std::size_t>(core));
            values += network.parameters(core);
        }
    };
    forCores([&](std::span<double> core, std::size_t) {
        double squares = 0;
        for (const double weight : core) squares += weight * weight;
        logs.push_back(0.5 * std::log(squares / static_cast<double>(core.size())));
    });
    double mean = 0;
    for (const double one : logs) mean += one / static_cast<double>(logs.size());
    if (!std::isfinite(mean)) return; // a zero map
    forCores([&](std::span<double> core, std::size_t i) {
        for (double& weight : core) weight *= std::exp(mean - logs[i]);
    });
}

} // namespace

void checkCompressible(const CompressionTarget& target) {
    const std::string& format = formatNamed(target.map.format).id();
    if (format == "dense" || format == "tr")
        throw Error("A dense matrix is not turned into the format \"" + format + "\".",
                    "Choose one of tt, tucker, ht, bt, cp.");
    if (!target.tolerance) return;
    if (isFitted(format))
        throw Error("The format \"" + format + "\" is fitted at given ranks, not to a tolerance.",
                    "Give its ranks, or choose one of tt, tucker, ht.");
    if (!(*target.tolerance > 0 && *target.tolerance < 1))
        throw Error("Tolerance " + std::to_string(*target.tolerance) + " is not possible.",
                    "Use a relative error between 0 and 1, such as 0.05.");
    if (target.maxRank < 1)
        throw Error("The largest rank " + std::to_string(target.maxRank) + " is not possible.",
                    "Use 1 or more.");
}

template <class Scalar>
Compression compressMatrix(const ModeTensor<Scalar>& w, const CompressionTarget& target, ThreadPool& pool) {
    checkCompressible(target);
    Compression result;
    MapSpec& spec = result.value.spec;
    spec = withRanks(target);
    const Format& format = formatNamed(spec.format);
    const double square = squaredNorm(w.unfolded(0), pool);
    if (!std::isfinite(square))
        throw Error("The dense matrix holds values that are not finite numbers.",
                    "Use the weights of another epoch.");
    Shape& ranks = ranksOf(spec);
    Truncation truncation = target.tolerance ? Truncation(static_cast<Index>(ranks.size()), *target.tolerance,
                                                          square, target.maxRank)
                                             : Truncation(ranks);
    if (isFitted(spec.format))
        blockTerms(w, target.sweeps, result, pool);
    else if (spec.format == "tucker")
        tucker(w, truncation, result, pool);
    else if (spec.format == "tt")
        result.value.weights = tensorTrainSvd(w, truncation, pool);
    else
        result.value.weights = hierarchicalSvd(w, truncation, pool);
    if (target.tolerance) ranks = truncation.ranks();
    const TensorNetwork network = format.network(spec);
    if (static_cast<Index>(result.value.weights.size()) != network.parameters())
        throw std::logic_error("the fitted cores are not those of the format");
    balance(result.value, network);
    result.error = relativeError(w, result.value, pool);
    return result;
}

template Compression compressMatrix(const ModeTensor<float>&, const CompressionTarget&, ThreadPool&);
template Compression compressMatrix(const ModeTensor<double>&, const CompressionTarget&, ThreadPool&);

} // namespace rankscope
