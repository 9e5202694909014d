// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/video_reader.h"
#include "engine/video/video_writer.h"
#include "tests/engine/data/sample_folder.h"
#include "tests/engine/video/sample_videos.h"

#include <QTest>

#include <sys/stat.h>

using namespace rankscope;
namespace fs = std::filesystem;

class TestVideoReader : public QObject {
    Q_OBJECT

    SampleFolder m_folder;

    fs::path video(const std::string& name, int frames) {
        const fs::path path = m_folder / name;
        if (!fs::exists(path)) writeVideo(path, risingRed(frames, 64, 48), 64, 48, 12);
        return path;
    }

private slots:
    void coloursAndOrderSurvive() {
        const auto written = risingRed(10, 64, 48);
        const DecodedClip clip = readVideo(video("ten.avi", 10), {64, 48, 24});
        QCOMPARE(clip.decodedFrames, 10);
        QCOMPARE(clip.framesPerSecond, 12.0);
        QCOMPARE(clip.frames.size(), std::size_t{10});
        for (std::size_t t = 0; t < 10; ++t)
            for (std::size_t c = 0; c < 3; ++c)
                QVERIFY(std::abs(meanOf(clip.frames[t], c) - meanOf(written[t], c)) < 4);
    }

    void candidatesAreEvenlySpaced() {
        const auto written = risingRed(40, 64, 48);
        const DecodedClip clip = readVideo(video("forty.avi", 40), {64, 48, 4});
        QCOMPARE(clip.decodedFrames, 40);
        QCOMPARE(clip.frames.size(), std::size_t{4});
        for (std::size_t k = 0; k < 4; ++k)
            QVERIFY(std::abs(meanOf(clip.frames[k], 0) - meanOf(written[5 + 10 * k], 0)) < 3);
        QCOMPARE(readVideo(video("forty.avi", 40), {64, 48, 0}).frames.size(), std::size_t{40});
    }

    void framesAreResized() {
        const DecodedClip clip = readVideo(video("ten.avi", 10), {33, 7, 2});
        QCOMPARE(clip.frames[0].size(), std::size_t{33 * 7 * 3});
        QVERIFY(std::abs(meanOf(clip.frames[0], 2) - 200) < 4);
        QCOMPARE(readVideo(video("ten.avi", 10), {200, 150, 1}).frames[0].size(), std::size_t{200 * 150 * 3});
    }

    void oneFrameIsEnough() {
        const DecodedClip clip = readVideo(video("one.avi", 1), {16, 16, 24});
        QCOMPARE(clip.decodedFrames, 1);
        QCOMPARE(clip.frames.size(), std::size_t{1});
    }

    void readingEndsAtTheBound() {
        ReadOptions options{16, 16, 3};
        options.maxFrames = 12;
        QCOMPARE(readVideo(video("forty.avi", 40), options).decodedFrames, 12);
    }

    void thumbnailsShowTheFirstFrames() {
        const auto thumbnail = readThumbnail(video("forty.avi", 40), 20, 10);
        QCOMPARE(thumbnail.size(), std::size_t{20 * 10 * 3});
        QVERIFY(std::abs(meanOf(thumbnail, 0) - (20 + 220.0 * 12 / 39)) < 4);
    }

    void namesMayHoldAnything_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name : {"视频 ü.avi", "%03d.avi", "a%d'\"$;|&.avi", "file:x.avi", "concat:a|b.avi",
                                 "-i.avi", "no extension"})
            QTest::newRow(name) << std::string(name);
    }
    void namesMayHoldAnything() {
        QFETCH(std::string, name);
        QCOMPARE(readVideo(video(name, 3), {16, 16, 3}).decodedFrames, 3);
        const fs::path before = fs::current_path();
        fs::current_path(m_folder.path());
        const int frames = readVideo(name, {16, 16, 3}).decodedFrames;
        fs::current_path(before);
        QCOMPARE(frames, 3);
    }

    void unusableFilesAreNamedWithTheReason_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("reason");
        m_folder.write("empty.mp4", "");
        m_folder.write("text.mp4", "#EXTM3U\n#EXTINF:10,\n/etc/hostname\n");
        m_folder.write("script.avi", "ffconcat version 1.0\nfile 'ten.avi'\n");
        m_folder.write("unicode.avi", "Grüße, 你好\n");
        m_folder.write("noise.mp4", std::string("\x01\x02\x00\xff\x80", 5) + std::string(5000, '\x07'));
        fs::create_directory(m_folder / "folder.avi");
        mkfifo((m_folder / "pipe.avi").c_str(), 0600);
        const auto row = [](const char* name, const char* reason) {
            QTest::newRow(name) << std::string(name) << std::string(reason);
        };
        row("missing.avi", "no such file");
        row("empty.mp4", "the file is empty");
        row("text.mp4", "a text file, not a video");
        row("script.avi", "a text file, not a video");
        row("unicode.avi", "a text file, not a video");
        row("noise.mp4", "no video in it that can be read");
        row("folder.avi", "a folder, not a video file");
        row("pipe.avi", "not a regular file");
    }
    void unusableFilesAreNamedWithTheReason() {
        QFETCH(std::string, name);
        QFETCH(std::string, reason);
        const std::string error = errorOf([&] { readVideo(m_folder / name, {}); });
        QCOMPARE(error, (m_folder / name).string() + ": " + reason + ".|");
    }

    /// With bytes that no text holds the sniffer is passed; the decoder must still not follow.
    void playListsAreNotFollowed() {
        video("ten.avi", 10);
        m_folder.write("list.m3u8",
                       std::string("#EXTM3U\n#EXTINF:10,\nten.avi\n#EXT-X-ENDLIST\n") + std::string(8, '\0'));
        m_folder.write("list.ffconcat",
                       std::string("ffconcat version 1.0\nfile ten.avi\n#") + std::string(8, '\x01'));
        for (const char* name : {"list.m3u8", "list.ffconcat"})
            QVERIFY2(!errorOf([&] { readVideo(m_folder / name, {}); }).empty(), name);
    }

    void cutAndDamagedFilesNeverCrash() {
        const std::string whole = contentOf(video("forty.avi", 40));
        for (std::size_t size = 0; size < whole.size(); size += whole.size() / 23) {
            m_folder.write("cut.avi", whole.substr(0, size));
            const std::string error = errorOf([&] { readVideo(m_folder / "cut.avi", {16, 16, 4}); });
            QVERIFY(error.empty() || error.starts_with((m_folder / "cut.avi").string()));
        }
        for (std::size_t i = 0; i < 60; ++i) {
            std::string damaged = whole;
            for (std::size_t k = 0; k < 8; ++k)
                damaged[(i * 7919 + k * 131 + (i % 2 ? 0 : i * 61)) % (i % 3 ? 300 : damaged.size())] ^=
                    static_cast<char>(37 + i);
            m_folder.write("damaged.avi", damaged);
            const std::string error = errorOf([&] { readVideo(m_folder / "damaged.avi", {16, 16, 4}); });
            QVERIFY(error.empty() || error.starts_with((m_folder / "damaged.avi").string()));
        }
    }

    void impossibleOptionsAreRefused() {
        const fs::path path = video("ten.avi", 10);
        QVERIFY(!errorOf([&] { readVideo(path, {0, 10, 1}); }).empty());
        QVERIFY(!errorOf([&] { readVideo(path, {10, 100'000, 1}); }).empty());
        QVERIFY(!errorOf([&] { readVideo(path, {10, 10, -1}); }).empty());
        QVERIFY(errorOf([&] {
                    readVideo(path, {16000, 16000, 24});
                }).find("do not fit into memory") != std::string::npos);
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(readVideo(video("ten.avi", 10), {}, stop.get_token()), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestVideoReader)
#include "test_video_reader.moc"
