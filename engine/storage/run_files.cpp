// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_files.h"

#include "engine/base/version.h"
#include "engine/ranks/model_ranks.h"
#include "engine/storage/file_io.h"
#include "engine/storage/json_reader.h"
#include "engine/storage/spec_json.h"
#include "engine/storage/state_file.h"

#include <algorithm>
#include <cmath>

namespace rankscope {
namespace {

using nlohmann::json;

constexpr std::size_t largestClips = std::size_t{64} << 20, largestResult = 4096;
constexpr int descriptionFormat = 1;

/// Text of other encodings (a folder's name may be any bytes) is written with replacement characters.
void writeJson(const std::filesystem::path& path, const json& object, std::size_t limit) {
    const std::string text = object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    if (text.size() > limit)
        throw Error("Cannot write \"" + path.string() + "\": it would take more than " +
                        std::to_string(limit) + " bytes.",
                    "Use fewer clips or classes, or shorter names.");
    writeText(path, text);
}

void checkStatistics(const PixelStatistics& statistics, int channels, const std::string& origin) {
    const auto usable = [channels](const std::vector<float>& values, auto fits) {
        return values.size() == static_cast<std::size_t>(channels) && std::ranges::all_of(values, fits);
    };
    if (!usable(statistics.mean, [](float value) { return std::isfinite(value); }) ||
        !usable(statistics.deviation, [](float value) { return std::isfinite(value) && value >= 0; }))
        throw Error(origin + ": \"statistics\" must be " + std::to_string(channels) +
                    " finite means and deviations of 0 or more.");
}

/// Clips are looked for below the data folder and nowhere else.
void checkClip(const std::string& clip, const std::string& origin) {
    const std::filesystem::path path(clip);
    if (clip.empty() || path.is_absolute() || std::ranges::find(path, "..") != path.end())
        throw Error(origin + ": the clip \"" + clip + "\" lies outside the data folder.",
                    "Clips are relative paths without \"..\".");
}

} // namespace

void writeDescription(const std::filesystem::path& folder, const RunHeader& header) {
    writeJson(
        folder / runfile::description,
        {{"format", descriptionFormat},
         {"version", version},
         {"spec", toJson(header.spec)},
         {"dataRoot", header.dataRoot.string()},
         {"dataIdentity", header.dataIdentity},
         {"classes", header.classes},
         {"multiLabel", header.multiLabel},
         {"statistics", {{"mean", header.statistics.mean}, {"deviation", header.statistics.deviation}}}},
        largestJson);
}

bool isRun(const std::filesystem::path& folder) {
    return fileExists(folder / runfile::description);
}

RunDescription readDescription(const std::filesystem::path& folder) {
    const auto path = folder / runfile::description;
    const std::string origin = path.string();
    if (!isRun(folder))
        throw Error("\"" + folder.string() + "\" is no run: it has no " + runfile::description + ".",
                    "Choose a folder that was written by a training.");
    const json object = parseJson(readText(path, largestJson), origin);
    RunDescription description;
    RunHeader& header = description.header;
    int format = 0;
    std::string root;
    JsonReader reader(object, "", origin);
    reader.read("format", format);
    if (format != descriptionFormat)
        throw Error(origin + " has format " + std::to_string(format) + "; this version reads format " +
                    std::to_string(descriptionFormat) + ".");
    reader.read("version", description.version);
    if (const auto* spec = reader.find("spec")) fromJson(*spec, header.spec, origin);
    reader.read("dataRoot", root);
    header.dataRoot = root;
    reader.read("dataIdentity", header.dataIdentity);
    reader.read("classes", header.classes);
    reader.read("multiLabel", header.multiLabel);
    if (const auto* member = reader.find("statistics")) {
        JsonReader statistics(*member, "statistics", origin);
        statistics.read("mean", header.statistics.mean);
        statistics.read("deviation", header.statistics.deviation);
        statistics.finish();
    }
    reader.finish();
    checkStatistics(header.statistics, header.spec.data.channels, origin);
    reader.rethrowNamed("spec", [&] { validate(header.spec); });
    if (header.classes.size() != static_cast<std::size_t>(header.spec.model.classes))
        throw Error(origin + ": it names " + std::to_string(header.classes.size()) +
                    " classes, its model has " + std::to_string(header.spec.model.classes) + ".");
    const auto state = folder / runfile::state; // commits come first there, changed ranks too
    if (fileExists(state)) {
        const ModelSpec present = readProgress(TensorReader(state)).model;
        checkSameButRanks(header.spec.model, present, state.string());
        if (completedModel(header.spec.model) != present) header.spec.model = present;
    }
    return description;
}

void writeClips(const std::filesystem::path& folder, const RunHeader& header) {
    writeJson(
        folder / runfile::clips,
        {{"train", header.trainClips}, {"validation", header.validationClips}, {"test", header.testClips}},
        largestClips);
}

RunHeader readHeader(const std::filesystem::path& folder) {
    RunHeader header = readDescription(folder).header;
    const auto path = folder / runfile::clips;
    const json object = parseJson(readText(path, largestClips), path.string(), largestClips);
    JsonReader reader(object, "", path.string());
    reader.read("train", header.trainClips);
    reader.read("validation", header.validationClips);
    reader.read("test", header.testClips);
    reader.finish();
    for (const auto* clips : {&header.trainClips, &header.validationClips, &header.testClips})
        for (const auto& clip : *clips) checkClip(clip, path.string());
    return header;
}

void writeTestResult(const std::filesystem::path& folder, int bestEpoch, const TestResult& result) {
    json object{{"bestEpoch", bestEpoch}, {"testAccuracy", result.accuracy}};
    if (result.meanPrecision) object["testMeanPrecision"] = *result.meanPrecision;
    writeJson(folder / runfile::result, object, largestResult);
}

std::optional<TestResult> readTestResult(const std::filesystem::path& folder, int bestEpoch) {
    const auto path = folder / runfile::result;
    if (!fileExists(path)) return {};
    const json object = parseJson(readText(path, largestResult), path.string());
    JsonReader reader(object, "", path.string());
    int epoch = 0;
    std::optional<double> accuracy;
    TestResult result;
    reader.read("bestEpoch", epoch);
    reader.read("testAccuracy", accuracy);
    reader.read("testMeanPrecision", result.meanPrecision);
    reader.finish();
    if (epoch != bestEpoch || !accuracy) return {};
    result.accuracy = *accuracy;
    return result;
}

} // namespace rankscope
