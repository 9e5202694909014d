// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/cache_file.h"

#include "engine/base/error.h"
#include "engine/data/hash.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t headerBytes = 4096; ///< a page, so that frames start aligned
constexpr std::uint64_t maxIndexBytes = std::uint64_t{256} << 20;
constexpr std::array<char, 8> magic{'R', 'S', 'F', 'R', 'A', 'M', 'E', 'S'};

struct Header {
    std::array<char, 8> name = magic;
    std::uint32_t version = 1, width = 0, height = 0, clips = 0;
    std::uint64_t key = 0, frames = 0, indexBytes = 0, indexHash = 0, hash = 0;

    std::uint64_t expectedHash() const {
        return Hash()
            .add(std::uint64_t{version} << 32 | clips)
            .add(std::uint64_t{width} << 32 | height)
            .add(key)
            .add(frames)
            .add(indexBytes)
            .add(indexHash)
            .word();
    }
};

struct IndexRow {
    std::uint64_t first = 0;
    std::uint32_t frames = 0, reasonBytes = 0;
};

std::string packIndex(const std::vector<CacheEntry>& entries) {
    std::string index;
    for (const CacheEntry& entry : entries) {
        const IndexRow row{entry.first, entry.frames, static_cast<std::uint32_t>(entry.reason.size())};
        index.append(reinterpret_cast<const char*>(&row), sizeof row);
    }
    for (const CacheEntry& entry : entries) index += entry.reason;
    return index;
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
    if (!matches || header.indexBytes > maxIndexBytes || header.frames > size / shape.frameBytes() ||
        size != headerBytes + header.frames * shape.frameBytes() + header.indexBytes)
        return {};
    std::string index(header.indexBytes, '\0');
    if (!readAll(file, size - header.indexBytes, index.data(), index.size()) ||
        Hash().add(index).word() != header.indexHash)
        return {};
    return unpackIndex(index, shape.clips, header.frames);
}

} // namespace

std::optional<MappedCache> MappedCache::open(const fs::path& path, const CacheShape& shape) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file) return {};
    auto entries = readEntries(file.number(), shape);
    if (!entries) return {};
    futimens(file.number(), nullptr); // the time of last use, by which old caches go
    return MappedCache(std::move(file), shape, std::move(*entries), path.string());
}

MappedCache::MappedCache(Descriptor file, const CacheShape& shape, std::vector<CacheEntry> entries,
                         const std::string& name)
    : m_file(std::move(file)), m_shape(shape), m_entries(std::move(entries)) {
    flock(m_file.number(), LOCK_SH | LOCK_NB);
    struct stat status {};
    if (fstat(m_file.number(), &status) != 0)
        throw Error(name + ": " + std::system_category().message(errno) + ".");
    m_bytes = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, m_bytes, PROT_READ, MAP_SHARED, m_file.number(), 0);
    if (data == MAP_FAILED)
        throw Error(name + ": cannot be mapped into memory: " + std::system_category().message(errno) + ".",
                    "Choose a cache folder on a local disk.");
    m_data = static_cast<const std::uint8_t*>(data);
}

MappedCache::MappedCache(MappedCache&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_shape(other.m_shape),
      m_entries(std::move(other.m_entries)),
      m_data(std::exchange(other.m_data, nullptr)),
      m_bytes(other.m_bytes) {}

MappedCache::~MappedCache() {
    if (m_data) munmap(const_cast<std::uint8_t*>(m_data), m_bytes);
}

std::span<const std::uint8_t> MappedCache::frame(int clip, int number) const {
    const std::size_t bytes = m_shape.frameBytes();
    return {m_data + headerBytes + (entry(clip).first + static_cast<std::uint64_t>(number)) * bytes, bytes};
}

CacheWriter::CacheWriter(const fs::path& target, const CacheShape& shape, std::uint64_t reservedFrames,
                         std::uint64_t limitBytes)
    : m_target(target),
      m_shape(shape),
      m_limit(limitBytes),
      m_entries(static_cast<std::size_t>(shape.clips)) {
    std::string name =
        (target.parent_path() / (target.stem().string() + "-XXXXXX")).string() + unfinishedExtension;
    m_file =
        Descriptor(mkostemps(name.data(), static_cast<int>(std::strlen(unfinishedExtension)), O_CLOEXEC));
    if (!m_file)
        throw Error("The frame cache " + target.parent_path().string() +
                        " cannot be written: " + std::system_category().message(errno) + ".",
                    "Choose another cache folder.");
    m_temporary = name;
    flock(m_file.number(), LOCK_EX | LOCK_NB); // tells others that this file is no leftover
    if (reservedFrames == 0) return;
    const auto bytes = static_cast<off_t>(headerBytes + reservedFrames * shape.frameBytes());
    int failure = EINTR;
    while (failure == EINTR) failure = posix_fallocate(m_file.number(), 0, bytes);
    if (failure == ENOSPC || failure == EFBIG || failure == EDQUOT) {
        unlink(m_temporary.c_str());
        throwFull(failure);
    }
}

CacheWriter::~CacheWriter() {
    if (!m_temporary.empty()) unlink(m_temporary.c_str());
}

void CacheWriter::append(int clip, std::span<const std::vector<std::uint8_t>> frames) {
    const std::size_t bytes = m_shape.frameBytes();
    std::uint64_t first = 0;
    {
        const std::lock_guard lock(m_mutex);
        first = m_frames;
        m_frames += frames.size();
        if (headerBytes + m_frames * bytes > m_limit)
            throw Error("The frames take more than the " + sizeText(m_limit) + " that the frame cache " +
                            m_target.parent_path().string() + " may hold.",
                        "Keep fewer candidates a clip or smaller frames, or raise the limit of the cache.");
        m_entries[static_cast<std::size_t>(clip)] = {first, static_cast<std::uint32_t>(frames.size()), {}};
    }
    for (std::size_t i = 0; i < frames.size(); ++i)
        write(headerBytes + (first + i) * bytes, frames[i].data(), bytes);
}

void CacheWriter::fail(int clip, const std::string& reason) {
    const std::lock_guard lock(m_mutex);
    m_entries[static_cast<std::size_t>(clip)].reason = reason;
}

MappedCache CacheWriter::finish(bool keep) {
    const std::string index = packIndex(m_entries);
    const std::uint64_t indexStart = headerBytes + m_frames * m_shape.frameBytes();
    // Gives back what was reserved and not used; nobody has mapped the file yet.
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
    return MappedCache(std::move(m_file), m_shape, std::move(m_entries), m_target.string());
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
