// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/video_folder.h"

#include "engine/base/error.h"
#include "engine/data/file_rules.h"

#include <algorithm>

namespace rankscope {

namespace fs = std::filesystem;

std::vector<fs::path> videosIn(const fs::path& folder, std::stop_token stop) {
    std::error_code failure;
    const fs::path root = fs::canonical(folder, failure);
    std::vector<fs::path> videos;
    fs::recursive_directory_iterator entry;
    if (!failure)
        entry =
            fs::recursive_directory_iterator(root, fs::directory_options::skip_permission_denied, failure);
    if (failure) throw Error(folder.string() + ": the folder cannot be read: " + failure.message() + ".");
    for (; entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        if (stop.stop_requested()) throw Cancelled();
        if (failure) break; // the disk went away: what was found stays
        const bool hidden = entry->path().filename().string().starts_with('.');
        if (entry->is_directory(failure)) {
            if (hidden || entry.depth() >= maxDepth) entry.disable_recursion_pending();
        } else if (const fs::path name = entry->path().lexically_relative(root);
                   !hidden && isUtf8(name.string()) && whyNotAClip(entry->path(), root).empty()) {
            videos.push_back(folder / name);
            if (videos.size() > maxClips)
                throw Error(folder.string() + ": more than " + std::to_string(maxClips) + " files.",
                            "Choose a folder with fewer videos.");
        }
        failure.clear();
    }
    std::ranges::sort(videos);
    return videos;
}

} // namespace rankscope
