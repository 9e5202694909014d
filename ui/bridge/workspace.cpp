// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/workspace.h"

#include <QUndoCommand>

namespace rankscope {

class Workspace::EditCommand : public QUndoCommand {
public:
    EditCommand(Workspace& workspace, const QString& what, const ExperimentSpec& next, const QString& preset,
                int mergeId)
        : QUndoCommand(what),
          m_workspace(workspace),
          m_before{workspace.spec(), workspace.presetName()},
          m_after{next, preset},
          m_mergeId(mergeId) {}

    void undo() override { m_before.applyTo(m_workspace); }
    void redo() override { m_after.applyTo(m_workspace); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* other) override {
        m_after = static_cast<const EditCommand*>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    struct State {
        ExperimentSpec spec;
        QString preset;
        bool operator==(const State&) const = default;
        void applyTo(Workspace& workspace) const {
            workspace.apply(spec);
            workspace.setPreset(preset);
        }
    };

    Workspace& m_workspace;
    State m_before, m_after;
    int m_mergeId;
};

Workspace::Workspace(QObject* parent) : QObject(parent) {}

void Workspace::edit(const QString& what, const ExperimentSpec& next, int mergeId,
                     const std::optional<QString>& preset) {
    const QString name = preset.value_or(m_preset);
    if (next != m_spec || name != m_preset) m_undo.push(new EditCommand(*this, what, next, name, mergeId));
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
