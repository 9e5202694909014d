// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/optimizer.h"

#include "engine/kernel/kernels.h"

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <cmath>

namespace rankscope {

namespace {
constexpr Index pieceSize = 1 << 16;
constexpr float beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-8f;
} // namespace

Optimizer::Optimizer(const TrainingSpec& spec, const ParameterLayout& layout)
    : m_kind(spec.optimizer),
      m_momentum(spec.momentum),
      m_decay(spec.weightDecay),
      m_moments(spec.optimizer == OptimizerKind::Adam ? 2 : 1,
                AlignedVector<float>(static_cast<std::size_t>(layout.size), 0.0f)) {
    for (const ParameterInfo& tensor : layout.tensors)
        for (Index first = 0; first < tensor.size(); first += pieceSize)
            m_ranges.push_back(
                {tensor.offset + first, std::min(pieceSize, tensor.size() - first), tensor.decays, {}});
    divide({});
}

void Optimizer::divide(const std::vector<MomentRange>& ranges) {
    m_began = ranges;
    std::size_t next = 0;
    Index left = ranges.empty() ? 0 : ranges.front().count;
    for (Range& range : m_ranges) { // in the order of the weights, without gaps
        range.parts.clear();
        if (ranges.empty()) range.parts.push_back({range.count, 0, 0});
        for (Index done = 0; !ranges.empty() && done < range.count;) {
            if (left == 0) left = ranges[++next].count;
            const Index count = std::min(left, range.count - done);
            range.parts.push_back({count, ranges[next].firstBegan, ranges[next].secondBegan});
            done += count;
            left -= count;
        }
    }
}

void Optimizer::update(AlignedVector<float>& weights, const AlignedVector<float>& gradient, double rate,
                       ThreadPool& pool) {
    ++m_step;
    pool.run(static_cast<int>(m_ranges.size()),
             [&](int range) { updateRange(m_ranges[range], weights.data(), gradient.data(), rate); });
}

OptimizerState Optimizer::state() const {
    OptimizerState state{{}, m_step, m_began};
    for (const auto& moment : m_moments) state.moments.emplace_back(moment.begin(), moment.end());
    return state;
}

void Optimizer::restore(const OptimizerState& state) {
    for (std::size_t i = 0; i < m_moments.size(); ++i)
        std::ranges::copy(state.moments[i], m_moments[i].begin());
    m_step = state.step;
    divide(state.ranges);
}

OptimizerState Optimizer::followed(const OptimizerState& state, const ModelChange& change) {
    OptimizerState result{{change.followed(state.moments.front())}, state.step, {}};
    if (state.moments.size() == 1) return result; // a velocity has no bias to correct
    std::vector<MomentRange> began;               // of each old entry
    for (const MomentRange& range : state.ranges)
        began.insert(began.end(), static_cast<std::size_t>(range.count), range);
    const std::vector<float>& first = result.moments.front();
    std::vector<float> second(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const Index origin = change.origin()[i];
        MomentRange entry{1, state.step, state.step};
        if (origin >= 0) {
            second[i] = state.moments[1][static_cast<std::size_t>(origin)];
            entry = began.empty() ? MomentRange{1, 0, 0} : began[static_cast<std::size_t>(origin)];
            entry.count = 1;
        } else if (change.follows()[i] && state.step > 0) {
            second[i] = (1 - beta2) * first[i] * first[i];
            entry = {1, 0, state.step - 1};
        }
        if (!result.ranges.empty() && result.ranges.back().firstBegan == entry.firstBegan &&
            result.ranges.back().secondBegan == entry.secondBegan)
            ++result.ranges.back().count;
        else
            result.ranges.push_back(entry);
    }
    result.moments.push_back(std::move(second));
    return result;
}

void Optimizer::updateRange(const Range& range, float* weights, const float* gradient, double rate) {
    const double keep = m_decay > 0 && range.decays ? 1 - rate * m_decay : 1;
    if (m_kind == OptimizerKind::Sgd) {
        using Array = Eigen::Map<Eigen::ArrayXf>;
        Array w(weights + range.first, range.count), m(m_moments[0].data() + range.first, range.count);
        m = static_cast<float>(m_momentum) * m +
            Eigen::Map<const Eigen::ArrayXf>(gradient + range.first, range.count);
        w = static_cast<float>(keep) * w - static_cast<float>(rate) * m;
        return;
    }
    Index first = range.first;
    for (const MomentRange& part : range.parts) {
        const auto seen = [this](std::int64_t began) { return static_cast<double>(m_step - began); };
        kernels().adam({weights + first, m_moments[0].data() + first, m_moments[1].data() + first,
                        gradient + first, part.count, beta1, beta2, epsilon,
                        static_cast<float>(rate / (1 - std::pow(0.9, seen(part.firstBegan)))),
                        static_cast<float>(1 / std::sqrt(1 - std::pow(0.999, seen(part.secondBegan)))),
                        static_cast<float>(keep)});
        first += part.count;
    }
}

double clipByNorm(AlignedVector<float>& gradient, double limit, ThreadPool& pool) {
    constexpr Index mostPieces = 1024;
    const Index size = static_cast<Index>(gradient.size());
    const Index step = std::max(pieceSize, (size + mostPieces - 1) / mostPieces);
    const int pieces = static_cast<int>((size + step - 1) / step);
    std::array<double, mostPieces> squares;
    const auto piece = [&](int i) {
        return Eigen::Map<Eigen::ArrayXf>(gradient.data() + i * step, std::min(step, size - i * step));
    };
    // in double: the squares of a float gradient that is about to diverge would overflow
    pool.run(pieces,
             [&](int i) { squares[static_cast<std::size_t>(i)] = piece(i).cast<double>().square().sum(); });
    double sum = 0;
    for (int i = 0; i < pieces; ++i) sum += squares[static_cast<std::size_t>(i)];
    const double norm = std::sqrt(sum);
    if (limit > 0 && norm > limit) {
        const auto factor = static_cast<float>(limit / norm);
        pool.run(pieces, [&](int i) { piece(i) *= factor; });
    }
    return norm;
}

} // namespace rankscope
