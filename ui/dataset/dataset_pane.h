// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "ui/bridge/job.h"
#include "ui/bridge/workspace.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace rankscope {

class ClassTableModel;
class ElidedLabel;
class SkippedModel;
class ThumbnailModel;

/// The data set in the window's dock: where it is, its classes and thumbnails, how it divides into training,
/// validation and test clips, frames and their size, and the files that cannot be used.
class DatasetPane : public QWidget {
    Q_OBJECT
public:
    explicit DatasetPane(Workspace& workspace, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {280, 600}; }

Q_SIGNALS:
    void folderWanted(); ///< the window is to ask which
    void listWanted();
    void builtInChosen();
    void listDropped(); ///< the folders name the classes again

private:
    QWidget* buildSource();
    QWidget* buildContent();
    QWidget* buildSkipped();
    void copySkipped();
    void showClassOfRow(int row);
    void showData();
    void showList();
    void showMessage(const QString& title, const QString& text);
    void startSplit();
    void showSplit(const JobResult<Split>& split);
    void specChanged();

    Workspace& m_workspace;
    ClassTableModel* m_classes;
    ThumbnailModel* m_thumbnails;
    SkippedModel* m_skipped;
    ElidedLabel *m_path, *m_list;
    QToolButton* m_dropList;
    QStackedWidget* m_pages;
    QLabel* m_message;
    QLabel* m_summary;
    QTableView* m_classView;
    QListView* m_thumbnailView;
    QLabel* m_thumbnailNote;
    QLabel *m_split, *m_splitNote;
    QWidget* m_skippedBox;
    QLabel* m_skippedTitle;
    Job<Split> m_splitJob;
    DataSpec m_splitSpec; ///< what the shown split was asked for
    std::uint64_t m_splitSeed = 0;
};

} // namespace rankscope
