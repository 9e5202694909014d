// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/workspace.h"

#include <QUndoCommand>

namespace rankscope {

class Workspace::EditCommand : public QUndoCommand {
public:
    EditCommand(Workspace& workspace, const QString& what, const ExperimentSpec& next, int mergeId)
        : QUndoCommand(what),
          m_workspace(workspace),
          m_before(workspace.spec()),
          m_after(next),
          m_mergeId(mergeId) {}

    void undo() override { m_workspace.apply(m_before); }
    void redo() override { m_workspace.apply(m_after); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* other) override {
        m_after = static_cast<const EditCommand*>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Workspace& m_workspace;
    ExperimentSpec m_before, m_after;
    int m_mergeId;
};

Workspace::Workspace(QObject* parent) : QObject(parent) {}

void Workspace::edit(const QString& what, const ExperimentSpec& next, int mergeId) {
    if (next != m_spec) m_undo.push(new EditCommand(*this, what, next, mergeId));
}

void Workspace::reset(const ExperimentSpec& spec) {
    m_undo.clear();
    apply(spec);
}

void Workspace::setPreset(const QString& name) {
    if (name == m_preset) return;
    m_preset = name;
    emit presetChanged();
}

void Workspace::setData(const OpenedData& data) {
    m_data = data;
    emit dataChanged();
}

void Workspace::apply(const ExperimentSpec& spec) {
    if (spec == m_spec) return;
    m_spec = spec;
    emit specChanged();
}

} // namespace rankscope
