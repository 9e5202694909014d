// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/video_folder.h"
#include "tests/engine/data/sample_folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace rankscope;
namespace fs = std::filesystem;

class TestVideoFolder : public QObject {
    Q_OBJECT
private slots:
    void filesBelowAFolderAreFoundSorted() {
        const SampleFolder folder;
        const QTemporaryDir elsewhere;
        const fs::path root = folder.path(), outside = elsewhere.path().toStdString();
        const auto write = [](const fs::path& path) {
            fs::create_directories(path.parent_path());
            std::ofstream(path) << "data";
        };
        for (const char* name : {"b.mp4", "a/c.avi", "a/deep/er/d.webm", ".hidden/e.mp4", "a/.f.mp4",
                                 "a/caf\xe9.mp4", "caf\xe9/h.mp4"})
            write(root / name);
        write(outside / "g.mp4");
        fs::create_symlink(outside / "g.mp4", root / "link.mp4");
        fs::create_directory_symlink(root, root / "a" / "loop");
        const std::vector<fs::path> expected{root / "a/c.avi", root / "a/deep/er/d.webm", root / "b.mp4"};
        QVERIFY(videosIn(root) == expected);
    }

    void aFolderThatIsNoneIsToldByName() {
        try {
            videosIn("no such folder");
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QVERIFY(std::string(error.what()).find("no such folder") != std::string::npos);
        }
    }

    void itCanBeCancelled() {
        const QTemporaryDir folder;
        std::ofstream(fs::path(folder.path().toStdString()) / "a.mp4") << "data";
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, videosIn(folder.path().toStdString(), stop.get_token()));
    }
};

QTEST_APPLESS_MAIN(TestVideoFolder)
#include "test_video_folder.moc"
