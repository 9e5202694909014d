// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/optimizer.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {
constexpr Index pieceSize = 1 << 16;
}

Optimizer::Optimizer(const TrainingSpec& spec, const ParameterLayout& layout)
    : m_kind(spec.optimizer),
      m_momentum(spec.momentum),
      m_decay(spec.weightDecay),
      m_moments(spec.optimizer == OptimizerKind::Adam ? 2 : 1,
                AlignedVector<float>(static_cast<std::size_t>(layout.size), 0.0f)) {
    for (const ParameterInfo& tensor : layout.tensors)
        for (Index first = 0; first < tensor.size(); first += pieceSize)
            m_ranges.push_back(
                {tensor.offset + first, std::min(pieceSize, tensor.size() - first), tensor.decays});
}

void Optimizer::update(AlignedVector<float>& weights, const AlignedVector<float>& gradient, double rate,
                       ThreadPool& pool) {
    ++m_step;
    pool.run(static_cast<int>(m_ranges.size()),
             [&](int range) { updateRange(m_ranges[range], weights.data(), gradient.data(), rate); });
}

std::vector<std::vector<float>> Optimizer::moments() const {
    std::vector<std::vector<float>> copies;
    for (const auto& moment : m_moments) copies.emplace_back(moment.begin(), moment.end());
    return copies;
}

void Optimizer::restore(const std::vector<std::vector<float>>& moments, std::int64_t step) {
    for (std::size_t i = 0; i < m_moments.size(); ++i) std::ranges::copy(moments[i], m_moments[i].begin());
    m_step = step;
}

void Optimizer::updateRange(const Range& range, float* weights, const float* gradient, double rate) {
    using Array = Eigen::Map<Eigen::ArrayXf>;
    Array w(weights + range.first, range.count);
    const Eigen::Map<const Eigen::ArrayXf> g(gradient + range.first, range.count);
    Array m(m_moments[0].data() + range.first, range.count);
    if (m_decay > 0 && range.decays) w *= static_cast<float>(1 - rate * m_decay);
    if (m_kind == OptimizerKind::Sgd) {
        m = static_cast<float>(m_momentum) * m + g;
        w -= static_cast<float>(rate) * m;
        return;
    }
    constexpr float beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-8f;
    Array v(m_moments[1].data() + range.first, range.count);
    m = beta1 * m + (1 - beta1) * g;
    v = beta2 * v + (1 - beta2) * g.square();
    const auto steps = static_cast<double>(m_step);
    const auto step = static_cast<float>(rate / (1 - std::pow(0.9, steps)));
    const auto correction = static_cast<float>(1 / std::sqrt(1 - std::pow(0.999, steps)));
    w -= step * m / (v.sqrt() * correction + epsilon);
}

double clipByNorm(AlignedVector<float>& gradient, double limit, ThreadPool& pool) {
    const Index size = static_cast<Index>(gradient.size());
    const int pieces = static_cast<int>((size + pieceSize - 1) / pieceSize);
    std::vector<double> squares(static_cast<std::size_t>(pieces));
    const auto piece = [&](int i) {
        return Eigen::Map<Eigen::ArrayXf>(gradient.data() + i * pieceSize,
                                          std::min(pieceSize, size - i * pieceSize));
    };
    // in double: the squares of a float gradient that is about to diverge would overflow
    pool.run(pieces, [&](int i) { squares[i] = piece(i).cast<double>().square().sum(); });
    double sum = 0;
    for (const double square : squares) sum += square;
    const double norm = std::sqrt(sum);
    if (limit > 0 && norm > limit) {
        const auto factor = static_cast<float>(limit / norm);
        pool.run(pieces, [&](int i) { piece(i) *= factor; });
    }
    return norm;
}

} // namespace rankscope
