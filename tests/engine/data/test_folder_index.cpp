// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dataset.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

#include <map>
#include <sys/stat.h>
#include <unistd.h>

using namespace rankscope;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> reasonsOf(const Dataset& dataset) {
    std::map<std::string, std::string> reasons;
    for (const SkippedFile& file : dataset.skipped) reasons[file.path] = file.reason;
    return reasons;
}

std::vector<std::string> pathsOf(const Dataset& dataset) {
    std::vector<std::string> paths;
    for (const Clip& clip : dataset.clips) paths.push_back(clip.path);
    return paths;
}

using Paths = std::vector<std::string>;

} // namespace

class TestFolderIndex : public QObject {
    Q_OBJECT

private slots:
    void firstLevelIsTheClassAndSecondTheGroup() {
        SampleFolder folder;
        folder.write("jump/v_jump_01/a.mpg");
        folder.write("jump/v_jump_02/deeper/b.mpg");
        folder.write("jump/c.mpg");
        folder.write("dive/v_dive_01/d.mpg");
        const Dataset dataset = indexFolder(folder.path());
        QCOMPARE(dataset.classes, (Paths{"dive", "jump"}));
        QCOMPARE(pathsOf(dataset), (Paths{"dive/v_dive_01/d.mpg", "jump/c.mpg", "jump/v_jump_01/a.mpg",
                                          "jump/v_jump_02/deeper/b.mpg"}));
        QCOMPARE(dataset.clips[0].labels, std::vector<int>{0});
        QCOMPARE(dataset.clips[1].labels, std::vector<int>{1});
        QCOMPARE(dataset.clips[1].group, std::string());
        QCOMPARE(dataset.clips[3].group, std::string("v_jump_02"));
        QCOMPARE(dataset.groups(), (Paths{"v_dive_01", "v_jump_01", "v_jump_02"}));
        QCOMPARE(dataset.clipsPerClass(), (std::vector<int>{1, 3}));
        QVERIFY(!dataset.multiLabel());
    }

    void groupsOfOneNameInTwoClassesAreKeptApart() {
        SampleFolder folder;
        folder.write("jump/01/a.mpg");
        folder.write("dive/01/b.mpg");
        folder.write("dive/02/c.mpg");
        QCOMPARE(indexFolder(folder.path()).groups(), (Paths{"02", "dive/01", "jump/01"}));
    }

    void hiddenEntriesAreIgnoredAndStrayOnesListed() {
        SampleFolder folder;
        folder.write("a/1.avi");
        folder.write("b/1.avi");
        folder.write("a/.hidden.avi");
        folder.write(".git/x/1.avi");
        folder.write("notes.txt");
        fs::create_directory(folder / "c");
        const Dataset dataset = indexFolder(folder.path());
        QCOMPARE(pathsOf(dataset), (Paths{"a/1.avi", "b/1.avi"}));
        QCOMPARE(dataset.skipped.size(), std::size_t{2});
        QCOMPARE(reasonsOf(dataset)["c"], std::string("an empty folder"));
        QCOMPARE(reasonsOf(dataset)["notes.txt"], std::string("not in a class folder"));
    }

    void namesMayBeAnyUnicodeButNoOtherBytes() {
        SampleFolder folder;
        folder.write("跳跃/视频 1.avi");
        folder.write("плавание/ü\"',;%03d.avi");
        folder.write("плавание/bad\xff name.avi");
        const Dataset dataset = indexFolder(folder.path());
        QCOMPARE(dataset.classes, (Paths{"плавание", "跳跃"}));
        QCOMPARE(dataset.clips.size(), std::size_t{2});
        QCOMPARE(dataset.skipped.size(), std::size_t{1});
        QCOMPARE(dataset.skipped[0].path, std::string("плавание/bad\xef\xbf\xbd name.avi"));
    }

    void linksStayInsideAndNeverTurnInCircles() {
        SampleFolder outside, folder;
        outside.write("far.avi");
        folder.write("a/1.avi");
        folder.write("b/2.avi");
        folder.write(".store/3.avi");
        folder.write(".store/sub/4.avi");
        fs::create_symlink(outside / "far.avi", folder / "a/far.avi");
        fs::create_directory_symlink(outside.path(), folder / "a/outside");
        fs::create_symlink("nowhere", folder / "a/broken.avi");
        fs::create_symlink("self.avi", folder / "a/self.avi");
        fs::create_directory_symlink("..", folder / "a/up");
        fs::create_directory_symlink("../b", folder / "a/sideways");
        fs::create_symlink("../b/2.avi", folder / "a/again.avi");
        fs::create_symlink("../.store/3.avi", folder / "b/kept.avi");
        fs::create_directory_symlink("../.store/sub", folder / "b/linked");
        const Dataset dataset = indexFolder(folder.path());
        QCOMPARE(pathsOf(dataset), (Paths{"a/1.avi", "b/2.avi", "b/kept.avi", "b/linked/4.avi"}));
        auto reasons = reasonsOf(dataset);
        QCOMPARE(reasons["a/far.avi"], std::string("a link that leads out of the folder"));
        QCOMPARE(reasons["a/outside"], std::string("a link that leads out of the folder"));
        QCOMPARE(reasons["a/broken.avi"], std::string("a link to nothing"));
        QCOMPARE(reasons["a/self.avi"], std::string("a link that goes in a circle"));
        QCOMPARE(reasons["a/up"], std::string("a link back to the folder itself"));
        QCOMPARE(reasons["a/sideways"], std::string("a link to b, which is read already"));
        QCOMPARE(reasons["a/again.avi"], std::string("the same file as b/2.avi"));
        QCOMPARE(reasons.size(), std::size_t{7});
    }

    void linksBetweenManyFoldersEndSoon() {
        SampleFolder folder;
        for (int i = 0; i < 12; ++i) folder.write("c" + std::to_string(i) + "/clip.avi");
        for (int i = 0; i < 12; ++i)
            for (int k = 0; k < 12; ++k)
                fs::create_directory_symlink("../c" + std::to_string(k),
                                             folder / ("c" + std::to_string(i) + "/to" + std::to_string(k)));
        QCOMPARE(indexFolder(folder.path()).clips.size(), std::size_t{12});
    }

    void pipesAndUnreadableFoldersAreSkipped() {
        SampleFolder folder;
        folder.write("a/1.avi");
        folder.write("b/1.avi");
        folder.write("b/closed/2.avi");
        QCOMPARE(mkfifo((folder / "a/pipe.avi").c_str(), 0600), 0);
        QCOMPARE(chmod((folder / "b/closed").c_str(), 0), 0);
        const Dataset dataset = indexFolder(folder.path());
        chmod((folder / "b/closed").c_str(), 0700);
        auto reasons = reasonsOf(dataset);
        QCOMPARE(reasons["a/pipe.avi"], std::string("not a regular file"));
        if (geteuid() != 0) QCOMPARE(reasons["b/closed"], std::string("no permission to read this folder"));
    }

    void tooDeepFoldersAreSkipped() {
        SampleFolder folder;
        std::string deep = "a";
        for (int i = 0; i < 20; ++i) deep += "/d";
        folder.write(deep + "/1.avi");
        folder.write("a/1.avi");
        folder.write("b/1.avi");
        const Dataset dataset = indexFolder(folder.path());
        QCOMPARE(dataset.clips.size(), std::size_t{2});
        QCOMPARE(dataset.skipped.size(), std::size_t{1});
        QCOMPARE(dataset.skipped[0].reason, std::string("more than 16 folders deep"));
    }

    void unusableFoldersAreNamedWithARemedy() {
        SampleFolder folder;
        const std::string missing = errorOf([&] { indexFolder(folder / "missing"); });
        QVERIFY2(missing.starts_with((folder / "missing").string() + ": no such folder."), missing.c_str());
        folder.write("file");
        QVERIFY(errorOf([&] { indexFolder(folder / "file"); }).find("not a folder") != std::string::npos);
        const std::string empty = errorOf([&] { indexFolder(folder.path()); });
        QVERIFY2(empty.find("no videos") != std::string::npos &&
                     empty.find("sub-folder") != std::string::npos,
                 empty.c_str());
        folder.write("only/1.avi");
        QVERIFY(errorOf([&] { indexFolder(folder.path()); }).find("only one class, \"only\"") !=
                std::string::npos);
    }

    void stopsWhenAsked() {
        SampleFolder folder;
        folder.write("a/1.avi");
        folder.write("b/1.avi");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(indexFolder(folder.path(), stop.get_token()), Cancelled);
    }

    void identityFollowsPathsLabelsAndSizes() {
        SampleFolder folder;
        folder.write("a/1.avi");
        folder.write("b/1.avi");
        const Dataset first = indexFolder(folder.path());
        Dataset other = first;
        QCOMPARE(identityOf(other), identityOf(first));
        other.clips[0].labels = {1};
        QVERIFY(identityOf(other) != identityOf(first));
        other = first;
        other.clips[0].path = "a/2.avi";
        QVERIFY(identityOf(other) != identityOf(first));
        other = first;
        other.classes[0] = "c";
        QVERIFY(identityOf(other) != identityOf(first));
        SampleFolder moved, replaced;
        for (const char* path : {"a/1.avi", "b/1.avi"}) {
            moved.write(path);
            replaced.write(path, "another content");
        }
        QCOMPARE(identityOf(indexFolder(moved.path())), identityOf(first));
        QVERIFY(identityOf(indexFolder(replaced.path())) != identityOf(first));
    }
};

QTEST_APPLESS_MAIN(TestFolderIndex)
#include "test_folder_index.moc"
