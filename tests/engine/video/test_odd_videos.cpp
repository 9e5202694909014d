// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/video_reader.h"
#include "tests/engine/data/sample_folder.h"
#include "tests/engine/video/sample_videos.h"

#include <QTest>

#include <array>
#include <map>

using namespace rankscope;
namespace fs = std::filesystem;

namespace {

/// Writes a display matrix, turned clockwise by quarters, over the one of every track of an MP4.
std::string turned(std::string content, int quarters) {
    constexpr std::array<std::array<int, 4>, 4> turns{
        {{1, 0, 0, 1}, {0, 1, -1, 0}, {-1, 0, 0, -1}, {0, -1, 1, 0}}};
    for (std::size_t at = content.find("tkhd"); at != std::string::npos; at = content.find("tkhd", at + 1)) {
        const std::size_t matrix = at + 8 + (content[at + 4] ? 32 : 20) + 16;
        const std::array<std::size_t, 4> places{0, 1, 3, 4};
        for (std::size_t k = 0; k < 4; ++k) {
            const auto value =
                static_cast<std::uint32_t>(turns[static_cast<std::size_t>(quarters)][k] * 65536);
            for (std::size_t byte = 0; byte < 4; ++byte)
                content[matrix + 4 * places[k] + byte] = static_cast<char>(value >> (24 - 8 * byte));
        }
    }
    return content;
}

/// The picture turned clockwise by a quarter.
Picture quarterTurn(const Picture& picture, int width, int height) {
    Picture result(picture.size());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                result[static_cast<std::size_t>((x * height + height - 1 - y) * 3 + c)] =
                    picture[static_cast<std::size_t>((y * width + x) * 3 + c)];
    return result;
}

} // namespace

class TestOddVideos : public QObject {
    Q_OBJECT

private slots:
    void init() {
        if (!fs::exists(oddVideos())) QSKIP("../shared/data/odd-videos is not there");
    }

    void everyFileReadsOrSaysWhyNot() {
        const std::map<std::string, int> frames{{"abseiling_k400.mp4", 250},
                                                {"decord_corrupted.mp4", 49},
                                                {"decord_flipping_a_pancake.mkv", 310},
                                                {"decord_video_0.mov", 3},
                                                {"decord_video_90.mov", 3},
                                                {"moz_h263_1f.3gp", 1},
                                                {"moz_hevc_white_frame.mp4", 1},
                                                {"moz_minimal.mp4", 1},
                                                {"moz_video_rotation_90.mp4", 1},
                                                {"moz_white.mp4", 300},
                                                {"person01_jogging_d3_uncomp.avi", 405},
                                                {"person01_walking_d1_uncomp.avi", 555},
                                                {"thumbor_hotdog.gif", 42},
                                                {"thumbor_hotdog.h265.mp4", 42},
                                                {"thumbor_hotdog.mp4", 42},
                                                {"thumbor_hotdog.webm", 42},
                                                {"torchcodec_av1_video.mkv", 125},
                                                {"torchcodec_bt709_full_range.mp4", 30},
                                                {"torchcodec_h265_10bits.mp4", 30},
                                                {"torchcodec_h265_video.mp4", 10},
                                                {"v_Basketball_g01_c01.avi", 141},
                                                {"xklb_test.mp4", 60}};
        const std::map<std::string, std::string> reasons{
            {"thumbor_corrupt.mp4", "the file is empty"},
            {"moz_sine-3s-xhe-aac-44khz-mono.mp4", "no video in it that can be read"}};
        for (const auto& [name, count] : frames) {
            DecodedClip clip;
            const std::string error = errorOf([&] { clip = readVideo(oddVideos() / name, {160, 120, 24}); });
            QVERIFY2(error.empty(), error.c_str());
            QVERIFY2(clip.decodedFrames == count, (name + ": " + std::to_string(clip.decodedFrames)).c_str());
            QCOMPARE(clip.frames.size(), static_cast<std::size_t>(std::min(24, count)));
        }
        for (const auto& [name, reason] : reasons) {
            const std::string error = errorOf([&] { readVideo(oddVideos() / name, {160, 120, 24}); });
            QVERIFY2(error.ends_with(name + ": " + reason + ".|"), error.c_str());
        }
        for (const auto& entry : fs::directory_iterator(oddVideos())) // files added later must not crash
            errorOf([&] { readThumbnail(entry.path(), 64, 48); });
    }

    void theSamePictureInAnyFormat() {
        const ReadOptions options{100, 75, 4};
        const DecodedClip mp4 = readVideo(oddVideos() / "thumbor_hotdog.mp4", options);
        for (const char* name : {"thumbor_hotdog.webm", "thumbor_hotdog.h265.mp4", "thumbor_hotdog.gif"}) {
            const DecodedClip other = readVideo(oddVideos() / name, options);
            for (std::size_t k = 0; k < 4; ++k)
                QVERIFY2(differenceOf(mp4.frames[k], other.frames[k]) < 12, name);
        }
    }

    void rotationIsHonoured() {
        SampleFolder folder;
        const std::string content = contentOf(oddVideos() / "thumbor_hotdog.mp4");
        const auto read = [&](int quarters, int width, int height) {
            folder.write("turned.mp4", turned(content, quarters));
            return readVideo(folder / "turned.mp4", {width, height, 1}).frames[0];
        };
        const Picture upright = read(0, 200, 150);
        Picture expected = quarterTurn(upright, 200, 150);
        QVERIFY(differenceOf(read(1, 150, 200), expected) < 1);
        expected = quarterTurn(expected, 150, 200);
        QVERIFY(differenceOf(read(2, 200, 150), expected) < 1);
        QVERIFY(differenceOf(upright, expected) > 10);
        expected = quarterTurn(expected, 200, 150);
        QVERIFY(differenceOf(read(3, 150, 200), expected) < 1);
    }

    void damagedStreamsNeverCrash_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name : {"thumbor_hotdog.mp4", "thumbor_hotdog.webm", "thumbor_hotdog.gif",
                                 "torchcodec_h265_video.mp4", "torchcodec_av1_video.mkv", "moz_h263_1f.3gp"})
            QTest::newRow(name) << std::string(name);
    }
    void damagedStreamsNeverCrash() {
        QFETCH(std::string, name);
        SampleFolder folder;
        const std::string whole = contentOf(oddVideos() / name);
        for (std::size_t i = 0; i < 12; ++i) {
            std::string damaged = i % 4 == 3 ? whole.substr(0, whole.size() * i / 12) : whole;
            for (std::size_t k = 1; k < 20; ++k)
                damaged[(i * 104729 + k * k * 7919) % damaged.size()] ^= static_cast<char>(1 + i);
            folder.write(name, damaged);
            const std::string error = errorOf([&] { readVideo(folder / name, {32, 24, 6}); });
            QVERIFY(error.empty() || error.starts_with((folder / name).string() + ": "));
        }
    }
};

QTEST_APPLESS_MAIN(TestOddVideos)
#include "test_odd_videos.moc"
