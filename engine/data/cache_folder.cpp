// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/cache_file.h"
#include "engine/data/frame_cache.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
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

/// Whether a writer or a reader holds the file, in this process or another. Nothing where that cannot be
/// told: the file may not be opened, or there are no locks here.
std::optional<bool> inUse(const CacheFile& file) {
    const Descriptor handle(open(file.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!handle) return {};
    if (flock(handle.number(), LOCK_EX | LOCK_NB) == 0) return false;
    return errno == EWOULDBLOCK ? std::optional(true) : std::nullopt;
}

/// What killed runs left: half written files that nobody holds.
void removeLeftovers(const fs::path& folder) {
    std::error_code ignored;
    for (const CacheFile& file : filesOf(folder, unfinishedExtension))
        if (inUse(file) == false) fs::remove(file.path, ignored);
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

Descriptor lockCacheFolder(const fs::path& folder) {
    Descriptor handle(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle)
        throw Error("The frame cache " + folder.string() +
                        " cannot be used: " + std::system_category().message(errno) + ".",
                    "Choose another cache folder.");
    while (flock(handle.number(), LOCK_EX) != 0 && errno == EINTR) {
    } // elsewhere there are no locks
    return handle;
}

void makeRoom(const fs::path& folder, const fs::path& own, std::uint64_t needed, std::uint64_t limit) {
    if (needed > limit)
        throw Error("The frames take up to " + sizeText(needed) + ", more than the " + sizeText(limit) +
                        " that the frame cache " + folder.string() + " may hold.",
                    "Keep fewer candidates a clip or smaller frames, or raise the limit of the cache.");
    removeLeftovers(folder);
    std::vector<CacheFile> files = filesOf(folder, cacheExtension);
    std::ranges::sort(files, {}, &CacheFile::used);
    std::uint64_t others = 0;
    for (const CacheFile& file : files) others += file.bytes;
    for (const CacheFile& file : filesOf(folder, unfinishedExtension))
        if (file.path != own) others += file.bytes;
    for (const CacheFile& file : files) {
        if (others + needed <= limit) return;
        std::error_code failure; // removing what is in use would free nothing
        if (inUse(file) != true && fs::remove(file.path, failure)) others -= file.bytes;
    }
    if (others + needed > limit)
        throw Error("The frame cache " + folder.string() + " may hold " + sizeText(limit) + "; " +
                        sizeText(others) + " of it are in use and " + sizeText(needed) + " more are needed.",
                    "Close what uses the other data, raise the limit of the cache, or keep fewer candidates "
                    "or smaller frames.");
}

std::uint64_t cacheBytes(const fs::path& folder) {
    std::uint64_t total = 0;
    for (const char* extension : {cacheExtension, unfinishedExtension})
        for (const CacheFile& file : filesOf(folder, extension)) total += file.bytes;
    return total;
}

void clearCache(const fs::path& folder) {
    std::error_code failure;
    if (!fs::exists(folder, failure)) return;
    const Descriptor lock = lockCacheFolder(folder);
    removeLeftovers(folder);
    for (const CacheFile& file : filesOf(folder, cacheExtension)) {
        fs::remove(file.path, failure);
        if (failure) throw Error("Cannot remove " + file.path.string() + ": " + failure.message() + ".");
    }
}

} // namespace rankscope
