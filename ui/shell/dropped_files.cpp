// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dropped_files.h"

#include "engine/storage/run_files.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace rankscope {

namespace {
bool isList(const QFileInfo& file) {
    const QString ending = file.suffix().toLower();
    return ending == QLatin1String("csv") || ending == QLatin1String("txt");
}
} // namespace

DroppedFiles sorted(const QStringList& paths) {
    DroppedFiles files;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const std::filesystem::path place = tidied(path);
        if (!info.exists())
            files.missing << path;
        else if (info.isDir() && QFileInfo::exists(QDir(path).filePath(QLatin1String(runfile::description))))
            files.run = place;
        else if (info.isDir())
            files.folder = place;
        else if (isList(info))
            files.list = place;
        else
            files.videos << QString::fromStdString(place.string());
    }
    return files;
}

QStringList localPaths(const QMimeData& data) {
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

std::filesystem::path tidied(const QString& path) {
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toStdString();
}

} // namespace rankscope
