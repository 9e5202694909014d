// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/clip_rescue.h"

#include "engine/base/error.h"
#include "engine/data/hash.h"

#include <algorithm>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace rankscope {

namespace {
constexpr std::size_t mostBytes = std::size_t{1} << 30;

/// With fewer, threads that read clips side by side would decode them for every frame.
std::size_t fewestKept() {
    return std::size_t{std::thread::hardware_concurrency()} + 1;
}
} // namespace

std::uint64_t clipStampOf(const std::filesystem::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return 0;
    const bool readable = access(path.c_str(), R_OK) == 0;
    return Hash()
        .add(static_cast<std::uint64_t>(status.st_size))
        .add(static_cast<std::uint64_t>(status.st_mtim.tv_sec))
        .add(static_cast<std::uint64_t>(status.st_mtim.tv_nsec))
        .add(std::uint64_t{readable})
        .word();
}

ClipRescue::ClipRescue(std::vector<std::filesystem::path> clips, std::vector<std::uint64_t> stamps,
                       const ReadOptions& options)
    : m_clips(std::move(clips)), m_stamps(std::move(stamps)), m_options(options) {}

void ClipRescue::read(int clip, int number, int frames, std::span<std::uint8_t> out) {
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_kept, clip, &Kept::clip);
    if (found == m_kept.end()) {
        const auto place = static_cast<std::size_t>(clip);
        const auto refuse = [&](const std::string& why) {
            throw Error("The frame cache was damaged while it was in use, and " + m_clips[place].string() +
                            " cannot replace what it held: " + why + ".",
                        "Put the clip back and go on, or start a new run.");
        };
        if (clipStampOf(m_clips[place]) != m_stamps[place]) refuse("the clip is gone or has changed");
        DecodedClip decoded = readVideo(m_clips[place], m_options);
        if (static_cast<int>(decoded.frames.size()) != frames) refuse("it now gives other frames");
        m_kept.push_front({clip, std::move(decoded.frames)});
        m_bytes += m_kept.front().bytes();
        for (; m_bytes > mostBytes && m_kept.size() > fewestKept(); m_kept.pop_back())
            m_bytes -= m_kept.back().bytes();
    } else {
        m_kept.splice(m_kept.begin(), m_kept, found);
    }
    std::ranges::copy(m_kept.front().frames[static_cast<std::size_t>(number)], out.begin());
}

} // namespace rankscope
