// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/settings_form.h"

#include "engine/experiment/presets.h"
#include "ui/plot/theme.h"
#include "ui/training/calm.h"
#include "ui/training/typed_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rankscope {

namespace {

constexpr int firstMergeId = 0x30000; // apart from the ids of other panes

/// The preset the workspace started from, null where there is none.
const ExperimentSpec* presetOf(const Workspace& workspace) {
    const std::string name = workspace.presetName().toStdString();
    for (const Preset& preset : presets())
        if (preset.name == name) return &preset.spec;
    return nullptr;
}

} // namespace

SettingsForm::SettingsForm(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_sections(new QVBoxLayout(this)) {
    connect(&workspace, &Workspace::specChanged, this, &SettingsForm::refresh);
    connect(&workspace, &Workspace::presetChanged, this, &SettingsForm::refresh);
}

void SettingsForm::addSection(const QString& title) {
    auto* heading = new QLabel(title, this);
    QFont font = heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    heading->setFont(font);
    m_sections->addWidget(heading);
    m_rows = new QFormLayout;
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows); // a list of long choices has a line of its own
    m_rows->setContentsMargins(0, 0, 0, 8);
    m_sections->addLayout(m_rows);
}

template <class T>
void SettingsForm::addRow(const SettingText& text, QWidget* editor, const SettingField<T>& field,
                          std::function<void(const ExperimentSpec&)> show) {
    auto* label = new QLabel(text.label, this);
    label->setBuddy(editor);
    auto* note = new QLabel(text.explanation, this);
    note->setWordWrap(true);
    QFont font = note->font();
    font.setPointSizeF(font.pointSizeF() * 0.88);
    note->setFont(font);
    editor->setAccessibleName(text.label);
    editor->setAccessibleDescription(text.explanation);
    editor->setToolTip(text.explanation);
    label->setToolTip(text.explanation);
    m_rows->addRow(label, editor);
    m_rows->addRow(note);
    auto same = [get = field.get](const ExperimentSpec& a, const ExperimentSpec& b) {
        return get(a) == get(b);
    };
    // One column of editors over all sections, wide enough for a label in bold with its mark.
    QFont bold = label->font();
    bold.setBold(true);
    m_labelWidth =
        std::max(m_labelWidth, QFontMetrics(bold).horizontalAdvance(text.label + QStringLiteral(" •")));
    label->setMinimumWidth(m_labelWidth);
    for (const Row& row : m_all) row.label->setMinimumWidth(m_labelWidth);
    m_all.push_back({label, note, editor, text, std::move(show), std::move(same), {}, false});
    refresh();
}

void SettingsForm::addInteger(const SettingText& text, SettingField<int> field, int low, int high,
                              const QString& zero) {
    auto* spin = new Calm<QSpinBox>(this);
    spin->setRange(low, high);
    spin->setKeyboardTracking(false);
    if (!zero.isEmpty()) spin->setSpecialValueText(zero);
    connect(spin, &QSpinBox::valueChanged, this, commit<int>(field));
    addRow<int>(text, spin, field,
                [spin, field](const ExperimentSpec& spec) { spin->setValue(field.get(spec)); });
}

void SettingsForm::addNumber(const SettingText& text, SettingField<double> field, double low, double high,
                             int decimals, double factor, const QString& suffix) {
    auto* spin = new Calm<QDoubleSpinBox>(this);
    spin->setDecimals(decimals);
    spin->setRange(low * factor, high * factor);
    spin->setSingleStep((high - low) * factor / 20);
    spin->setSuffix(suffix);
    spin->setKeyboardTracking(false);
    connect(spin, &QDoubleSpinBox::valueChanged, this,
            [set = commit(field), factor](double value) { set(value / factor); });
    addRow<double>(text, spin, field, [spin, field, factor](const ExperimentSpec& spec) {
        spin->setValue(field.get(spec) * factor);
    });
}

void SettingsForm::addCheck(const SettingText& text, SettingField<bool> field) {
    auto* box = new QCheckBox(this);
    connect(box, &QCheckBox::toggled, this, commit(field));
    addRow<bool>(text, box, field,
                 [box, field](const ExperimentSpec& spec) { box->setChecked(field.get(spec)); });
}

void SettingsForm::addList(const SettingText& text, const QStringList& titles, SettingField<int> field) {
    auto* box = new Calm<QComboBox>(this);
    box->addItems(titles);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::currentIndexChanged, this, commit(field));
    addRow<int>(text, box, field,
                [box, field](const ExperimentSpec& spec) { box->setCurrentIndex(field.get(spec)); });
}

void SettingsForm::addTypedNumber(const SettingText& text, SettingField<std::optional<double>> field,
                                  double low, double high,
                                  std::function<QString(const ExperimentSpec&)> automatic) {
    auto* edit = new TypedEdit(this);
    const auto parse = [low, high,
                        optional = bool(automatic)](const QString& typed) -> std::optional<double> {
        if (typed.isEmpty() && optional) return {};
        bool ok = false;
        double value = QLocale().toDouble(typed, &ok);
        if (!ok) value = QLocale::c().toDouble(typed, &ok);
        if (!ok || value < low || value > high)
            throw Error(tr("A number from %1 to %2, such as 3e-3.").arg(low).arg(high).toStdString());
        return value;
    };
    edit->setCheck([parse](const QString& typed) { parse(typed); });
    connect(edit, &TypedEdit::committed, this,
            [set = commit(field), parse](const QString& typed) { set(parse(typed)); });
    connect(edit, &TypedEdit::problemChanged, this,
            [this, row = m_all.size()](const QString& problem) { complain(row, problem); });
    addRow<std::optional<double>>(text, edit, field, [edit, field, automatic](const ExperimentSpec& spec) {
        const std::optional<double> value = field.get(spec);
        edit->setValue(value ? QLocale().toString(*value, 'g', 6) : QString());
        if (automatic) edit->setPlaceholderText(automatic(spec));
    });
}

void SettingsForm::addText(const SettingText& text, SettingField<QString> field) {
    auto* edit = new TypedEdit(this);
    edit->setCheck([field](const QString& typed) {
        ExperimentSpec trial;
        field.set(trial, typed);
    });
    connect(edit, &TypedEdit::committed, this, commit(field));
    connect(edit, &TypedEdit::problemChanged, this,
            [this, row = m_all.size()](const QString& problem) { complain(row, problem); });
    addRow<QString>(text, edit, field,
                    [edit, field](const ExperimentSpec& spec) { edit->setValue(field.get(spec)); });
}

void SettingsForm::enableLastRowIf(std::function<bool(const ExperimentSpec&)> condition) {
    m_all.back().enabled = std::move(condition);
    refresh();
}

void SettingsForm::showLastRowIf(std::function<bool(const ExperimentSpec&)> condition) {
    m_all.back().hides = true;
    enableLastRowIf(std::move(condition));
}

template <class T>
std::function<void(const T&)> SettingsForm::commit(const SettingField<T>& field) {
    return [this, row = m_all.size(), set = field.set](const T& value) {
        apply(row, [&](ExperimentSpec& spec) { set(spec, value); });
    };
}

void SettingsForm::apply(std::size_t row, const std::function<void(ExperimentSpec&)>& change) {
    if (m_refreshing) return;
    ExperimentSpec next = m_workspace.spec();
    change(next);
    m_workspace.edit(m_all[row].text.label, next, firstMergeId + static_cast<int>(row));
}

void SettingsForm::complain(std::size_t row, const QString& problem) {
    QLabel* note = m_all[row].note;
    note->setText(problem.isEmpty() ? m_all[row].text.explanation : problem);
    QPalette colors;
    if (!problem.isEmpty()) colors.setColor(QPalette::WindowText, errorColor(palette()));
    note->setPalette(colors);
}

void SettingsForm::refresh() {
    m_refreshing = true;
    bool changesHeight = false;
    const ExperimentSpec& spec = m_workspace.spec();
    const ExperimentSpec* preset = presetOf(m_workspace);
    for (const Row& row : m_all) {
        row.show(spec);
        const bool changed = preset && !row.same(spec, *preset);
        QFont font = row.label->font();
        font.setBold(changed);
        row.label->setFont(font);
        row.label->setText(changed ? row.text.label + QStringLiteral(" •") : row.text.label);
        row.label->setAccessibleDescription(changed ? tr("differs from the preset") : QString());
        const bool enabled = !row.enabled || row.enabled(spec);
        for (QWidget* widget :
             {static_cast<QWidget*>(row.label), static_cast<QWidget*>(row.note), row.editor}) {
            widget->setEnabled(enabled);
            changesHeight = changesHeight || (row.hides && widget->isHidden() == enabled);
            if (row.hides) widget->setVisible(enabled);
        }
    }
    m_refreshing = false;
    if (!changesHeight) return;
    // notes that appear tell the height of their wrapped text only once they are laid out
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_sections->invalidate();
            updateGeometry();
        },
        Qt::QueuedConnection);
}

} // namespace rankscope
