// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <filesystem>
#include <optional>

class QMimeData;

namespace rankscope {

/// What was dropped on the window or named on the command line, by what is done with it.
struct DroppedFiles {
    std::optional<std::filesystem::path> run;    ///< a folder with run.json
    std::optional<std::filesystem::path> folder; ///< any other folder: data
    std::optional<std::filesystem::path> list;   ///< a CSV file or a list in text
    QStringList videos; ///< all other files; those that are none say so when they are read
    QStringList missing;
};

DroppedFiles sorted(const QStringList& paths);

/// Local files and folders of a drag.
QStringList localPaths(const QMimeData& data);

/// Absolute, without "." or a "/" at its end, so that its last part is a name.
std::filesystem::path tidied(const QString& path);

} // namespace rankscope
