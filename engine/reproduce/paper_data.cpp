// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/paper_data.h"

#include "engine/base/error.h"
#include "engine/data/csv.h"
#include "engine/data/file_rules.h"
#include "engine/storage/file_io.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

/// The sub-folder of an archive's own name where it was unpacked into `folder`.
fs::path unpacked(const fs::path& folder, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (std::error_code ignored; fs::is_directory(folder / name, ignored)) return folder / name;
    return folder;
}

/// "0193_01_alanis_morissette.avi" in its parts.
struct FaceName {
    std::string recording, number, person;
};

bool isNumber(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<FaceName> faceName(const std::string& stem) {
    FaceName name;
    std::size_t at = 0;
    for (int part = 0;; ++part) {
        const std::size_t end = stem.find('_', at);
        if (end == std::string::npos) break;
        const std::string text = stem.substr(at, end - at);
        if (!isNumber(text)) break;
        if (part == 0) name.recording = text;
        if (part == 1) name.number = text;
        at = end + 1;
    }
    name.person = stem.substr(at);
    if (name.number.empty() || name.person.empty() || isNumber(name.person)) return {};
    return name;
}

} // namespace

Dataset indexUcf11(const fs::path& folder, std::stop_token stop, const Progress& progress) {
    Dataset dataset =
        indexFolder(unpacked(folder, {"UCF11_updated_mpg", "action_youtube_naudio"}), stop, progress);
    std::erase_if(dataset.clips, [&](const Clip& clip) { // notes lie beside the scenes
        const bool scene = fs::path(clip.path).parent_path().filename().string().starts_with("v_");
        if (!scene) dataset.skipped.push_back({clip.path, "not in a folder v_.. of its scene"});
        return !scene;
    });
    std::ranges::sort(dataset.skipped, {}, &SkippedFile::path);
    if (dataset.clips.empty())
        throw Error(
            dataset.root.string() + ": no clip lies in a folder of its scene.",
            "UCF11 is distributed as <class>/v_<class>_NN/*.mpg; for other folders use reproduce folder.");
    return dataset;
}

Dataset indexYouTubeFaces(const fs::path& folder, std::stop_token stop) {
    Dataset dataset;
    dataset.root = unpacked(folder, {"ytcelebrity"});
    const std::string hint =
        "YouTube Celebrities is distributed as files NNNN_CC_first_last.avi in one folder.";
    std::error_code failure;
    const fs::path real = fs::canonical(dataset.root, failure);
    if (failure || !fs::is_directory(real)) throw Error(dataset.root.string() + ": no such folder.", hint);

    std::map<std::string, FaceName> faces; // by path
    std::map<std::string, int> clipsOfRecording;
    for (fs::directory_iterator entry(real, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        if (stop.stop_requested()) throw Cancelled();
        const std::string file = entry->path().filename().string();
        if (file.starts_with('.') || !isUtf8(file)) continue;
        const auto name = faceName(entry->path().stem().string());
        std::string reason = whyNotAClip(entry->path(), real);
        if (reason.empty() && !name) reason = "not named NNNN_CC_first_last";
        if (!reason.empty()) {
            dataset.skipped.push_back({file, reason});
            continue;
        }
        ++clipsOfRecording[name->recording];
        faces.emplace(file, *name);
        if (faces.size() > maxClips)
            throw Error(dataset.root.string() + ": more than " + std::to_string(maxClips) + " files.", hint);
    }
    const bool running =
        std::ranges::all_of(clipsOfRecording, [](const auto& one) { return one.second == 1; });
    std::set<std::string> people;
    for (const auto& [path, name] : faces) people.insert(name.person);
    if (people.size() < 2) throw Error(dataset.root.string() + ": no clips of two people or more.", hint);
    dataset.classes.assign(people.begin(), people.end());
    for (const auto& [path, name] : faces) {
        const auto label = std::ranges::lower_bound(dataset.classes, name.person) - dataset.classes.begin();
        dataset.clips.push_back({path,
                                 {static_cast<int>(label)},
                                 running ? name.person + "/" + name.number : name.recording,
                                 {}});
    }
    return dataset;
}

Dataset indexHollywood2(const fs::path& folder) {
    const fs::path root = unpacked(folder, {"Hollywood2"});
    std::error_code ignored;
    if (!fs::is_directory(root / "ClipSets", ignored))
        throw Error(root.string() + ": it has no folder ClipSets.",
                    "Hollywood2 is distributed as AVIClips/*.avi and ClipSets/<class>_train.txt, "
                    "<class>_test.txt.");
    Dataset dataset = readList(root, root / "ClipSets");
    std::vector<std::string> actions;
    std::vector<int> number; // of a class among the actions
    for (const std::string& name : dataset.classes) {
        const bool scene = name.starts_with("INT-") || name.starts_with("EXT-");
        number.push_back(scene ? -1 : static_cast<int>(actions.size()));
        if (!scene) actions.push_back(name);
    }
    if (actions.size() < 2) throw Error((root / "ClipSets").string() + ": no lists of two actions or more.");
    std::erase_if(dataset.clips, [](const Clip& clip) {
        return fs::path(clip.path).filename().string().starts_with("sceneclip");
    });
    for (Clip& clip : dataset.clips) {
        for (int& label : clip.labels) label = number[static_cast<std::size_t>(label)];
        std::erase(clip.labels, -1);
    }
    dataset.classes = std::move(actions);
    return dataset;
}

void writeClipList(const fs::path& path, const Dataset& dataset, const std::vector<int>& folds, int fold) {
    std::string text = "path,class,group,split\n";
    for (std::size_t i = 0; i < dataset.clips.size(); ++i) {
        const Clip& clip = dataset.clips[i];
        std::string labels;
        for (const int label : clip.labels) {
            const std::string& name = dataset.classes[static_cast<std::size_t>(label)];
            if (name.find(';') != std::string::npos)
                throw Error("The class \"" + name +
                                "\" cannot be written to a list: ; stands between labels there.",
                            "Rename the class.");
            labels += (labels.empty() ? "" : ";") + name;
        }
        const std::string split = fold < 0 ? clip.split : folds[i] == fold ? "validation" : "train";
        text +=
            csvField(clip.path) + "," + csvField(labels) + "," + csvField(clip.group) + "," + split + "\n";
    }
    if (!fileExists(path)) return writeText(path, text);
    constexpr std::uint64_t most = std::uint64_t{64} << 20;
    if (readText(path, most) != text)
        throw Error("The clips are not those that the study in " + path.parent_path().string() +
                        " was begun with.",
                    "Restore the clips, or choose another folder for the new study.");
}

} // namespace rankscope
