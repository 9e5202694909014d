// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/rules.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>

using Rule = QStringList (*)(const QString& path, const QString& text);

struct TrackedFile {
    QString path;
    QString text; // empty for binary files
};

/// Holds every file that git tracks against the rules of the source tree, and the rules against samples.
class TestStructure : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void rulesTellGoodFromBad_data();
    void rulesTellGoodFromBad();

    void treeIncludesGoDown() { holds(rules::includesGoDown); }
    void treeHasNoQtBelowTheWindow() { holds(rules::noQtBelowTheWindow); }
    void treeHasOpenCvInVideoOnly() { holds(rules::openCvInVideoOnly); }
    void treeHasCustomPlotInPlotOnly() { holds(rules::customPlotInPlotOnly); }
    void treeHasKnownTopLevel() { holds(rules::knownTopLevel); }
    void treeHasAtMost400LinesAFile() { holds(rules::atMost400Lines); }
    void treeFilesStartWithLicence() { holds(rules::startsWithLicence); }
    void treeHasNothingLeftForLater() { holds(rules::nothingLeftForLater); }
    void treeHasNoMachinePaths() { holds(rules::noMachinePaths); }

private:
    void holds(Rule rule) const;

    std::vector<TrackedFile> m_files;
};

void TestStructure::initTestCase() {
    const QDir source(RANKSCOPE_SOURCE_DIR);
    if (!source.exists(".git")) return; // an unpacked archive: holds() skips

    QProcess git;
    git.setWorkingDirectory(source.path());
    git.start("git", {"-c", "safe.directory=*", "ls-files", "-z"});
    QVERIFY2(git.waitForFinished() && git.exitCode() == 0, git.readAllStandardError().constData());
    for (const QByteArray& name : git.readAllStandardOutput().split('\0')) {
        QFile file(source.filePath(QString::fromUtf8(name)));
        if (name.isEmpty() || !file.open(QIODevice::ReadOnly)) continue; // deleted, but not yet in git
        const QByteArray bytes = file.readAll();
        m_files.push_back(
            {QString::fromUtf8(name), bytes.contains('\0') ? QString() : QString::fromUtf8(bytes)});
    }
    QVERIFY2(m_files.size() > 10, "git lists hardly any files");
}

void TestStructure::holds(Rule rule) const {
    if (m_files.empty()) QSKIP("not a git checkout, so there is no list of tracked files");
    QStringList found;
    for (const TrackedFile& file : m_files) found << rule(file.path, file.text);
    QVERIFY2(found.isEmpty(), qPrintable("\n  " + found.join("\n  ")));
}

void TestStructure::rulesTellGoodFromBad_data() {
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");

    const auto row = [](const char* name, Rule rule, const QString& path, const QString& text, bool good) {
        QTest::newRow(name) << rule << path << text << good;
    };
    using namespace rules;
    row("ui sees engine", includesGoDown, "ui/a/b.h", "#include \"engine/base/error.h\"\n", true);
    row("engine sees ui", includesGoDown, "engine/a/b.h", "x\n#include \"ui/bridge/job.h\"\n", false);
    row("ui sees app", includesGoDown, "ui/a/b.cpp", "#include <app/gui/main.h>\n", false);
    row("cli sees ui", includesGoDown, "app/cli/a.cpp", "#include \"ui/bridge/job.h\"\n", false);
    row("gui sees ui", includesGoDown, "app/gui/a.cpp", "#include \"ui/bridge/job.h\"\n", true);
    row("gui sees cli", includesGoDown, "app/gui/a.cpp", "#include \"app/cli/options.h\"\n", false);
    row("engine sees tests", includesGoDown, "engine/a/b.h", "#include \"tests/support/a.h\"\n", false);
    row("engine test sees ui", includesGoDown, "tests/engine/test_a.cpp", "#include \"ui/a/b.h\"\n", false);
    row("by a detour", includesGoDown, "engine/a/b.h", "#include \"../../ui/a/b.h\"\n", false);

    row("engine with std", noQtBelowTheWindow, "engine/a/b.h", "#include <queue>\n#include <Eigen/Core>\n",
        true);
    row("engine with Qt", noQtBelowTheWindow, "engine/a/b.h", "#include <QString>\n", false);
    row("engine with Qt module", noQtBelowTheWindow, "engine/a/b.cpp", "# include <QtCore/QString>\n", false);
    row("engine with qt header", noQtBelowTheWindow, "engine/a/b.cpp", "#include <qglobal.h>\n", false);
    row("cli with Qt", noQtBelowTheWindow, "app/cli/a.cpp", "#include <QString>\n", false);
    row("gui with Qt", noQtBelowTheWindow, "app/gui/a.cpp", "#include <QString>\n", true);

    row("video with OpenCV", openCvInVideoOnly, "engine/video/a.cpp", "#include <opencv2/videoio.hpp>\n",
        true);
    row("video with highgui", openCvInVideoOnly, "engine/video/a.cpp", "#include <opencv2/highgui.hpp>\n",
        false);
    row("data with OpenCV", openCvInVideoOnly, "engine/data/a.cpp", "#include <opencv2/core.hpp>\n", false);
    row("plot with plot", customPlotInPlotOnly, "ui/plot/a.cpp", "#include <qcustomplot.h>\n", true);
    row("train with plot", customPlotInPlotOnly, "ui/training/a.h", "#include <qcustomplot.h>\n", false);

    row("room", knownTopLevel, "engine/base/error.h", "", true);
    row("dot file", knownTopLevel, ".clang-format", "", true);
    row("dot folder", knownTopLevel, ".ci/run", "", true);
    row("stray file", knownTopLevel, "NOTES.md", "", false);
    row("stray folder", knownTopLevel, "scripts/a.py", "", false);
    row("room as a file", knownTopLevel, "engine", "", false);

    row("400 lines", atMost400Lines, "ui/a.cpp", QString("x\n").repeated(400), true);
    row("401 lines", atMost400Lines, "ui/a.cpp", QString("x\n").repeated(401), false);
    row("401st line unended", atMost400Lines, "ui/a.h", QString("x\n").repeated(400) + "x", false);
    row("long CMake", atMost400Lines, "ui/CMakeLists.txt", QString("x\n").repeated(401), false);
    row("long data", atMost400Lines, "tests/golden/a.csv", QString("x\n").repeated(401), true);

    const QString licence = "// SPDX-FileCopyrightText: 2026 The Rankscope developers\n"
                            "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    row("licence", startsWithLicence, "ui/a.cpp", licence + "#pragma once\n", true);
    row("licence late", startsWithLicence, "ui/a.cpp", "\n" + licence, false);
    row("licence half", startsWithLicence, "ui/a.cpp", licence.section('\n', 0, 0) + "\n", false);
    row("no licence", startsWithLicence, "ui/a.h", "#pragma once\n", false);

    row("finished", nothingLeftForLater, "ui/a.cpp", "int todoCount;\n", true);
    row("unfinished", nothingLeftForLater, "ui/a.cpp", QString("int a; // TO%1: b\n").arg("DO"), false);
    row("to be mended", nothingLeftForLater, "packaging/run", QString("# FIX%1\n").arg("ME"), false);

    row("relative path", noMachinePaths, "ui/a.cpp", "\"../shared/data/tmp/a\"\n", true);
    row("path in a variable", noMachinePaths, "tests/CMakeLists.txt", "${here}/home/a\n", true);
    row("home path", noMachinePaths, "ui/a.cpp", QString("\"/%1/a/b\"\n").arg("home"), false);
    row("work path", noMachinePaths, "README.md", QString("cd /%1/a\n").arg("work"), false);
}

void TestStructure::rulesTellGoodFromBad() {
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(bool, good);
    const QStringList found = rule(path, text);
    QVERIFY2(found.isEmpty() == good, qPrintable(found.join('\n')));
    for (const QString& violation : found) QVERIFY(violation.startsWith(path + ':'));
}

QTEST_APPLESS_MAIN(TestStructure)
#include "test_structure.moc"
