// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/cache_format.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rankscope {

namespace fs = std::filesystem;
using namespace cacheformat;

namespace {

/// Where it is not known how many frames will come, room is made in such steps.
constexpr std::uint64_t roomStep = std::uint64_t{64} << 20;

std::string packIndex(const std::vector<CacheEntry>& entries) {
    std::string index;
    for (const CacheEntry& entry : entries) {
        const IndexRow row{entry.first, entry.frames, static_cast<std::uint32_t>(entry.reason.size())};
        index.append(reinterpret_cast<const char*>(&row), sizeof row);
    }
    for (const CacheEntry& entry : entries) index += entry.reason;
    return index;
}

} // namespace

CacheWriter::CacheWriter(const fs::path& target, const CacheShape& shape, std::uint64_t frames,
                         std::uint64_t limitBytes)
    : m_target(target),
      m_shape(shape),
      m_limit(limitBytes),
      m_entries(static_cast<std::size_t>(shape.clips)) {
    {
        const Descriptor lock = lockCacheFolder(target.parent_path());
        std::string name =
            (target.parent_path() / (target.stem().string() + "-XXXXXX")).string() + unfinishedExtension;
        m_file =
            Descriptor(mkostemps(name.data(), static_cast<int>(std::strlen(unfinishedExtension)), O_CLOEXEC));
        if (!m_file) throwFull(errno);
        m_temporary = name;
        flock(m_file.number(), LOCK_EX | LOCK_NB); // tells others that this file is no leftover
    }
    try {
        reserve(placeOf(frames, shape) + m_entries.size() * sizeof(IndexRow));
        // A disk that is too small is better known now than after an hour of decoding.
        int failure = EINTR;
        while (failure == EINTR)
            failure = posix_fallocate(m_file.number(), 0, static_cast<off_t>(m_reserved));
        if (failure == ENOSPC || failure == EFBIG || failure == EDQUOT) throwFull(failure);
    } catch (...) {
        unlink(m_temporary.c_str());
        throw;
    }
}

CacheWriter::~CacheWriter() {
    if (!m_temporary.empty()) unlink(m_temporary.c_str());
}

void CacheWriter::reserve(std::uint64_t bytes) {
    if (bytes <= m_reserved) return;
    const Descriptor lock = lockCacheFolder(m_target.parent_path());
    makeRoom(m_target.parent_path(), m_temporary, bytes, m_limit);
    if (ftruncate(m_file.number(), static_cast<off_t>(bytes)) != 0) throwFull(errno); // seen by others
    m_reserved = bytes;
}

void CacheWriter::append(int clip, std::span<const std::vector<std::uint8_t>> frames) {
    std::uint64_t first = 0;
    {
        const std::lock_guard lock(m_mutex);
        const std::uint64_t end = placeOf(m_frames + frames.size(), m_shape);
        if (end > m_reserved) reserve(std::max(end, std::min(m_reserved + roomStep, m_limit)));
        first = std::exchange(m_frames, m_frames + frames.size());
        m_entries[static_cast<std::size_t>(clip)] = {first, static_cast<std::uint32_t>(frames.size()), {}};
    }
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const std::uint64_t sum = checksumOf(frames[i], first + i), place = placeOf(first + i, m_shape);
        write(place, frames[i].data(), frames[i].size());
        write(place + frames[i].size(), &sum, sizeof sum);
    }
}

void CacheWriter::fail(int clip, const std::string& reason) {
    const std::lock_guard lock(m_mutex);
    m_entries[static_cast<std::size_t>(clip)].reason = reason;
}

CacheReader CacheWriter::finish(bool keep) {
    const std::string index = packIndex(m_entries);
    const std::uint64_t indexStart = placeOf(m_frames, m_shape);
    reserve(indexStart + index.size());
    if (ftruncate(m_file.number(), static_cast<off_t>(indexStart)) != 0) throwFull(errno);
    write(indexStart, index.data(), index.size());
    Header header;
    header.width = static_cast<std::uint32_t>(m_shape.width);
    header.height = static_cast<std::uint32_t>(m_shape.height);
    header.clips = static_cast<std::uint32_t>(m_shape.clips);
    header.key = m_shape.key;
    header.frames = m_frames;
    header.indexBytes = index.size();
    header.indexHash = Hash().add(index).word();
    header.hash = header.expectedHash();
    write(0, &header, sizeof header);
    if (keep) {
        if (fdatasync(m_file.number()) != 0) throwFull(errno);
        if (rename(m_temporary.c_str(), m_target.c_str()) != 0) throwFull(errno);
    } else {
        unlink(m_temporary.c_str());
    }
    m_temporary.clear();
    return CacheReader(std::move(m_file), m_target, m_shape, std::move(m_entries));
}

void CacheWriter::write(std::uint64_t offset, const void* data, std::size_t bytes) {
    const auto* source = static_cast<const char*>(data);
    while (bytes > 0) {
        const ssize_t done = pwrite(m_file.number(), source, bytes, static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) throwFull(done < 0 ? errno : ENOSPC);
        source += done;
        offset += static_cast<std::uint64_t>(done);
        bytes -= static_cast<std::size_t>(done);
    }
}

void CacheWriter::throwFull(int number) const {
    throw Error("The decoded frames cannot be written to the cache folder " +
                    m_target.parent_path().string() + ": " + std::system_category().message(number) + ".",
                "Free some space, choose a cache folder on another disk, or keep fewer candidates or smaller "
                "frames.");
}

} // namespace rankscope
