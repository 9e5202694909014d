// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dataset.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

using namespace rankscope;

using Paths = std::vector<std::string>;

class TestListReader : public QObject {
    Q_OBJECT

    SampleFolder m_folder;

    Dataset read(const std::string& text) {
        m_folder.write("list.csv", text);
        return readList(m_folder.path(), m_folder / "list.csv");
    }
    std::string errorIn(const std::string& text) {
        return errorOf([&] { read(text); });
    }

private slots:
    void initTestCase() {
        for (const char* name : {"a/1.avi", "a/2.avi", "b/1.avi", "b/with, comma.avi", "b/\"quoted\".avi"})
            m_folder.write(name);
    }

    void readsColumnsInAnyOrder() {
        const Dataset dataset = read("Split,class,PATH,group\n"
                                     "train,run,b/1.avi,g2\n"
                                     "test,walk,a/1.avi,g1\n"
                                     ",run,./a//2.avi,\n");
        QCOMPARE(dataset.classes, (Paths{"run", "walk"}));
        QCOMPARE(dataset.clips.size(), std::size_t{3});
        QCOMPARE(dataset.clips[0].path, std::string("a/1.avi"));
        QCOMPARE(dataset.clips[0].labels, std::vector<int>{1});
        QCOMPARE(dataset.clips[0].split, std::string("test"));
        QCOMPARE(dataset.clips[1].path, std::string("a/2.avi"));
        QCOMPARE(dataset.clips[1].group, std::string());
        QCOMPARE(dataset.clips[2].group, std::string("g2"));
        QCOMPARE(dataset.clips[2].split, std::string("train"));
    }

    void readsQuotesMarksAndForeignLineEnds() {
        const Dataset dataset = read("\xef\xbb\xbfpath,class\r\n"
                                     "\"b/with, comma.avi\",\"x \"\"y\"\"\"\r\n"
                                     "\r\n"
                                     "\"b/\"\"quoted\"\".avi\",z\r"
                                     "a/1.avi,z");
        QCOMPARE(dataset.clips.size(), std::size_t{3});
        QCOMPARE(dataset.classes, (Paths{"x \"y\"", "z"}));
        QCOMPARE(dataset.clips[1].path, std::string("b/\"quoted\".avi"));
        QCOMPARE(dataset.clips[2].path, std::string("b/with, comma.avi"));
    }

    void severalLabelsAreSeparatedBySemicolons() {
        const Dataset dataset = read("path,class\na/1.avi,run; jump\na/2.avi,\nb/1.avi,run\n");
        QCOMPARE(dataset.classes, (Paths{"jump", "run"}));
        QCOMPARE(dataset.clips[0].labels, (std::vector<int>{0, 1}));
        QVERIFY(dataset.clips[1].labels.empty());
        QVERIFY(dataset.multiLabel());
        QCOMPARE(dataset.clipsPerClass(), (std::vector<int>{1, 2}));
    }

    void equalRowsCountOnceAndOthersAreRefused() {
        QCOMPARE(read("path,class\na/1.avi,x\na/2.avi,y\na/1.avi,x\n").clips.size(), std::size_t{2});
        const std::string error = errorIn("path,class\na/1.avi,x\na/2.avi,y\na/./1.avi,y\n");
        QVERIFY2(error.find("list.csv, line 4") != std::string::npos, error.c_str());
        QVERIFY2(error.find("line 2 already") != std::string::npos, error.c_str());
    }

    void missingFilesAreSkipped() {
        const Dataset dataset = read("path,class\na/1.avi,x\na/none.avi,y\na/2.avi,z\na,x\n");
        QCOMPARE(dataset.clips.size(), std::size_t{2});
        QCOMPARE(dataset.classes, (Paths{"x", "z"}));
        QCOMPARE(dataset.skipped.size(), std::size_t{2});
        QCOMPARE(dataset.skipped[0].path, std::string("a"));
        QCOMPARE(dataset.skipped[1].reason, std::string("no such file"));
        QVERIFY(errorIn("path,class\na/none.avi,y\n").find("none of its 1 files") != std::string::npos);
    }

    void errorsNameTheLine_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* name, const std::string& text, const std::string& expected) {
            QTest::newRow(name) << text << expected;
        };
        row("absolute", "path,class\n/etc/passwd,x\n", "line 2: the path \"/etc/passwd\" is absolute");
        row("upwards", "path,class\na/1.avi,x\na/../../secret,x\n",
            "line 3: the path \"a/../../secret\" leads upwards");
        row("no path", "path,class\n,x\n", "line 2: the path is empty");
        row("unknown column", "path,klass\n", "line 1: the column \"klass\" is not known");
        row("column twice", "path,class,path\n", "line 1: the column \"path\" stands there twice");
        row("no class", "path,group\n", "line 1: the column \"class\" is missing");
        row("too few", "path,class,group\na/1.avi,x\n", "line 2: 2 fields where the first line names 3");
        row("split", "path,class,split\na/1.avi,x,trian\n",
            "line 2: the split \"trian\" is not known.|Did you mean train?");
        row("open quote", "path,class\n\"a/1.avi,x\nb,c\n", "line 2: a quote that never ends");
        row("after quote", "path,class\n\"a/1.avi\"b,x\n", "line 2: text after a closing quote");
        row("lines inside quotes count", "path,class\n\"a\n\nb\",x\n/c,y\n",
            "line 5: the path \"/c\" is absolute");
        row("latin 1", "path,class\na/1.avi,caf\xe9\n", "line 2: the text is not UTF-8");
        row("empty", "", "the list is empty");
        row("header alone", "path,class\n", "the list names no clips");
        row("one class", "path,class\na/1.avi,x\na/2.avi,x\n", "only one class, \"x\"");
    }
    void errorsNameTheLine() {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        const std::string error = errorIn(text);
        QVERIFY2(error.find(expected) != std::string::npos, error.c_str());
        QVERIFY2(error.find("list.csv") != std::string::npos, error.c_str());
    }

    void aMissingListOrFolderIsNamed() {
        const auto list = m_folder / "none.csv";
        QVERIFY(errorOf([&] { readList(m_folder.path(), list); }).find("none.csv: no such list") !=
                std::string::npos);
        std::filesystem::create_directories(m_folder / "empty");
        QVERIFY(errorOf([&] {
                    readList(m_folder.path(), m_folder / "empty");
                }).find("no list of clips in this folder") != std::string::npos);
        m_folder.write("list.csv", "path,class\na/1.avi,x\n");
        QVERIFY(errorOf([&] { readList(m_folder / "gone", m_folder / "list.csv"); }).find("no such folder") !=
                std::string::npos);
    }

    void theListOverridesTheFolders() {
        m_folder.write("list.csv", "path,class\na/1.avi,x\na/2.avi,y\n");
        QCOMPARE(openDataset(m_folder.path(), m_folder / "list.csv").classes, (Paths{"x", "y"}));
        QCOMPARE(openDataset(m_folder.path(), std::filesystem::path()).classes, (Paths{"a", "b"}));
    }
};

QTEST_APPLESS_MAIN(TestListReader)
#include "test_list_reader.moc"
