// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/translated.h"
#include "ui/bridge/workspace.h"

#include <QWidget>

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace rankscope {

struct SettingText {
    QString label, explanation;
};

/// One value of the spec: how it is read and written.
template <class T>
struct SettingField {
    std::function<T(const ExperimentSpec&)> get;
    std::function<void(ExperimentSpec&, const T&)> set;
};

/// `access` gives a reference into the spec it is handed: [](auto& spec) -> auto& { return
/// spec.training.epochs; }.
template <class T, class Access>
SettingField<T> settingField(Access access) {
    return {[access](const ExperimentSpec& spec) { return static_cast<T>(access(spec)); },
            [access](ExperimentSpec& spec, const T& value) {
                auto& place = access(spec);
                place = static_cast<std::decay_t<decltype(place)>>(value);
            }};
}

/// A column of settings of the spec, each with a line that explains it. Edits go through the workspace (and
/// can be undone); what differs from the preset is marked.
class SettingsForm : public QWidget {
    Q_OBJECT
public:
    explicit SettingsForm(Workspace& workspace, QWidget* parent = nullptr);

    void addSection(const QString& title);
    /// `zero`: what the value 0 is called, such as "off".
    void addInteger(const SettingText& text, SettingField<int> field, int low, int high,
                    const QString& zero = {});
    /// Shown times `factor` with `suffix` (a share as percent).
    void addNumber(const SettingText& text, SettingField<double> field, double low, double high, int decimals,
                   double factor = 1, const QString& suffix = {});
    void addCheck(const SettingText& text, SettingField<bool> field);
    /// A number of any magnitude, typed; empty where `field` allows: `automatic` says what then holds.
    void addTypedNumber(const SettingText& text, SettingField<std::optional<double>> field, double low,
                        double high, std::function<QString(const ExperimentSpec&)> automatic = {});
    /// Typed text; `field.set` throws Error where it is not valid.
    void addText(const SettingText& text, SettingField<QString> field);
    void addList(const SettingText& text, const QStringList& titles, SettingField<int> field);
    template <class E>
    void addChoice(const SettingText& text, SettingField<E> field);

    /// Rows that make no sense are greyed out.
    void enableLastRowIf(std::function<bool(const ExperimentSpec&)> condition);
    /// Rows that belong to one choice of another row are there with it alone.
    void showLastRowIf(std::function<bool(const ExperimentSpec&)> condition);

private:
    struct Row {
        QLabel* label = nullptr;
        QLabel* note = nullptr;
        QWidget* editor = nullptr;
        SettingText text;
        std::function<void(const ExperimentSpec&)> show;
        std::function<bool(const ExperimentSpec&, const ExperimentSpec&)> same;
        std::function<bool(const ExperimentSpec&)> enabled;
        bool hides = false; ///< rather than greyed out
    };

    template <class T>
    void addRow(const SettingText& text, QWidget* editor, const SettingField<T>& field,
                std::function<void(const ExperimentSpec&)> show);
    /// What an editor calls: applies the change as one undoable step.
    template <class T>
    std::function<void(const T&)> commit(const SettingField<T>& field);
    void apply(std::size_t row, const std::function<void(ExperimentSpec&)>& change);
    /// Says below the row why what is typed there is not taken.
    void complain(std::size_t row, const QString& problem);
    void refresh();

    Workspace& m_workspace;
    QVBoxLayout* m_sections;
    QFormLayout* m_rows = nullptr;
    std::vector<Row> m_all;
    int m_labelWidth = 0;
    bool m_refreshing = false;
};

template <class E>
void SettingsForm::addChoice(const SettingText& text, SettingField<E> field) {
    QStringList titles;
    std::vector<E> values;
    for (const Named<E>& entry : Names<E>::all) {
        titles << translated(entry.title);
        values.push_back(entry.value);
    }
    addList(text, titles,
            {[field, values](const ExperimentSpec& spec) {
                 return static_cast<int>(std::ranges::find(values, field.get(spec)) - values.begin());
             },
             [field, values](ExperimentSpec& spec, int i) {
                 field.set(spec, values[static_cast<std::size_t>(i)]);
             }});
}

} // namespace rankscope
