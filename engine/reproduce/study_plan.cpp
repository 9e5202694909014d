// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/study_plan.h"

#include "engine/experiment/run_data.h"
#include "engine/format/factorisation.h"
#include "engine/reproduce/digit_sequences.h"
#include "engine/reproduce/paper_data.h"
#include "engine/reproduce/published.h"

#include <algorithm>

namespace rankscope {

namespace {

namespace fs = std::filesystem;

/// Of paper and presets alike: frames of 160 x 120 or, cut from films, 234 x 100.
void setFrames(StudyKind kind, ExperimentSpec& spec) {
    spec.model.map.outModes = {4, 4, 4, 4};
    spec.model.map.inModes = {8, 20, 20, 18};
    spec.training.epochs = 50;
    switch (kind) {
    case StudyKind::Hollywood2:
        spec.data.width = 234;
        spec.data.height = 100;
        spec.model.map.inModes = {10, 18, 13, 30};
        break;
    case StudyKind::YouTubeFaces:
        spec.model.map.inModes = {4, 20, 20, 36};
        break;
    case StudyKind::MnistSequence:
        setDigitFrames(spec);
        break;
    default:
        break;
    }
}

ModelSpec withFittingModes(const ExperimentSpec& spec) {
    ModelSpec model = spec.model;
    const Index values = Index{spec.data.width} * spec.data.height * spec.data.channels;
    if (values == model.inputSize()) return model;
    const auto fitting = balancedFactorisations(values, static_cast<int>(model.map.inModes.size()), 1);
    // what has too few factors is refused where the run is validated
    if (!fitting.empty() && fitting.front().size() == model.map.inModes.size())
        model.map.inModes = fitting.front();
    return model;
}

Dataset indexed(const StudyRequest& request, const Observer& observer, std::stop_token stop) {
    switch (request.kind) {
    case StudyKind::Ucf11:
        return indexUcf11(request.data, stop, progressOf(observer, Phase::Scanning));
    case StudyKind::Hollywood2:
        return indexHollywood2(request.data);
    case StudyKind::YouTubeFaces:
        return indexYouTubeFaces(request.data, stop);
    default:
        return openDataset(request.data, request.spec.data, stop, progressOf(observer, Phase::Scanning));
    }
}

/// Groups are kept apart where there are any.
void withoutGroups(SplitRule& rule, const Dataset& dataset) {
    if (rule.kind == SplitRule::Kind::Group && !dataset.hasGroups()) rule.kind = SplitRule::Kind::Random;
}

/// The papers' code judges every epoch by the clips that the lists name for the test.
void holdBackTestClips(Dataset& dataset, DataSpec& data) {
    for (Clip& clip : dataset.clips)
        if (clip.split == "test") clip.split = "validation";
    data.validation = SplitRule::parse("list");
    data.test = SplitRule::parse("none");
}

void makeFolder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw Error("Cannot make the folder \"" + folder.string() + "\": " + failure.message() + ".",
                    "Choose another --out.");
}

void findClips(const StudyRequest& request, Study& study, const Observer& observer, std::stop_token stop) {
    Dataset dataset = indexed(request, observer, stop);
    DataSpec& data = study.spec.data;
    study.data = dataset.root;
    const bool marked =
        std::ranges::any_of(dataset.clips, [](const Clip& clip) { return !clip.split.empty(); });
    if (!dataset.hasGroups() && data.test.kind == SplitRule::Kind::Group && !marked)
        study.title += "; the data have no groups, so clips are divided at random";
    withoutGroups(data.validation, dataset);
    withoutGroups(data.test, dataset);
    makeFolder(request.out);
    const fs::path out = fs::absolute(request.out).lexically_normal();
    if (request.kind == StudyKind::Hollywood2) {
        data.list = out / "clips.csv";
        if (request.protocol != Protocol::Grouped) holdBackTestClips(dataset, data);
        writeClipList(data.list, dataset);
    } else if (request.protocol == Protocol::TtCode) {
        const std::vector<int> folds = foldsOf(dataset, protocolFolds);
        for (int fold = 0; fold < protocolFolds; ++fold) {
            study.foldLists.push_back(out / ("fold-" + std::to_string(fold + 1) + ".csv"));
            writeClipList(study.foldLists.back(), dataset, folds, fold);
        }
    } else if (request.kind == StudyKind::YouTubeFaces) { // no folder of its own for each class
        data.list = out / "clips.csv";
        writeClipList(data.list, dataset);
    }
}

} // namespace

ExperimentSpec studySpec(StudyKind kind, Protocol protocol, Start start) {
    ExperimentSpec spec;
    setFrames(kind, spec);
    if (kind != StudyKind::MnistSequence) applyProtocol(protocol, spec.data);
    applyStart(start, idOf(kind), spec);
    return spec;
}

std::vector<std::string> defaultModels(StudyKind kind) {
    if (kind == StudyKind::MnistSequence) return {"dense-lstm", "tt-gru", "tt-lstm", "mean"};
    return paperModelNames();
}

std::vector<StudyModel> modelsOf(const StudyRequest& request) {
    const ModelSpec base = withFittingModes(request.spec);
    std::vector<StudyModel> models;
    for (const std::string& name : request.models) {
        if (std::ranges::find(models, name, &StudyModel::name) != models.end())
            throw Error("The model \"" + name + "\" is named twice.", "Name each model once.");
        models.push_back(studyModel(name, base));
    }
    if (models.empty()) throw Error("The study has no models.", "Name some, such as tt-lstm,mean.");
    return models;
}

Study planStudy(const StudyRequest& request, const Observer& observer, std::stop_token stop) {
    Study study;
    study.id = idOf(request.kind);
    study.protocol = request.protocol;
    study.spec = request.spec;
    study.seeds = request.seeds;
    study.data = request.data;
    const auto* kind = std::ranges::find(Names<StudyKind>::all, request.kind, &Named<StudyKind>::value);
    study.title = kind->title;
    study.models = modelsOf(request);
    if (request.kind == StudyKind::MnistSequence) {
        study.train = digitTraining(request.data);
        makeFolder(request.out);
    } else {
        study.title += ", protocol " + idOf(request.protocol);
        findClips(request, study, observer, stop);
    }
    return study;
}

} // namespace rankscope
