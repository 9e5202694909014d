// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QScreen>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

/// A screen of its own with a window manager, and a mouse and keys that go through the X server: what a test
/// does there passes through everything that a user's hands pass through.
namespace rankscope {

/// Starts the X server and the window manager; made before the application, which then uses them.
class RealScreen {
public:
    RealScreen() {
        QStringList missing;
        for (const char* program : {"Xvfb", "openbox", "xdotool"})
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                missing << QLatin1String(program);
        if (!missing.isEmpty()) {
            m_problem = "not installed here: " + missing.join(", ");
            return;
        }
        // The server picks a free number and writes it where -displayfd says.
        m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"});
        QByteArray number;
        while (!number.contains('\n') && m_server.waitForReadyRead(20'000))
            number += m_server.readAllStandardOutput();
        if (!number.contains('\n')) {
            m_problem = "Xvfb does not start";
            return;
        }
        qputenv("DISPLAY", ":" + number.trimmed());
        qputenv("QT_QPA_PLATFORM", "xcb");
        m_manager.start("openbox", QStringList());
        if (!m_manager.waitForStarted()) m_problem = "openbox does not start";
    }
    ~RealScreen() {
        m_manager.kill();
        m_manager.waitForFinished();
        m_server.terminate();
        if (!m_server.waitForFinished(5000)) m_server.kill();
    }

    /// Why there is none; empty: all is well.
    const QString& problem() const { return m_problem; }

private:
    QProcess m_server, m_manager;
    QString m_problem;
};

/// The user's hands. Every call returns when the X server has had it all; the window answers in its own time.
class Hands {
public:
    static void moveTo(const QWidget& widget, const QPoint& place) {
        const QPoint at = widget.mapToGlobal(place);
        run({"mousemove", number(at.x()), number(at.y())});
    }
    static void moveTo(const QWidget& widget) { moveTo(widget, widget.rect().center()); }
    static void click(const QWidget& widget, const QPoint& place, int times = 1) {
        moveTo(widget, place);
        run({"click", "--repeat", number(times), "--delay", "60", "1"});
    }
    static void click(const QWidget& widget) { click(widget, widget.rect().center()); }
    static void clickRight(const QWidget& widget) {
        moveTo(widget);
        run({"click", "3"});
    }
    /// Positive: away from the user.
    static void wheel(const QWidget& widget, const QPoint& place, int steps) {
        moveTo(widget, place);
        for (int i = 0; i < std::abs(steps); ++i) run({"click", steps > 0 ? "4" : "5"});
    }
    static void drag(const QWidget& from, const QPoint& start, const QWidget& to, const QPoint& end) {
        const QPoint a = from.mapToGlobal(start), b = to.mapToGlobal(end);
        QStringList steps{"mousemove", number(a.x()), number(a.y()), "mousedown", "1"};
        for (int i = 1; i <= 10; ++i)
            steps << QStringList{"sleep", "0.05", "mousemove", number(a.x() + (b.x() - a.x()) * i / 10),
                                 number(a.y() + (b.y() - a.y()) * i / 10)};
        run(steps << QStringList{"sleep", "0.2", "mouseup", "1"});
    }
    /// Names as of xdotool: "ctrl+z", "Return".
    static void press(const QString& keys) { run({"key", keys}); }
    static void type(const QString& text) { run({"type", "--delay", "15", text}); }

private:
    static QString number(int value) { return QString::number(value); }
    static void run(const QStringList& arguments) {
        QProcess process;
        process.start("xdotool", arguments);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        QCOMPARE(process.exitCode(), 0);
    }
};

/// Pictures of the whole screen, numbered, in the folder that RANKSCOPE_SHOTS names; without it none are
/// kept.
class Album {
public:
    void shoot(const QString& name) {
        QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("RANKSCOPE_SHOTS");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        const QString file = QStringLiteral("%1-%2.png").arg(++m_number, 2, 10, QLatin1Char('0')).arg(name);
        QVERIFY(QGuiApplication::primaryScreen()->grabWindow(0).save(QDir(folder).filePath(file)));
    }

private:
    int m_number = 0;
};

} // namespace rankscope
