// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/synthetic.h"
#include "engine/reproduce/paper_data.h"
#include "engine/reproduce/study_plan.h"
#include "engine/reproduce/study_table.h"
#include "engine/video/video_writer.h"
#include "tests/engine/data/sample_folder.h"

#include <algorithm>
#include <vector>

/// Small data sets in the papers' layouts, made of moving shapes, and studies on them.
namespace rankscope {

/// Writes a clip of a moving shape of a class, 0 .. 7, as a video file.
inline void writeClip(const std::filesystem::path& path, int classIndex, int number) {
    std::filesystem::create_directories(path.parent_path());
    std::vector<std::vector<std::uint8_t>> frames;
    for (int t = 0; t < 8; ++t) frames.push_back(movingShapeFrame({}, classIndex, number, 3 * t));
    writeVideo(path, frames, MovingShapes::width, MovingShapes::height, 24);
}

/// A study of tiny frames: seconds in all.
inline StudyRequest smallRequest(StudyKind kind, Protocol protocol, const std::filesystem::path& data,
                                 const std::filesystem::path& out) {
    StudyRequest request;
    request.kind = kind;
    request.protocol = protocol;
    request.spec = studySpec(kind, protocol, Start::Matched);
    request.spec.data.width = 16;
    request.spec.data.height = 12;
    request.spec.data.candidates = request.spec.data.frames;
    request.spec.training.epochs = 2;
    request.models = defaultModels(kind);
    request.seeds = 2;
    request.data = data;
    request.out = out;
    return request;
}

/// What a study told of its runs.
struct Told {
    std::vector<RunStep> steps;
    std::vector<std::string> failures, warnings;

    StudyObserver observer() {
        return {[this](const StudyRun&, int, int, RunStep step) { steps.push_back(step); },
                [this](const StudyRun& run, const Error& error) {
                    failures.push_back(run.folder.filename().string() + ": " + error.what());
                },
                [](const Event&) {}};
    }
    Observer events() {
        return [this](const Event& event) {
            if (const auto* warning = std::get_if<WarningEvent>(&event)) warnings.push_back(warning->what);
        };
    }
    long count(RunStep step) const { return std::ranges::count(steps, step); }
};

inline Resources resourcesIn(const SampleFolder& folder) {
    Resources resources;
    resources.threads = 2;
    resources.cache.folder = folder / "cache";
    return resources;
}

inline StudyOutcome runAll(const Study& study, const SampleFolder& folder, const std::filesystem::path& out,
                           Told& told) {
    Control control;
    return runStudy(study, out, resourcesIn(folder), told.observer(), control, {});
}

} // namespace rankscope
