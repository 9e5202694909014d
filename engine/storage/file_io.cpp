// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/file_io.h"

#include "engine/base/error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace rankscope {
namespace {

constexpr std::string_view temporaryEnd = ".part";

/// Counted in bounded pieces: one read or write call moves at most 2 GB.
constexpr std::size_t largestCall = std::size_t{1} << 30;

void writeAll(int file, const char* data, std::size_t bytes, const std::filesystem::path& path) {
    while (bytes > 0) {
        const ssize_t done = ::write(file, data, std::min(bytes, largestCall));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) throwFileError("write", path, errno);
        data += done;
        bytes -= static_cast<std::size_t>(done);
    }
}

void flush(int file, const std::filesystem::path& path) {
    if (::fsync(file) != 0) throwFileError("write", path, errno);
}

/// The rename itself must survive a power cut. Some file systems cannot flush a folder; the file is complete
/// all the same.
void flushFolder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened && ::fsync(opened.number()) != 0 && errno == EIO) throwFileError("write", folder, EIO);
}

} // namespace

void throwFileError(std::string_view action, const std::filesystem::path& path, int number) {
    std::string hint;
    if (number == ENOSPC || number == EDQUOT) hint = "Free some space on that disk, then go on.";
    if (number == EACCES || number == EPERM || number == EROFS)
        hint = "Choose a place you may write to, or change its permissions.";
    if (number == ENOENT) hint = "Check that the folder is still there.";
    throw Error("Cannot " + std::string(action) + " \"" + path.string() +
                    "\": " + std::generic_category().message(number) + ".",
                hint);
}

bool fileExists(const std::filesystem::path& path) {
    std::error_code failure;
    const bool found = std::filesystem::exists(path, failure);
    if (failure) throwFileError("read", path, failure.value());
    return found;
}

InputFile::InputFile(std::filesystem::path path)
    : m_path(std::move(path)),
      m_file(::open(m_path.c_str(), // a pipe must not make us wait
                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)) {
    if (!m_file && errno == ELOOP)
        throw Error("Cannot read \"" + m_path.string() + "\": it is a link.",
                    "Put the file itself in its place.");
    if (!m_file) throwFileError("read", m_path, errno);
    struct stat status {};
    if (::fstat(m_file.number(), &status) != 0) throwFileError("read", m_path, errno);
    if (!S_ISREG(status.st_mode))
        throw Error("Cannot read \"" + m_path.string() + "\": it is not a regular file.");
    m_size = static_cast<std::uint64_t>(status.st_size);
}

void InputFile::read(std::uint64_t offset, void* out, std::size_t bytes) const {
    auto* to = static_cast<char*>(out);
    while (bytes > 0) {
        const ssize_t done =
            ::pread(m_file.number(), to, std::min(bytes, largestCall), static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) throwFileError("read", m_path, errno);
        if (done == 0) throw Error("\"" + m_path.string() + "\" ended while it was read.");
        to += done;
        offset += static_cast<std::uint64_t>(done);
        bytes -= static_cast<std::size_t>(done);
    }
}

std::string readText(const std::filesystem::path& path, std::uint64_t limit) {
    const InputFile file(path);
    if (file.size() > limit)
        throw Error("\"" + path.string() + "\" has " + std::to_string(file.size()) + " bytes; at most " +
                    std::to_string(limit) + " are read.");
    std::string text(static_cast<std::size_t>(file.size()), '\0');
    file.read(0, text.data(), text.size());
    return text;
}

AtomicFile::AtomicFile(std::filesystem::path path) : m_path(std::move(path)) {
    m_temporary = m_path.parent_path() / ("." + m_path.filename().string() + "." +
                                          std::to_string(::getpid()) + std::string(temporaryEnd));
    m_file =
        Descriptor(::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!m_file) throwFileError("write", m_path, errno);
}

AtomicFile::~AtomicFile() {
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

void AtomicFile::write(const void* data, std::size_t bytes) {
    writeAll(m_file.number(), static_cast<const char*>(data), bytes, m_path);
}

void AtomicFile::commit() {
    flush(m_file.number(), m_path);
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0) throwFileError("write", m_path, errno);
    m_temporary.clear();
    flushFolder(m_path.has_parent_path() ? m_path.parent_path() : std::filesystem::path("."));
}

bool AtomicFile::isTemporary(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') && name.ends_with(temporaryEnd);
}

void writeText(const std::filesystem::path& path, std::string_view text) {
    AtomicFile file(path);
    file.write(text);
    file.commit();
}

void appendText(const std::filesystem::path& path, std::string_view text) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_NOFOLLOW | O_CLOEXEC));
    if (!file) throwFileError("write", path, errno);
    writeAll(file.number(), text.data(), text.size(), path);
    flush(file.number(), path);
}

} // namespace rankscope
