// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/video_writer.h"

#include "engine/base/error.h"
#include "engine/video/video_file.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace rankscope {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwUnwritten(const fs::path& path, const std::string& reason) {
    throw Error("Cannot write " + path.string() + ": " + reason + ".",
                "Choose another folder or free some space.");
}

/// A hidden file beside the one wanted, removed again unless it is kept.
class Temporary {
public:
    explicit Temporary(const fs::path& path)
        : m_path(path.parent_path() / (".part-" + path.stem().string() + "-XXXXXX.avi")) {
        std::string name = m_path.string();
        const int file = mkostemps(name.data(), 4, O_CLOEXEC);
        if (file < 0) throwUnwritten(path, std::system_category().message(errno));
        fchmod(file, 0644);
        close(file);
        m_path = name;
    }
    ~Temporary() {
        std::error_code ignored;
        if (!m_path.empty()) fs::remove(m_path, ignored);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    const fs::path& path() const { return m_path; }
    void renameTo(const fs::path& path) {
        std::error_code failure;
        fs::rename(m_path, path, failure);
        if (failure) throwUnwritten(path, failure.message());
        m_path.clear();
    }

private:
    fs::path m_path;
};

/// The writer reports no full disk, but its RIFF header says how long the file should be.
bool isComplete(const fs::path& path) {
    std::array<unsigned char, 8> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(reinterpret_cast<char*>(head.data()), head.size())) return false;
    const std::uint64_t size = std::uint64_t{head[4]} | std::uint64_t{head[5]} << 8 |
                               std::uint64_t{head[6]} << 16 | std::uint64_t{head[7]} << 24;
    std::error_code failure;
    return size > 0 && fs::file_size(path, failure) == size + 8 && !failure;
}

void encode(const fs::path& path, const std::vector<std::vector<std::uint8_t>>& frames, const cv::Size& size,
            double rate) {
    cv::VideoWriter writer(path.string(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'),
                           rate, size);
    if (!writer.isOpened()) throw Error("the encoder refuses it");
    writer.set(cv::VIDEOWRITER_PROP_QUALITY, 95);
    cv::Mat bgr;
    for (const auto& frame : frames) {
        const cv::Mat rgb(size, CV_8UC3, const_cast<std::uint8_t*>(frame.data()));
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        writer.write(bgr);
    }
}

} // namespace

void writeVideo(const fs::path& path, const std::vector<std::vector<std::uint8_t>>& frames, int width,
                int height, double framesPerSecond) {
    if (frames.empty()) throwUnwritten(path, "there are no frames");
    if (width < 1 || height < 1 || width > 16384 || height > 16384)
        throwUnwritten(path, "frames of " + std::to_string(width) + " x " + std::to_string(height) +
                                 " are not possible");
    const std::size_t bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    for (const auto& frame : frames)
        if (frame.size() != bytes) throwUnwritten(path, "a frame has the wrong size");
    prepareDecoder();
    Temporary temporary(path);
    try {
        encode(temporary.path(), frames, {width, height}, framesPerSecond);
    } catch (const std::exception& failure) {
        throwUnwritten(path, failure.what());
    }
    if (!isComplete(temporary.path())) throwUnwritten(path, "the disk seems to be full");
    temporary.renameTo(path);
}

} // namespace rankscope
