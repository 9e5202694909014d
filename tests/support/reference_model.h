// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/small_models.h"

#include <algorithm>
#include <numeric>

/// A model computed from the equations of section 3 of the mathematics: one clip and one step at a time, from
/// the dense matrix.
namespace rankscope::testing {

using Values = std::vector<double>;

/// Weights of a model by tensor name.
struct Weights {
    const SequenceModel<double>& model;
    Values operator[](const std::string& name) const {
        const auto& tensors = model.layout().tensors;
        const auto found = std::ranges::find(tensors, name, &ParameterInfo::name);
        if (found == tensors.end()) return {};
        const auto first = model.weights().begin() + found->offset;
        return {first, first + found->size()};
    }
};

inline Values times(const Values& matrix, const Values& x) {
    Values y(matrix.size() / x.size(), 0.0);
    for (std::size_t r = 0; r < y.size(); ++r)
        for (std::size_t c = 0; c < x.size(); ++c) y[r] += matrix[r * x.size() + c] * x[c];
    return y;
}

inline double squash(SigmoidKind kind, double a) {
    return kind == SigmoidKind::Logistic ? 1 / (1 + std::exp(-a)) : std::clamp(0.2 * a + 0.5, 0.0, 1.0);
}

/// W [G*J, I], of all gates.
inline Values referenceMatrix(const SequenceModel<double>& model) {
    const TensorNetwork network = networkOf(model.spec());
    Values w;
    for (Index map = 0; map < mapCount(model.spec().cell); ++map) {
        const auto first = model.weights().begin() + map * network.parameters();
        const Values matrix = bruteForceMatrix(network, Values(first, first + network.parameters()));
        w.insert(w.end(), matrix.begin(), matrix.end());
    }
    return w;
}

/// What a step leaves: gates [G*J] (of an SRNN tanh(a), of the mean a), c_t (LSTM), h_t, and softmax of the
/// head.
struct ReferenceStep {
    Values gates, cell, hidden, probabilities;
};

inline std::vector<ReferenceStep> referenceSteps(const SequenceModel<double>& model, const FrameBlock& frames,
                                                 Index clip) {
    const ModelSpec& spec = model.spec();
    const Weights weights{model};
    const Index gates = gateCount(spec.cell.kind), j = spec.hiddenSize();
    const Values w = referenceMatrix(model), u = weights["cell.U"], b = weights["cell.b"];
    const auto gate = [&](const Values& a, Index g) {
        return Values(a.begin() + g * j, a.begin() + (g + 1) * j);
    };
    const auto rows = [&](const Values& matrix, Index g) {
        return Values(matrix.begin() + g * j * j, matrix.begin() + (g + 1) * j * j);
    };
    Values h(static_cast<std::size_t>(j), 0.0), c = h, sum = h;
    std::vector<ReferenceStep> steps;
    for (Index t = 0; t < frames.count / frames.clips; ++t) {
        const auto first = frames.values.begin() + (t * frames.clips + clip) * frames.size;
        const Values a = times(w, Values(first, first + frames.size));
        const Values before = h;
        ReferenceStep step;
        std::vector<Values> values; // of each gate
        for (Index g = 0; g < gates; ++g) {
            Values p = gate(a, g);
            if (!u.empty()) {
                Values state = before;
                if (spec.cell.kind == CellKind::Gru && g == 2)
                    for (std::size_t k = 0; k < state.size(); ++k) state[k] *= values[1][k];
                const Values recurrent = times(rows(u, g), state), bias = gate(b, g);
                for (std::size_t k = 0; k < p.size(); ++k) p[k] += recurrent[k] + bias[k];
                const bool isTanh = spec.cell.kind == CellKind::Srnn || g == 2; // c of GRU and LSTM
                for (double& value : p) value = isTanh ? std::tanh(value) : squash(spec.cell.sigmoid, value);
            }
            values.push_back(p);
            step.gates.insert(step.gates.end(), p.begin(), p.end());
        }
        for (std::size_t k = 0; k < h.size(); ++k) {
            const auto s = [&](std::size_t g) { return values[g][k]; };
            switch (spec.cell.kind) {
            case CellKind::Srnn:
                h[k] = s(0);
                break;
            case CellKind::Gru:
                h[k] = s(0) * before[k] + (1 - s(0)) * s(2);
                break;
            case CellKind::Lstm:
                c[k] = s(1) * c[k] + s(0) * s(2);
                h[k] = s(3) * std::tanh(c[k]);
                break;
            case CellKind::Mean:
                sum[k] += a[k];
                h[k] = sum[k] / static_cast<double>(t + 1);
                break;
            }
        }
        step.cell = c;
        step.hidden = h;
        step.probabilities = times(weights["head.W"], h);
        const Values bias = weights["head.b"];
        double total = 0;
        for (std::size_t k = 0; k < bias.size(); ++k)
            total += step.probabilities[k] = std::exp(step.probabilities[k] + bias[k]);
        for (double& value : step.probabilities) value /= total;
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace rankscope::testing
