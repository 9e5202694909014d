// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_list.h"

#include "ui/plot/theme.h"
#include "ui/runs/run_table_model.h"
#include "ui/shell/plain_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rankscope {

namespace {
constexpr int hiddenAtFirst[] = {RunTableModel::ModelRatio, RunTableModel::TestAccuracy,
                                 RunTableModel::CellColumn, RunTableModel::Rate, RunTableModel::Seed};
constexpr int storeDelay = 300;                     // ms
constexpr const char* columnsKey = "runs/columns2"; // another number with other columns
} // namespace

RunList::RunList(RunTableModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(plainTable(m_sorted, tr("Runs"), this)) {
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(buildTop());
    layout->addWidget(m_table, 1);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_sorted, signal, this, &RunList::visibleChanged);
    connect(m_sorted, &QAbstractItemModel::dataChanged, this, &RunList::visibleChanged);
    connect(m_sorted, &QAbstractItemModel::layoutChanged, this, &RunList::visibleChanged);
}

RunList::~RunList() {
    if (m_storeDelay.isActive()) storeColumns();
}

void RunList::buildTable() {
    m_sorted->setSourceModel(&m_model);
    m_sorted->setSortRole(RunTableModel::sortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunTableModel::Name, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setResizeContentsPrecision(20); // of a thousand rows only some are measured
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        header->resizeSection(column, usualWidth(column));
    for (const int column : hiddenAtFirst) header->hideSection(column);
    header->restoreState(QSettings().value(columnsKey).toByteArray());
    header->setSectionResizeMode(RunTableModel::Note, QHeaderView::Stretch); // what the others leave
    m_storeDelay.setSingleShot(true);
    m_storeDelay.setInterval(storeDelay);
    connect(&m_storeDelay, &QTimer::timeout, this, &RunList::storeColumns);
    connect(header, &QHeaderView::sectionResized, this, &RunList::storeColumnsSoon);
    connect(header, &QHeaderView::sectionMoved, this, &RunList::storeColumnsSoon);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RunList::storeColumnsSoon);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& place) {
        QMenu* menu = columnMenu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->mapToGlobal(place));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& place) { showMenu(m_table->viewport()->mapToGlobal(place)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunList::selectionChanged);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (m_sorted->mapToSource(index).column() != RunTableModel::Note) emit activated();
    });
    auto* remove = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &RunList::deleteAsked);
}

QWidget* RunList::buildTop() {
    auto* top = new QWidget;
    auto* filter = new QLineEdit;
    filter->setAcceptDrops(false);
    filter->setClearButtonEnabled(true);
    filter->setPlaceholderText(tr("Filter: name, state, format, note …"));
    filter->setAccessibleName(tr("Filter runs"));
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_sorted->setFilterFixedString(text);
        emit visibleChanged();
    });
    auto* epoch = new QSpinBox;
    epoch->setRange(1, 1'000'000);
    epoch->setValue(m_model.epoch());
    epoch->setKeyboardTracking(false);
    epoch->setAccessibleName(tr("Epoch at which runs are compared"));
    epoch->setToolTip(tr("The column \"At …\" tells the validation accuracy after this epoch"));
    connect(epoch, &QSpinBox::valueChanged, &m_model, &RunTableModel::setEpoch);
    auto* label = new QLabel(tr("At &epoch"));
    label->setBuddy(epoch);
    auto* columns = new QToolButton;
    columns->setText(tr("Columns"));
    columns->setToolTip(tr("Columns that are shown"));
    columns->setPopupMode(QToolButton::InstantPopup);
    columns->setMenu(columnMenu());
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins({});
    row->addWidget(filter, 1);
    row->addWidget(label);
    row->addWidget(epoch);
    row->addWidget(columns);
    return top;
}

QMenu* RunList::columnMenu() {
    auto* menu = new QMenu(this);
    for (int column = 1; column < RunTableModel::ColumnCount; ++column) {
        QAction* action =
            menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_table->setColumnHidden(column, !shown);
            storeColumnsSoon();
        });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, column] { action->setChecked(!m_table->isColumnHidden(column)); });
    }
    return menu;
}

void RunList::showMenu(const QPoint& place) {
    std::vector<std::filesystem::path> runs;
    for (const RunRowPtr& row : selected())
        if (row->problem.isEmpty()) runs.push_back(row->info.folder);
    if (runs.empty()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QMenu* colors = menu->addMenu(tr("&Colour"));
    const QString names[seriesCount] = {tr("Blue"),   tr("Vermilion"), tr("Green"),        tr("Purple"),
                                        tr("Orange"), tr("Sky blue"),  tr("Ink or yellow")};
    for (int color = 0; color < seriesCount; ++color)
        colors->addAction(seriesIcon(color, palette()), names[color], this,
                          [this, runs, color] { emit colorChosen(runs, color); });
    colors->addSeparator();
    colors->addAction(tr("By its name"), this, [this, runs] { emit colorChosen(runs, {}); });
    menu->addAction(tr("Edit the &note"), this, [this] {
        const QModelIndex current = m_table->currentIndex();
        if (!m_table->isColumnHidden(RunTableModel::Note))
            m_table->edit(current.siblingAtColumn(RunTableModel::Note));
    });
    menu->addAction(tr("Move to the &trash"), this, &RunList::deleteAsked);
    menu->popup(place);
}

int RunList::usualWidth(int column) const {
    const int characters = column == RunTableModel::Name           ? 18
                           : column == RunTableModel::Parameters   ? 13
                           : column == RunTableModel::State        ? 14
                           : column == RunTableModel::Ranks        ? 14
                           : column == RunTableModel::FormatColumn ? 9
                                                                   : 11;
    return characters * fontMetrics().averageCharWidth();
}

void RunList::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!std::exchange(m_fitted, true)) // laid out by then
        QMetaObject::invokeMethod(this, &RunList::fitColumns, Qt::QueuedConnection);
}

void RunList::fitColumns() {
    QHeaderView* header = m_table->horizontalHeader();
    if (header->length() <= m_table->viewport()->width()) return;
    for (int column = 0; column < RunTableModel::ColumnCount; ++column)
        if (column != RunTableModel::Note && !header->isSectionHidden(column))
            header->resizeSection(column, std::min(header->sectionSize(column), usualWidth(column)));
}

void RunList::storeColumnsSoon() {
    m_storeDelay.start();
}

void RunList::storeColumns() {
    QSettings().setValue(columnsKey, m_table->horizontalHeader()->saveState());
}

std::vector<RunRowPtr> RunList::selected() const {
    std::vector<RunRowPtr> rows;
    const QModelIndexList indices = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : indices)
        rows.push_back(m_model.rows()[static_cast<std::size_t>(m_sorted->mapToSource(index).row())]);
    return rows;
}

std::vector<RunRowPtr> RunList::visible() const {
    std::vector<RunRowPtr> rows;
    for (int i = 0; i < m_sorted->rowCount(); ++i)
        rows.push_back(
            m_model.rows()[static_cast<std::size_t>(m_sorted->mapToSource(m_sorted->index(i, 0)).row())]);
    return rows;
}

void RunList::select(const std::filesystem::path& run) {
    for (int i = 0; i < m_sorted->rowCount(); ++i) {
        const QModelIndex index = m_sorted->index(i, 0);
        if (m_model.row(m_sorted->mapToSource(index).row()).info.folder != run) continue;
        m_table->selectRow(i);
        m_table->scrollTo(index);
        return;
    }
}

} // namespace rankscope
