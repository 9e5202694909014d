// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/workspace.h"
#include "ui/design/rank_edit.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;

namespace rankscope {

class FieldNote;
class ModesEditor;
class PresetChooser;
class RankRows;

/// The editors of everything a ModelSpec holds. Which rank editors are shown follows from the format; a value
/// that cannot be used stays in its editor with the reason, and the model stays as it is.
class ModelPanel : public QWidget {
    Q_OBJECT
public:
    ModelPanel(Workspace& workspace, QWidget* parent);

    /// The same checks and the same undo steps for edits made elsewhere (the diagram). Returns why the rank
    /// was refused.
    QString editRank(MapPart part, RankRef rank, Index value);

private:
    using Change = std::function<void(ModelSpec&)>;

    QComboBox* addCombo(const QString& name, const QString& what);
    template <class E>
    void fillNames(QComboBox* combo, const QString& undoText, E& (*field)(ModelSpec&));
    void fillFormats(QComboBox* combo);
    void build();
    QLabel* addField(QGridLayout* grid, int row, int column, int span, const QString& text, QWidget* field);
    void edit(const QString& what, const Change& change, int thing);
    void editModes(ModesEditor* from);
    void load();
    void loadModes();
    void showModesNotes(const ModesEditor* from);
    bool modesFit() const;
    void showOther();

    Workspace& m_workspace;
    EditRun m_run;
    PresetChooser* m_preset;
    QComboBox *m_cell, *m_format, *m_recurrent, *m_gates, *m_sigmoid, *m_start;
    QDoubleSpinBox* m_forgetBias;
    ModesEditor *m_in, *m_out;
    RankRows *m_ranks, *m_recurrentRanks;
    FieldNote* m_other;          ///< what the fields' own notes do not say
    Shape m_shownIn, m_shownOut; ///< modes of the spec when the editors were last set
};

} // namespace rankscope
