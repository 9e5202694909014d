// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/spec_json.h"
#include "tests/engine/storage/run_fixture.h"
#include "tests/support/unprivileged.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace rankscope;
namespace fs = std::filesystem;

namespace {

template <class Code>
QString errorOf(Code code) {
    try {
        code();
    } catch (const Error& error) {
        return QString::fromStdString(std::string(error.what()) + "|" + error.hint());
    }
    return {};
}

} // namespace

/// What happens to a run folder from outside: other programs, links, permissions.
class TestRunFaults : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void aSecondProcessIsRefusedUntilTheFirstDies() {
        const fs::path run = path("two");
        { RunWriter::create(run, smallHeader()).commit(stateAfter(1, 1)); }
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t other = fork();
        if (other == 0) {
            const auto writer = RunWriter::reopen(run, smallHeader().spec);
            if (write(ready[1], "x", 1) == 1) pause();
            _exit(1);
        }
        char byte = 0;
        QCOMPARE(read(ready[0], &byte, 1), ssize_t{1});
        const QByteArray before = contentOf(run / "run.json");
        ExperimentSpec longer = smallHeader().spec;
        longer.training.epochs = 99;
        const QString refused = errorOf([&] { RunWriter::reopen(run, longer); });
        QVERIFY2(refused.contains("Another program is writing the run") &&
                     refused.contains(QString::fromStdString(run.string())) && refused.contains("Wait until"),
                 qPrintable(refused));
        QCOMPARE(contentOf(run / "run.json"), before);
        QCOMPARE(readRun(run).history.size(), 1u); // looking is allowed
        kill(other, SIGKILL);
        waitpid(other, nullptr, 0);
        RunWriter::reopen(run, longer).commit(stateAfter(2, 1));
        QCOMPARE(readRun(run).history.size(), 2u);
        close(ready[0]);
        close(ready[1]);
    }

    void linksInARunAreNotFollowed_data() {
        QTest::addColumn<QString>("file");
        for (const char* file : {"run.json", "clips.json", "last.state", "best.safetensors", "result.json"})
            QTest::newRow(file) << file;
    }
    void linksInARunAreNotFollowed() {
        QFETCH(QString, file);
        const fs::path run = path(qPrintable("links " + file)), outside = path("outside");
        {
            auto writer = RunWriter::create(run, smallHeader());
            writer.commit(stateAfter(1, 1));
            writer.setTestResult({0.5, {}});
            writer.commit(stateAfter(2, 1)); // so that the best weights are in their own file
        }
        fs::remove(outside);
        fs::rename(run / file.toStdString(), outside);
        fs::create_symlink(outside, run / file.toStdString());
        const QString refused = errorOf([&] {
            readHeader(run);
            readRun(run);
            readState(run);
            readBest(run);
        });
        QVERIFY2(refused.contains(file) && refused.contains("it is a link"), qPrintable(refused));
    }

    void nothingIsWrittenThroughLinks() {
        const fs::path run = path("written"), outside = path("precious");
        { RunWriter::create(run, smallHeader()).commit(stateAfter(1, 1)); }
        for (const char* name : {"metrics.csv", "last.safetensors", "best.safetensors", ".lock"}) {
            putContent(outside, "mine");
            fs::remove(run / name);
            fs::create_symlink(outside, run / name);
            errorOf([&] {
                auto writer = RunWriter::reopen(run, smallHeader().spec);
                writer.commit(stateAfter(2, 2));
            });
            QCOMPARE(contentOf(outside), QByteArray("mine"));
            fs::remove(run / name);
        }
        // also where the link appears while the run is written
        auto writer = RunWriter::reopen(run, smallHeader().spec);
        fs::remove(run / "metrics.csv");
        fs::create_symlink(outside, run / "metrics.csv");
        const QString refused = errorOf([&] { writer.commit(stateAfter(3, 3)); });
        QVERIFY2(refused.contains("metrics.csv"), qPrintable(refused));
        QCOMPARE(contentOf(outside), QByteArray("mine"));
        QCOMPARE(readState(run)->epoch, 3); // the commit point had been reached
    }

    void aLinkToASpecFileIsFollowed() {
        putContent(path("real.json"), R"({"training": {"epochs": 9}})");
        fs::create_symlink("real.json", path("linked.json"));
        QCOMPARE(readSpecFile(path("linked.json")).training.epochs, 9);
    }

    void foldersThatCannotBeWrittenAreNamed() {
        fs::permissions(m_folder.path().toStdString(), fs::perms::all);
        const fs::path run = path("closed"), parent = path("parent");
        { RunWriter::create(run, smallHeader()).commit(stateAfter(1, 1)); }
        fs::create_directory(parent);
        Unprivileged::makeReadOnly(run);
        Unprivileged::makeReadOnly(parent);
        {
            const Unprivileged user;
            const QString made = errorOf([&] { RunWriter::create(parent / "run", smallHeader()); });
            QVERIFY2(made.contains("parent/run") && made.contains("Choose a place"), qPrintable(made));
            const QString opened = errorOf([&] { RunWriter::reopen(run, smallHeader().spec); });
            QVERIFY2(opened.contains("closed") && opened.contains("Choose a place"), qPrintable(opened));
            QCOMPARE(readRun(run).history.size(), 1u);
            QCOMPARE(readBest(run).weights, stateAfter(1, 1).weights);
        }
        fs::permissions(run, fs::perms::owner_all); // so that it can be removed
    }

    void aFolderThatIsClosedWhileItIsWrittenLosesNothing() {
        fs::permissions(m_folder.path().toStdString(), fs::perms::all);
        const fs::path run = path("closing");
        auto writer = RunWriter::create(run, smallHeader());
        writer.commit(stateAfter(1, 1));
        Unprivileged::makeReadOnly(run);
        {
            const Unprivileged user;
            const QString refused = errorOf([&] { writer.commit(stateAfter(2, 2)); });
            QVERIFY2(refused.contains("last.state"), qPrintable(refused));
            verifySame(*readState(run), stateAfter(1, 1));
        }
        fs::permissions(run, fs::perms::all);
        writer.commit(stateAfter(2, 2));
        QCOMPARE(readState(run)->epoch, 2);
    }
};

QTEST_APPLESS_MAIN(TestRunFaults)
#include "test_run_faults.moc"
