// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/spec_json.h"

#include "engine/storage/file_io.h"
#include "engine/storage/json_reader.h"

namespace rankscope {
namespace {

using nlohmann::json;

void readMap(JsonReader& model, const char* key, MapSpec& spec, std::string_view origin) {
    const auto* member = model.find(key);
    if (!member) return;
    JsonReader map(*member, model.path(key), origin);
    map.read("format", spec.format);
    map.read("inModes", spec.inModes);
    map.read("outModes", spec.outModes);
    map.read("ranks", spec.ranks);
    map.read("tuckerRanks", spec.tuckerRanks);
    map.read("blocks", spec.blocks);
    map.finish();
}

json mapToJson(const MapSpec& spec) {
    const auto& [format, inModes, outModes, ranks, tuckerRanks, blocks] = spec;
    return {{"format", format}, {"inModes", inModes},         {"outModes", outModes},
            {"ranks", ranks},   {"tuckerRanks", tuckerRanks}, {"blocks", blocks}};
}

void readModel(const json& object, ModelSpec& spec, std::string_view origin) {
    JsonReader model(object, "model", origin);
    if (const auto* member = model.find("cell")) {
        JsonReader cell(*member, "model.cell", origin);
        cell.read("kind", spec.cell.kind);
        cell.read("gates", spec.cell.gates);
        cell.read("sigmoid", spec.cell.sigmoid);
        cell.read("forgetBias", spec.cell.forgetBias);
        cell.finish();
    }
    readMap(model, "map", spec.map, origin);
    readMap(model, "recurrent", spec.recurrent, origin);
    model.read("start", spec.start);
    model.read("task", spec.task);
    model.read("classes", spec.classes);
    model.finish();
}

void readRule(JsonReader& data, const char* key, SplitRule& rule) {
    std::string text;
    if (!data.find(key)) return;
    data.read(key, text);
    data.rethrowNamed(key, [&] { rule = SplitRule::parse(text); });
}

void readData(const json& object, DataSpec& spec, std::string_view origin) {
    JsonReader data(object, "data", origin);
    std::string list = spec.list.string();
    data.read("list", list);
    spec.list = list;
    data.read("groups", spec.groups);
    data.read("groupPattern", spec.groupPattern);
    data.read("frames", spec.frames);
    data.read("every", spec.every);
    data.read("mostFrames", spec.mostFrames);
    data.read("width", spec.width);
    data.read("height", spec.height);
    data.read("channels", spec.channels);
    data.read("candidates", spec.candidates);
    data.read("frameOrder", spec.frameOrder);
    data.read("input", spec.input);
    data.read("absolute", spec.absolute);
    data.read("layout", spec.layout);
    data.read("patchWidth", spec.patchWidth);
    data.read("patchHeight", spec.patchHeight);
    if (const auto* member = data.find("augment")) {
        JsonReader augment(*member, "data.augment", origin);
        augment.read("shift", spec.augment.shift);
        augment.read("zoom", spec.augment.zoom);
        augment.read("brightness", spec.augment.brightness);
        augment.read("contrast", spec.augment.contrast);
        augment.read("mirror", spec.augment.mirror);
        augment.read("crop", spec.augment.crop);
        augment.read("jitter", spec.augment.jitter);
        augment.read("noise", spec.augment.noise);
        augment.finish();
    }
    readRule(data, "validation", spec.validation);
    readRule(data, "test", spec.test);
    data.finish();
}

void readTraining(const json& object, TrainingSpec& spec, std::string_view origin) {
    JsonReader training(object, "training", origin);
    training.read("epochs", spec.epochs);
    training.read("batch", spec.batch);
    training.read("learningRate", spec.learningRate);
    training.read("optimizer", spec.optimizer);
    training.read("momentum", spec.momentum);
    training.read("schedule", spec.schedule);
    training.read("weightDecay", spec.weightDecay);
    training.read("clip", spec.clip);
    training.read("inputDropout", spec.inputDropout);
    training.read("recurrentDropout", spec.recurrentDropout);
    training.read("patience", spec.patience);
    training.read("seed", spec.seed);
    training.finish();
}

} // namespace

json toJson(const ModelSpec& spec) {
    return {{"cell",
             {{"kind", idOf(spec.cell.kind)},
              {"gates", idOf(spec.cell.gates)},
              {"sigmoid", idOf(spec.cell.sigmoid)},
              {"forgetBias", spec.cell.forgetBias}}},
            {"map", mapToJson(spec.map)},
            {"recurrent", mapToJson(spec.recurrent)},
            {"start", idOf(spec.start)},
            {"task", spec.task},
            {"classes", spec.classes}};
}

namespace {

/// What later versions added is written where it is not the default: runs that do without it stay the same.
void addLaterKeys(json& data, const DataSpec& spec) {
    const DataSpec plain;
    const auto add = [](json& object, const char* key, const auto& value, const auto& otherwise) {
        if (value != otherwise) object[key] = value;
    };
    add(data, "groups", std::string(idOf(spec.groups)), std::string(idOf(plain.groups)));
    add(data, "groupPattern", spec.groupPattern, plain.groupPattern);
    add(data, "every", spec.every, plain.every);
    add(data, "mostFrames", spec.mostFrames, plain.mostFrames);
    add(data["augment"], "crop", spec.augment.crop, plain.augment.crop);
    add(data["augment"], "jitter", spec.augment.jitter, plain.augment.jitter);
    add(data["augment"], "noise", spec.augment.noise, plain.augment.noise);
}

} // namespace

json toJson(const DataSpec& spec) {
    json data = {{"list", spec.list.string()},
                 {"frames", spec.frames},
                 {"width", spec.width},
                 {"height", spec.height},
                 {"channels", spec.channels},
                 {"candidates", spec.candidates},
                 {"frameOrder", idOf(spec.frameOrder)},
                 {"input", idOf(spec.input)},
                 {"absolute", spec.absolute},
                 {"layout", idOf(spec.layout)},
                 {"patchWidth", spec.patchWidth},
                 {"patchHeight", spec.patchHeight},
                 {"augment",
                  {{"shift", spec.augment.shift},
                   {"zoom", spec.augment.zoom},
                   {"brightness", spec.augment.brightness},
                   {"contrast", spec.augment.contrast},
                   {"mirror", spec.augment.mirror}}},
                 {"validation", spec.validation.text()},
                 {"test", spec.test.text()}};
    addLaterKeys(data, spec);
    return data;
}

json toJson(const TrainingSpec& spec) {
    return {{"epochs", spec.epochs},
            {"batch", spec.batch},
            {"learningRate", spec.learningRate ? json(*spec.learningRate) : json(nullptr)},
            {"optimizer", idOf(spec.optimizer)},
            {"momentum", spec.momentum},
            {"schedule", idOf(spec.schedule)},
            {"weightDecay", spec.weightDecay},
            {"clip", spec.clip},
            {"inputDropout", spec.inputDropout},
            {"recurrentDropout", spec.recurrentDropout},
            {"patience", spec.patience},
            {"seed", spec.seed}};
}

json toJson(const ExperimentSpec& spec) {
    return {{"model", toJson(spec.model)}, {"data", toJson(spec.data)}, {"training", toJson(spec.training)}};
}

void fromJson(const json& object, ExperimentSpec& spec, std::string_view origin) {
    ExperimentSpec result = spec; // nothing is half read
    JsonReader sections(object, "", origin);
    if (const auto* model = sections.find("model")) readModel(*model, result.model, origin);
    if (const auto* data = sections.find("data")) readData(*data, result.data, origin);
    if (const auto* training = sections.find("training")) readTraining(*training, result.training, origin);
    sections.finish();
    spec = std::move(result);
}

ModelSpec modelFromJson(const json& object, std::string_view origin) {
    ModelSpec model;
    readModel(object, model, origin);
    try {
        validate(model);
    } catch (const Error& failure) {
        throw Error(std::string(origin) + ": " + failure.what(), failure.hint());
    }
    return model;
}

ExperimentSpec readSpecFile(const std::filesystem::path& path) {
    std::error_code failure; // a link of the user's own is followed; what cannot be is told by its own name
    const auto real = std::filesystem::canonical(path, failure);
    const json object = parseJson(readText(failure ? path : real, largestJson), path.string());
    ExperimentSpec spec;
    const bool isRun = object.is_object() && object.contains("spec");
    fromJson(isRun ? object.at("spec") : object, spec, path.string());
    return spec;
}

} // namespace rankscope
