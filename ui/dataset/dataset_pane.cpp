// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/dataset_pane.h"

#include "ui/bridge/engine_messages.h"
#include "ui/dataset/class_table_model.h"
#include "ui/dataset/count_bar_delegate.h"
#include "ui/dataset/elided_label.h"
#include "ui/dataset/frame_settings.h"
#include "ui/dataset/skipped_model.h"
#include "ui/dataset/thumbnail_model.h"
#include "ui/shell/plain_table.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <numeric>

namespace rankscope {

namespace {
QString pathText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

QString number(std::size_t value) {
    return QString::fromStdString(grouped(static_cast<Index>(value)));
}

/// Clips that decoded; before that all of them.
std::vector<int> usableClips(const OpenedData& data) {
    if (data.frames) return data.frames->usable();
    std::vector<int> all(data.dataset->clips.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}
} // namespace

DatasetPane::DatasetPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_classes(new ClassTableModel(this)),
      m_thumbnails(new ThumbnailModel(this)),
      m_skipped(new SkippedModel(this)),
      m_pages(new QStackedWidget(this)),
      m_message(new QLabel(this)) {
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setMargin(16);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setObjectName(QStringLiteral("datasetMessage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(buildSource());
    m_pages->addWidget(m_message);
    m_pages->addWidget(buildContent());
    layout->addWidget(m_pages, 1);
    layout->addWidget(new FrameSettings(workspace, this));
    connect(&workspace, &Workspace::dataChanged, this, &DatasetPane::showData);
    connect(&workspace, &Workspace::specChanged, this, &DatasetPane::specChanged);
    showData();
    showList();
}

QWidget* DatasetPane::buildSource() {
    auto* box = new QWidget(this);
    auto* buttons = new QHBoxLayout;
    const auto addButton = [&](const QString& text, const QString& what, auto slot) {
        auto* button = new QPushButton(text, box);
        button->setToolTip(what);
        button->setAccessibleDescription(what);
        button->setMinimumWidth(40);
        connect(button, &QPushButton::clicked, this, slot);
        buttons->addWidget(button, 1);
    };
    addButton(tr("F&older…"), tr("Choose a folder of videos with one sub-folder per class"),
              &DatasetPane::folderWanted);
    addButton(tr("&List…"),
              tr("Choose a list of clips that overrides the folders: CSV with path, class, group and split, "
                 "trainlist01.txt, or one file of <class>_train.txt"),
              &DatasetPane::listWanted);
    addButton(tr("&Built-in"), tr("Use the built-in moving-shapes set"), &DatasetPane::builtInChosen);
    m_path = new ElidedLabel(box);
    m_path->setAccessibleName(tr("Data folder"));
    m_list = new ElidedLabel(box);
    m_list->setAccessibleName(tr("List"));
    m_dropList = new QToolButton(box);
    m_dropList->setText(QStringLiteral("×"));
    m_dropList->setAutoRaise(true);
    m_dropList->setToolTip(tr("Forget the list: the folders name the classes"));
    m_dropList->setAccessibleName(tr("Forget the list"));
    connect(m_dropList, &QToolButton::clicked, this, &DatasetPane::listDropped);
    auto* listRow = new QHBoxLayout;
    listRow->addWidget(m_list, 1);
    listRow->addWidget(m_dropList);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    layout->addLayout(buttons);
    layout->addWidget(m_path);
    layout->addLayout(listRow);
    return box;
}

QWidget* DatasetPane::buildContent() {
    auto* box = new QWidget(this);
    m_summary = new QLabel(box);
    m_classView = plainTable(m_classes, tr("Classes"), box);
    m_classView->setToolTip(tr("Select a class to see its clips below"));
    m_classView->setItemDelegateForColumn(ClassTableModel::Clips, new CountBarDelegate(m_classView));
    m_classView->setAlternatingRowColors(false); // bars stand on it
    m_classView->horizontalHeader()->setSectionResizeMode(ClassTableModel::Name, QHeaderView::Stretch);
    m_classView->horizontalHeader()->setSectionResizeMode(ClassTableModel::Clips, QHeaderView::Fixed);
    m_classView->horizontalHeader()->resizeSection(ClassTableModel::Clips, 110);
    connect(m_classView->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto rows = m_classView->selectionModel()->selectedRows();
        showClassOfRow(rows.isEmpty() ? -1 : rows.front().row());
    });

    m_thumbnailNote = new QLabel(tr("Thumbnails appear once the clips are decoded."), box);
    m_thumbnailNote->setWordWrap(true);
    m_thumbnailView = new QListView(box);
    m_thumbnailView->setModel(m_thumbnails);
    m_thumbnailView->setAccessibleName(tr("Thumbnails"));
    m_thumbnailView->setViewMode(QListView::IconMode);
    m_thumbnailView->setMovement(QListView::Static);
    m_thumbnailView->setResizeMode(QListView::Adjust);
    m_thumbnailView->setUniformItemSizes(true);
    m_thumbnailView->setIconSize({76, 57});
    m_thumbnailView->setGridSize({82, 57 + fontMetrics().height() + 8});
    m_thumbnailView->setTextElideMode(Qt::ElideMiddle);
    m_thumbnailView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_split = new QLabel(box);
    m_split->setObjectName(QStringLiteral("split"));
    m_split->setAccessibleName(tr("Split"));
    m_splitNote = new QLabel(box);
    m_splitNote->setObjectName(QStringLiteral("splitNote"));
    m_splitNote->setWordWrap(true);
    m_splitNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_split, m_splitNote}) label->setTextFormat(Qt::PlainText);

    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_summary);
    layout->addWidget(m_classView, 3);
    layout->addWidget(m_thumbnailNote);
    layout->addWidget(m_thumbnailView, 3);
    layout->addWidget(m_split);
    layout->addWidget(m_splitNote);
    layout->addWidget(buildSkipped(), 2);
    return box;
}

QWidget* DatasetPane::buildSkipped() {
    m_skippedBox = new QWidget(this);
    m_skippedTitle = new QLabel(m_skippedBox);
    auto* copy = new QToolButton(m_skippedBox);
    copy->setText(tr("Copy"));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the list of unusable files with their reasons"));
    connect(copy, &QToolButton::clicked, this, &DatasetPane::copySkipped);
    auto* view = new QListView(m_skippedBox);
    view->setModel(m_skipped);
    view->setAccessibleName(tr("Unusable files"));
    view->setWordWrap(true);
    view->setAlternatingRowColors(true);
    view->setResizeMode(QListView::Adjust);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* shortcut = new QShortcut(QKeySequence::Copy, view);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &DatasetPane::copySkipped);
    auto* title = new QHBoxLayout;
    title->addWidget(m_skippedTitle, 1);
    title->addWidget(copy);
    auto* layout = new QVBoxLayout(m_skippedBox);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(title);
    layout->addWidget(view, 1);
    return m_skippedBox;
}

void DatasetPane::copySkipped() {
    QApplication::clipboard()->setText(m_skipped->text());
}

void DatasetPane::showClassOfRow(int row) {
    m_thumbnails->showClass(row);
}

void DatasetPane::showMessage(const QString& title, const QString& text) {
    m_message->setText(text.isEmpty() ? title : title + QStringLiteral("\n\n") + text);
    m_pages->setCurrentWidget(m_message);
}

void DatasetPane::showData() {
    const OpenedData& opened = m_workspace.data();
    m_path->setFullText(opened.builtIn ? tr("Built-in set: moving shapes") : pathText(opened.root));
    m_path->setVisible(!m_path->fullText().isEmpty());
    m_classes->setDataset(opened.dataset);
    m_thumbnails->setData(opened.dataset, opened.frames);
    m_thumbnailNote->setVisible(!opened.frames);
    m_thumbnailView->setVisible(opened.frames != nullptr);
    if (!opened.error.isEmpty()) return showMessage(tr("This folder could not be opened."), opened.error);
    if (opened.root.empty() && !opened.dataset)
        return showMessage(tr("Drop a folder of videos here: one sub-folder per class"), {});
    if (!opened.dataset) return showMessage(tr("Reading the folder…"), {});

    m_summary->setText(
        tr("%1 classes, %2 clips")
            .arg(number(opened.dataset->classes.size()), number(opened.dataset->clips.size())));
    std::vector<SkippedFile> skipped = opened.dataset->skipped;
    if (opened.frames)
        skipped.insert(skipped.end(), opened.frames->skipped().begin(), opened.frames->skipped().end());
    m_skippedTitle->setText(tr("Unusable files: %1").arg(number(skipped.size())));
    m_skippedBox->setVisible(!skipped.empty());
    m_skipped->setFiles(std::move(skipped));
    m_pages->setCurrentIndex(1);
    startSplit();
}

void DatasetPane::specChanged() {
    showList();
    const ExperimentSpec& spec = m_workspace.spec();
    if (spec.data != m_splitSpec || spec.training.seed != m_splitSeed) startSplit();
}

void DatasetPane::showList() {
    const auto& list = m_workspace.spec().data.list;
    m_list->setFullText(list.empty() ? QString() : tr("List: %1").arg(pathText(list)));
    m_list->setVisible(!list.empty());
    m_dropList->setVisible(!list.empty());
}

void DatasetPane::startSplit() {
    const OpenedData& opened = m_workspace.data();
    if (!opened.dataset) return m_splitJob.cancel();
    m_splitSpec = m_workspace.spec().data;
    m_splitSeed = m_workspace.spec().training.seed;
    m_splitJob.start(
        this,
        [opened, spec = m_splitSpec, seed = m_splitSeed](std::stop_token) {
            Dataset dataset = *opened.dataset;
            nameGroups(dataset, spec);
            return divide(dataset, usableClips(opened), spec, seed);
        },
        [this](const JobResult<Split>& split) { showSplit(split); });
}

void DatasetPane::showSplit(const JobResult<Split>& split) {
    const bool failed = !split.error.isEmpty();
    const Split& sets = split.value;
    m_split->setVisible(!failed);
    m_split->setText(
        tr("Train %1 · validation %2 · test %3")
            .arg(number(sets.train.size()), number(sets.validation.size()), number(sets.test.size())));
    QStringList notes;
    if (failed) notes << tr("⚠ %1 %2").arg(split.error, split.hint);
    for (const std::string& warning : sets.warnings)
        notes << tr("⚠ %1").arg(translatedMessage(QString::fromStdString(warning)));
    m_splitNote->setText(notes.join(QLatin1Char('\n')));
    m_splitNote->setVisible(!notes.isEmpty());
}

} // namespace rankscope
