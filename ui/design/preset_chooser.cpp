// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/preset_chooser.h"

#include "engine/experiment/presets.h"
#include "ui/bridge/translated.h"
#include "ui/design/rank_edit.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>

namespace rankscope {

namespace {
const Preset* presetOf(const QString& name) {
    const auto found = std::ranges::find(presets(), name.toStdString(), &Preset::name);
    return found == presets().end() ? nullptr : &*found;
}

/// Presets are named after their data set first: "ucf11-tt-lstm".
QString groupOf(const QString& name) {
    if (name.startsWith(QLatin1String("youtube-faces"))) return QStringLiteral("YouTube Celebrities");
    const QString first = name.section(QLatin1Char('-'), 0, 0);
    if (first == QLatin1String("shapes")) return PresetChooser::tr("Built-in set");
    if (first == QLatin1String("ucf11")) return QStringLiteral("UCF11");
    return first.isEmpty() ? first : first.front().toUpper() + first.mid(1);
}

/// What a preset sets of the spec; which clips are used stays as it is.
ExperimentSpec withPreset(const ExperimentSpec& now, const Preset& preset) {
    ExperimentSpec next = preset.spec;
    next.data.list = now.data.list;
    next.data.validation = now.data.validation;
    next.data.test = now.data.test;
    next.training.seed = now.training.seed;
    return next;
}

QStringList differences(const ExperimentSpec& a, const ExperimentSpec& b) {
    QStringList found;
    const auto note = [&](bool differs, const QString& what) {
        if (differs) found << what;
    };
    const ModelSpec &x = a.model, &y = b.model;
    note(x.cell.kind != y.cell.kind, PresetChooser::tr("cell"));
    note(x.map.format != y.map.format, PresetChooser::tr("format"));
    note(x.map.inModes != y.map.inModes, PresetChooser::tr("input modes"));
    note(x.map.outModes != y.map.outModes, PresetChooser::tr("output modes"));
    const auto ranksDiffer = [&](RankKind kind) {
        return x.map.format == y.map.format && rankCount(y, kind) > 0 &&
               ranksOf(withFormat(x, x.map.format), kind) != ranksOf(withFormat(y, y.map.format), kind);
    };
    note(ranksDiffer(RankKind::Rank) || ranksDiffer(RankKind::Tucker) || ranksDiffer(RankKind::Blocks),
         PresetChooser::tr("ranks"));
    note(x.cell.gates != y.cell.gates, PresetChooser::tr("gates"));
    note(x.cell.sigmoid != y.cell.sigmoid, PresetChooser::tr("sigmoid"));
    note(x.cell.forgetBias != y.cell.forgetBias, PresetChooser::tr("forget bias"));
    note(x.start != y.start, PresetChooser::tr("start"));
    note(a.data.frames != b.data.frames || a.data.width != b.data.width || a.data.height != b.data.height,
         PresetChooser::tr("frames"));
    return found;
}
} // namespace

PresetChooser::PresetChooser(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_combo(new Calm<QComboBox>(this)),
      m_back(new QToolButton(this)),
      m_changed(new QLabel(this)) {
    m_combo->setAccessibleName(tr("Preset"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(16);
    m_combo->setPlaceholderText(tr("Choose a preset"));
    setFocusProxy(m_combo);
    m_back->setText(tr("Back to it"));
    m_back->setToolTip(tr("Set everything as the preset has it"));
    m_back->setAccessibleName(tr("Back to the preset"));
    m_changed->setWordWrap(true);
    m_changed->setObjectName(QStringLiteral("presetChanges"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_combo, 1);
    row->addWidget(m_back);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_changed);
    fill();
    connect(m_combo, &QComboBox::activated, this, &PresetChooser::choose);
    connect(m_back, &QToolButton::clicked, this, [this] { apply(m_workspace.presetName()); });
    connect(&workspace, &Workspace::specChanged, this, &PresetChooser::showState);
    connect(&workspace, &Workspace::presetChanged, this, &PresetChooser::showState);
    showState();
}

void PresetChooser::fill() {
    auto* model = qobject_cast<QStandardItemModel*>(m_combo->model());
    QString group;
    for (const Preset& preset : presets()) {
        const QString name = QString::fromStdString(preset.name);
        if (groupOf(name) != group) {
            group = groupOf(name);
            auto* heading = new QStandardItem(group);
            heading->setFlags(Qt::NoItemFlags);
            QFont bold = font();
            bold.setBold(true);
            heading->setFont(bold);
            model->appendRow(heading);
        }
        auto* item = new QStandardItem(translated(preset.title));
        item->setData(name, Qt::UserRole);
        item->setToolTip(name);
        model->appendRow(item);
    }
}

void PresetChooser::choose(int row) {
    apply(m_combo->itemData(row).toString());
}

void PresetChooser::apply(const QString& name) {
    const Preset* preset = presetOf(name);
    if (!preset) return;
    m_workspace.edit(tr("Preset %1").arg(name), withPreset(m_workspace.spec(), *preset), -1, name);
}

void PresetChooser::showState() {
    const Preset* preset = presetOf(m_workspace.presetName());
    m_combo->setCurrentIndex(preset ? m_combo->findData(m_workspace.presetName()) : -1);
    const QStringList changes = preset ? differences(m_workspace.spec(), preset->spec) : QStringList();
    m_changed->setText(tr("Changed: %1").arg(changes.join(QStringLiteral(", "))));
    m_changed->setVisible(!changes.isEmpty());
    m_back->setVisible(!changes.isEmpty());
}

} // namespace rankscope
