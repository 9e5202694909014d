// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/data/split.h"
#include "engine/evaluation/clip_scores.h"
#include "engine/training/control.h"
#include "engine/training/optimizer.h"
#include "engine/training/throttle.h"
#include "engine/training/trainer_state.h"

#include <functional>

namespace rankscope {

/// The loss or a gradient is no longer finite.
class Diverged : public Error {
public:
    using Error::Error;
};

/// Trains one model on one split of a set of clips; knows neither files nor windows. What it did so far is a
/// TrainerState, handed to `commit` after every epoch and after a stop, from which another Trainer goes on
/// bit for bit.
class Trainer {
public:
    using Commit = std::function<void(const TrainerState&)>;

    /// What `set` refers to must outlive the trainer. Throws Error.
    Trainer(const ModelSpec& model, const TrainingSpec& training, const ClipSet& set, const Split& split,
            int threads);

    const ParameterLayout& layout() const { return m_model.layout(); }

    /// Starting values drawn from the seed; the state of a run that has not begun.
    TrainerState begin();
    /// Goes on from a state of the same specs (ranks may have changed meanwhile) and data; `further`: also
    /// where it had ended by patience. Throws Error where the state does not fit.
    void restore(const TrainerState& state, bool further = false);

    /// Until all epochs are done, patience ends them, or control or the token stops after a batch. Throws
    /// Error where the loss or a gradient is no longer finite: the last committed state is the last good one.
    void run(const Observer& observer, const Commit& commit, Control& control, std::stop_token stop);

    /// Steps without validation or commits, epoch after epoch: number `step`, from 0, at `rate(step)`, until
    /// `after(step, mean loss of its clips before the update)` is false. For trials from begin() on, after
    /// which the trainer is of no more use. Throws Diverged.
    void trySteps(const std::function<double(int step)>& rate,
                  const std::function<bool(int step, double loss)>& after);

    /// Clips as the present weights see them.
    ClipScores score(const std::vector<int>& clips, std::stop_token stop = {}, const Progress& progress = {});
    /// Weights of this run with ranks that it had at some time. Throws Error where they are another model's.
    void useWeights(const ModelSpec& model, const std::vector<float>& weights);

    const TrainerState& state() const { return m_state; }

private:
    LoaderPlan trainingPlan() const; ///< of the present epoch
    bool trainEpoch(const Observer& observer, Control& control, std::stop_token stop);
    /// One update; `part` is the first part of the step, the others come from the loader.
    void trainStep(BatchLoader& loader, Batch& part, double rate);
    /// Adds what a part of the step contributes to the gradient of the mean loss.
    void differentiate(Batch& part, std::uint64_t key, bool first);
    void changeRanks(const ModelSpec& wanted, const Observer& observer);
    void useModel(const ModelSpec& model);
    void endEpoch(const Observer& observer);
    void reportProgress(const Observer& observer, Phase phase, int done, int total);
    bool better(const EpochRecord& record) const;
    void checkFinite(const ClipScores& scores); ///< of an epoch that is about to be committed
    int batches() const;                        ///< of an epoch
    void snapshot();                            ///< copies weights and moments into the state
    [[noreturn]] void diverged(const std::string& what, const AlignedVector<float>& gradient) const;

    TrainingSpec m_spec;
    ClipSet m_set;
    Split m_split;
    ThreadPool m_pool;
    SequenceModel<float> m_model;
    Optimizer m_optimizer;
    TrainerState m_state;
    AlignedVector<float> m_gradient, m_partGradient;
    double m_saturation = 0; ///< of the gates of the last part
    std::vector<std::vector<int>> m_targets;

    Throttle m_throttle;
    std::chrono::steady_clock::time_point m_began; ///< of run()
    double m_batchesDone = 0;                      ///< since run() began
};

} // namespace rankscope
