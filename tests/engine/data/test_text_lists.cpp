// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_spec.h"
#include "engine/data/split.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

#include <numeric>

using namespace rankscope;

using Paths = std::vector<std::string>;

namespace {

std::string splitsOf(const Dataset& dataset) {
    std::string text;
    for (const Clip& clip : dataset.clips) {
        text += clip.path + ":";
        for (const int label : clip.labels) text += " " + dataset.classes[static_cast<std::size_t>(label)];
        text += " (" + clip.split + ")\n";
    }
    return text;
}

} // namespace

class TestTextLists : public QObject {
    Q_OBJECT

private slots:
    void trainAndTestListsWithNumberedClasses() {
        SampleFolder folder;
        for (const char* path : {"Biking/v_Biking_g08_c01.avi", "Biking/v_Biking_g01_c01.avi",
                                 "Diving/v_Diving_g09_c02.avi", "Diving/v_Diving_g02_c01.avi"})
            folder.write(path);
        folder.write("lists/classInd.txt", "1 Biking\r\n2 Diving\r\n3 Fencing\r\n");
        folder.write("lists/trainlist01.txt",
                     "Biking/v_Biking_g08_c01.avi 1\r\nDiving/v_Diving_g09_c02.avi 2\r\n\r\n");
        folder.write("lists/testlist01.txt", "Biking/v_Biking_g01_c01.avi\nDiving/v_Diving_g02_c01.avi\n");
        folder.write("lists/trainlist02.txt",
                     "Biking/v_Biking_g01_c01.avi 1\nDiving/v_Diving_g02_c01.avi 2\n");
        const std::string expected = "Biking/v_Biking_g01_c01.avi: Biking (test)\n"
                                     "Biking/v_Biking_g08_c01.avi: Biking (train)\n"
                                     "Diving/v_Diving_g02_c01.avi: Diving (test)\n"
                                     "Diving/v_Diving_g09_c02.avi: Diving (train)\n";
        for (const char* list : {"lists/trainlist01.txt", "lists/testlist01.txt", "lists"})
            QCOMPARE(splitsOf(readList(folder.path(), folder / list)), expected);
        QCOMPARE(readList(folder.path(), folder / "lists/trainlist02.txt").clips[0].split,
                 std::string("train"));
        DataSpec spec;
        spec.list = folder / "lists";
        spec.groups = GroupSource::Pattern;
        spec.groupPattern = "_g(\\d+)_";
        spec.validation = {};
        const Dataset dataset = openDataset(folder.path(), spec);
        QCOMPARE(dataset.groups(), (Paths{"01", "02", "08", "09"}));
        QCOMPARE(divide(dataset, {0, 1, 2, 3}, spec, 1).test, (std::vector<int>{0, 2}));
    }

    void linesWithoutNumbers() {
        SampleFolder folder;
        for (const char* path : {"a/one two.avi", "a/b.avi", "c.avi"}) folder.write(path);
        folder.write("clips.txt", "a/one two.avi\na/b.avi  jump\nc.avi run\n");
        QCOMPARE(splitsOf(readList(folder.path(), folder / "clips.txt")),
                 std::string("a/b.avi: jump ()\na/one two.avi: a ()\nc.avi: run ()\n"));
        folder.write("my_train.txt", "\n a/one two.avi\na/b.avi\tjump\nc.avi run\n"); // no class file
        QCOMPARE(splitsOf(readList(folder.path(), folder / "my_train.txt")),
                 std::string("a/b.avi: jump ()\na/one two.avi: a ()\nc.avi: run ()\n"));
        folder.write("numbered_test.txt", "a/b.avi 1\nc.avi -1\n");
        QCOMPARE(readList(folder.path(), folder / "numbered_test.txt").classes, (Paths{"-1", "a"}));
        folder.write("comma_test.txt", "path,class\na/b.avi,x\nc.avi,y\n");
        QCOMPARE(readList(folder.path(), folder / "comma_test.txt").classes, (Paths{"x", "y"}));
        folder.write("comma.txt", "path,class\na/b.avi,x\nc.avi,y\n"); // a CSV by any name
        QCOMPARE(readList(folder.path(), folder / "comma.txt").classes, (Paths{"x", "y"}));
    }

    void errorsNameFileAndLine_data() {
        QTest::addColumn<std::string>("train");
        QTest::addColumn<std::string>("test");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* train, const char* test, const char* expected) {
            QTest::newRow(expected) << std::string(train) << std::string(test) << std::string(expected);
        };
        row("a/1.avi 1\na/2.avi 7\n", "", "trainlist01.txt, line 2: classInd.txt has no class of number 7");
        row("a/1.avi 1\n", "\n/etc/passwd\n", "testlist01.txt, line 2: the path \"/etc/passwd\" is absolute");
        row("../a/1.avi 1\n", "", "leads upwards");
        row("1.avi\n", "", "trainlist01.txt, line 1: the clip has no label");
        row("a/1.avi 1\n", "a/1.avi 1\n", "trainlist01.txt, line 1 already");
        row("\n \n", "", "the list is empty");
        row("a/1.avi 1\na/2.avi 1\n", "", "only one class, \"x\"");
        row("a/caf\xe9.avi 1\n", "", "line 1: not valid UTF-8");
    }
    void errorsNameFileAndLine() {
        QFETCH(std::string, train);
        QFETCH(std::string, test);
        QFETCH(std::string, expected);
        SampleFolder folder;
        folder.write("a/1.avi");
        folder.write("a/2.avi");
        folder.write("classInd.txt", "1 x\n2 y\n");
        folder.write("trainlist01.txt", train);
        folder.write("testlist01.txt", test);
        const std::string error = errorOf([&] { readList(folder.path(), folder / "trainlist01.txt"); });
        QVERIFY2(error.find(expected) != std::string::npos, error.c_str());
    }

    void aNumberNamesOneClass() {
        SampleFolder folder;
        folder.write("a/1.avi");
        folder.write("trainlist01.txt", "a/1.avi 1\n");
        folder.write("classInd.txt", "1 x\n1 y\n");
        const std::string error = errorOf([&] { readList(folder.path(), folder / "trainlist01.txt"); });
        QVERIFY2(error.find("classInd.txt, line 2: the number 1 stands there twice") != std::string::npos,
                 error.c_str());
    }

    void classFilesGiveSeveralLabels() {
        SampleFolder folder;
        for (const char* clip : {"train00001", "train00002", "train00003", "test00001", "test00002"})
            folder.write(std::string("AVIClips/actionclip") + clip + ".avi");
        folder.write("AVIClips05/actioncliptrain00001.avi"); // the same clip at half the size
        folder.write("ClipSets/Eat_train.txt",
                     "actioncliptrain00001  1\nactioncliptrain00002 -1\nactioncliptrain00003  1\n");
        folder.write("ClipSets/Run_train.txt",
                     "actioncliptrain00001 -1\nactioncliptrain00002  1\nactioncliptrain00003  1\n");
        folder.write("ClipSets/Eat_test.txt", "actioncliptest00001  1\nactioncliptest00002  -1\n");
        folder.write("ClipSets/Run_test.txt", "actioncliptest00001 -1\nactioncliptest00002  -1\n"
                                              "actioncliptest00003  1\n");
        folder.write("ClipSets/Eat_autotrain.txt", "actionclipautoautotrain00001 1\n");
        folder.write("ClipSets/House_test.txt", "sceneclip00001 1\n"); // nothing to learn it from
        const std::string expected = "AVIClips/actioncliptest00001.avi: Eat (test)\n"
                                     "AVIClips/actioncliptest00002.avi: (test)\n"
                                     "AVIClips/actioncliptrain00001.avi: Eat (train)\n"
                                     "AVIClips/actioncliptrain00002.avi: Run (train)\n"
                                     "AVIClips/actioncliptrain00003.avi: Eat Run (train)\n";
        for (const char* list : {"ClipSets", "ClipSets/Eat_train.txt", "ClipSets/Run_test.txt"}) {
            const Dataset dataset = readList(folder.path(), folder / list);
            QCOMPARE(splitsOf(dataset), expected);
            QVERIFY(dataset.multiLabel());
            QCOMPARE(dataset.skipped.size(), std::size_t{1});
            QCOMPARE(dataset.skipped[0].path, std::string("actioncliptest00003"));
            QCOMPARE(dataset.skipped[0].reason, std::string("no such file"));
        }
        // the clips' own folder will do as well
        QCOMPARE(readList(folder / "AVIClips", folder / "ClipSets").clips.size(), std::size_t{5});
    }

    void badClassFilesAreNamed_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("no mark") << std::string("one 1\ntwo\n")
                                 << std::string("Eat_train.txt, line 2: not the name of a clip and 1 or -1");
        QTest::newRow("mark") << std::string("one 2\n") << std::string("line 1: not the name");
        QTest::newRow("upwards") << std::string("../one 1\n") << std::string("leads upwards");
        QTest::newRow("both") << std::string("two 1\n") << std::string("is a clip of train in");
    }
    void badClassFilesAreNamed() {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        SampleFolder folder;
        folder.write("one.avi");
        folder.write("two.avi");
        folder.write("ClipSets/Eat_train.txt", text);
        folder.write("ClipSets/Eat_test.txt", "two 1\n");
        const std::string error = errorOf([&] { readList(folder.path(), folder / "ClipSets"); });
        QVERIFY2(error.find(expected) != std::string::npos, error.c_str());
    }
};

QTEST_APPLESS_MAIN(TestTextLists)
#include "test_text_lists.moc"
