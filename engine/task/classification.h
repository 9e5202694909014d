// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/task/task.h"

namespace rankscope {

/// A linear head on the last hidden state of each clip, then softmax with cross-entropy (one label a clip) or
/// sigmoids with binary cross-entropy summed over classes (several labels; right where the set of labels is
/// exact).
template <class Scalar>
class Classification final : public Task<Scalar> {
public:
    Classification(Index classes, bool multiLabel) : m_classes(classes), m_multiLabel(multiLabel) {}

    Index outputs() const override { return m_classes; }
    void addParameters(ParameterLayout& layout, Index hidden) override;
    void start(Scalar* weights, std::uint64_t seed) const override;
    void predict(const Scalar* states, const TimeSteps& steps, const Scalar* weights,
                 Scalar* predictions) const override;
    Score score(const Scalar* predictions, Targets targets) const override;
    void backward(const Scalar* states, const TimeSteps& steps, const Scalar* weights,
                  const Scalar* predictions, Targets targets, Scalar* stateGradient,
                  Scalar* gradient) const override;

private:
    Index m_classes, m_hidden = 0, m_w = 0, m_b = 0;
    bool m_multiLabel;
};

} // namespace rankscope
