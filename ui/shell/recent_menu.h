// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <filesystem>

namespace rankscope {

/// The data folders and runs that were opened last, newest first, kept in the settings.
class RecentMenu : public QMenu {
    Q_OBJECT
public:
    explicit RecentMenu(QWidget* parent = nullptr);

    void addData(const std::filesystem::path& folder);
    void addRun(const std::filesystem::path& folder);

signals:
    void chosen(const QString& path);

private:
    void fill();
    void addSectionOf(const QString& title, const char* key);
};

} // namespace rankscope
