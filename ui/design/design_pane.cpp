// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/design_pane.h"

#include "engine/format/format.h"
#include "ui/design/core_table_model.h"
#include "ui/design/cost_curves.h"
#include "ui/design/model_panel.h"
#include "ui/design/network_diagram.h"
#include "ui/design/order_model.h"
#include "ui/design/totals_model.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>

namespace rankscope {

namespace {
constexpr int costDelay = 40;  // milliseconds
constexpr int sideWidth = 470; // of a table with four formats and their ratio
constexpr int narrowestSide = 400;
} // namespace

DesignPane::DesignPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_diagram(new NetworkDiagram(this)),
      m_panel(new ModelPanel(workspace, this)),
      m_cores(new CoreTableModel(this)),
      m_totals(new TotalsModel(this)),
      m_orders(new OrderModel(this)),
      m_curves(new CostCurves(this)) {
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(buildPicture());
    split->addWidget(buildSide());
    split->setStretchFactor(0, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({560, sideWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(split);
    m_costTimer.setSingleShot(true);
    m_costTimer.setInterval(costDelay);
    connect(&m_costTimer, &QTimer::timeout, this, &DesignPane::refreshCosts);
    connect(m_diagram, &NetworkDiagram::rankRequested, this, &DesignPane::editRank);
    connect(m_diagram, &NetworkDiagram::coreHovered, this, &DesignPane::highlightCore);
    connect(&workspace, &Workspace::specChanged, this, &DesignPane::refresh);
    connect(&workspace, &Workspace::dataChanged, this, &DesignPane::refresh);
    refresh();
}

QTableView* DesignPane::addTable(QAbstractItemModel* model, const QString& name) {
    auto* view = new QTableView(this);
    view->setModel(model);
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setMinimumSectionSize(36);
    view->verticalHeader()->setHighlightSections(false);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    return view;
}

QWidget* DesignPane::buildPicture() {
    m_coreView = addTable(m_cores, tr("Cores"));
    m_coreView->verticalHeader()->hide();
    m_coreView->horizontalHeader()->setSectionResizeMode(CoreTableModel::ShapeText, QHeaderView::Stretch);
    auto* orders = addTable(m_orders, tr("Orders of contraction"));
    orders->setToolTip(tr("Point at an order for its tree"));
    orders->verticalHeader()->hide();
    orders->horizontalHeader()->setSectionResizeMode(OrderModel::Order, QHeaderView::Stretch);
    auto* tables = new QWidget(this);
    auto* row = new QHBoxLayout(tables);
    row->setContentsMargins({});
    row->addWidget(m_coreView, 1);
    row->addWidget(orders, 1);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_diagram);
    split->addWidget(tables);
    split->addWidget(m_curves);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    split->setStretchFactor(2, 2);
    split->setChildrenCollapsible(false);
    split->setSizes({250, 140, 200});
    return split;
}

QWidget* DesignPane::buildSide() {
    auto* side = new QWidget(this);
    auto* scroll = new QScrollArea(side);
    scroll->setWidget(m_panel);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* totals = addTable(m_totals, tr("Totals: the model beside other formats"));
    totals->setObjectName(QStringLiteral("totals"));
    totals->setSelectionMode(QAbstractItemView::NoSelection);
    totals->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    totals->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int rows = totals->verticalHeader()->defaultSectionSize() * (TotalsModel::RowCount + 1);
    totals->horizontalHeader()->setFixedHeight(totals->verticalHeader()->defaultSectionSize());
    totals->horizontalHeader()->setStretchLastSection(true);
    totals->setFixedHeight(rows + 2 * totals->frameWidth());
    m_note = new QLabel(side);
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("countNote"));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addWidget(scroll, 1);
    layout->addWidget(totals);
    layout->addWidget(m_note);
    side->setMinimumWidth(narrowestSide);
    return side;
}

ModelSpec DesignPane::countedModel() const {
    ModelSpec model = m_workspace.spec().model;
    if (m_workspace.data().dataset)
        model.classes = static_cast<Index>(m_workspace.data().dataset->classes.size());
    return model;
}

void DesignPane::refresh() {
    const ModelSpec model = countedModel();
    m_candidates = compareCounts(model);
    const auto& counts = m_candidates.front().counts;
    m_cores->setCores(counts ? counts->cores : std::vector<CoreCount>{});
    m_totals->setCandidates(m_candidates);
    showNetwork(model);
    showNote(model);
    m_costJob.cancel();
    m_costTimer.start();
}

void DesignPane::showNetwork(const ModelSpec& model) {
    if (!m_candidates.front().counts) return m_diagram->setUnavailable(m_candidates.front().problem);
    m_diagram->setNetwork(networkOf(model), concatenatedGates(model), mapCount(model.cell),
                          [model](RankRef rank) { return rankLimit(model, rank); });
}

void DesignPane::showNote(const ModelSpec& model) {
    const QString head = model.classes > 0 ? tr("model: with the head for %1 classes").arg(model.classes)
                                           : tr("model: as the layer while the classes are not known");
    m_note->setText(
        tr("Map: input to hidden, no bias; layer: with U and bias; %1. Ratios are dense to the first column, "
           "rounded down.")
            .arg(head));
}

void DesignPane::refreshCosts() {
    m_costJob.start(
        this,
        [candidates = m_candidates, frames = m_workspace.framesPerBatch()](std::stop_token stop) {
            return compareCosts(candidates, frames, stop);
        },
        [this](const JobResult<CostComparison>& costs) { showCosts(costs); });
}

void DesignPane::showCosts(const JobResult<CostComparison>& costs) {
    if (costs.cancelled) return;
    if (!costs.error.isEmpty() || costs.value.costs.empty() || !costs.value.costs.front()) {
        m_orders->setCosts({});
        return m_curves->clear(costs.error.isEmpty() ? tr("No costs while the model cannot be used")
                                                     : costs.error);
    }
    m_totals->setCosts(costs.value);
    m_orders->setCosts(costs.value.costs.front());
    m_curves->setCosts(costs.value);
}

void DesignPane::editRank(RankKind kind, int index, Index value) {
    const QString problem = m_panel->editRank({kind, index}, value);
    if (!problem.isEmpty()) m_diagram->setMessage(problem);
}

void DesignPane::highlightCore(const QString& name) {
    const int row = m_cores->rowOf(name);
    if (row < 0) return m_coreView->clearSelection();
    m_coreView->selectRow(row);
    m_coreView->scrollTo(m_cores->index(row, 0));
}

} // namespace rankscope
