// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/task/classification.h"

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/model/parameters.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {
template <class Scalar>
using Rows = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Hands over the last hidden states [clips, J]: they lie together where all clips are equally long.
template <class Scalar, class Use>
void withLastStates(const Scalar* states, const TimeSteps& steps, Index hidden, const Use& use) {
    using View = Eigen::Map<const Rows<Scalar>>;
    if (steps.areEven())
        return use(View(states + steps.first(steps.time() - 1) * hidden, steps.clips(), hidden));
    Rows<Scalar> last(steps.clips(), hidden);
    for (Index clip = 0; clip < steps.clips(); ++clip)
        last.row(clip) = View(states + steps.last(clip) * hidden, 1, hidden);
    use(View(last.data(), steps.clips(), hidden));
}

bool holds(const std::vector<int>& labels, Index label) {
    return std::ranges::find(labels, static_cast<int>(label)) != labels.end();
}
} // namespace

template <class Scalar>
void Classification<Scalar>::addParameters(ParameterLayout& layout, Index hidden) {
    m_hidden = hidden;
    m_w = layout.add("head.W", {m_classes, hidden}, true);
    m_b = layout.add("head.b", {m_classes}, false);
}

template <class Scalar>
void Classification<Scalar>::start(Scalar* weights, std::uint64_t seed) const {
    const double limit = std::sqrt(6.0 / static_cast<double>(m_classes + m_hidden)); // Glorot and Bengio 2010
    Random random{seed, purpose::start, 2000};
    std::generate_n(weights + m_w, m_classes * m_hidden,
                    [&] { return static_cast<Scalar>(random.uniform(-limit, limit)); });
    std::fill_n(weights + m_b, m_classes, Scalar(0));
}

template <class Scalar>
void Classification<Scalar>::predict(const Scalar* states, const TimeSteps& steps, const Scalar* weights,
                                     Scalar* predictions) const {
    const Index clips = steps.clips();
    const Eigen::Map<const Rows<Scalar>> w(weights + m_w, m_classes, m_hidden);
    Eigen::Map<Rows<Scalar>> p(predictions, clips, m_classes);
    withLastStates(states, steps, m_hidden, [&](const auto& last) { p.noalias() = last * w.transpose(); });
    p.rowwise() += Eigen::Map<const Eigen::Matrix<Scalar, 1, Eigen::Dynamic>>(weights + m_b, m_classes);
    if (m_multiLabel) {
        p = (Scalar(1) + (-p.array()).exp()).inverse().matrix();
        return;
    }
    for (Index clip = 0; clip < clips; ++clip) {
        p.row(clip) = (p.row(clip).array() - p.row(clip).maxCoeff()).exp().matrix();
        p.row(clip) /= p.row(clip).sum();
    }
}

template <class Scalar>
Score Classification<Scalar>::score(const Scalar* predictions, Targets targets) const {
    constexpr double least = 1e-30; // the loss of a probability that underflowed stays finite
    Score score;
    for (const std::vector<int>& labels : targets) {
        if (m_multiLabel) {
            bool exact = true;
            for (Index k = 0; k < m_classes; ++k) {
                const double p = predictions[k];
                const bool wanted = holds(labels, k);
                score.loss -= std::log(std::max(least, wanted ? p : 1 - p));
                exact = exact && (p > 0.5) == wanted;
            }
            score.correct += exact;
        } else {
            const auto top = std::max_element(predictions, predictions + m_classes) - predictions;
            // written so that a probability that is not a number stays one: the divergence guard must see it
            const double p = predictions[labels.front()];
            score.loss -= std::log(p < least ? least : p);
            score.correct += top == labels.front();
        }
        predictions += m_classes;
    }
    return score;
}

template <class Scalar>
void Classification<Scalar>::backward(const Scalar* states, const TimeSteps& steps, const Scalar* weights,
                                      const Scalar* predictions, Targets targets, Scalar* stateGradient,
                                      Scalar* gradient) const {
    const Index clips = steps.clips();
    // softmax with cross-entropy and sigmoids with binary cross-entropy both have dL/dlogit = p - y
    Rows<Scalar> logits = Eigen::Map<const Rows<Scalar>>(predictions, clips, m_classes);
    for (Index clip = 0; clip < clips; ++clip)
        for (const int label : targets[static_cast<std::size_t>(clip)]) logits(clip, label) -= Scalar(1);
    logits /= static_cast<Scalar>(clips);

    const Eigen::Map<const Rows<Scalar>> w(weights + m_w, m_classes, m_hidden);
    withLastStates(states, steps, m_hidden, [&](const auto& last) {
        Eigen::Map<Rows<Scalar>>(gradient + m_w, m_classes, m_hidden).noalias() = logits.transpose() * last;
    });
    Eigen::Map<Rows<Scalar>>(gradient + m_b, 1, m_classes) = logits.colwise().sum();
    if (steps.areEven()) {
        const Index earlier = steps.first(steps.time() - 1) * m_hidden;
        std::fill_n(stateGradient, earlier, Scalar(0));
        Eigen::Map<Rows<Scalar>>(stateGradient + earlier, clips, m_hidden).noalias() = logits * w;
        return;
    }
    std::fill_n(stateGradient, steps.rows() * m_hidden, Scalar(0));
    for (Index clip = 0; clip < clips; ++clip)
        Eigen::Map<Rows<Scalar>>(stateGradient + steps.last(clip) * m_hidden, 1, m_hidden).noalias() =
            logits.row(clip) * w;
}

template <class Scalar>
std::unique_ptr<Task<Scalar>> makeTask(std::string_view id, Index classes) {
    if (id == "classification") return std::make_unique<Classification<Scalar>>(classes, false);
    if (id == "multi-label") return std::make_unique<Classification<Scalar>>(classes, true);
    throw Error("Task \"" + std::string(id) + "\" is not known.",
                "Choose one of classification, multi-label.");
}

template std::unique_ptr<Task<float>> makeTask(std::string_view, Index);
template std::unique_ptr<Task<double>> makeTask(std::string_view, Index);

} // namespace rankscope
