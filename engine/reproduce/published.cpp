// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/published.h"

#include <cstdio>

namespace rankscope {

namespace {

constexpr const char* ttPaper = "Yang et al. 2017";
constexpr const char* btPaper = "Ye et al. 2018";

const std::vector<PublishedFigure>& allFigures() {
    static const std::vector<PublishedFigure> figures{
        {"ucf11", "tt-lstm", 0.796, ttPaper, Protocol::TtCode},
        {"ucf11", "tt-gru", 0.813, ttPaper, Protocol::TtCode},
        {"ucf11", "dense-lstm", 0.697, btPaper, Protocol::BtCode},
        {"ucf11", "tt-lstm", 0.781, btPaper, Protocol::BtCode}, // TT as run again there: 7.2 points below BT
        {"ucf11", "bt-lstm-r4", 0.853, btPaper, Protocol::BtCode},
        {"hollywood2", "tt-gru", 0.537, ttPaper, Protocol::TtCode},
        {"hollywood2", "tt-lstm", 0.546, ttPaper, Protocol::TtCode},
        {"youtube-faces", "tt-gru", 0.800, ttPaper, Protocol::TtCode},
        {"youtube-faces", "tt-lstm", 0.755, ttPaper, Protocol::TtCode},
    };
    return figures;
}

/// What the TT-RNN code sets for each data set.
struct TtCode {
    const char* study;
    double learningRate;
    int epochs, batch;
};
constexpr TtCode ttCodes[] = {{"ucf11", 1e-4, 1001, 16},
                              {"hollywood2", 1e-3, 501, 32},
                              {"youtube-faces", 1e-3, 101, 16},
                              {"mnist-sequence", 1e-3, 50, 32}};
constexpr TtCode ttCodeElsewhere{"", 1e-3, 0, 16};
constexpr double btCodeRate = 1e-4, codeDropout = 0.25;

TtCode ttCodeOf(const std::string& study) {
    for (const TtCode& code : ttCodes)
        if (study == code.study) return code;
    return ttCodeElsewhere;
}

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

/// Collects differences as "that there, this here".
class Differences {
public:
    void compare(const std::string& there, const std::string& here) {
        if (there != here) m_found.push_back(there + " there, " + here + " here");
    }
    void compare(const std::string& what, double there, double here) {
        if (there != here) compare(what + " " + shortNumber(there), shortNumber(here));
    }
    void add(const std::string& text) { m_found.push_back(text); }
    std::vector<std::string> take() { return std::move(m_found); }

private:
    std::vector<std::string> m_found;
};

std::string shortTitle(Protocol protocol) {
    switch (protocol) {
    case Protocol::TtCode:
        return "five folds over clips, last epoch";
    case Protocol::BtCode:
        return "random 80/20, epoch of lowest test loss";
    case Protocol::Grouped:
        break;
    }
    return "clips apart for validation and test";
}

} // namespace

std::vector<PublishedFigure> publishedFigures(const std::string& study, const std::string& model) {
    std::vector<PublishedFigure> found;
    for (const PublishedFigure& figure : allFigures())
        if (figure.study == study && figure.model == model) found.push_back(figure);
    return found;
}

std::vector<std::string> protocolDifferences(const PublishedFigure& figure, Protocol protocol,
                                             const ExperimentSpec& spec, int seeds) {
    const bool tt = figure.protocol == Protocol::TtCode;
    const TtCode code = ttCodeOf(figure.study);
    Differences differences;
    if (figure.study != "hollywood2") { // whose lists say what is for the test
        differences.compare(shortTitle(figure.protocol), shortTitle(protocol));
        if (tt && protocol == figure.protocol && seeds < protocolFolds)
            differences.add("5 folds there, " + std::to_string(seeds) + " of them here");
    }
    const std::string frames = spec.data.every == 1 ? "whole clips"
                               : spec.data.wholeClips()
                                   ? "every frame number " + std::to_string(spec.data.every)
                                   : std::to_string(spec.data.frames) + " frames a clip";
    if (tt)
        differences.compare("whole clips", frames);
    else if (spec.data.frames != 6 || spec.data.wholeClips())
        differences.compare("6 frames a clip", frames);
    else
        differences.add("frames of a clip at random there, evenly spaced here");
    if (spec.data.augment.any()) differences.compare("no augmentation", "some");
    const Start start = tt ? Start::TtCode : Start::BtCode;
    differences.compare("start " + idOf(start), "start " + idOf(spec.model.start));
    differences.compare(idOf(SigmoidKind::Hard) + " sigmoid", idOf(spec.model.cell.sigmoid) + " sigmoid");
    differences.compare("dropout", codeDropout, spec.training.recurrentDropout);
    const double rate = spec.training.learningRate.value_or(defaultLearningRate(spec.model));
    differences.compare("learning rate", tt ? code.learningRate : btCodeRate, rate);
    if (!tt) differences.add("the rate falls by every step there");
    if (tt) {
        if (code.epochs > 0) differences.compare("epochs", code.epochs, spec.training.epochs);
        differences.compare("batch", code.batch, spec.training.batch);
        differences.add("the head has an L2 penalty there");
    }
    if (spec.training.clip > 0) differences.add("gradients are clipped here");
    return differences.take();
}

void applyStart(Start start, const std::string& study, ExperimentSpec& spec) {
    spec.model.start = start;
    if (start == Start::Matched) return;
    const TtCode code = ttCodeOf(study);
    spec.model.cell.sigmoid = SigmoidKind::Hard;
    spec.training.inputDropout = spec.training.recurrentDropout = codeDropout;
    spec.training.learningRate = start == Start::TtCode ? code.learningRate : btCodeRate;
    spec.training.batch = code.batch;
    spec.training.clip = 0;
}

} // namespace rankscope
