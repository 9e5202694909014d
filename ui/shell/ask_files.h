// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>
#include <QRegularExpression>

#include <filesystem>

namespace rankscope {

/// A file dialog that does not block; `accept` gets what was chosen. Mode AnyFile asks where to save: a name
/// typed without an ending gets that of the chosen filter.
template <class Accept>
void askFiles(QWidget* parent, const QString& title, QFileDialog::FileMode mode, const QString& filter,
              const std::filesystem::path& start, Accept accept) {
    auto* dialog = new QFileDialog(parent, title, QString::fromStdString(start.string()), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    if (mode == QFileDialog::Directory) dialog->setOption(QFileDialog::ShowDirsOnly);
    if (mode == QFileDialog::AnyFile) {
        const auto setEnding = [dialog](const QString& chosen) {
            static const QRegularExpression first(QStringLiteral(R"(\*\.(\w+))"));
            dialog->setDefaultSuffix(first.match(chosen).captured(1));
        };
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        setEnding(filter);
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, setEnding);
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, accept);
    dialog->open();
}

} // namespace rankscope
