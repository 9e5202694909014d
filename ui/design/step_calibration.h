// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/step_time.h"
#include "ui/bridge/job.h"
#include "ui/bridge/training_session.h"

#include <QTimer>

#include <optional>

namespace rankscope {

/// How fast this machine trains: measured once in the background for each level of its kernels, a while after
/// the window is there and while nothing trains, and remembered in the settings.
class StepCalibration : public QObject {
    Q_OBJECT
public:
    StepCalibration(const TrainingSession& session, QObject* parent);
    const std::optional<StepRates>& rates() const { return m_rates; }

signals:
    void changed();

private:
    void measure();
    void take(const JobResult<StepRates>& result);

    const TrainingSession& m_session;
    std::optional<StepRates> m_rates;
    Job<StepRates> m_job;
    QTimer m_delay;
};

} // namespace rankscope
