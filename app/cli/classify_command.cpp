// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/output.h"
#include "engine/evaluation/predictor.h"

#include <cmath>
#include <iostream>

namespace rankscope {
namespace {

constexpr std::size_t shownClasses = 5;

struct Options {
    std::string run;
    std::vector<std::string> videos;
    bool json = false;
};

std::vector<ClassProbability> topOf(const ClassifiedClip& result) {
    const auto count = std::min(shownClasses, result.ranking.size());
    return {result.ranking.begin(), result.ranking.begin() + static_cast<std::ptrdiff_t>(count)};
}

Json toJson(const std::string& video, const ClassifiedClip& result) {
    Json top = Json::array();
    for (const auto& one : topOf(result))
        top.push_back({{"class", one.name}, {"probability", one.probability}});
    return {{"path", video}, {"frames", result.clip.decodedFrames}, {"top", top}};
}

void print(const std::string& video, const ClassifiedClip& result) {
    constexpr double width = 30;
    printLine(video + " (" + std::to_string(result.clip.decodedFrames) + " frames)");
    for (const auto& [name, probability] : topOf(result)) {
        const std::string share = percent(probability);
        printLine("  " + std::string(share.size() < 8 ? 8 - share.size() : 0, ' ') + share + "  " + name +
                  "  " + std::string(static_cast<std::size_t>(std::lround(width * probability)), '#'));
    }
}

int run(const Options& options) {
    Predictor predictor(options.run);
    Json list = Json::array();
    bool failed = false;
    for (const auto& video : options.videos) {
        try {
            const ClassifiedClip result = predictor.classify(video);
            if (options.json)
                list.push_back(toJson(video, result));
            else
                print(video, result);
        } catch (const Error& error) { // the other files are classified all the same
            failed = true;
            if (options.json)
                list.push_back({{"path", video}, {"error", error.what()}});
            else
                printError(error, false);
        }
    }
    if (options.json) printJson(list);
    return failed ? 1 : 0;
}

} // namespace

void addClassify(CLI::App& program, Chosen& chosen) {
    auto* command = program.add_subcommand("classify", "The most probable classes of videos");
    const auto options = std::make_shared<Options>();
    command->add_option("RUN", options->run, "Folder of the run")->required();
    command->add_option("VIDEO", options->videos, "Video files")->required();
    command->add_flag("--json", options->json, "Print one JSON list");
    command->footer("Example:\n  rankscope-cli classify run1 new-clip.mp4 another.avi");
    choose(*command, chosen, options, run);
}

} // namespace rankscope
