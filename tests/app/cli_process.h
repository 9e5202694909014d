// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// Runs rankscope-cli as a user would and keeps what it says.
namespace rankscope {

struct CliResult {
    int exitCode = -1; ///< -1: did not start, crashed or took too long
    QByteArray out, err;

    const QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    const QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }

    /// The events of one kind, of output with one JSON object a line.
    QList<QJsonObject> events(const QString& kind) const {
        QList<QJsonObject> found;
        for (const QByteArray& line : out.split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (event["event"] == kind) found.append(event);
        }
        return found;
    }
    QByteArray all() const { return "exit code " + QByteArray::number(exitCode) + "\n" + out + err; }
};

inline CliResult finished(QProcess& process) {
    CliResult result;
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(240'000);
    if (ended && process.exitStatus() == QProcess::NormalExit) result.exitCode = process.exitCode();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

/// The program beside the folder of the tests.
inline QString cliProgram() {
    return QCoreApplication::applicationDirPath() + "/../rankscope-cli";
}

inline CliResult runCli(const QStringList& arguments) {
    QProcess process;
    process.start(cliProgram(), arguments);
    return finished(process);
}

/// The folder in which the runs of a test lie.
class CliFolder {
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QByteArray content(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace rankscope
