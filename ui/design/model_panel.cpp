// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/model_panel.h"

#include "engine/format/format.h"
#include "ui/bridge/translated.h"
#include "ui/design/comparison.h"
#include "ui/design/field_note.h"
#include "ui/design/modes_check.h"
#include "ui/design/modes_editor.h"
#include "ui/design/modes_suggestions.h"
#include "ui/design/preset_chooser.h"
#include "ui/design/rank_rows.h"
#include "ui/training/calm.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStandardItemModel>

namespace rankscope {

namespace {
/// What an undo step is about, for EditRun.
enum Thing { Modes = 1, Bias };

QString number(Index value) {
    return QString::fromStdString(grouped(value));
}
} // namespace

ModelPanel::ModelPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_preset(new PresetChooser(workspace, this)),
      m_cell(addCombo(tr("Cell"),
                      tr("The recurrent cell, or the mean over time as a baseline without recurrence"))),
      m_format(addCombo(tr("Format"), tr("How the input-to-hidden map is stored"))),
      m_recurrent(addCombo(tr("Hidden to hidden"), tr("How the hidden-to-hidden map U is stored"))),
      m_gates(
          addCombo(tr("Gates"),
                   tr("One map for all gates (they share all cores but the first), or one map per gate"))),
      m_sigmoid(
          addCombo(tr("Sigmoid"), tr("Logistic, or hard as in the papers' code: clip(0.2 x + 0.5, 0, 1)"))),
      m_start(addCombo(tr("Start"),
                       tr("Starting values: of matched variance, or as the papers' code draws them"))),
      m_forgetBias(new Calm<QDoubleSpinBox>(this)),
      m_in(new ModesEditor(
          tr("Input modes"), [this] { return inputSuggestions(m_workspace.spec()); }, this)),
      m_out(new ModesEditor(
          tr("Output modes"), [this] { return outputSuggestions(m_workspace.spec().model); }, this)),
      m_ranks(new RankRows(workspace, m_run, MapPart::Input, this)),
      m_recurrentRanks(new RankRows(workspace, m_run, MapPart::Recurrent, this)),
      m_other(new FieldNote(this)) {
    build();
    connect(m_in, &ModesEditor::edited, this, [this] { editModes(m_in); });
    connect(m_out, &ModesEditor::edited, this, [this] { editModes(m_out); });
    connect(&workspace, &Workspace::specChanged, this, &ModelPanel::load);
    load();
}

QComboBox* ModelPanel::addCombo(const QString& name, const QString& what) {
    auto* combo = new Calm<QComboBox>(this);
    combo->setAccessibleName(name);
    combo->setToolTip(what);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6);
    return combo;
}

template <class E>
void ModelPanel::fillNames(QComboBox* combo, const QString& undoText, E& (*field)(ModelSpec&)) {
    for (const auto& entry : Names<E>::all)
        combo->addItem(translated(entry.title), static_cast<int>(entry.value));
    connect(combo, &QComboBox::activated, this, [this, combo, undoText, field] {
        const auto value = static_cast<E>(combo->currentData().toInt());
        edit(
            undoText, [=](ModelSpec& model) { field(model) = value; }, -1);
    });
}

QLabel* ModelPanel::addField(QGridLayout* grid, int row, int column, int span, const QString& text,
                             QWidget* field) {
    auto* label = new QLabel(text, this);
    label->setBuddy(field);
    label->setMinimumHeight(m_cell->sizeHint().height()); // level with the first line of a field with a note
    grid->addWidget(label, row, column, Qt::AlignTop);
    grid->addWidget(field, row, column + 1, 1, span);
    return label;
}

/// The formats of the published comparison first; the others follow under a heading.
void ModelPanel::fillFormats(QComboBox* combo) {
    const auto add = [combo](bool common) {
        for (const Format* format : formats())
            if (isCommonFormat(*format) == common)
                combo->addItem(translated(format->title()), QString::fromStdString(format->id()));
    };
    add(true);
    auto* heading = new QStandardItem(tr("More formats"));
    heading->setFlags(Qt::NoItemFlags);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    qobject_cast<QStandardItemModel*>(combo->model())->appendRow(heading);
    add(false);
}

void ModelPanel::build() {
    fillNames<CellKind>(m_cell, tr("Cell"), [](ModelSpec& model) -> CellKind& { return model.cell.kind; });
    fillNames<GateLayout>(m_gates, tr("Gates"),
                          [](ModelSpec& model) -> GateLayout& { return model.cell.gates; });
    fillNames<SigmoidKind>(m_sigmoid, tr("Sigmoid"),
                           [](ModelSpec& model) -> SigmoidKind& { return model.cell.sigmoid; });
    fillNames<Start>(m_start, tr("Start"), [](ModelSpec& model) -> Start& { return model.start; });
    fillFormats(m_format);
    fillFormats(m_recurrent);
    connect(m_recurrent, &QComboBox::activated, this, [this] {
        const std::string id = m_recurrent->currentData().toString().toStdString();
        edit(
            tr("Hidden-to-hidden format"), [id](ModelSpec& model) { model = withRecurrentFormat(model, id); },
            -1);
    });
    connect(m_format, &QComboBox::activated, this, [this] {
        const std::string id = m_format->currentData().toString().toStdString();
        edit(
            tr("Format"), [id](ModelSpec& model) { model = withFormat(model, id); }, -1);
    });
    m_forgetBias->setRange(-10, 10);
    m_forgetBias->setSingleStep(0.5);
    m_forgetBias->setDecimals(2);
    m_forgetBias->setAccessibleName(tr("Forget bias"));
    m_forgetBias->setToolTip(tr("Starting value of the bias of the LSTM's forget gate"));
    connect(m_forgetBias, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        edit(
            tr("Forget bias"), [value](ModelSpec& model) { model.cell.forgetBias = value; }, Bias);
    });

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 4, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    constexpr int wide = 3;
    addField(grid, 0, 0, wide, tr("&Preset"), m_preset);
    addField(grid, 1, 0, 1, tr("&Cell"), m_cell);
    addField(grid, 1, 2, 1, tr("Fo&rmat"), m_format);
    addField(grid, 2, 0, wide, tr("&Input modes"), m_in);
    addField(grid, 3, 0, wide, tr("&Output modes"), m_out);
    m_ranks->addTo(grid, 4, wide);
    addField(grid, 7, 0, wide, tr("&Hidden to hidden"), m_recurrent);
    m_recurrentRanks->addTo(grid, 8, wide);
    addField(grid, 11, 0, 1, tr("&Gates"), m_gates);
    addField(grid, 11, 2, 1, tr("Sig&moid"), m_sigmoid);
    addField(grid, 12, 0, 1, tr("Star&t"), m_start);
    addField(grid, 12, 2, 1, tr("For&get bias"), m_forgetBias);
    grid->addWidget(m_other, 13, 0, 1, 4);
    grid->setRowStretch(14, 1);
}

void ModelPanel::edit(const QString& what, const Change& change, int thing) {
    ExperimentSpec next = m_workspace.spec();
    change(next.model);
    m_workspace.edit(what, next, thing < 0 ? -1 : m_run.id(thing));
}

void ModelPanel::editModes(ModesEditor* from) {
    showModesNotes(from);
    if (!modesFit()) return;
    const Shape in = readModes(m_in->text(), {}).modes, out = readModes(m_out->text(), {}).modes;
    edit(
        tr("Mode sizes"),
        [&](ModelSpec& model) {
            model.map.inModes = in;
            model.map.outModes = out;
            model = withRankCounts(model);
        },
        Modes);
}

QString ModelPanel::editRank(MapPart part, RankRef rank, Index value) {
    return (part == MapPart::Input ? m_ranks : m_recurrentRanks)->editRank(rank, value);
}

void ModelPanel::load() {
    const ModelSpec& model = m_workspace.spec().model;
    const std::pair<QComboBox*, QVariant> choices[] = {
        {m_cell, static_cast<int>(model.cell.kind)},
        {m_gates, static_cast<int>(model.cell.gates)},
        {m_sigmoid, static_cast<int>(model.cell.sigmoid)},
        {m_start, static_cast<int>(model.start)},
        {m_format, QString::fromStdString(model.map.format)},
        {m_recurrent, QString::fromStdString(model.recurrent.format)}};
    for (const auto& [combo, value] : choices) combo->setCurrentIndex(combo->findData(value));
    const QSignalBlocker quiet(m_forgetBias);
    m_forgetBias->setValue(model.cell.forgetBias);
    m_forgetBias->setEnabled(model.cell.kind == CellKind::Lstm);
    m_gates->setEnabled(gateCount(model.cell.kind) > 1);
    m_sigmoid->setEnabled(gateCount(model.cell.kind) > 1);
    loadModes();
    m_recurrent->setEnabled(model.cell.kind != CellKind::Mean);
    m_ranks->load();
    m_recurrentRanks->load();
    showOther();
}

void ModelPanel::loadModes() {
    const MapSpec& map = m_workspace.spec().model.map;
    // What is typed and not yet fit for use survives changes of other things.
    if (map.inModes != m_shownIn || map.outModes != m_shownOut) {
        m_in->setModes(map.inModes);
        m_out->setModes(map.outModes);
        m_shownIn = map.inModes;
        m_shownOut = map.outModes;
    }
    showModesNotes(m_in);
}

void ModelPanel::showModesNotes(const ModesEditor* from) {
    const DataSpec& frame = m_workspace.spec().data;
    ModesCheck in = checkInputModes(m_in->text(), frame.width, frame.height, frame.channels);
    ModesCheck out = readModes(m_out->text(), tr("Output modes"));
    const Shape inModes = in.modes, outModes = out.modes;
    // The field that is not being edited is the one to follow.
    if (in.problem.isEmpty() && from == m_out)
        in = checkModeCount(inModes, outModes.size(), tr("Input modes"), tr("output modes"));
    else if (out.problem.isEmpty() && from == m_in)
        out = checkModeCount(outModes, inModes.size(), tr("Output modes"), tr("input modes"));
    if (in.problem.isEmpty())
        m_in->note().setRemark(tr("%1 × %2 × %3 = %4 values a frame")
                                   .arg(frame.width)
                                   .arg(frame.height)
                                   .arg(frame.channels)
                                   .arg(number(product(inModes))));
    else
        m_in->note().setProblem(in.problem, in.suggestion);
    if (out.problem.isEmpty())
        m_out->note().setRemark(tr("%1 hidden units").arg(number(product(outModes))));
    else
        m_out->note().setProblem(out.problem, out.suggestion);
}

bool ModelPanel::modesFit() const {
    return !m_in->note().isProblem() && !m_out->note().isProblem();
}

void ModelPanel::showOther() {
    const bool said = !modesFit() || m_ranks->hasProblem() || m_recurrentRanks->hasProblem();
    const QString problem = said ? QString() : valueProblem(m_workspace.spec().model);
    if (problem.isEmpty())
        m_other->setRemark({});
    else
        m_other->setProblem(problem, {});
}

} // namespace rankscope
