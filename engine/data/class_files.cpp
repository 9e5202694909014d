// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/clip_list.h"
#include "engine/data/file_rules.h"

#include <algorithm>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;
using namespace clip_list;

namespace {

constexpr int searchedDepth = 2;
constexpr std::size_t maxFiles = 10'000;

struct ClassFile {
    fs::path path;
    std::string name, split; ///< the class; "train" or "test"
};

/// Files below the folder that end as asked for, by name.
std::vector<ClassFile> filesOf(const fs::path& folder, const std::string& ending, const std::string& split) {
    std::vector<ClassFile> files;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (!name.ends_with(ending) || name.size() == ending.size() || !isUtf8(name)) continue;
        files.push_back({entry->path(), name.substr(0, name.size() - ending.size()), split});
        if (files.size() > maxFiles)
            fail(folder.string(), "more than " + std::to_string(maxFiles) + " lists");
    }
    if (failure) fail(folder.string(), "the folder cannot be read: " + failure.message());
    std::ranges::sort(files, {}, &ClassFile::name);
    return files;
}

/// Paths of files by their name without extension; of equal names the first path.
std::map<std::string, std::string> filesByStem(const fs::path& root) {
    std::vector<std::string> paths;
    std::error_code failure;
    fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied, failure), end;
    for (; !failure && entry != end; entry.increment(failure)) {
        if (entry.depth() >= searchedDepth) entry.disable_recursion_pending();
        std::error_code unknown;
        const std::string path = entry->path().lexically_relative(root).generic_string();
        if (entry->is_regular_file(unknown) && entry->path().extension() != ".txt" && isUtf8(path))
            paths.push_back(path);
        if (paths.size() > maxClips) fail(root.string(), "more than " + std::to_string(maxClips) + " files");
    }
    std::ranges::sort(paths);
    std::map<std::string, std::string> stems;
    for (const std::string& path : paths) stems.emplace(fs::path(path).stem().string(), path);
    return stems;
}

void readClassFile(const ClassFile& file, const std::map<std::string, std::string>& stems, ClipList& clips) {
    for (const Line& line : linesOf(file.path)) {
        const std::string where = placeOf(file.path, line.number);
        const std::size_t blank = line.text.find_last_of(" \t");
        const std::string mark = blank == std::string::npos ? std::string() : line.text.substr(blank + 1);
        if (mark != "1" && mark != "-1")
            fail(where, "not the name of a clip and 1 or -1", "Write lines such as clip00001 1.");
        const std::string name = checkedPath(trimmed(line.text.substr(0, blank)), where);
        const auto found = stems.find(name);
        const std::string& path = found == stems.end() ? name : found->second;
        ListedClip& clip = clips[path];
        if (clip.where.empty()) clip = {where, {}, {}, file.split};
        if (clip.split != file.split)
            fail(where, "\"" + name + "\" is a clip of " + clip.split + " in " + clip.where);
        if (mark == "1" && std::ranges::find(clip.labels, file.name) == clip.labels.end())
            clip.labels.push_back(file.name);
        if (clips.size() > maxClips) fail(where, "more than " + std::to_string(maxClips) + " clips");
    }
}

} // namespace

ClipList readClassFiles(const fs::path& folder, const fs::path& root) {
    std::vector<ClassFile> files = filesOf(folder, "_train.txt", "train");
    if (files.empty()) files = filesOf(folder, "_autotrain.txt", "train");
    const std::vector<ClassFile> train = files;
    for (const ClassFile& file : filesOf(folder, "_test.txt", "test"))
        // a class that nothing trains cannot be tested (scenes beside actions)
        if (std::ranges::any_of(train, [&](const ClassFile& other) { return other.name == file.name; }))
            files.push_back(file);
    const auto stems = filesByStem(root);
    ClipList clips;
    for (const ClassFile& file : files) readClassFile(file, stems, clips);
    return clips;
}

} // namespace rankscope
