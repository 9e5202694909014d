// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dataset.h"

#include "engine/base/error.h"
#include "engine/data/data_spec.h"
#include "engine/data/hash.h"
#include "engine/data/name_pattern.h"

#include <algorithm>
#include <system_error>

namespace rankscope {

bool Dataset::multiLabel() const {
    return std::ranges::any_of(clips, [](const Clip& clip) { return clip.labels.size() != 1; });
}

bool Dataset::hasGroups() const {
    return std::ranges::any_of(clips, [](const Clip& clip) { return !clip.group.empty(); });
}

std::vector<std::string> Dataset::groups() const {
    std::vector<std::string> names;
    for (const Clip& clip : clips)
        if (!clip.group.empty()) names.push_back(clip.group);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::vector<int> Dataset::clipsPerClass() const {
    std::vector<int> counts(classes.size());
    for (const Clip& clip : clips)
        for (const int label : clip.labels) ++counts[static_cast<std::size_t>(label)];
    return counts;
}

Dataset openDataset(const std::filesystem::path& root, const std::filesystem::path& list,
                    std::stop_token stop, const Progress& progress) {
    return list.empty() ? indexFolder(root, stop, progress) : readList(root, list);
}

namespace {

/// The folder below the class, or, where a list names the classes, the one the clip lies in; empty: none.
std::string folderOf(const std::filesystem::path& path, bool listed) {
    if (listed) return path.parent_path().filename().string();
    const bool below = std::distance(path.begin(), path.end()) > 2;
    return below ? std::next(path.begin())->string() : std::string();
}

} // namespace

void nameGroups(Dataset& dataset, const DataSpec& spec) {
    if (spec.groups == GroupSource::Folder)
        for (Clip& clip : dataset.clips) clip.group = folderOf(clip.path, !spec.list.empty());
    if (spec.groups != GroupSource::Pattern) return;
    const NamePattern pattern(spec.groupPattern);
    for (Clip& clip : dataset.clips)
        clip.group = pattern.groupOf(std::filesystem::path(clip.path).filename().string());
    if (!dataset.hasGroups() && !dataset.clips.empty())
        throw Error("Group pattern \"" + spec.groupPattern + "\": it matches no file name, such as " +
                        std::filesystem::path(dataset.clips.front().path).filename().string() + ".",
                    "Write a regular expression with one group in parentheses, such as _g(\\d+)_.");
}

Dataset openDataset(const std::filesystem::path& root, const DataSpec& spec, std::stop_token stop,
                    const Progress& progress) {
    Dataset dataset = openDataset(root, spec.list, stop, progress);
    nameGroups(dataset, spec);
    return dataset;
}

std::string identityOf(const Dataset& dataset) {
    Hash hash;
    hash.add(dataset.classes.size());
    for (const std::string& name : dataset.classes) hash.add(name);
    for (const Clip& clip : dataset.clips) {
        hash.add(clip.path).add(clip.labels.size());
        for (const int label : clip.labels) hash.add(static_cast<std::uint64_t>(label));
        std::error_code missing;
        hash.add(static_cast<std::uint64_t>(std::filesystem::file_size(dataset.root / clip.path, missing)));
    }
    return hash.text(16);
}

} // namespace rankscope
