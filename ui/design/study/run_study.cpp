// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/study/run_study.h"

#include "ui/bridge/translated.h"

#include <algorithm>

namespace rankscope {

namespace {
constexpr std::chrono::milliseconds patience{20}; // between looks at whether the answer is still wanted
} // namespace

bool sameButRanksAndData(const ModelSpec& a, const ModelSpec& b) {
    ModelSpec other = b;
    other.classes = a.classes;
    other.task = a.task;
    try {
        return sameButRanks(a, other);
    } catch (const Error&) {
        return false; // not a model that could be trained
    }
}

RunStudy::RunStudy(const Workspace& workspace, const TrainingSession& session, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_session(session) {
    connect(&session, &TrainingSession::shownChanged, this, &RunStudy::follow);
    connect(&session, &TrainingSession::stateChanged, this, &RunStudy::follow);
    follow();
}

const RunInfo* RunStudy::run() const {
    const auto& shown = m_session.shown();
    const auto found = std::ranges::find(shown, m_version.folder, &RunInfo::folder);
    return m_version.folder.empty() || found == shown.end() || found->history.empty() ? nullptr : &*found;
}

bool RunStudy::fits() const {
    const RunInfo* studied = run();
    return studied && sameButRanksAndData(m_workspace.spec().model, studied->spec.model);
}

QString RunStudy::runName() const {
    return QString::fromStdString(m_version.folder.filename().string());
}

int RunStudy::epoch() const {
    return m_training || m_version.best == 0 ? m_version.epochs : m_version.best;
}

void RunStudy::follow() {
    const bool training = m_session.active() && !m_session.trainingRun().empty();
    Version now{training ? m_session.trainingRun() : m_session.currentRun(), training};
    const auto& shown = m_session.shown();
    const auto found = std::ranges::find(shown, now.folder, &RunInfo::folder);
    if (found != shown.end()) {
        now.epochs = static_cast<int>(found->history.size());
        now.best = found->bestEpoch;
        now.rankChanges = found->rankChanges.size();
    }
    if (now == m_version) return;
    m_version = now;
    m_training = training;
    m_room = std::make_shared<Room>();
    m_room->folder = now.folder;
    m_room->weights = training ? WeightsOf::Last : WeightsOf::Best;
    emit changed();
}

std::unique_lock<std::timed_mutex> RunStudy::enter(Room& room, Needs needs, std::stop_token stop) {
    std::unique_lock lock(room.mutex, std::defer_lock);
    while (!lock.try_lock_for(patience))
        if (stop.stop_requested()) throw Cancelled();
    room.phase = -1; // of the work before
    if (!room.study) room.study = std::make_unique<RankStudy>(room.folder, room.weights);
    if (needs == Needs::Weights || room.hasClips) return lock;
    const Observer observer = [&room](const Event& event) { // the room holds the study and outlives it
        const auto* progress = std::get_if<ProgressEvent>(&event);
        if (!progress) return;
        room.phase = static_cast<int>(progress->phase);
        room.done = progress->done;
        room.total = progress->total;
    };
    room.study->openClips({}, {}, observer, stop);
    room.hasClips = true;
    room.phase = -1;
    return lock;
}

QString RunStudy::progressText() const {
    if (m_room->phase < 0) return {};
    const QString phase = translated(titleOf(static_cast<Phase>(m_room->phase.load())));
    return m_room->total == 0
               ? phase
               : tr("%1 %2 of %3").arg(phase).arg(m_room->done.load()).arg(m_room->total.load());
}

} // namespace rankscope
