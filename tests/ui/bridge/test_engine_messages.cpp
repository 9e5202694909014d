// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bridge/thrown_messages.h"
#include "ui/bridge/engine_messages.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace rankscope;

class TestEngineMessages : public QObject {
    Q_OBJECT

    static QStringList values(const QString& text) {
        QStringList all;
        for (auto places = QRegularExpression(QStringLiteral("%[0-9]")).globalMatch(text); places.hasNext();)
            all << places.next().captured();
        all.sort();
        return all;
    }

private slots:
    void patternsAreReadFromSource() {
        const QString source = "throw Error(\"Rank \" + name(i, \",\") + \" is \" + toText(r) +\n"
                               "            \": \\\"no\\\" good.\",\n"
                               "            \"The \" \"nearest is \" + n + \".\");";
        QCOMPARE(thrownPatterns(source), QStringList({"Rank %1 is %2: \"no\" good.", "The nearest is %1."}));
        QVERIFY(thrownPatterns("throw Error(some ? \"one thing\" : \"another\");").isEmpty());
    }

    void everythingTheEngineThrowsIsTranslated() {
        QSet<QString> known;
        for (const MessagePattern& pattern : messagePatterns("zh_CN")) known << pattern.english;
        QVERIFY(known.size() > 200);
        QStringList missing;
        QDirIterator files(QStringLiteral(RANKSCOPE_SOURCE_DIR "/engine"), {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString& pattern : thrownPatterns(QString::fromUtf8(file.readAll())))
                if (!known.contains(pattern)) missing << pattern;
        }
        missing.removeDuplicates();
        QVERIFY2(missing.isEmpty(), qPrintable("\n  " + missing.join("\n  ")));
    }

    void valuesAreKept() {
        for (const MessagePattern& pattern : messagePatterns("zh_CN")) {
            QVERIFY2(!pattern.translation.isEmpty(), qPrintable(pattern.english));
            QVERIFY2(values(pattern.english) == values(pattern.translation), qPrintable(pattern.english));
        }
    }

    void sentencesAreFoundByTheirMostSpecificPattern() {
        const MessageTable table({{"%1: %2 is not possible.", "%1:%2!"},
                                  {"Split: a share of %1 is not possible.", "share %1!"},
                                  {"Hidden to hidden: %1", "U %1"},
                                  {"Cannot write %1: %2.", "%2 (%1)"},
                                  {"disk full", "DISK"}});
        QCOMPARE(table.translated("Frames: 0 is not possible."), QString("Frames:0!"));
        QCOMPARE(table.translated("Split: a share of 2 is not possible."), QString("share 2!"));
        QCOMPARE(table.translated("Hidden to hidden: Frames: 0 is not possible."), QString("U Frames:0!"));
        QCOMPARE(table.translated("Cannot write a.b: disk full."), QString("DISK (a.b)"));
        QCOMPARE(table.translated("Something else."), QString("Something else."));
        QCOMPARE(table.translated(""), QString(""));
    }

    void theTableKnowsRealSentences() {
        const MessageTable table(messagePatterns("zh_CN"));
        QVERIFY(table.translated("Rank r_1 is 9, but its unfolding allows 1 to 4.").contains("9"));
        QCOMPARE(table.translated("/v/a.avi: a text file, not a video."),
                 QString("/v/a.avi：是文本文件，不是视频。"));
        QCOMPARE(table.translated("There is no preset \"x%1\"."), QString("没有预设“x%1”。"));
    }
};

QTEST_APPLESS_MAIN(TestEngineMessages)
#include "test_engine_messages.moc"
