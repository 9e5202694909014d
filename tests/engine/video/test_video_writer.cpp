// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/video/video_reader.h"
#include "engine/video/video_writer.h"
#include "tests/engine/data/file_size_limit.h"
#include "tests/engine/data/sample_folder.h"
#include "tests/engine/video/sample_videos.h"

#include <QTest>

using namespace rankscope;
namespace fs = std::filesystem;

namespace {

int entriesOf(const fs::path& folder) {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
    return count;
}

} // namespace

class TestVideoWriter : public QObject {
    Q_OBJECT

private slots:
    void oddSizesAreWritten() {
        SampleFolder folder;
        for (const auto& [width, height] : {std::pair{1, 1}, {7, 5}, {64, 48}, {33, 100}}) {
            const fs::path path = folder / "video.avi";
            writeVideo(path, risingRed(5, width, height), width, height, 25);
            const DecodedClip clip = readVideo(path, {width, height, 0});
            QCOMPARE(clip.decodedFrames, 5);
            if (width >= 16) QVERIFY(std::abs(meanOf(clip.frames[4], 0) - 240) < 4);
        }
        QCOMPARE(entriesOf(folder.path()), 1);
    }

    void anOlderFileIsReplaced() {
        SampleFolder folder;
        folder.write("video.avi", "old");
        writeVideo(folder / "video.avi", risingRed(2, 16, 16), 16, 16, 25);
        QCOMPARE(readVideo(folder / "video.avi", {16, 16, 0}).decodedFrames, 2);
    }

    void unwritablePlacesAreNamed() {
        SampleFolder folder;
        const fs::path path = folder / "none/video.avi";
        const std::string error = errorOf([&] { writeVideo(path, risingRed(2, 16, 16), 16, 16, 25); });
        QVERIFY2(error.find(path.string()) != std::string::npos, error.c_str());
    }

    void aFullDiskIsNoticedAndLeavesNothing() {
        SampleFolder folder;
        folder.write("video.avi", "old");
        const auto frames = risingRed(200, 64, 48);
        writeVideo(folder / "whole.avi", frames, 64, 48, 25);
        const auto size = fs::file_size(folder / "whole.avi");
        for (const rlim_t limit : {rlim_t{100}, rlim_t{size / 2}, rlim_t{size - 10}}) {
            const FileSizeLimit full(limit);
            const std::string error = errorOf([&] { writeVideo(folder / "video.avi", frames, 64, 48, 25); });
            QVERIFY2(error.find("video.avi") != std::string::npos, error.c_str());
        }
        QCOMPARE(contentOf(folder / "video.avi"), std::string("old"));
        QCOMPARE(entriesOf(folder.path()), 2);
    }

    void wrongFramesAreRefused() {
        SampleFolder folder;
        QVERIFY(!errorOf([&] { writeVideo(folder / "video.avi", {}, 16, 16, 25); }).empty());
        QVERIFY(
            !errorOf([&] { writeVideo(folder / "video.avi", risingRed(2, 16, 16), 16, 17, 25); }).empty());
        QVERIFY(!errorOf([&] { writeVideo(folder / "video.avi", risingRed(2, 16, 16), 0, 16, 25); }).empty());
        QCOMPARE(entriesOf(folder.path()), 0);
    }
};

QTEST_APPLESS_MAIN(TestVideoWriter)
#include "test_video_writer.moc"
