// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/cache_format.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utility>

namespace rankscope {

namespace fs = std::filesystem;
using namespace cacheformat;

namespace {

bool readAll(int file, std::uint64_t offset, void* out, std::size_t bytes) {
    auto* target = static_cast<char*>(out);
    while (bytes > 0) {
        const ssize_t got = pread(file, target, bytes, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        target += got;
        offset += static_cast<std::uint64_t>(got);
        bytes -= static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<std::vector<CacheEntry>> unpackIndex(const std::string& index, int clips,
                                                   std::uint64_t frames) {
    std::size_t reason = static_cast<std::size_t>(clips) * sizeof(IndexRow);
    if (index.size() < reason) return {};
    std::vector<CacheEntry> entries(static_cast<std::size_t>(clips));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        IndexRow row;
        std::memcpy(&row, index.data() + i * sizeof row, sizeof row);
        if (row.frames > frames || row.first > frames - row.frames || row.reasonBytes > index.size() - reason)
            return {};
        entries[i] = {row.first, row.frames, index.substr(reason, row.reasonBytes)};
        reason += row.reasonBytes;
    }
    return entries;
}

/// The index of a file that is whole and of this shape.
std::optional<std::vector<CacheEntry>> readEntries(int file, const CacheShape& shape) {
    Header header;
    struct stat status {};
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || !readAll(file, 0, &header, sizeof header))
        return {};
    const bool matches = header.name == magic && header.version == Header{}.version &&
                         header.key == shape.key && header.width == static_cast<std::uint32_t>(shape.width) &&
                         header.height == static_cast<std::uint32_t>(shape.height) &&
                         header.clips == static_cast<std::uint32_t>(shape.clips) &&
                         header.hash == header.expectedHash();
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (!matches || header.indexBytes > maxIndexBytes || header.frames > size / recordBytes(shape) ||
        size != placeOf(header.frames, shape) + header.indexBytes)
        return {};
    std::string index(header.indexBytes, '\0');
    if (!readAll(file, size - header.indexBytes, index.data(), index.size()) ||
        Hash().add(index).word() != header.indexHash)
        return {};
    return unpackIndex(index, shape.clips, header.frames);
}

} // namespace

std::optional<CacheReader> CacheReader::open(const fs::path& path, const CacheShape& shape) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file) return {};
    auto entries = readEntries(file.number(), shape);
    if (!entries) return {};
    futimens(file.number(), nullptr); // the time of last use, by which old caches go
    return CacheReader(std::move(file), path, shape, std::move(*entries));
}

CacheReader::CacheReader(Descriptor file, fs::path path, const CacheShape& shape,
                         std::vector<CacheEntry> entries)
    : m_file(std::move(file)), m_path(std::move(path)), m_shape(shape), m_entries(std::move(entries)) {
    flock(m_file.number(), LOCK_SH | LOCK_NB);
}

bool CacheReader::read(int clip, int number, std::span<std::uint8_t> out) const {
    const std::uint64_t frame = entry(clip).first + static_cast<std::uint64_t>(number);
    std::uint64_t sum = 0;
    const iovec parts[]{{out.data(), out.size()}, {&sum, sizeof sum}};
    const std::uint64_t place = placeOf(frame, m_shape);
    ssize_t got = -1;
    do got = preadv(m_file.number(), parts, 2, static_cast<off_t>(place));
    while (got < 0 && errno == EINTR);
    const auto whole = static_cast<ssize_t>(out.size() + sizeof sum);
    if (got >= 0 && got < whole && // a signal may cut a reading short
        (!readAll(m_file.number(), place, out.data(), out.size()) ||
         !readAll(m_file.number(), place + out.size(), &sum, sizeof sum)))
        return false;
    return got >= 0 && sum == checksumOf(out, frame);
}

void CacheReader::discard() const {
    struct stat own {
    }, named{};
    if (fstat(m_file.number(), &own) == 0 && lstat(m_path.c_str(), &named) == 0 &&
        own.st_dev == named.st_dev && own.st_ino == named.st_ino)
        unlink(m_path.c_str());
}

} // namespace rankscope
