// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rankscope {

struct ClassScore {
    std::string name;
    double precision = 0, recall = 0, f1 = 0; ///< 0 where not defined
    int support = 0;                          ///< clips of the class
    std::optional<double> averagePrecision; ///< several labels a clip; missing where no clip is of the class
};

/// Scores over a set of clips. Several labels a clip: accuracy is the share of clips whose set of labels is
/// exact, the confusion matrix is empty, and average precisions tell how well each class is ranked.
struct Evaluation {
    double accuracy = 0, loss = 0;
    std::optional<double> meanAveragePrecision; ///< several labels a clip
    std::vector<ClassScore> perClass;
    std::vector<std::vector<int>> confusion; ///< [true][predicted]
};

/// Whether a clip is told right: its one label is the most probable class; several labels: exactly those
/// reach one half.
bool toldRight(const std::vector<float>& probabilities, const std::vector<int>& labels, bool multiLabel);

/// `probabilities`: [clips][classes]; `labels`: indices per clip.
Evaluation evaluate(const std::vector<std::vector<float>>& probabilities,
                    const std::vector<std::vector<int>>& labels, const std::vector<std::string>& classes,
                    bool multiLabel, double loss);

} // namespace rankscope
