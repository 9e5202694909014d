// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/video_file.h"

#include "engine/base/error.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <mutex>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace rankscope {

namespace {

constexpr std::size_t sniffed = 4096;

/// Length of the UTF-8 sequence that a byte starts; 0 for none, and for control characters that no text
/// holds.
std::size_t textSequence(unsigned char byte) {
    if (byte < 0x20) return byte >= '\t' && byte <= '\r' ? 1 : 0;
    if (byte < 0x7f) return 1;
    if (byte >= 0xc2 && byte <= 0xdf) return 2;
    if (byte >= 0xe0 && byte <= 0xef) return 3;
    return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}

bool isText(const unsigned char* data, std::size_t size) {
    for (std::size_t i = 0; i < size;) {
        const std::size_t length = textSequence(data[i]);
        if (length == 0) return false;
        for (std::size_t k = 1; k < length && i + k < size; ++k)
            if ((data[i + k] & 0xc0) != 0x80) return false;
        i += length;
    }
    return true;
}

/// Formats whose files hold the pictures themselves. Left out: play lists, concatenation scripts, numbered
/// still pictures and anything else that names other files.
constexpr const char* formats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegtsraw,mpegvideo,"
                                "asf,asf_o,flv,live_flv,kux,gif,apng,ogg,"
                                "h261,h263,h264,hevc,vvc,av1,obu,ivf,m4v,mjpeg,mjpeg_2000,vc1,vc1test,dv,gxf,"
                                "mxf,nut,nuv,nsv,rm,swf,yuv4mpegpipe,wtv,"
                                "mlv,bink,smk,flic,dnxhd,dirac,cavsvideo,avs,avs2,avs3,r3d,thp,vivo,film_cpk,"
                                "pva,mv,cine,amv,cdxl,rpl,roq,ipmovie,"
                                "4xm,bfi,bethsoftvid,c93,dxa,filmstrip,idcin,jv,lmlm4,mm,mtv,mvi,paf,pmp,rl2,"
                                "sdr2,sga,tmv,tiertexseq,txd,vmd,wc3movie,"
                                "wsvqa,xmv,yop,ivr,hnm,lvf,mods,moflex,smjpeg,argo_brp,cmdv,psxstr";

} // namespace

void throwUnusable(const std::filesystem::path& path, const std::string& reason, const std::string& hint) {
    throw Error(path.string() + ": " + reason + ".", hint);
}

void checkVideoFile(const std::filesystem::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0)
        throwUnusable(path, errno == ENOENT ? "no such file" : std::system_category().message(errno));
    if (S_ISDIR(status.st_mode)) throwUnusable(path, "a folder, not a video file");
    if (!S_ISREG(status.st_mode)) throwUnusable(path, "not a regular file");
    const int file = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        throwUnusable(path,
                      errno == EACCES ? "no permission to read it" : std::system_category().message(errno));
    std::array<unsigned char, sniffed> head{};
    const ssize_t size = read(file, head.data(), head.size());
    const int failure = errno;
    close(file);
    if (size < 0) throwUnusable(path, std::system_category().message(failure));
    if (size == 0) throwUnusable(path, "the file is empty");
    if (isText(head.data(), static_cast<std::size_t>(size))) throwUnusable(path, "a text file, not a video");
}

void prepareDecoder() {
    static std::once_flag once;
    std::call_once(once, [] {
        setenv("OPENCV_FFMPEG_LOGLEVEL", "-8", 1);
        setenv("OPENCV_FFMPEG_CAPTURE_OPTIONS",
               (std::string("protocol_whitelist;file|format_whitelist;") + formats).c_str(), 1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        cv::redirectError([](int, const char*, const char*, const char*, int, void*) { return 0; });
        cv::setNumThreads(1);
    });
}

} // namespace rankscope
