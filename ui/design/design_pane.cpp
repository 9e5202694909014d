// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/design_pane.h"

#include "engine/format/format.h"
#include "ui/design/budget/budget_page.h"
#include "ui/design/core_table_model.h"
#include "ui/design/cost_curves.h"
#include "ui/design/model_panel.h"
#include "ui/design/network_diagram.h"
#include "ui/design/network_text.h"
#include "ui/design/order_page.h"
#include "ui/design/picture/picture_page.h"
#include "ui/design/picture/pixel_cover.h"
#include "ui/design/scrubber/scrubber_page.h"
#include "ui/design/step_calibration.h"
#include "ui/design/study/apply_offer.h"
#include "ui/design/study/gauge_strip.h"
#include "ui/design/totals_model.h"
#include "ui/shell/plain_table.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>

namespace rankscope {

namespace {
constexpr int costDelay = 40;  // milliseconds
constexpr int sideWidth = 470; // of a table with four formats and their ratio
constexpr int narrowestSide = 400;
} // namespace

DesignPane::DesignPane(Workspace& workspace, TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_study(new RunStudy(workspace, session, this)),
      m_calibration(new StepCalibration(session, this)),
      m_diagram(new NetworkDiagram(this)),
      m_panel(new ModelPanel(workspace, this)),
      m_cores(new CoreTableModel(this)),
      m_totals(new TotalsModel(this)),
      m_curves(new CostCurves(this)),
      m_gauges(new GaugeStrip(workspace, *m_study, this)),
      m_offer(new ApplyOffer(workspace, session, *m_study, this)) {
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(buildLeft(session));
    split->addWidget(buildSide());
    split->setStretchFactor(0, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({560, sideWidth});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(split);
    m_costTimer.setSingleShot(true);
    m_costTimer.setInterval(costDelay);
    connectParts();
    m_totals->setRates(m_calibration->rates());
    refresh();
}

void DesignPane::connectParts() {
    connect(&m_costTimer, &QTimer::timeout, this, &DesignPane::refreshCosts);
    connect(m_diagram, &NetworkDiagram::rankRequested, this, &DesignPane::editRank);
    connect(m_diagram, &NetworkDiagram::coreHovered, this, &DesignPane::highlightCore);
    connect(m_diagram, &NetworkDiagram::coreSelected, this, &DesignPane::highlightCore);
    connect(m_coreView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                // not where the row follows the mouse over the diagram
                if (m_coreView->hasFocus()) m_diagram->selectCore(m_cores->coreOf(now.row()));
            });
    connect(m_diagram, &NetworkDiagram::legPointedAt, this, &DesignPane::showLeg);
    connect(m_diagram, &NetworkDiagram::legSelected, this, &DesignPane::openLeg);
    connect(m_part, &QComboBox::currentIndexChanged, this, &DesignPane::refreshPart);
    connect(m_calibration, &StepCalibration::changed, this,
            [this] { m_totals->setRates(m_calibration->rates()); });
    connect(m_gauges, &GaugeStrip::gaugesChanged, this, &DesignPane::showGauges);
    connect(&m_workspace, &Workspace::specChanged, this, &DesignPane::refresh);
    connect(&m_workspace, &Workspace::dataChanged, this, &DesignPane::refresh);
}

QWidget* DesignPane::buildPicture() {
    auto* picture = new QWidget(this);
    m_part = new QComboBox(m_diagram);
    m_part->addItem(tr("W: input to hidden"), static_cast<int>(MapPart::Input));
    m_part->addItem(tr("U: hidden to hidden"), static_cast<int>(MapPart::Recurrent));
    m_part->setAccessibleName(tr("Map that is shown"));
    m_part->move(6, 6);
    auto* layout = new QVBoxLayout(picture);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_diagram, 1);
    layout->addWidget(m_gauges);
    layout->addWidget(m_offer);
    return picture;
}

QWidget* DesignPane::buildCores() {
    m_coreView = plainTable(m_cores, tr("Cores"), this);
    m_coreView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_coreView->horizontalHeader()->setSectionResizeMode(CoreTableModel::Formula, QHeaderView::Stretch);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_coreView);
    split->addWidget(m_curves);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    split->setSizes({120, 170});
    return split;
}

QWidget* DesignPane::buildLeft(TrainingSession& session) {
    m_pages = new QTabWidget(this);
    m_pages->setDocumentMode(true);
    m_pages->setAccessibleName(tr("About the design"));
    m_orders = new OrderPage(m_pages);
    m_pages->addTab(buildCores(), tr("Cores"));
    m_pages->addTab(m_orders, tr("Orders"));
    m_picture = new PicturePage(m_workspace, m_pages);
    m_pages->addTab(m_picture, tr("Picture"));
    m_pages->setTabToolTip(m_pages->count() - 1, tr("Which pixels an index of an input mode covers"));
    m_pages->addTab(new BudgetPage(m_workspace, m_pages), tr("Budget"));
    m_pages->setTabToolTip(m_pages->count() - 1, tr("Maps of so many parameters or multiplications at most"));
    m_pages->addTab(new ScrubberPage(session, *m_study, m_pages), tr("Rounding"));
    m_pages->setTabToolTip(m_pages->count() - 1, tr("A trained run at smaller ranks, without training"));
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(buildPicture());
    split->addWidget(m_pages);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setChildrenCollapsible(false);
    split->setSizes({270, 310});
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
    auto* totals = plainTable(m_totals, tr("Totals: the model beside other formats"), side);
    totals->setObjectName(QStringLiteral("totals"));
    totals->setSelectionMode(QAbstractItemView::NoSelection);
    totals->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    totals->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    totals->verticalHeader()->show(); // the names of what is counted
    totals->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
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

MapPart DesignPane::part() const {
    return static_cast<MapPart>(m_part->currentData().toInt());
}

void DesignPane::refresh() {
    const ModelSpec model = countedModel();
    m_candidates = compareCounts(model);
    m_totals->setCandidates(m_candidates);
    if (!compressesRecurrent(model)) m_part->setCurrentIndex(0);
    m_part->setVisible(compressesRecurrent(model));
    refreshPart();
    showNote(model);
    m_costJob.cancel();
    m_costTimer.start();
}

/// The map that is chosen: its network and its cores.
void DesignPane::refreshPart() {
    const auto& counts = m_candidates.front().counts;
    showGauges();
    if (!counts) {
        m_cores->setCores({});
        return m_diagram->setUnavailable(m_candidates.front().problem);
    }
    const ModelSpec view = viewOf(m_candidates.front().model, part());
    const TensorNetwork network = networkOf(view);
    QStringList formulas;
    for (int core = 0; core < static_cast<int>(network.cores.size()); ++core)
        formulas << coreFormula(network, core, concatenatedGates(view));
    m_cores->setCores(part() == MapPart::Input ? counts->cores : counts->recurrentCores, formulas);
    m_diagram->setNetwork(network, concatenatedGates(view), mapCount(view.cell),
                          [view](RankRef rank) { return rankLimit(view, rank); });
}

void DesignPane::showGauges() {
    m_diagram->setGauges(part() == MapPart::Input ? m_gauges->gauges() : std::vector<BondGauge>{});
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
    emit costsShown();
}

void DesignPane::editRank(RankKind kind, int index, Index value) {
    const QString problem = m_panel->editRank(part(), {kind, index}, value);
    if (!problem.isEmpty()) m_diagram->setMessage(problem);
}

/// The pixels that an input mode covers, in words and on the picture.
void DesignPane::showLeg(int mode) {
    if (mode < 0 || part() != MapPart::Input) return m_diagram->setMessage({});
    const ExperimentSpec& spec = m_workspace.spec();
    m_picture->showMode(mode);
    if (!patchesFit(spec.data) || product(spec.model.map.inModes) != product(frameAxes(spec.data))) return;
    m_diagram->setMessage(tr("One index of I%1 covers %2. A click shows it on the picture.")
                              .arg(mode + 1)
                              .arg(coverText(spec.model.map.inModes, mode, spec.data)));
}

void DesignPane::openLeg(int mode) {
    if (part() != MapPart::Input) return; // no mode of U has pixels
    m_pages->setCurrentWidget(m_picture);
    m_picture->showMode(mode);
}

void DesignPane::highlightCore(const QString& name) {
    const int row = name.isEmpty() ? -1 : m_cores->rowOf(name);
    if (row < 0) return;
    m_coreView->selectRow(row);
    m_coreView->scrollTo(m_cores->index(row, 0));
}

} // namespace rankscope
