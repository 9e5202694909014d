// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>

#include <filesystem>

namespace rankscope {

/// A file dialog that does not block; `accept` gets what was chosen.
template <class Accept>
void askFiles(QWidget* parent, const QString& title, QFileDialog::FileMode mode, const QString& filter,
              const std::filesystem::path& start, Accept accept) {
    auto* dialog = new QFileDialog(parent, title, QString::fromStdString(start.string()), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory) dialog->setOption(QFileDialog::ShowDirsOnly);
    if (mode == QFileDialog::AnyFile) dialog->setAcceptMode(QFileDialog::AcceptSave);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, accept);
    dialog->open();
}

} // namespace rankscope
