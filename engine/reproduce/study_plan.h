// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reproduce/study.h"

/// The studies that can be asked for by name, and what they are made of.
namespace rankscope {

enum class StudyKind { Ucf11, Hollywood2, YouTubeFaces, Folder, MnistSequence };

template <>
struct Names<StudyKind> {
    static constexpr const char* what = "Study";
    static constexpr Named<StudyKind> all[] = {
        {StudyKind::Ucf11, "ucf11", "UCF11"},
        {StudyKind::Hollywood2, "hollywood2", "Hollywood2"},
        {StudyKind::YouTubeFaces, "youtube-faces", "YouTube Celebrities"},
        {StudyKind::Folder, "folder", "Folder of classes"},
        {StudyKind::MnistSequence, "mnist-sequence", "Does a sequence of MNIST digits hold a zero"}};
};

/// The settings a study begins with, to be changed before it is planned: the papers' frame sizes, modes and
/// number of frames, the protocol's split, the start's settings.
ExperimentSpec studySpec(StudyKind kind, Protocol protocol, Start start);

/// The models it compares where none are named.
std::vector<std::string> defaultModels(StudyKind kind);

struct StudyRequest {
    StudyKind kind = StudyKind::Folder;
    Protocol protocol = Protocol::Grouped;
    ExperimentSpec spec;             ///< from studySpec
    std::vector<std::string> models; ///< names as in study_models.h
    int seeds = 3;
    std::filesystem::path data, out;
};

/// The models by their names, with input modes that fit the frames: balanced ones where those of `spec` do
/// not. Throws Error naming the model.
std::vector<StudyModel> modelsOf(const StudyRequest& request);

/// Finds the data and writes what lists the runs need into `out`. Throws Error, Cancelled.
Study planStudy(const StudyRequest& request, const Observer& observer, std::stop_token stop);

} // namespace rankscope
