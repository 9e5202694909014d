// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/trainer.h"

#include "engine/base/random.h"
#include "engine/model/start.h"
#include "engine/ranks/model_ranks.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace rankscope {

namespace {
using Clock = std::chrono::steady_clock;
double secondsSince(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}
} // namespace

Trainer::Trainer(const ModelSpec& model, const TrainingSpec& training, const ClipSet& set, const Split& split,
                 int threads)
    : m_spec(training),
      m_set(set),
      m_split(split),
      m_pool(threads),
      m_model(model, framesAtOnce(set.spec, training.batch)),
      m_optimizer(training, m_model.layout()) {
    validate(training);
}

TrainerState Trainer::begin() {
    constexpr std::size_t measuredClips = 32;
    LoaderPlan plan;
    const std::size_t count = std::min(measuredClips, m_split.train.size());
    for (std::size_t i = 0; i < count; ++i)
        plan.clips.push_back(m_split.train[i * m_split.train.size() / count]);
    plan.batch = static_cast<int>(count);
    plan.inputScale = inputScale(m_model.spec().start);
    BatchLoader loader(m_set.frames, m_set.spec, m_set.statistics, plan, m_pool.threads());
    Batch measured;
    loader.next(measured);
    m_model.start(m_spec.seed, measured.frames, m_pool);
    m_state = {};
    m_state.learningRate = m_spec.learningRate.value_or(defaultLearningRate(m_model.spec()));
    m_model.forward(measured.frames, m_pool);
    m_state.startSaturation = m_model.gateSaturation();
    snapshot();
    return m_state;
}

void Trainer::restore(const TrainerState& state, bool further) {
    constexpr std::int64_t mostSteps = std::int64_t{1} << 60;
    if (state.optimizer.moments.size() != m_optimizer.state().moments.size() ||
        state.optimizer.step > mostSteps || state.batch > batches())
        throw Error("The saved state of this run does not fit its settings.", "Start a new run.");
    useWeights(state.model, state.weights);
    m_state = state;
    m_optimizer.restore(state.optimizer);
    m_state.stopped = false;
    m_state.finished = m_state.finished && !further;
}

void Trainer::snapshot() {
    m_state.weights.assign(m_model.weights().begin(), m_model.weights().end());
    m_state.model = m_model.spec();
    m_state.optimizer = m_optimizer.state();
}

void Trainer::run(const Observer& observer, const Commit& commit, Control& control, std::stop_token stop) {
    m_began = Clock::now();
    m_batchesDone = 0;
    while (m_state.epoch < m_spec.epochs && !m_state.finished) {
        if (!trainEpoch(observer, control, stop)) {
            m_state.stopped = true;
            snapshot();
            commit(m_state);
            observer(StoppedEvent{m_state.epoch, "stopped by the user"});
            return;
        }
        endEpoch(observer);
        const int since = m_state.epoch - m_state.bestEpoch;
        const bool impatient =
            m_spec.patience > 0 && since >= m_spec.patience && m_state.epoch < m_spec.epochs;
        m_state.finished = impatient || m_state.epoch >= m_spec.epochs;
        snapshot();
        commit(m_state);
        observer(EpochEvent{m_state.history.back(), m_state.bestEpoch == m_state.epoch});
        if (impatient)
            observer(StoppedEvent{m_state.epoch, "no improvement for " + std::to_string(since) + " epochs"});
    }
}

LoaderPlan Trainer::trainingPlan() const {
    LoaderPlan plan;
    plan.clips = m_split.train;
    plan.batch = m_spec.batch;
    plan.training = true;
    plan.seed = m_spec.seed;
    plan.epoch = m_state.epoch;
    plan.firstBatch = m_state.batch;
    plan.inputScale = inputScale(m_model.spec().start);
    return plan;
}

void Trainer::trySteps(const std::function<double(int step)>& rate,
                       const std::function<bool(int step, double loss)>& after) {
    for (int step = 0;; ++m_state.epoch) {
        m_state.batch = 0;
        BatchLoader loader(m_set.frames, m_set.spec, m_set.statistics, trainingPlan(), m_pool.threads());
        for (Batch batch; loader.next(batch); ++step, ++m_state.batch) {
            m_state.lossSum = 0;
            m_state.clipsSeen = 0;
            trainStep(loader, batch, rate(step));
            if (!after(step, m_state.lossSum / static_cast<double>(m_state.clipsSeen))) return;
        }
    }
}

bool Trainer::trainEpoch(const Observer& observer, Control& control, std::stop_token stop) {
    BatchLoader loader(m_set.frames, m_set.spec, m_set.statistics, trainingPlan(), m_pool.threads());
    for (Batch batch;; ++m_state.batch) {
        const Orders orders = control.receive(stop);
        if (orders.learningRate) m_state.learningRate = *orders.learningRate;
        if (orders.ranks) changeRanks(*orders.ranks, observer);
        if (control.stopRequested() || stop.stop_requested()) return false;
        const auto begin = Clock::now();
        if (!loader.next(batch)) break;
        trainStep(loader, batch, scheduledRate(m_spec, m_state.learningRate, m_state.epoch));
        m_state.secondsSpent += secondsSince(begin);
        ++m_batchesDone;
        reportProgress(observer, Phase::Training, m_state.batch + 1, batches());
    }
    return true;
}

void Trainer::changeRanks(const ModelSpec& wanted, const Observer& observer) {
    const std::uint64_t seed = Random{m_spec.seed, purpose::ranks, static_cast<std::uint64_t>(m_state.epoch),
                                      static_cast<std::uint64_t>(m_state.batch)}
                                   .next();
    try {
        const ModelSpec from = m_model.spec();
        if (completedModel(wanted) == from) return;
        const ModelChange change(from, m_model.weights(), wanted, seed);
        const OptimizerState memory = Optimizer::followed(m_optimizer.state(), change);
        const RankRecord record{
            m_state.epoch, m_state.batch,        ranksTextOf(from), ranksTextOf(change.model()),
            layout().size, change.layout().size, change.error()};
        useWeights(change.model(), change.weights());
        m_optimizer.restore(memory);
        m_state.rankChanges.push_back(record);
        observer(RanksEvent{record,
                            m_spec.optimizer == OptimizerKind::Adam
                                ? "first moments follow, second moments of changed cores restart"
                                : "velocities follow",
                            change.model().map, change.model().recurrent});
    } catch (const Error& refused) { // the run itself is sound
        observer(
            WarningEvent{std::string("New ranks were not taken: ") + refused.what() + " " + refused.hint()});
    } catch (const std::bad_alloc&) {
        observer(WarningEvent{"New ranks were not taken: they need more memory than there is."});
    }
}

void Trainer::useModel(const ModelSpec& model) {
    if (model == m_model.spec()) return;
    checkSameButRanks(m_model.spec(), model, "The saved state");
    SequenceModel<float> next(model, framesAtOnce(m_set.spec, m_spec.batch));
    Optimizer optimizer(m_spec, next.layout());
    m_model = std::move(next); // from here on nothing needs memory: where there is none, all stays as it was
    m_optimizer = std::move(optimizer);
}

void Trainer::trainStep(BatchLoader& loader, Batch& part, double rate) {
    Random keys{m_spec.seed, purpose::dropout, static_cast<std::uint64_t>(m_state.epoch),
                static_cast<std::uint64_t>(m_state.batch)};
    double saturation = 0, frames = 0;
    for (bool first = true;; first = false) {
        differentiate(part, keys.next(), first);
        frames += static_cast<double>(part.frames.count);
        saturation += (m_saturation - saturation) * static_cast<double>(part.frames.count) / frames;
        if (part.endsStep || !loader.next(part)) break;
    }
    const double norm = clipByNorm(m_gradient, m_spec.clip, m_pool);
    if (!std::isfinite(norm)) diverged("a gradient is not finite", m_gradient);
    m_optimizer.update(m_model.weights(), m_gradient, rate, m_pool);
    m_state.gradientNormSum += norm;
    m_state.gateSaturationSum += saturation;
}

void Trainer::differentiate(Batch& part, std::uint64_t key, bool first) {
    part.frames.dropout = m_spec.inputDropout;
    part.frames.dropoutKey = key;
    m_targets.clear();
    for (const int clip : part.clips) m_targets.push_back(m_set.labels[static_cast<std::size_t>(clip)]);
    const bool whole = first && part.endsStep;
    AlignedVector<float>& gradient = whole ? m_gradient : m_partGradient;

    m_model.forward(part.frames, m_pool, true, {m_spec.inputDropout, m_spec.recurrentDropout, key});
    const Score score = m_model.score(m_targets);
    m_saturation = m_model.gateSaturation().value_or(0);
    m_model.backward(part.frames, m_targets, gradient, m_pool);
    if (!std::isfinite(score.loss)) diverged("the loss is not a finite number", gradient);
    m_state.lossSum += score.loss;
    m_state.correct += score.correct;
    m_state.clipsSeen += static_cast<std::int64_t>(part.clips.size());
    if (whole) return;
    // the mean over the clips of the step
    const float share = static_cast<float>(part.clips.size()) / static_cast<float>(part.stepClips);
    if (first) m_gradient.assign(gradient.size(), 0);
    for (std::size_t i = 0; i < gradient.size(); ++i) m_gradient[i] += share * gradient[i];
}

void Trainer::diverged(const std::string& what, const AlignedVector<float>& gradient) const {
    std::string tensor;
    for (const ParameterInfo& info : layout().tensors) {
        const auto first = gradient.begin() + info.offset;
        if (tensor.empty() &&
            !std::all_of(first, first + info.size(), [](float g) { return std::isfinite(g); }))
            tensor = info.name;
    }
    throw Diverged("Training diverged in epoch " + std::to_string(m_state.epoch + 1) + ", batch " +
                       std::to_string(m_state.batch + 1) + ": " + what +
                       (tensor.empty() ? "." : " (gradient of " + tensor + ")."),
                   "The last complete epoch is kept. Use a smaller learning rate, or gradient clipping.");
}

void Trainer::endEpoch(const Observer& observer) {
    const double seen = static_cast<double>(std::max<std::int64_t>(1, m_state.clipsSeen));
    EpochRecord record;
    record.epoch = m_state.epoch + 1;
    record.trainLoss = m_state.lossSum / seen;
    record.trainAccuracy = m_state.correct / seen;
    record.learningRate = scheduledRate(m_spec, m_state.learningRate, m_state.epoch);
    record.clipsPerSecond = seen / std::max(1e-9, m_state.secondsSpent);
    // not a number: a run of an older version that was stopped in the middle of this epoch
    if (!std::isnan(m_state.gradientNormSum)) {
        record.gradientNorm = m_state.gradientNormSum / batches();
        if (m_model.hasGates()) record.gateSaturation = m_state.gateSaturationSum / batches();
    }
    const auto begin = Clock::now();
    // not cancelled half way: an epoch that was trained is committed with its validation
    if (m_split.validation.empty()) {
        const std::size_t few = std::min(m_split.train.size(), static_cast<std::size_t>(m_spec.batch));
        checkFinite(score({m_split.train.begin(), m_split.train.begin() + static_cast<std::ptrdiff_t>(few)}));
    } else {
        const ClipScores scores = score(m_split.validation, {}, [&](int done, int total) {
            reportProgress(observer, Phase::Validating, done, total);
        });
        checkFinite(scores);
        const double count = static_cast<double>(m_split.validation.size());
        record.validationLoss = scores.score.loss / count;
        record.validationAccuracy = scores.score.correct / count;
        record.validationMeanPrecision = scores.meanPrecision;
    }
    record.seconds = m_state.secondsSpent + secondsSince(begin);
    const bool best = better(record);
    m_state.history.push_back(record);
    m_state.epoch = record.epoch;
    if (best) m_state.bestEpoch = record.epoch;
    m_state.batch = 0;
    m_state.lossSum = m_state.correct = m_state.secondsSpent = 0;
    m_state.gradientNormSum = m_state.gateSaturationSum = 0;
    m_state.clipsSeen = 0;
}

void Trainer::checkFinite(const ClipScores& scores) {
    // the last update of an epoch has no later batch that would show what it broke
    if (!std::isfinite(scores.score.loss))
        diverged("the loss after its last update is not a finite number", m_gradient);
}

int Trainer::batches() const {
    return static_cast<int>((m_split.train.size() + static_cast<std::size_t>(m_spec.batch) - 1) /
                            static_cast<std::size_t>(m_spec.batch));
}

bool Trainer::better(const EpochRecord& record) const {
    if (m_state.bestEpoch == 0) return true;
    const EpochRecord& best = m_state.history[static_cast<std::size_t>(m_state.bestEpoch) - 1];
    if (!record.validationScore()) return record.trainLoss < best.trainLoss;
    if (*record.validationScore() != best.validationScore())
        return *record.validationScore() > best.validationScore();
    return record.validationLoss < best.validationLoss;
}

void Trainer::useWeights(const ModelSpec& model, const std::vector<float>& weights) {
    useModel(model);
    m_model.weights().assign(weights.begin(), weights.end());
}

ClipScores Trainer::score(const std::vector<int>& clips, std::stop_token stop, const Progress& progress) {
    return scoreClips(m_model, m_set, clips, m_spec.batch, m_pool, stop, progress);
}

void Trainer::reportProgress(const Observer& observer, Phase phase, int done, int total) {
    if (!m_throttle.ready()) return;
    ProgressEvent event;
    event.phase = phase;
    event.done = done;
    event.total = total;
    event.epoch = m_state.epoch + 1;
    event.epochs = m_spec.epochs;
    event.elapsedSeconds = secondsSince(m_began);
    if (m_state.clipsSeen > 0) {
        const double seen = static_cast<double>(m_state.clipsSeen);
        event.loss = m_state.lossSum / seen;
        event.accuracy = m_state.correct / seen;
        event.clipsPerSecond = seen / std::max(1e-9, m_state.secondsSpent);
    }
    const double left = double(m_spec.epochs - m_state.epoch) * batches() - m_state.batch;
    constexpr double settled = 2; // seconds before an estimate means something
    if (event.elapsedSeconds > settled && m_batchesDone > 0)
        event.remainingSeconds = event.elapsedSeconds / m_batchesDone * std::max(0.0, left);
    observer(event);
}

} // namespace rankscope
