// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/folder_field.h"

#include "ui/shell/ask_files.h"
#include "ui/shell/dropped_files.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace rankscope {

namespace {

/// Why nothing can be written there; empty: it can. A folder that is missing is made when it is needed.
QString problemOfFolder(const QString& text) {
    if (!QFileInfo(text).isAbsolute()) return FolderField::tr("A whole path is needed, from / on.");
    QFileInfo place(text);
    while (!place.exists() && !place.isRoot()) place.setFile(place.path());
    if (!place.isDir()) return FolderField::tr("%1 is a file.").arg(place.filePath());
    if (!place.isWritable()) return FolderField::tr("Nothing can be written in %1.").arg(place.filePath());
    return {};
}

} // namespace

FolderField::FolderField(const QString& name, const QString& explanation, QWidget* parent)
    : QWidget(parent),
      m_edit(new QLineEdit(this)),
      m_note(new QLabel(explanation, this)),
      m_name(name),
      m_explanation(explanation) {
    m_edit->setAccessibleName(name);
    m_edit->setAccessibleDescription(explanation);
    setFocusProxy(m_edit);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* button = new QPushButton(tr("Choose…"), this);
    button->setAccessibleName(tr("Choose: %1").arg(name));
    button->setAutoDefault(false);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setVerticalSpacing(2);
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(button, 0, 1);
    layout->addWidget(m_note, 1, 0, 1, 2);
    connect(m_edit, &QLineEdit::editingFinished, this, &FolderField::take);
    connect(button, &QPushButton::clicked, this, &FolderField::choose);
}

void FolderField::setFolder(const std::filesystem::path& folder) {
    m_folder = folder;
    m_edit->setText(QString::fromStdString(folder.string()));
    take();
}

void FolderField::take() {
    const QString problem = problemOfFolder(m_edit->text());
    m_note->setText(problem.isEmpty() ? m_explanation : problem);
    m_note->setForegroundRole(problem.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    if (!problem.isEmpty()) return;
    const std::filesystem::path folder = tidied(m_edit->text());
    if (folder == m_folder) return;
    m_folder = folder;
    emit chosen(folder);
}

void FolderField::choose() {
    askFiles(this, m_name, QFileDialog::Directory, {}, m_edit->text().toStdString(),
             [this](const QStringList& chosen) {
                 m_edit->setText(chosen.front());
                 take();
             });
}

} // namespace rankscope
