// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/frame_cache.h"
#include "engine/data/synthetic.h"
#include "engine/video/video_reader.h"
#include "tests/engine/data/file_size_limit.h"
#include "tests/engine/data/sample_folder.h"
#include "tests/engine/video/sample_videos.h"

#include <QTest>

#include <algorithm>

using namespace rankscope;
namespace fs = std::filesystem;

class TestSyntheticDecode : public QObject {
    Q_OBJECT

private slots:
    void writtenClipsShowTheFrames() {
        SampleFolder folder;
        const MovingShapes shapes{2, 7};
        int told = 0;
        writeMovingShapes(shapes, folder.path(), 2, {}, [&](int done, int total) {
            QCOMPARE(total, 16);
            told = done;
        });
        QCOMPARE(told, 16);
        const Dataset dataset = indexFolder(folder.path());
        QCOMPARE(dataset.clips.size(), std::size_t{16});
        QCOMPARE(dataset.classes.size(), std::size_t{8});
        for (const Clip& clip : dataset.clips) {
            const auto& classes = MovingShapes::classes();
            const std::string& name = dataset.classes[static_cast<std::size_t>(clip.labels[0])];
            const int classIndex = static_cast<int>(std::ranges::find(classes, name) - classes.begin());
            const int number = std::stoi(fs::path(clip.path).stem());
            const DecodedClip read =
                readVideo(folder / clip.path, {MovingShapes::width, MovingShapes::height, 0});
            QCOMPARE(read.decodedFrames, MovingShapes::frames);
            for (int t = 0; t < MovingShapes::frames; t += 7)
                QVERIFY(differenceOf(read.frames[static_cast<std::size_t>(t)],
                                     movingShapeFrame(shapes, classIndex, number, t)) < 8);
        }
    }

    void filesThatExistAreKept() {
        SampleFolder folder;
        folder.write("left/000.avi", "mine");
        writeMovingShapes({1, 1}, folder.path(), 1);
        QCOMPARE(contentOf(folder / "left/000.avi"), std::string("mine"));
        QVERIFY(fs::file_size(folder / "right/000.avi") > 1000);
    }

    void stopsWhenAskedAndGoesOnLater() {
        SampleFolder folder;
        std::stop_source stop;
        const auto stopSoon = [&](int done, int) {
            if (done > 0) stop.request_stop();
        };
        QVERIFY_EXCEPTION_THROWN(writeMovingShapes({4, 1}, folder.path(), 2, stop.get_token(), stopSoon),
                                 Cancelled);
        const Dataset part = indexFolder(folder.path());
        QVERIFY(part.clips.size() < 32);
        writeMovingShapes({4, 1}, folder.path(), 2);
        QCOMPARE(indexFolder(folder.path()).clips.size(), std::size_t{32});
    }

    void unwritableFoldersAndFullDisksAreNamed() {
        SampleFolder folder;
        folder.write("file");
        QVERIFY(errorOf([&] {
                    writeMovingShapes({1, 1}, folder / "file", 1);
                }).find("file/left") != std::string::npos);
        const FileSizeLimit full(2000);
        QVERIFY(errorOf([&] {
                    writeMovingShapes({1, 1}, folder / "set", 1);
                }).find("set/left/000.avi") != std::string::npos);
        QVERIFY(!errorOf([&] { writeMovingShapes({0, 1}, folder / "set", 1); }).empty());
    }
};

QTEST_APPLESS_MAIN(TestSyntheticDecode)
#include "test_synthetic_decode.moc"
