// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// A function compiled for a newer processor must never serve an older one: kernels leave no symbol outside
/// their level's namespaces that a linker could take instead of another's.
class TestKernelObjects : public QObject {
    Q_OBJECT

    static QString run(const QString& program, const QStringList& arguments, bool* good) {
        QProcess process;
        process.start(program, arguments);
        *good = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
                process.exitCode() == 0;
        return QString::fromLocal8Bit(process.readAllStandardOutput() + process.readAllStandardError());
    }

private slots:
    void symbolsStayInTheirLevel_data() {
        QTest::addColumn<QString>("level");
        for (const char* level : {"v2", "v3", "v4"}) QTest::newRow(level) << level;
    }
    void symbolsStayInTheirLevel() {
#if !defined(__x86_64__)
        QSKIP("one level on this processor");
#endif
        QFETCH(QString, level);
        if (QStandardPaths::findExecutable("nm").isEmpty()) QSKIP("no nm here");
        bool good = false;
        const QString all = run("nm", QStringList{"-C"} + QString(RANKSCOPE_KERNEL_OBJECTS).split(':'), &good);
        QVERIFY2(good, qPrintable(all.left(500)));
        const QStringList lines = all.split('\n');
        const auto begin = lines.indexOf(QRegularExpression(QStringLiteral(".*/level_%1\\.cpp\\.o:").arg(level)));
        QVERIFY(begin >= 0);
        int defined = 0;
        for (auto i = begin + 1; i < lines.size() && !lines[i].isEmpty(); ++i) {
            const QString kind = lines[i].section(' ', 1, 1), name = lines[i].section(' ', 2);
            if (!QStringLiteral("TWVuBDR").contains(kind) || kind.size() != 1) continue; // local or undefined
            ++defined;
            QVERIFY2(name.contains("rankscope::" + level + "::") || name.contains("Eigen_" + level + "::") ||
                         name.startsWith("DW.ref."), // a pointer to the compiler's own exception routine
                     qPrintable(lines[i]));
        }
        QVERIFY(defined > 0);
    }

    void sourcesCompileElsewhere() {
        const QString compiler = QStandardPaths::findExecutable("aarch64-linux-gnu-g++");
        if (compiler.isEmpty()) QSKIP("no aarch64-linux-gnu-g++ here");
        QTemporaryDir folder;
        bool good = false;
        const QString said =
            run(compiler,
                {"-std=c++20", "-O1", "-Wall", "-Werror", "-I" RANKSCOPE_SOURCE_DIR, "-isystem",
                 RANKSCOPE_EIGEN_INCLUDE, "-c", RANKSCOPE_SOURCE_DIR "/engine/kernel/level_generic.cpp", "-o",
                 folder.filePath("generic.o")},
                &good);
        QVERIFY2(good, qPrintable(said.left(2000)));
    }
};

QTEST_APPLESS_MAIN(TestKernelObjects)
#include "test_kernel_objects_slow.moc"
