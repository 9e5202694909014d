// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes into Classify and what goes out of it: files, folders, drops, results.
#include "engine/data/video_folder.h"
#include "ui/classify/classify_pane.h"
#include "ui/shell/ask_files.h"
#include "ui/shell/dropped_files.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QSaveFile>

namespace rankscope {

void ClassifyPane::chooseFiles() {
    askFiles(this, tr("Videos to classify"), QFileDialog::ExistingFiles, {}, {},
             [this](const QStringList& files) { classify(files); });
}

void ClassifyPane::chooseFolder() {
    askFiles(this, tr("Folder of videos to classify"), QFileDialog::Directory, {}, {},
             [this](const QStringList& chosen) { classifyFolder(chosen.front().toStdString()); });
}

void ClassifyPane::classifyFolder(const std::filesystem::path& folder) {
    m_folderJob.start(
        this,
        [folder](std::stop_token stop) {
            QStringList files;
            for (const auto& video : videosIn(folder, stop)) files << QString::fromStdString(video.string());
            return files;
        },
        [this,
         name = QString::fromStdString(folder.filename().string())](const JobResult<QStringList>& found) {
            if (!found.error.isEmpty())
                tell(Problem{found.error, found.hint}.sentence());
            else if (found.value.isEmpty())
                tell(tr("There is no file in the folder %1.").arg(name));
            else
                classify(found.value);
        });
}

void ClassifyPane::dragEnterEvent(QDragEnterEvent* event) {
    // Folders of videos are taken here; the window knows what to do with all else.
    const DroppedFiles files = sorted(localPaths(*event->mimeData()));
    event->setAccepted(files.folder && !files.run);
}

void ClassifyPane::dropEvent(QDropEvent* event) {
    const DroppedFiles files = sorted(localPaths(*event->mimeData()));
    event->setDropAction(Qt::CopyAction);
    event->accept();
    classify(files.videos);
    if (files.folder) classifyFolder(*files.folder);
    if (!files.missing.isEmpty()) // gone since the drag came over the window
        tell(tr("There is no such file or folder: %1").arg(files.missing.join(QStringLiteral(", "))));
}

void ClassifyPane::copyResults() {
    QApplication::clipboard()->setText(m_files->text());
}

void ClassifyPane::saveResults() {
    askFiles(this, tr("Save results"), QFileDialog::AnyFile, tr("CSV (*.csv)"),
             QDir::home().filePath(tr("classes.csv")).toStdString(),
             [this](const QStringList& chosen) { writeResults(chosen.front()); });
}

void ClassifyPane::writeResults(const QString& path) {
    QSaveFile file(path);
    const QByteArray text = m_files->csv().toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        tell(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    else
        tell(tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

} // namespace rankscope
