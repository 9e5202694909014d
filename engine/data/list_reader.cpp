// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/clip_list.h"
#include "engine/data/dataset.h"
#include "engine/data/file_rules.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

constexpr const char* forms = "Give a CSV file with the columns path,class[,group][,split]; a text file of "
                              "lines `path [label]`, such as trainlist01.txt; or a folder of files "
                              "<class>_train.txt with lines `clip 1|-1`.";

bool isClassFile(const std::string& name) {
    return name.ends_with("_train.txt") || name.ends_with("_test.txt") || name.ends_with("_autotrain.txt");
}

/// Of the lists in a folder the one that counts: a file of the class files, or the first trainlist.
fs::path listIn(const fs::path& folder) {
    std::vector<fs::path> lists;
    bool classFiles = false;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        const bool isClass = isClassFile(name);
        if (isClass && !classFiles) lists.clear();
        classFiles = classFiles || isClass;
        if (isClass || (!classFiles && name.starts_with("trainlist") && name.ends_with(".txt")))
            lists.push_back(entry->path());
    }
    if (failure) throw Error(folder.string() + ": the folder cannot be read: " + failure.message() + ".");
    if (lists.empty()) throw Error(folder.string() + ": no list of clips in this folder.", forms);
    return std::ranges::min(lists);
}

/// `clip 1|-1`, the clip named without folder and extension.
bool isLineOfClassFile(const std::string& line) {
    return (line.ends_with(" 1") || line.ends_with("\t1") || line.ends_with(" -1") ||
            line.ends_with("\t-1")) &&
           line.find_first_of("./") == std::string::npos;
}

ClipList readAnyList(const fs::path& list, const fs::path& root) {
    std::error_code failure;
    const bool isFolder = fs::is_directory(list, failure);
    const fs::path file = isFolder ? listIn(list) : list;
    if (file.extension() != ".txt") return readCsvList(file);
    const std::string first = clip_list::firstLineOf(file);
    // a file may be called my_train.txt and be a list of another form
    if (isClassFile(file.filename().string()) && (isFolder || isLineOfClassFile(first)))
        return readClassFiles(file.parent_path(), root);
    return first.find(',') == std::string::npos ? readTrainTestList(file) : readCsvList(file);
}

void checkDataset(const Dataset& dataset, const fs::path& list) {
    if (dataset.clips.empty() && !dataset.skipped.empty())
        throw Error(list.string() + ": none of its " + std::to_string(dataset.skipped.size()) +
                        " files can be used; the first is " + dataset.skipped[0].path + " (" +
                        dataset.skipped[0].reason + ").",
                    "Its paths are relative to " + dataset.root.string() + ".");
    if (dataset.clips.empty()) throw Error(list.string() + ": the list names no clips.", forms);
    if (dataset.classes.size() < 2)
        throw Error(
            list.string() + ": " +
                (dataset.classes.empty() ? "no class" : "only one class, \"" + dataset.classes[0] + "\"") +
                "; there is nothing to tell apart.",
            "List clips of at least two classes.");
}

} // namespace

Dataset readList(const fs::path& root, const fs::path& list) {
    std::error_code failure;
    const fs::path real = fs::canonical(root, failure);
    if (failure || !fs::is_directory(real))
        throw Error(root.string() + ": no such folder.", "The paths of the list are relative to it.");
    const ClipList listed = readAnyList(list, real);
    Dataset dataset;
    dataset.root = root;
    std::set<std::string> classes;
    for (const auto& [path, clip] : listed)
        if (const std::string reason = whyNotAClip(real / path, real); !reason.empty()) {
            dataset.skipped.push_back({path, reason});
        } else {
            classes.insert(clip.labels.begin(), clip.labels.end());
            dataset.clips.push_back({path, {}, clip.group, clip.split});
        }
    dataset.classes.assign(classes.begin(), classes.end());
    for (Clip& clip : dataset.clips) {
        for (const std::string& label : listed.at(clip.path).labels)
            clip.labels.push_back(
                static_cast<int>(std::ranges::lower_bound(dataset.classes, label) - dataset.classes.begin()));
        std::ranges::sort(clip.labels);
    }
    checkDataset(dataset, list);
    return dataset;
}

} // namespace rankscope
