// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/workspace.h"
#include "ui/design/rank_edit.h"

#include <array>

class QGridLayout;
class QLabel;
class QWidget;

namespace rankscope {

class RankEditor;

/// Why a model cannot be used, with what to do; empty: it can.
QString valueProblem(const ModelSpec& model);

/// The editors of all kinds of ranks of one map, of which those its format takes are shown. A value that
/// cannot be used stays in its editor with the reason, and the model stays as it is.
class RankRows : public QObject {
    Q_OBJECT
public:
    /// `run` is shared by all editors of a panel.
    RankRows(Workspace& workspace, EditRun& run, MapPart part, QWidget* parent);

    /// A label and an editor for each kind, from `row` on.
    void addTo(QGridLayout* grid, int row, int span);
    /// Why the rank was refused; empty: it was taken.
    QString editRank(RankRef rank, Index value);
    void load(); ///< from the workspace
    bool hasProblem() const;

private:
    struct Row {
        RankKind kind;
        QLabel* label;
        RankEditor* editor;
    };
    ModelSpec view() const { return viewOf(m_workspace.spec().model, m_part); }
    void editRanks(RankKind kind, const Shape& ranks, int index);

    Workspace& m_workspace;
    EditRun& m_run;
    MapPart m_part;
    std::array<Row, 3> m_rows;
};

} // namespace rankscope
