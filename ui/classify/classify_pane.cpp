// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/classify_pane.h"

#include "ui/classify/clip_player.h"
#include "ui/classify/frame_strip.h"
#include "ui/classify/probability_bars.h"
#include "ui/classify/probability_timeline.h"
#include "ui/shell/plain_table.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

#include <utility>

namespace rankscope {

namespace {
constexpr int narrowestList = 280; // pixels: a class and its probability in sight
} // namespace

ClassifyPane::ClassifyPane(QWidget* parent)
    : QWidget(parent),
      m_files(new FileTableModel(this)),
      m_runLabel(new QLabel(this)),
      m_note(new QLabel(this)),
      m_message(new QLabel(this)),
      m_pages(new QStackedWidget(this)),
      m_open(new QPushButton(tr("&Open videos…"), this)),
      m_openFolder(new QPushButton(tr("&Add folder…"), this)),
      m_copy(new QPushButton(tr("Co&py results"), this)),
      m_save(new QPushButton(tr("Sa&ve results…"), this)),
      m_clear(new QPushButton(tr("C&lear"), this)) {
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setObjectName(QStringLiteral("classifyMessage"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_message->setFont(large);
    m_runLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("classifyNote"));
    tell({});
    auto* split = new QSplitter(Qt::Horizontal, m_pages);
    split->addWidget(buildList());
    split->addWidget(buildDetails());
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({420, 580});
    m_pages->addWidget(m_message);
    m_pages->addWidget(split);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_runLabel, 1);
    for (QPushButton* button : {m_open, m_openFolder, m_copy, m_save, m_clear}) buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    layout->addWidget(m_pages, 1);
    connect(m_open, &QPushButton::clicked, this, &ClassifyPane::chooseFiles);
    connect(m_openFolder, &QPushButton::clicked, this, &ClassifyPane::chooseFolder);
    connect(m_save, &QPushButton::clicked, this, &ClassifyPane::saveResults);
    connect(m_copy, &QPushButton::clicked, this, &ClassifyPane::copyResults);
    connect(m_clear, &QPushButton::clicked, this, &ClassifyPane::clear);
    connect(&m_classifier, &Classifier::done, this, &ClassifyPane::finish);
    connect(&m_classifier, &Classifier::failed, this, &ClassifyPane::fail);
    connect(&m_classifier, &Classifier::timelineDone, this,
            [this](const std::shared_ptr<const ShownClip>& clip, const ClassTimeline& timeline) {
                if (clip == m_shown) m_timeline->setTimeline(timeline);
            });
    connect(&m_classifier, &Classifier::timelineFailed, this,
            [this](const Problem& problem) { tell(problem.sentence()); });
    setAcceptDrops(true);
    showState();
}

QWidget* ClassifyPane::buildList() {
    m_view = plainTable(m_files, tr("Videos"), this);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(FileTableModel::File, QHeaderView::Interactive);
    header->setSectionResizeMode(FileTableModel::Class, QHeaderView::Stretch);
    header->setSectionResizeMode(FileTableModel::Probability, QHeaderView::ResizeToContents);
    header->resizeSection(FileTableModel::File, 130);
    m_view->setMinimumWidth(narrowestList);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ClassifyPane::showSelected);
    return m_view;
}

QWidget* ClassifyPane::buildDetails() {
    auto* box = new QWidget(this);
    m_title = new QLabel(box);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setObjectName(QStringLiteral("classifyTitle"));
    m_hint = new QLabel(box);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result = new QWidget(box);
    m_player = new ClipPlayer(m_result);
    m_bars = new ProbabilityBars(m_result);
    m_strip = new FrameStrip(m_result);
    m_timeline = new ProbabilityTimeline(m_result);
    m_window = new QComboBox(m_result);
    m_window->setAccessibleName(tr("Timeline"));
    m_window->addItem(tr("of the video so far"), 0);
    for (const int parts : {2, 4, 8})
        m_window->addItem(tr("in windows of 1/%1 of the video").arg(parts), parts);
    m_window->setToolTip(
        tr("What the network says of the video up to each moment, or of a window around it"));
    auto* timelineLabel = new QLabel(tr("Proba&bilities"), m_result);
    timelineLabel->setBuddy(m_window);
    auto* timelineRow = new QHBoxLayout;
    timelineRow->addWidget(timelineLabel);
    timelineRow->addWidget(m_window);
    timelineRow->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(m_player, 3);
    row->addSpacing(8);
    row->addWidget(m_bars, 2, Qt::AlignTop);
    auto* result = new QVBoxLayout(m_result);
    result->setContentsMargins({});
    result->addLayout(row, 1);
    result->addLayout(timelineRow);
    result->addWidget(m_timeline);
    result->addWidget(new QLabel(tr("Frames shown to the network"), m_result));
    result->addWidget(m_strip);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_result, 1);
    layout->addStretch(0);
    connect(m_player, &ClipPlayer::frameChanged, m_strip, &FrameStrip::setCandidate);
    connect(m_player, &ClipPlayer::frameChanged, m_timeline, &ProbabilityTimeline::setCurrent);
    connect(m_timeline, &ProbabilityTimeline::frameChosen, m_player, &ClipPlayer::showFrame);
    connect(m_window, &QComboBox::activated, this, &ClassifyPane::chooseTimeline);
    connect(m_strip, &FrameStrip::chosen, this, [this](int position) {
        m_player->showFrame(m_shown->result.shown.at(static_cast<std::size_t>(position)));
    });
    return box;
}

void ClassifyPane::setRun(const std::filesystem::path& run) {
    // While a run improves, new weights come faster than a long video is read: it is read to its end.
    m_newWeights = run == m_run && m_classifier.busy();
    if (m_newWeights) return;
    m_files->weightsChanged(run == m_run);
    m_run = run;
    m_row = -1;
    m_classifier.setRun(run);
    showState();
    showSelected();
    startNext();
}

void ClassifyPane::classify(const QStringList& files) {
    const int first = m_files->addFiles(files);
    if (first < 0) return;
    tell({});
    showState();
    select(first);
    startNext();
}

void ClassifyPane::chooseTimeline() {
    m_classifier.cancelTimeline();
    if (!m_shown) return;
    const int parts = m_window->currentData().toInt();
    if (parts == 0)
        m_timeline->setTimeline(m_shown->timeline);
    else
        m_classifier.startTimeline(m_shown, std::max(1, m_shown->frames() / parts));
}

void ClassifyPane::clear() {
    m_classifier.cancel();
    m_classifier.cancelTimeline();
    m_folderJob.cancel();
    tell({});
    m_row = -1;
    m_files->clear();
    showState();
    showSelected();
}

void ClassifyPane::startNext() {
    if (!m_classifier.hasRun() || m_classifier.busy()) return;
    if (std::exchange(m_newWeights, false)) {
        m_files->weightsChanged(true);
        m_classifier.setRun(m_run);
    }
    // What is looked at comes first, also where only its frames are no longer kept.
    const int selected = selectedRow();
    const bool unread =
        selected >= 0 && m_files->entry(selected).error.isEmpty() && !m_files->entry(selected).clip;
    const int next = m_files->nextWaiting();
    const bool outdated = selected >= 0 && !m_files->upToDate(selected) && !m_files->entry(next).waiting();
    m_row = unread || outdated ? selected : next;
    if (m_row >= 0) m_classifier.start(std::filesystem::path(m_files->entry(m_row).path.toStdString()));
}

void ClassifyPane::finish(const std::shared_ptr<const ShownClip>& clip) {
    m_files->setClip(m_row, clip, selectedRow());
    if (m_row == selectedRow()) showSelected();
    startNext();
}

void ClassifyPane::fail(const QString& error, const QString& hint) {
    m_files->setError(m_row, error, hint);
    if (m_row == selectedRow()) showSelected();
    startNext();
}

int ClassifyPane::selectedRow() const {
    const auto rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void ClassifyPane::select(int row) {
    m_view->selectRow(row);
    m_view->scrollTo(m_files->index(row, 0));
    showSelected();
}

void ClassifyPane::showSelected() {
    const int row = selectedRow();
    const FileTableModel::Entry none;
    const FileTableModel::Entry& entry = row < 0 ? none : m_files->entry(row);
    const QString name = QFileInfo(entry.path).fileName();
    if (!entry.error.isEmpty()) {
        m_title->setText(tr("%1: %2").arg(name, entry.reason()));
        m_hint->setText(entry.hint);
    } else if (!entry.ranking.empty()) {
        m_title->setText(tr("%1: %2").arg(name, QString::fromStdString(entry.ranking.front().name)));
        m_hint->clear();
    } else {
        m_title->setText(name);
        m_hint->setText(row < 0 ? QString() : tr("Reading the video…"));
    }
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_result->setVisible(!entry.ranking.empty());
    m_bars->setRanking(entry.ranking);
    if (entry.clip != m_shown) {
        const bool sameVideo = m_shown && entry.clip && entry.path == m_shownPath;
        m_shown = entry.clip;
        m_shownPath = entry.path;
        m_strip->setClip(m_shown);
        m_timeline->setClip(m_shown);
        chooseTimeline();
        if (sameVideo)
            m_player->replaceClip(m_shown);
        else
            m_player->setClip(m_shown);
    }
    startNext();
}

void ClassifyPane::tell(const QString& text) {
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void ClassifyPane::showState() {
    const bool anyFile = m_files->rowCount() > 0;
    m_runLabel->setText(m_run.empty() ? QString()
                                      : tr("Run: %1").arg(QString::fromStdString(m_run.filename().string())));
    m_runLabel->setToolTip(QString::fromStdString(m_run.string()));
    m_copy->setEnabled(anyFile);
    m_save->setEnabled(anyFile);
    m_clear->setEnabled(anyFile);
    if (m_run.empty()) {
        m_message->setText(anyFile ? tr("Train a model or open a run first; the videos wait for it")
                                   : tr("Train a model or open a run first"));
    } else {
        m_message->setText(tr("Drop videos or a folder of them here"));
    }
    m_pages->setCurrentIndex(m_run.empty() || !anyFile ? 0 : 1);
}

} // namespace rankscope
