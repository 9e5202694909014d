// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/step_calibration.h"

#include "engine/kernel/simd_level.h"

#include <QSettings>

namespace rankscope {

namespace {
constexpr int delay = 5000; // milliseconds: the window is there and has been used

QString settingsKey() {
    return QStringLiteral("calibration/%1-%2")
        .arg(QString::fromStdString(nameOf(simdLevel())))
        .arg(QThread::idealThreadCount());
}
} // namespace

StepCalibration::StepCalibration(const TrainingSession& session, QObject* parent)
    : QObject(parent), m_session(session) {
    const QVariantList stored = QSettings().value(settingsKey()).toList();
    if (stored.size() == 3) {
        const StepRates rates{stored[0].toDouble(), stored[1].toDouble(), stored[2].toDouble()};
        if (rates.nsPerMac > 0 && rates.nsPerDenseMac > 0 && rates.nsPerValue >= 0) m_rates = rates;
    }
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &StepCalibration::measure);
    if (!m_rates) m_delay.start();
}

void StepCalibration::measure() {
    if (m_session.active() || m_job.running()) return; // the timer asks again
    m_job.start(
        this, [](std::stop_token) { return measureStepRates(0); },
        [this](const JobResult<StepRates>& result) { take(result); });
}

void StepCalibration::take(const JobResult<StepRates>& result) {
    if (m_session.active()) return; // it began meanwhile and took its share
    m_delay.stop();
    if (!result.error.isEmpty()) return;
    m_rates = result.value;
    QSettings().setValue(settingsKey(),
                         QVariantList{m_rates->nsPerValue, m_rates->nsPerMac, m_rates->nsPerDenseMac});
    emit changed();
}

} // namespace rankscope
