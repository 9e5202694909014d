// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/cache_file.h"
#include "engine/data/frame_cache.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

struct CacheFile {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

std::vector<CacheFile> filesOf(const fs::path& folder, const std::string& extension) {
    std::vector<CacheFile> files;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code gone;
        if (entry->path().extension() != extension || !entry->is_regular_file(gone)) continue;
        const CacheFile file{entry->path(), entry->file_size(gone), entry->last_write_time(gone)};
        if (!gone) files.push_back(file);
    }
    return files;
}

/// Whether no writer holds a file that was being written. New ones are left alone: their writer may not have
/// locked yet.
bool isLeftover(const CacheFile& file) {
    if (fs::file_time_type::clock::now() - file.used < std::chrono::minutes(1)) return false;
    const Descriptor handle(open(file.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    return handle && flock(handle.number(), LOCK_EX | LOCK_NB) == 0;
}

void removeLeftovers(const fs::path& folder) {
    std::error_code ignored;
    for (const CacheFile& file : filesOf(folder, unfinishedExtension))
        if (isLeftover(file)) fs::remove(file.path, ignored);
}

} // namespace

std::string sizeText(std::uint64_t bytes) {
    constexpr std::array units{"bytes", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1000 && unit + 1 < units.size(); ++unit) value /= 1000;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    return text.data();
}

fs::path defaultCacheFolder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache && fs::path(cache).is_absolute()) return fs::path(cache) / "rankscope";
    const char* home = std::getenv("HOME");
    if (!home || !*home)
        throw Error("There is no folder for the frame cache: neither XDG_CACHE_HOME nor HOME is set.",
                    "Name a cache folder.");
    return fs::path(home) / ".cache" / "rankscope";
}

void makeRoom(const fs::path& folder, std::uint64_t needed, std::uint64_t limit) {
    if (needed > limit)
        throw Error("The frames take up to " + sizeText(needed) + ", more than the " + sizeText(limit) +
                        " that the frame cache " + folder.string() + " may hold.",
                    "Keep fewer candidates a clip or smaller frames, or raise the limit of the cache.");
    removeLeftovers(folder);
    std::vector<CacheFile> files = filesOf(folder, cacheExtension);
    std::ranges::sort(files, {}, &CacheFile::used);
    std::uint64_t total = needed;
    for (const CacheFile& file : files) total += file.bytes;
    for (const CacheFile& file : files) {
        if (total <= limit) return;
        // A process that has it mapped keeps its frames.
        std::error_code failure;
        if (fs::remove(file.path, failure)) total -= file.bytes;
    }
}

std::uint64_t cacheBytes(const fs::path& folder) {
    std::uint64_t total = 0;
    for (const char* extension : {cacheExtension, unfinishedExtension})
        for (const CacheFile& file : filesOf(folder, extension)) total += file.bytes;
    return total;
}

void clearCache(const fs::path& folder) {
    removeLeftovers(folder);
    for (const CacheFile& file : filesOf(folder, cacheExtension)) {
        std::error_code failure;
        fs::remove(file.path, failure);
        if (failure) throw Error("Cannot remove " + file.path.string() + ": " + failure.message() + ".");
    }
}

} // namespace rankscope
