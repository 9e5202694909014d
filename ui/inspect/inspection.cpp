// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspection.h"

namespace rankscope {

std::filesystem::path clipsFolder(const RunHeader& run, const std::filesystem::path& open) {
    std::error_code ignored;
    return open.empty() || std::filesystem::is_directory(run.dataRoot, ignored) ? run.dataRoot : open;
}

Inspection::Inspection(Workspace& workspace, TrainingSession& session, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_session(session) {}

void Inspection::setRun(const std::filesystem::path& folder) {
    if (folder == m_folder) return;
    m_folder = folder;
    closeClips();
    reload();
}

void Inspection::setWeights(WeightsOf weights) {
    if (weights == m_weights) return;
    m_weights = weights;
    reload();
}

void Inspection::reload() {
    m_runJob.cancel();
    m_run.reset();
    m_problem = {};
    if (!m_folder.empty())
        m_runJob.start(
            this,
            [folder = m_folder, weights = m_weights](std::stop_token) {
                return std::make_shared<const InspectedRun>(inspectRun(folder, weights));
            },
            [this](JobResult<std::shared_ptr<const InspectedRun>> result) {
                m_run = std::move(result.value);
                m_problem = {result.error, result.hint};
                emit runChanged();
            });
    emit runChanged();
}

void Inspection::openClips(const Progress& progress) {
    if (!m_run || m_clips || openingClips()) return;
    m_clipsProblem = {};
    m_clipsJob.start(
        this,
        [run = m_run, open = m_workspace.data().root, resources = resources(),
         progress](std::stop_token stop) {
            return std::make_shared<const InspectedClips>(
                rankscope::openClips(*run, clipsFolder(run->header, open), resources, stop, progress));
        },
        [this](JobResult<std::shared_ptr<const InspectedClips>> result) {
            m_clips = std::move(result.value);
            m_clipsProblem = {result.error, result.hint};
            emit clipsChanged();
        });
}

void Inspection::cancelClips() {
    m_clipsJob.cancel();
    emit clipsChanged();
}

std::vector<std::filesystem::path> Inspection::comparedRuns() const {
    std::vector<std::filesystem::path> runs;
    for (const RunInfo& run : m_session.shown())
        if (!run.history.empty()) runs.push_back(run.folder);
    return runs;
}

void Inspection::closeClips() {
    m_clipsJob.cancel();
    m_clips.reset();
    m_clipsProblem = {};
    emit clipsChanged();
}

} // namespace rankscope
