// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/metrics.h"

#include "engine/evaluation/average_precision.h"

#include <algorithm>
#include <stdexcept>

namespace rankscope {
namespace {

/// Index of the largest value, the first of equal ones; values that are not a number never win.
std::size_t mostProbable(const std::vector<float>& probabilities) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < probabilities.size(); ++k)
        if (!(probabilities[best] >= probabilities[k]) && probabilities[k] == probabilities[k]) best = k;
    return best;
}

struct Counts {
    int both = 0, predicted = 0, support = 0;
};

double ratio(int part, int whole) {
    return whole > 0 ? double(part) / whole : 0;
}

} // namespace

bool toldRight(const std::vector<float>& probabilities, const std::vector<int>& labels, bool multiLabel) {
    if (!multiLabel) return static_cast<std::size_t>(labels.at(0)) == mostProbable(probabilities);
    std::vector<bool> truth(probabilities.size(), false), guess;
    for (const int label : labels) truth.at(static_cast<std::size_t>(label)) = true;
    for (const float probability : probabilities) guess.push_back(probability >= 0.5f);
    return truth == guess;
}

Evaluation evaluate(const std::vector<std::vector<float>>& probabilities,
                    const std::vector<std::vector<int>>& labels, const std::vector<std::string>& classes,
                    bool multiLabel, double loss) {
    if (probabilities.size() != labels.size())
        throw std::logic_error("as many labels as predictions are needed");
    const std::size_t width = classes.size();
    std::vector<Counts> counts(width);
    Evaluation result;
    result.loss = loss;
    if (!multiLabel) result.confusion.assign(width, std::vector<int>(width, 0));
    int right = 0;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        std::vector<bool> truth(width, false), guess(width, false);
        for (const int label : labels[i]) truth.at(static_cast<std::size_t>(label)) = true;
        if (multiLabel) {
            for (std::size_t k = 0; k < width; ++k) guess[k] = probabilities[i].at(k) >= 0.5f;
        } else {
            const std::size_t predicted = mostProbable(probabilities[i]);
            guess.at(predicted) = true;
            ++result.confusion.at(static_cast<std::size_t>(labels[i].at(0))).at(predicted);
        }
        right += truth == guess;
        for (std::size_t k = 0; k < width; ++k) {
            counts[k].both += truth[k] && guess[k];
            counts[k].predicted += guess[k];
            counts[k].support += truth[k];
        }
    }
    result.accuracy = ratio(right, static_cast<int>(probabilities.size()));
    for (std::size_t k = 0; k < width; ++k) {
        const auto& [both, predicted, support] = counts[k];
        // 2 both / (predicted + support) is the harmonic mean of precision and recall without their division
        // by zero.
        result.perClass.push_back({classes[k],
                                   ratio(both, predicted),
                                   ratio(both, support),
                                   ratio(2 * both, predicted + support),
                                   support,
                                   {}});
    }
    if (multiLabel && !probabilities.empty()) {
        const auto precisions = averagePrecisions(probabilities, labels);
        for (std::size_t k = 0; k < width; ++k) result.perClass[k].averagePrecision = precisions.at(k);
        result.meanAveragePrecision = meanAveragePrecision(precisions);
    }
    return result;
}

} // namespace rankscope
