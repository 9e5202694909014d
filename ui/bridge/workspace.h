// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/batches.h"
#include "engine/experiment/experiment.h"

#include <QObject>
#include <QUndoStack>

#include <memory>
#include <optional>

namespace rankscope {

/// The opened data folder as the panes show it.
struct OpenedData {
    std::filesystem::path root;
    bool builtIn = false;                     ///< the moving-shapes set
    std::shared_ptr<const Dataset> dataset;   ///< null while it is scanned
    std::shared_ptr<const FrameCache> frames; ///< null until decoded; thumbnails come from its candidates
    QString error;                            ///< why it could not be opened; empty: fine
};

/// What the window is about: the spec being edited (with undo) and the data it is for. Panes read it, change
/// it through `edit` and follow its signals; none of them knows another.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);

    const ExperimentSpec& spec() const { return m_spec; }
    QUndoStack& undoStack() { return m_undo; }

    /// One undoable step. Equal specs make none; consecutive edits with the same non-negative `mergeId`
    /// become one step (a drag, a run of key presses). `preset` is chosen in the same step.
    void edit(const QString& what, const ExperimentSpec& next, int mergeId = -1,
              const std::optional<QString>& preset = {});
    /// Without undo: session restored, preset of the first start.
    void reset(const ExperimentSpec& spec);

    /// The preset last chosen; what differs from it is marked. Empty: none.
    QString presetName() const { return m_preset; }
    void setPreset(const QString& name);

    const OpenedData& data() const { return m_data; }
    void setData(const OpenedData& data);

    /// Batch times frames a clip: what costs are counted for.
    Index framesPerBatch() const { return framesAtOnce(m_spec.data, m_spec.training.batch); }

signals:
    void specChanged();
    void presetChanged();
    void dataChanged();

private:
    class EditCommand;
    void apply(const ExperimentSpec& spec);

    ExperimentSpec m_spec;
    QUndoStack m_undo;
    QString m_preset;
    OpenedData m_data;
};

} // namespace rankscope
