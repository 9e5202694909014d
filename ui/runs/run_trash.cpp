// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_trash.h"

#include "engine/base/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace rankscope {

namespace {

struct Trash {
    Q_DECLARE_TR_FUNCTIONS(rankscope::Trash)
};

/// The note that the trash keeps of each thing in it (freedesktop.org trash specification 1.0).
QString infoOf(const QString& inTrash) {
    const QFileInfo info(inTrash);
    return info.dir().absoluteFilePath(QStringLiteral("../info/%1.trashinfo").arg(info.fileName()));
}

} // namespace

void RunTrash::put(const std::vector<std::filesystem::path>& runs) {
    bool first = true;
    for (const auto& run : runs) {
        QString place;
        const QString path = QString::fromStdString(run.string());
        if (!QFile::moveToTrash(path, &place))
            throw Error(
                Trash::tr("\"%1\" could not be moved to the trash.").arg(path).toStdString(),
                Trash::tr("Nothing of it was deleted; delete its folder in the file manager.").toStdString());
        if (std::exchange(first, false)) m_last.clear(); // only now: those before can still be taken back
        m_last.push_back({run, place});
    }
}

void RunTrash::takeBack() {
    while (!m_last.empty()) {
        const Moved moved = m_last.back();
        const QString path = QString::fromStdString(moved.from.string());
        if (QFileInfo::exists(path) || !QDir().rename(moved.to, path))
            throw Error(Trash::tr("\"%1\" could not be brought back.").arg(path).toStdString(),
                        Trash::tr("It is in the trash as %1.").arg(moved.to).toStdString());
        QFile::remove(infoOf(moved.to));
        m_last.pop_back();
    }
}

} // namespace rankscope
