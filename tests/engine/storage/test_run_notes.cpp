// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/run_notes.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace rankscope;

class TestRunNotes : public QObject {
    Q_OBJECT

private slots:
    void comeBackAsWritten() {
        const QTemporaryDir folder;
        const std::filesystem::path run = folder.path().toStdString();
        QVERIFY(readRunNotes(run) == RunNotes{});
        const RunNotes notes{"grew \"ranks\" at epoch 4\nsee \xc3\xa9", 5};
        writeRunNotes(run, notes);
        QVERIFY(readRunNotes(run) == notes);
        writeRunNotes(run, {"plain", {}});
        QVERIFY(!readRunNotes(run).color);
    }

    void hostileFilesAreRefused() {
        const QTemporaryDir folder;
        const std::filesystem::path run = folder.path().toStdString();
        for (const char* text : {"{", "[]", R"({"color": 1000})", R"({"color": -1})", R"({"other": 1})"}) {
            std::ofstream(run / "notes.json") << text;
            QVERIFY_EXCEPTION_THROWN(readRunNotes(run), Error);
        }
        QVERIFY_EXCEPTION_THROWN(writeRunNotes(run, {std::string(longestNote + 1, 'x'), {}}), Error);
    }
};

QTEST_APPLESS_MAIN(TestRunNotes)
#include "test_run_notes.moc"
