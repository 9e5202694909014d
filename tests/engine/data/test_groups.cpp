// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_spec.h"
#include "engine/data/dataset.h"
#include "engine/data/name_pattern.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

using namespace rankscope;
using GroupNames = std::vector<std::string>;

class TestGroups : public QObject {
    Q_OBJECT

private slots:
    void thePatternCapturesTheGroup() {
        const NamePattern scene("_g(\\d+)_");
        QCOMPARE(scene.groupOf("v_Biking_g08_c01.avi"), std::string("08"));
        QCOMPARE(scene.groupOf("v_Biking_c01.avi"), std::string());
        QCOMPARE(NamePattern("^(S\\d\\d)").groupOf("S02_far.mp4"), std::string("S02"));
        QCOMPARE(NamePattern("(?:far|near)_(.)").groupOf("near_é.mp4"), std::string("\xc3"));
        QCOMPARE(NamePattern("^(a|ab)(?:c|bcd)").groupOf("abcd"), std::string("a"));
        QCOMPARE(NamePattern("(x*)").groupOf("abc"), std::string()); // an empty capture is no group
    }

    void badPatternsAreRefused_data() {
        QTest::addColumn<std::string>("pattern");
        QTest::addColumn<std::string>("reason");
        const auto row = [](const char* pattern, const char* reason) {
            QTest::newRow(pattern) << std::string(pattern) << std::string(reason);
        };
        row("", "empty");
        row("S\\d+", "0 capture groups");
        row("(a)(b)", "2 capture groups");
        row("(a", "no valid regular expression");
        row("[z-a](b)", "no valid regular expression");
        row("(a)\\1", "no valid regular expression"); // back-references are what makes searching slow
        row("(((a{100}){100}){100})", "too many repetitions");
        row("(a{99999999999999999999999})", "too many repetitions");
        QTest::newRow("long") << "(" + std::string(300, 'a') + ")" << std::string("longer than 200");
        QTest::newRow("bytes") << std::string("(\xff)") << std::string("UTF-8");
    }
    void badPatternsAreRefused() {
        QFETCH(std::string, pattern);
        QFETCH(std::string, reason);
        const std::string error = errorOf([&] { NamePattern{pattern}; });
        QVERIFY2(error.find(reason) != std::string::npos, error.c_str());
        DataSpec spec;
        spec.groups = GroupSource::Pattern;
        spec.groupPattern = pattern;
        QCOMPARE(errorOf([&] { validate(spec); }), error);
    }

    void noPatternTakesForEver() {
        // each of these takes a backtracking search longer than the universe has lasted
        const std::string name(255, 'a');
        for (const char* pattern : {"((?:a+)+)b$", "((?:a|a)*)b$", "((?:a*)*)b$", "(?:a?){30}a{30}(b)"})
            QCOMPARE(NamePattern(pattern).groupOf(name), std::string());
        QCOMPARE(NamePattern("(a)").groupOf(std::string(256, 'a')), std::string());
    }

    void personsInSeveralClassesAreOneGroup() {
        SampleFolder folder;
        for (const char* path : {"jump/S02/a.avi", "dive/S02/b.avi", "dive/S03/far/c.avi", "dive/d.avi"})
            folder.write(path);
        DataSpec spec;
        QCOMPARE(openDataset(folder.path(), spec).groups(), (GroupNames{"S03", "dive/S02", "jump/S02"}));
        spec.groups = GroupSource::Folder;
        const Dataset dataset = openDataset(folder.path(), spec);
        QCOMPARE(dataset.groups(), (GroupNames{"S02", "S03"}));
        QCOMPARE(dataset.clips[2].path, std::string("dive/d.avi"));
        QCOMPARE(dataset.clips[2].group, std::string()); // the class is no group
    }

    void listsTakeTheFolderOfTheClipOrAPattern() {
        SampleFolder folder;
        folder.write("S02/jump_g1.avi");
        folder.write("S03/dive_g1.avi");
        folder.write("list.csv", "path,class,group\nS02/jump_g1.avi,jump,own\nS03/dive_g1.avi,dive,own\n");
        DataSpec spec;
        spec.list = folder / "list.csv";
        QCOMPARE(openDataset(folder.path(), spec).groups(), (GroupNames{"own"}));
        spec.groups = GroupSource::Folder;
        QCOMPARE(openDataset(folder.path(), spec).groups(), (GroupNames{"S02", "S03"}));
        spec.groups = GroupSource::Pattern;
        spec.groupPattern = "_(g\\d)\\.";
        QCOMPARE(openDataset(folder.path(), spec).groups(), (GroupNames{"g1"}));
        spec.groupPattern = "(person\\d)";
        const std::string error = errorOf([&] { openDataset(folder.path(), spec); });
        QVERIFY2(error.find("matches no file name, such as jump_g1.avi") != std::string::npos, error.c_str());
    }
};

QTEST_APPLESS_MAIN(TestGroups)
#include "test_groups.moc"
