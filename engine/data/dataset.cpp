// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dataset.h"

#include "engine/data/hash.h"

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
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
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
