// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_menu.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace rankscope {

namespace {

constexpr int mostEntries = 8;
constexpr const char* dataKey = "recent/data";
constexpr const char* runsKey = "recent/runs";

void add(const char* key, const std::filesystem::path& folder) {
    const QString path = QString::fromStdString(folder.string());
    QSettings settings;
    QStringList paths = settings.value(key).toStringList();
    if (path.isEmpty() || paths.value(0) == path) return;
    paths.removeAll(path);
    paths.prepend(path);
    settings.setValue(key, QStringList(paths.mid(0, mostEntries)));
}

} // namespace

RecentMenu::RecentMenu(QWidget* parent) : QMenu(tr("Open recen&t"), parent) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentMenu::fill);
}

void RecentMenu::addData(const std::filesystem::path& folder) {
    add(dataKey, folder);
}

void RecentMenu::addRun(const std::filesystem::path& folder) {
    add(runsKey, folder);
}

void RecentMenu::fill() {
    clear();
    addSectionOf(tr("Data"), dataKey);
    addSectionOf(tr("Runs"), runsKey);
    if (isEmpty()) {
        addAction(tr("Nothing was opened yet"))->setEnabled(false);
        return;
    }
    addSeparator();
    connect(addAction(tr("&Forget these")), &QAction::triggered, this,
            [] { QSettings().remove(QStringLiteral("recent")); });
}

void RecentMenu::addSectionOf(const QString& title, const char* key) {
    const QStringList paths = QSettings().value(key).toStringList();
    if (paths.isEmpty()) return;
    addSection(title);
    for (const QString& path : paths) {
        QAction* action = addAction(QFileInfo(path).fileName().replace('&', QLatin1String("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
    }
}

} // namespace rankscope
