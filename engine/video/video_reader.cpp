// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/video_reader.h"

#include "engine/base/error.h"
#include "engine/video/frame_sampler.h"
#include "engine/video/video_file.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/videoio.hpp>

#include <algorithm>
#include <cmath>
#include <new>

namespace rankscope {

namespace {

constexpr double maxPixels = 64.0 * 1024 * 1024;
constexpr int maxBadPackets = 256; ///< in a row: more is taken as the end

void checkSize(const std::filesystem::path& path, double width, double height) {
    if (!(width * height <= maxPixels))
        throwUnusable(path,
                      "its frames are too large (" + std::to_string(static_cast<long long>(width)) + " x " +
                          std::to_string(static_cast<long long>(height)) + ")",
                      "Frames of up to 64 million pixels are read.");
}

/// Clockwise turn in degrees that shows the pictures upright.
int turnOf(const cv::VideoCapture& capture) {
    const int angle = cvRound(capture.get(cv::CAP_PROP_ORIENTATION_META));
    // OpenCV 4.6 alone reports, and applies, the opposite turn (its issue 22088).
    const bool opposite = cv::getVersionMajor() == 4 && cv::getVersionMinor() == 6;
    return opposite ? (360 - angle) % 360 : angle;
}

/// BGR pictures of any size -> RGB [height][width][3], upright.
class FrameMaker {
public:
    FrameMaker(cv::Size size, int turn) : m_size(size), m_turn(turn) {}

    FrameSampler::Frame make(const cv::Mat& picture) {
        const bool sideways = m_turn == 90 || m_turn == 270;
        const cv::Size lying = sideways ? cv::Size(m_size.height, m_size.width) : m_size;
        const bool shrinks = picture.cols >= lying.width && picture.rows >= lying.height;
        cv::resize(picture, m_resized, lying, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
        if (m_turn == 90) cv::rotate(m_resized, m_resized, cv::ROTATE_90_CLOCKWISE);
        if (m_turn == 180) cv::rotate(m_resized, m_resized, cv::ROTATE_180);
        if (m_turn == 270) cv::rotate(m_resized, m_resized, cv::ROTATE_90_COUNTERCLOCKWISE);
        FrameSampler::Frame frame(static_cast<std::size_t>(m_size.area()) * 3);
        cv::Mat rgb(m_size, CV_8UC3, frame.data());
        cv::cvtColor(m_resized, rgb, cv::COLOR_BGR2RGB);
        return frame;
    }

private:
    cv::Size m_size;
    int m_turn;
    cv::Mat m_resized;
};

DecodedClip decode(const std::filesystem::path& path, const ReadOptions& options,
                   const std::stop_token& stop) {
    cv::VideoCapture capture;
    // An absolute path cannot be taken for a protocol or an option.
    if (!capture.open(std::filesystem::absolute(path).string(), cv::CAP_FFMPEG,
                      {cv::CAP_PROP_HW_ACCELERATION, cv::VIDEO_ACCELERATION_NONE}))
        throwUnusable(path, "no video in it that can be read");
    checkSize(path, capture.get(cv::CAP_PROP_FRAME_WIDTH), capture.get(cv::CAP_PROP_FRAME_HEIGHT));

    const std::size_t frameBytes =
        static_cast<std::size_t>(options.width) * static_cast<std::size_t>(options.height) * 3;
    FrameSampler sampler(options.candidates, frameBytes, options.stride);
    capture.set(cv::CAP_PROP_ORIENTATION_AUTO, 0);
    FrameMaker maker({options.width, options.height}, turnOf(capture));
    cv::Mat picture;
    int bad = 0;
    const auto full = [&] { return options.mostKept > 0 && sampler.held() >= options.mostKept; };
    while (sampler.seen() < options.maxFrames && bad <= maxBadPackets &&
           !(options.candidates == 0 && full())) {
        if (stop.stop_requested()) throw Cancelled();
        // A frame that fails is passed over: the next one takes its place. The true end fails every time.
        if (!capture.grab()) {
            ++bad;
        } else if (!sampler.wantsNext()) {
            sampler.skip();
            bad = 0;
        } else if (!capture.retrieve(picture) || picture.empty() || picture.type() != CV_8UC3) {
            ++bad;
        } else {
            checkSize(path, picture.cols, picture.rows);
            sampler.add(maker.make(picture));
            if (sampler.overLimit())
                throwUnusable(path,
                              "all its frames at " + std::to_string(options.width) + " x " +
                                  std::to_string(options.height) + " take more than 1 GB",
                              options.mostKept > 0
                                  ? "Take a frame less often, fewer frames of a clip, or smaller ones."
                                  : "Keep a number of evenly spaced candidates instead of all frames.");
            bad = 0;
        }
    }
    if (sampler.seen() == 0) throwUnusable(path, "no frame of it can be decoded");
    const double rate = capture.get(cv::CAP_PROP_FPS);
    DecodedClip clip;
    clip.decodedFrames = sampler.seen();
    clip.framesPerSecond = std::isfinite(rate) && rate > 0 ? rate : 0;
    clip.frames = sampler.choose();
    return clip;
}

void checkOptions(const ReadOptions& options) {
    if (options.width < 1 || options.height < 1 || options.width > 16384 || options.height > 16384)
        throw Error("Frame size: " + std::to_string(options.width) + " x " + std::to_string(options.height) +
                        " is not possible.",
                    "Choose 1 to 16384 in each direction.");
    if (options.stride < 1 || options.mostKept < 0)
        throw Error("Every " + std::to_string(options.stride) + ". frame of a video, at most " +
                        std::to_string(options.mostKept) + ", is not possible.",
                    "Choose every frame (1) or every k-th.");
    const double bytes = 3.0 * options.width * options.height * 2 * options.candidates;
    if (options.candidates < 0 || bytes > static_cast<double>(FrameSampler::memoryLimit))
        throw Error("Candidates: " + std::to_string(options.candidates) + " frames of " +
                        std::to_string(options.width) + " x " + std::to_string(options.height) +
                        " a clip do not fit into memory.",
                    "Choose fewer candidates or smaller frames.");
}

[[noreturn]] void throwShortage(const std::filesystem::path& path) {
    throw ShortageError(path.string() + ": not enough memory to decode it.",
                        "Close other programs and try again.");
}

} // namespace

DecodedClip readVideo(const std::filesystem::path& path, const ReadOptions& options, std::stop_token stop) {
    checkOptions(options);
    checkVideoFile(path);
    prepareDecoder();
    try {
        return decode(path, options, stop);
    } catch (const cv::Exception& failure) {
        if (failure.code == cv::Error::StsNoMem) throwShortage(path);
        throwUnusable(path, "the decoder failed (" + failure.err + ")");
    } catch (const std::bad_alloc&) {
        throwShortage(path);
    }
}

std::vector<std::uint8_t> readThumbnail(const std::filesystem::path& path, int width, int height) {
    return std::move(readVideo(path, {width, height, 1, 25}).frames.front());
}

} // namespace rankscope
