// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/rank_study.h"
#include "ui/bridge/job.h"
#include "ui/bridge/training_session.h"

#include <QTimer>

#include <atomic>
#include <mutex>

namespace rankscope {

/// Whether two models differ in nothing but the ranks of their maps (and what the data sets).
bool sameButRanksAndData(const ModelSpec& a, const ModelSpec& b);

/// Why a question was not answered; empty: it was.
template <class T>
QString failureOf(const JobResult<T>& result) {
    return Problem{result.error, result.hint}.sentence();
}

/// The run whose ranks are studied, the one that trains or else the current one, opened in the background
/// for whoever asks: its best weights, of a run in training the last committed ones, and its clips.
class RunStudy : public QObject {
    Q_OBJECT
public:
    RunStudy(const Workspace& workspace, const TrainingSession& session, QObject* parent);

    /// Null: there is none, or it has no weights yet.
    const RunInfo* run() const;
    bool isTraining() const { return m_training; }
    /// Whether the model being designed is that of the run but for its ranks.
    bool fits() const;
    QString runName() const;
    int epoch() const; ///< of the weights that are studied

    /// What a question needs of the run: changes of ranks need its weights alone.
    enum class Needs { Weights, Clips };

    /// Answers with `work` on the opened run, one at a time. A run that has trained on is opened anew.
    template <class T>
    void ask(Job<T>& job, QObject* context,
             std::type_identity_t<std::function<T(RankStudy&, std::stop_token)>> work,
             typename Job<T>::Answer answer, Needs needs = Needs::Clips) {
        job.start(
            context,
            [room = m_room, work = std::move(work), needs](std::stop_token stop) {
                const auto lock = enter(*room, needs, stop);
                return work(*room->study, stop);
            },
            std::move(answer));
    }

    /// What opening or measuring has got to: "validating 40 of 160"; empty: nothing to tell.
    QString progressText() const;

signals:
    void changed(); ///< another run, or it has trained on: answers of before are about other weights

private:
    struct Room {
        std::filesystem::path folder;
        WeightsOf weights = WeightsOf::Best;
        std::timed_mutex mutex;
        std::unique_ptr<RankStudy> study;
        bool hasClips = false;
        std::atomic<int> phase = -1, done = 0, total = 0;
    };
    /// What tells one state of a run from another.
    struct Version {
        std::filesystem::path folder;
        bool training = false;
        int epochs = 0, best = 0;
        std::size_t rankChanges = 0;
        bool operator==(const Version&) const = default;
    };

    static std::unique_lock<std::timed_mutex> enter(Room& room, Needs needs, std::stop_token stop);
    void follow();

    const Workspace& m_workspace;
    const TrainingSession& m_session;
    std::shared_ptr<Room> m_room = std::make_shared<Room>();
    Version m_version;
    bool m_training = false;
};

} // namespace rankscope
