// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/preset_chooser.h"

#include "engine/experiment/presets.h"
#include "ui/bridge/translated.h"
#include "ui/design/rank_edit.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>

namespace rankscope {

namespace {
/// Presets are named after their data set first: "ucf11-tt-lstm".
QString groupOf(const QString& name) {
    if (name.startsWith(QLatin1String("user/"))) return PresetChooser::tr("My presets");
    if (name.startsWith(QLatin1String("youtube-faces"))) return QStringLiteral("YouTube Celebrities");
    const QString first = name.section(QLatin1Char('-'), 0, 0);
    if (first == QLatin1String("shapes")) return PresetChooser::tr("Built-in set");
    if (first == QLatin1String("videos")) return PresetChooser::tr("Real videos");
    if (first == QLatin1String("ucf11")) return QStringLiteral("UCF11");
    return first.isEmpty() ? first : first.front().toUpper() + first.mid(1);
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
    note(x.recurrent.format != y.recurrent.format || (compressesRecurrent(y) && x.recurrent != y.recurrent),
         PresetChooser::tr("hidden to hidden"));
    note(a.data.frames != b.data.frames || a.data.width != b.data.width || a.data.height != b.data.height ||
             a.data.channels != b.data.channels,
         PresetChooser::tr("frames"));
    note(a.data.layout != b.data.layout ||
             (b.data.layout == FrameLayout::Patches &&
              (a.data.patchWidth != b.data.patchWidth || a.data.patchHeight != b.data.patchHeight)),
         PresetChooser::tr("layout"));
    note(a.data.augment != b.data.augment, PresetChooser::tr("augmentation"));
    TrainingSpec training = a.training;
    training.seed = b.training.seed; // of each run its own
    note(training != b.training, PresetChooser::tr("training"));
    return found;
}
} // namespace

PresetChooser::PresetChooser(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_library(new PresetLibrary(this)),
      m_combo(new Calm<QComboBox>(this)),
      m_back(new QToolButton(this)),
      m_more(new QToolButton(this)),
      m_changed(new QLabel(this)),
      m_naming(new QWidget(this)),
      m_name(new QLineEdit(m_naming)),
      m_note(new QLabel(this)) {
    build();
    fill();
    connect(m_combo, &QComboBox::activated, this, &PresetChooser::choose);
    connect(m_back, &QToolButton::clicked, this, [this] { apply(m_workspace.presetName()); });
    connect(m_name, &QLineEdit::returnPressed, this, &PresetChooser::save);
    connect(m_note, &QLabel::linkActivated, this, [this] { tell(m_library->restore(), {}, true); });
    connect(m_library, &PresetLibrary::changed, this, &PresetChooser::fill);
    connect(&workspace, &Workspace::specChanged, this, &PresetChooser::showState);
    connect(&workspace, &Workspace::presetChanged, this, &PresetChooser::showState);
    tell({}, m_library->problems().join(QLatin1Char('\n')));
}

void PresetChooser::build() {
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
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("presetNote"));
    m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    buildMenu();
    m_name->setAccessibleName(tr("Name of the preset"));
    m_name->setPlaceholderText(tr("Name of the preset"));
    m_name->setMaxLength(60);
    auto* save = new QPushButton(tr("Save"), m_naming);
    auto* cancel = new QPushButton(tr("Cancel"), m_naming);
    connect(save, &QPushButton::clicked, this, &PresetChooser::save);
    connect(cancel, &QPushButton::clicked, m_naming, &QWidget::hide);
    auto* naming = new QHBoxLayout(m_naming);
    naming->setContentsMargins({});
    naming->addWidget(m_name, 1);
    naming->addWidget(save);
    naming->addWidget(cancel);
    m_naming->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_combo, 1);
    row->addWidget(m_back);
    row->addWidget(m_more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_naming);
    layout->addWidget(m_changed);
    layout->addWidget(m_note);
}

void PresetChooser::buildMenu() {
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("&Save as my preset…"), this, &PresetChooser::startNaming);
    menu->addAction(tr("&Import…"), this, &PresetChooser::importFile);
    m_export = menu->addAction(tr("&Export…"), this, &PresetChooser::exportFile);
    m_delete = menu->addAction(tr("&Delete my preset"), this, &PresetChooser::remove);
    m_more->setText(QStringLiteral("⋯"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAccessibleName(tr("My presets"));
    m_more->setToolTip(tr("Save, import, export and delete presets"));
}

void PresetChooser::fill() {
    auto* model = qobject_cast<QStandardItemModel*>(m_combo->model());
    model->clear();
    QString group;
    const auto add = [&](const Preset& preset) {
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
    };
    for (const Preset& preset : presets()) add(preset);
    for (const Preset& preset : m_library->own()) add(preset);
    showState();
}

void PresetChooser::choose(int row) {
    apply(m_combo->itemData(row).toString());
}

void PresetChooser::apply(const QString& name) {
    const Preset* preset = m_library->find(name);
    if (!preset) return;
    m_workspace.edit(tr("Preset %1").arg(name), withPreset(m_workspace.spec(), *preset), -1, name);
}

void PresetChooser::startNaming() {
    m_naming->show();
    m_name->setFocus();
    m_name->selectAll();
}

void PresetChooser::save() {
    QString name;
    const auto problem = m_library->save(m_name->text(), m_workspace.spec(), name);
    tell(problem, tr("Saved as %1.").arg(m_name->text().trimmed()));
    if (problem) return;
    m_naming->hide();
    m_workspace.setPreset(name);
}

void PresetChooser::importFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import a preset"), {}, tr("Presets (*.json)"));
    if (file.isEmpty()) return;
    QString name;
    const auto problem = m_library->import(file, name);
    tell(problem, problem ? QString() : tr("Imported."));
    if (!problem) apply(name);
}

void PresetChooser::exportFile() {
    const QString name = m_workspace.presetName();
    QString file = QFileDialog::getSaveFileName(this, tr("Export the preset"),
                                                name.section(QLatin1Char('/'), -1) + QStringLiteral(".json"),
                                                tr("Presets (*.json)"));
    if (!file.isEmpty()) tell(m_library->exportTo(file, name), tr("Exported to %1.").arg(file));
}

void PresetChooser::remove() {
    const auto problem = m_library->remove(m_workspace.presetName());
    tell(problem, tr("%1 is deleted.").arg(m_library->removedTitle()), !problem);
}

/// `undo`: offers the preset that was deleted last, as long as it is not back.
void PresetChooser::tell(const std::optional<Problem>& problem, const QString& done, bool undo) {
    QString text = (problem ? QStringLiteral("⚠ ") + problem->sentence() : done).toHtmlEscaped();
    if (undo && m_library->hasRemoved()) text += QStringLiteral(" <a href=\"#\">%1</a>").arg(tr("Undo"));
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void PresetChooser::showState() {
    const QString name = m_workspace.presetName();
    const Preset* preset = m_library->find(name);
    m_combo->setCurrentIndex(preset ? m_combo->findData(name) : -1);
    const QStringList changes = preset ? differences(m_workspace.spec(), preset->spec) : QStringList();
    m_changed->setText(tr("Changed: %1").arg(changes.join(QStringLiteral(", "))));
    m_changed->setVisible(!changes.isEmpty());
    m_back->setVisible(!changes.isEmpty());
    m_export->setEnabled(preset);
    m_delete->setEnabled(m_library->isOwn(name));
}

} // namespace rankscope
