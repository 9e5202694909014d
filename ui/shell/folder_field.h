// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <filesystem>

class QLabel;
class QLineEdit;

namespace rankscope {

/// A folder to type or to choose, checked as it is typed: one that cannot be used says why below and is not
/// taken.
class FolderField : public QWidget {
    Q_OBJECT
public:
    FolderField(const QString& name, const QString& explanation, QWidget* parent = nullptr);

    void setFolder(const std::filesystem::path& folder);

signals:
    void chosen(const std::filesystem::path& folder);

private:
    void take();
    void choose();

    QLineEdit* m_edit;
    QLabel* m_note;
    QString m_name, m_explanation;
    std::filesystem::path m_folder;
};

} // namespace rankscope
