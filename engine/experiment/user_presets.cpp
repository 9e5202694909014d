// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/user_presets.h"

#include "engine/base/error.h"
#include "engine/storage/file_io.h"
#include "engine/storage/json_reader.h"
#include "engine/storage/run_folder.h"
#include "engine/storage/spec_json.h"

#include <algorithm>

namespace rankscope {

namespace {

constexpr std::string_view prefix = "user/";
constexpr std::size_t mostPresets = 1000, longestTitle = 80, longestName = 64;
constexpr const char* suffix = ".json";

bool fits(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c >= 0x80; // other letters than Latin ones
}

} // namespace

std::filesystem::path userPresetsFolder() {
    return defaultRunsFolder().parent_path() / "presets";
}

Preset readPreset(const std::filesystem::path& file) {
    const std::string origin = "\"" + file.string() + "\"";
    nlohmann::json json = parseJson(readText(file, largestJson), origin);
    Preset preset{std::string(prefix) + file.stem().string(), file.stem().string(), {}};
    if (!json.is_object() || !json.contains("model"))
        throw Error(origin + " is no preset: it has no \"model\".",
                    "Choose a file that was exported as a preset.");
    JsonReader(json, "", origin).read("title", preset.title);
    json.erase("title");
    fromJson(json, preset.spec, origin);
    if (preset.title.empty() || preset.title.size() > longestTitle)
        throw Error(origin + ": its title is empty or too long.",
                    "Use 1 to " + std::to_string(longestTitle) + " characters.");
    try {
        validate(preset.spec);
    } catch (const Error& failure) {
        throw Error(origin + ": " + failure.what(), failure.hint());
    }
    return preset;
}

UserPresets readUserPresets(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    std::error_code failure; // a folder that is not there holds no presets
    for (fs::directory_iterator it(folder, failure), end; !failure && it != end && files.size() < mostPresets;
         it.increment(failure))
        if (it->path().extension() == suffix) files.push_back(it->path());
    UserPresets found;
    for (const fs::path& file : files) {
        try {
            found.presets.push_back(readPreset(file));
        } catch (const Error& refused) {
            found.problems.push_back(refused.what());
        }
    }
    std::ranges::sort(found.presets, {},
                      [](const Preset& preset) { return std::pair(preset.title, preset.name); });
    return found;
}

void writePreset(const std::filesystem::path& file, const std::string& title, const ExperimentSpec& spec) {
    ExperimentSpec own = spec;
    own.data.list.clear();
    own.model.classes = 0;
    own.model.task = ModelSpec().task;
    nlohmann::json json = toJson(own);
    json["title"] = title;
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure); // writing says what is wrong
    writeText(file, json.dump(2) + "\n");
}

std::filesystem::path presetFile(const std::filesystem::path& folder, const std::string& title) {
    std::string name;
    for (const char c : title) {
        const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        if (fits(byte))
            name += static_cast<char>(byte);
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    if (name.empty() || name.size() > longestName || title.size() > longestTitle)
        throw Error("\"" + title + "\" cannot be the name of a preset.",
                    "Use letters and digits, at most " + std::to_string(longestName) + " of them.");
    return folder / (name + suffix);
}

std::filesystem::path fileOfPreset(const std::filesystem::path& folder, const std::string& name) {
    if (!name.starts_with(prefix)) return {};
    return folder / (name.substr(prefix.size()) + suffix);
}

} // namespace rankscope
