// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_thread.h"

#include "engine/base/error.h"
#include "engine/base/parallel.h"
#include "ui/bridge/problem.h"

namespace rankscope {

EngineThread::EngineThread(QObject* parent) : QObject(parent), m_worker(new QObject) {
    m_thread.setObjectName("engine");
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

EngineThread::~EngineThread() {
    if (m_control) m_control->stop();
    m_stop.request_stop();
    m_thread.quit();
    m_thread.wait();
}

void EngineThread::start(const TrainRequest& request) {
    Q_ASSERT(m_state == State::Idle);
    m_control = std::make_shared<Control>();
    m_stop = std::stop_source{};
    m_phase = Phase::Scanning;
    setState(State::Running);
    QMetaObject::invokeMethod(m_worker, [this, request, control = m_control, stop = m_stop.get_token()] {
        train(request, *control, stop);
    });
}

void EngineThread::pause() {
    if (m_state != State::Running) return;
    m_control->pause();
    setState(State::Paused);
}

void EngineThread::resume() {
    if (m_state != State::Paused) return;
    m_control->resume();
    setState(State::Running);
}

void EngineThread::stop() {
    if (m_state == State::Idle || m_state == State::Stopping) return;
    m_control->stop();
    // The mailbox is read between batches; before the first one only the token is looked at.
    if (m_phase == Phase::Scanning || m_phase == Phase::Decoding) m_stop.request_stop();
    setState(State::Stopping);
}

void EngineThread::setLearningRate(double rate) {
    if (m_state != State::Idle) m_control->setLearningRate(rate);
}

void EngineThread::setRanks(const ModelSpec& model) {
    if (m_state != State::Idle) m_control->setRanks(model);
}

void EngineThread::train(const TrainRequest& request, Control& control, std::stop_token stop) {
    beginWork();
    // `this` outlives the thread (the destructor waits), so posting to it is safe.
    const auto post = [this](auto function) {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    };
    try {
        trainRun(
            request, [&](const Event& event) { post([this, event] { deliver(event); }); }, control, stop);
    } catch (const Cancelled&) {
        post([this] { emit stopped({0, {}}); });
    } catch (const std::exception& error) {
        post([this, problem = problemOf(error)] { emit failed(problem.what, problem.hint); });
    }
    post([this] {
        setState(State::Idle);
        emit finished();
    });
}

void EngineThread::deliver(const Event& event) {
    if (const auto* progress = std::get_if<ProgressEvent>(&event)) {
        m_phase = progress->phase;
        emit progressed(*progress);
    } else if (const auto* epoch = std::get_if<EpochEvent>(&event)) {
        emit epochDone(*epoch);
    } else if (const auto* ranks = std::get_if<RanksEvent>(&event)) {
        emit ranksChanged(*ranks);
    } else if (const auto* file = std::get_if<SkippedEvent>(&event)) {
        emit skipped(*file);
    } else if (const auto* warning = std::get_if<WarningEvent>(&event)) {
        emit warned(*warning);
    } else if (const auto* end = std::get_if<StoppedEvent>(&event)) {
        emit stopped(*end);
    } else if (const auto* result = std::get_if<DoneEvent>(&event)) {
        emit done(*result);
    }
}

void EngineThread::setState(State state) {
    m_state = state;
    emit stateChanged();
}

} // namespace rankscope
