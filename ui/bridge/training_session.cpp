// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/training_session.h"

#include "ui/bridge/problem.h"

#include <QLocale>

#include <algorithm>

namespace rankscope {

namespace {
QString nameOf(const std::filesystem::path& folder) {
    return QString::fromStdString(folder.filename().string());
}

/// Also through links: a run stores the real place of its data.
bool isSame(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code ignored;
    return a == b || std::filesystem::equivalent(a, b, ignored);
}

RunInfo readWithSteps(const std::filesystem::path& folder) {
    RunInfo run = readRun(folder);
    try {
        run.stepsPerEpoch = readStepsPerEpoch(folder);
    } catch (const Error&) { // its curves can still be seen over epochs and time
    }
    return run;
}
} // namespace

TrainingSession::TrainingSession(Workspace& workspace, DataOpener& opener, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_opener(opener), m_runsFolder(defaultRunsFolder()) {
    connect(&m_opener, &DataOpener::finished, this, [this] {
        if (!m_waiting) return;
        if (m_asked == Asked::ByQueue || m_workspace.data().error.isEmpty())
            launch();
        else
            stop(); // the opener has said why
    });
    connectEngine();
}

TrainingSession::State TrainingSession::state() const {
    if (m_waiting || m_resumeJob.running()) return State::Waiting;
    switch (m_engine.state()) {
    case EngineThread::State::Running:
        return State::Running;
    case EngineThread::State::Paused:
        return State::Paused;
    case EngineThread::State::Stopping:
        return State::Stopping;
    case EngineThread::State::Idle:
        break;
    }
    return State::Idle;
}

void TrainingSession::setRunsFolder(const std::filesystem::path& folder) {
    if (folder == m_runsFolder) return;
    m_runsFolder = folder;
    emit runsFolderChanged();
}

void TrainingSession::start() {
    if (active()) return;
    const OpenedData& data = m_workspace.data();
    if (data.root.empty()) {
        emit failed(tr("No data is open."),
                    tr("Open a folder with one sub-folder of videos per class, or the built-in set."));
        return;
    }
    train(m_workspace.spec(), data.root, Asked::ByUser);
}

std::filesystem::path TrainingSession::trainQueued(const ExperimentSpec& spec,
                                                   const std::filesystem::path& data) {
    return train(spec, data, Asked::ByQueue);
}

std::filesystem::path TrainingSession::train(const ExperimentSpec& spec, const std::filesystem::path& data,
                                             Asked asked) {
    if (active()) return {};
    m_asked = asked;
    RunInfo run;
    try {
        validate(spec);
        run.folder = newRunFolder(m_runsFolder, spec.model);
    } catch (const std::exception& error) {
        const Problem problem = problemOf(error);
        tellFailure(problem.what, problem.hint);
        emit finished();
        return {};
    }
    run.spec = spec;
    run.dataRoot = data;
    begin({.data = data, .run = run.folder, .spec = spec, .resume = false, .resources = {}}, run);
    return run.folder;
}

void TrainingSession::resumeRun(const std::filesystem::path& folder, int epochs) {
    resume(folder, epochs, Asked::ByUser);
}

void TrainingSession::resumeQueued(const std::filesystem::path& folder) {
    resume(folder, 0, Asked::ByQueue);
}

void TrainingSession::resume(const std::filesystem::path& folder, int epochs, Asked asked) {
    if (active()) return;
    m_asked = asked;
    m_resumeJob.start(
        this, [folder](std::stop_token) { return readWithSteps(folder); },
        [this, epochs](JobResult<RunInfo> result) {
            if (!result.error.isEmpty()) {
                emit stateChanged();
                tellFailure(result.error, result.hint);
                emit finished();
                return;
            }
            RunInfo& run = result.value;
            run.spec.training.epochs = std::max(run.spec.training.epochs, epochs);
            if (m_asked == Asked::ByUser) adopt(run);
            begin(
                {.data = run.dataRoot, .run = run.folder, .spec = run.spec, .resume = true, .resources = {}},
                run);
        });
    emit stateChanged();
}

void TrainingSession::tellFailure(const QString& what, const QString& hint) {
    if (m_asked == Asked::ByQueue)
        emit queuedFailed(what, hint);
    else
        emit failed(what, hint);
}

void TrainingSession::begin(const TrainRequest& request, const RunInfo& run) {
    m_training = run.folder;
    m_progress = {};
    m_progress.epochs = run.spec.training.epochs;
    show(run);
    emit logged(Severity::Note,
                request.resume
                    ? tr("Going on with %1 after epoch %2.").arg(nameOf(run.folder)).arg(run.history.size())
                    : tr("New run %1.").arg(nameOf(run.folder)));
    m_waiting = request;
    if (m_opener.busy()) {
        m_progress.phase = Phase::Decoding;
        emit logged(Severity::Note, tr("Training starts as soon as the frames are read."));
        emit stateChanged();
    } else {
        launch();
    }
}

void TrainingSession::launch() {
    TrainRequest request = *std::exchange(m_waiting, std::nullopt);
    request.resources = m_resources;
    m_engine.start(request);
}

void TrainingSession::setPaused(bool paused) {
    if (paused)
        m_engine.pause();
    else
        m_engine.resume();
}

void TrainingSession::stop() {
    if (!m_waiting && !m_resumeJob.running()) {
        m_engine.stop();
        return;
    }
    m_resumeJob.cancel();
    m_waiting.reset();
    m_training.clear();
    emit logged(Severity::Note, tr("Not started."));
    emit stateChanged();
    emit finished();
}

void TrainingSession::setLearningRate(double rate) {
    if (m_engine.state() == EngineThread::State::Idle) return;
    m_engine.setLearningRate(rate);
    emit logged(Severity::Note,
                tr("Learning rate %1 from the next batch on.").arg(QLocale().toString(rate, 'g', 4)));
}

void TrainingSession::applyRanks(const ModelSpec& model) {
    if (m_engine.state() != EngineThread::State::Idle) m_engine.setRanks(model);
}

void TrainingSession::openRun(const std::filesystem::path& folder) {
    m_openJob.start(
        this, [folder](std::stop_token) { return readWithSteps(folder); },
        [this](JobResult<RunInfo> result) {
            if (!result.error.isEmpty()) {
                emit failed(result.error, result.hint);
                return;
            }
            const RunInfo* training = shownRun(m_training); // its records are newer than the folder's
            const RunInfo run =
                training && training->folder == result.value.folder ? *training : result.value;
            adopt(run);
            show(run);
        });
}

void TrainingSession::showRun(const std::filesystem::path& folder) {
    m_openJob.start(
        this, [folder](std::stop_token) { return readWithSteps(folder); },
        [this](JobResult<RunInfo> result) {
            if (result.error.isEmpty())
                show(result.value);
            else
                emit logged(Severity::Warning, result.error);
        });
}

void TrainingSession::compare(const std::vector<std::filesystem::path>& folders) {
    m_compareJob.start(
        this,
        [folders](std::stop_token stop) {
            std::vector<RunInfo> runs;
            for (const auto& folder : folders) {
                if (stop.stop_requested()) throw Cancelled();
                runs.push_back(readWithSteps(folder));
            }
            return runs;
        },
        [this](JobResult<std::vector<RunInfo>> result) {
            if (!result.error.isEmpty()) {
                emit failed(result.error, result.hint);
                return;
            }
            std::erase_if(m_shown, [this](const RunInfo& run) {
                return run.folder != currentRun() && run.folder != m_training;
            });
            for (RunInfo& run : result.value)
                if (!shownRun(run.folder)) m_shown.push_back(std::move(run));
            emit shownChanged();
        });
}

void TrainingSession::setNotes(const std::vector<NotedRun>& runs) {
    for (const NotedRun& noted : runs)
        if (RunInfo* run = shownRun(noted.folder)) run->notes = noted.notes;
    emit shownChanged();
    m_writer.write(
        [runs] {
            for (const NotedRun& noted : runs) writeRunNotes(noted.folder, noted.notes);
        },
        [this](const Problem& problem) {
            if (!problem.what.isEmpty()) emit failed(problem.what, problem.hint);
        });
}

RunInfo* TrainingSession::shownRun(const std::filesystem::path& folder) {
    const auto found = std::ranges::find(m_shown, folder, &RunInfo::folder);
    return folder.empty() || found == m_shown.end() ? nullptr : &*found;
}

void TrainingSession::show(const RunInfo& run) {
    std::erase_if(m_shown, [&](const RunInfo& other) {
        return other.folder == run.folder || other.folder != m_training;
    });
    m_shown.insert(m_shown.begin(), run);
    emit shownChanged();
    emit weightsChanged();
}

void TrainingSession::adopt(const RunInfo& run) {
    ExperimentSpec spec = run.spec;
    spec.model.classes = 0; // of the run's data; the opened data may have others
    spec.model.task = ModelSpec().task;
    m_workspace.edit(tr("Open run"), spec, -1, QString());
    if (isSame(run.dataRoot, m_workspace.data().root)) return;
    std::error_code ignored;
    if (!std::filesystem::is_directory(run.dataRoot, ignored)) {
        emit logged(Severity::Warning,
                    tr("The data folder of %1 is not there: %2")
                        .arg(nameOf(run.folder), QString::fromStdString(run.dataRoot.string())));
    } else if (isSame(run.dataRoot, DataOpener::builtInFolder())) {
        m_opener.openBuiltIn();
    } else {
        m_opener.openFolder(run.dataRoot);
    }
}

} // namespace rankscope
