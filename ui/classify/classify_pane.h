// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classify/file_table_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace rankscope {

class ClipPlayer;
class FrameStrip;
class ProbabilityBars;
class ProbabilityTimeline;

/// Classifies videos with a run's best weights: the files with their classes, and of the selected one the
/// most probable classes, the clip, and the frames the network saw. Works while a run trains.
class ClassifyPane : public QWidget {
    Q_OBJECT
public:
    explicit ClassifyPane(QWidget* parent = nullptr);

    /// The run whose weights are used, loaded anew at each call (where a video is being read, after it);
    /// listed videos are classified again. Empty: none.
    void setRun(const std::filesystem::path& run);
    /// Videos to add; without a run they wait for one.
    void classify(const QStringList& files);
    /// All videos below a folder.
    void classifyFolder(const std::filesystem::path& folder);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildDetails();
    void chooseFiles();
    void chooseFolder();
    void copyResults();
    void saveResults();
    void writeResults(const QString& path);
    void tell(const QString& text); ///< below the buttons; empty: nothing
    void chooseTimeline();
    void clear();
    void startNext();
    void finish(const std::shared_ptr<const ShownClip>& clip);
    void fail(const QString& error, const QString& hint);
    int selectedRow() const;
    void select(int row);
    void showSelected();
    void showState();

    Classifier m_classifier;
    FileTableModel* m_files;
    std::filesystem::path m_run;
    int m_row = -1;            ///< being classified
    bool m_newWeights = false; ///< to be loaded before the next video
    QLabel *m_runLabel, *m_note, *m_message, *m_title, *m_hint;
    QStackedWidget* m_pages;
    QTableView* m_view;
    QPushButton *m_open, *m_openFolder, *m_copy, *m_save, *m_clear;
    QComboBox* m_window;
    ProbabilityBars* m_bars;
    ClipPlayer* m_player;
    ProbabilityTimeline* m_timeline;
    FrameStrip* m_strip;
    QWidget* m_result;
    std::shared_ptr<const ShownClip> m_shown;
    QString m_shownPath;
    Job<QStringList> m_folderJob;
};

} // namespace rankscope
