// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/rate_range_test.h"
#include "ui/bridge/training_session.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <mutex>

class QLabel;
class QPushButton;
class QSpinBox;

namespace rankscope {

class CurvePlot;
class TypedEdit;

/// The learning-rate range test of the present settings on the open data: the loss while the rate grows, and
/// the rate that it suggests.
class RateTestPanel : public QWidget {
    Q_OBJECT
public:
    RateTestPanel(Workspace& workspace, TrainingSession& session, QWidget* parent = nullptr);

private:
    /// Points on their way from the thread that measures.
    struct Mailbox {
        std::mutex mutex;
        std::vector<RateRangePoint> points;
    };

    QWidget* buildTop();
    void startOrStop();
    void start();
    void takePoints();
    void finish(const JobResult<RateRangeResult>& result);
    void draw(const std::vector<RateRangePoint>& points);
    void useSuggestion();
    void showState();

    Workspace& m_workspace;
    TrainingSession& m_session;
    CurvePlot* m_plot;
    TypedEdit *m_low = nullptr, *m_high = nullptr;
    QSpinBox* m_batches = nullptr;
    QPushButton *m_run = nullptr, *m_use = nullptr;
    QLabel* m_note;
    QString m_lowText = QStringLiteral("1e-6"), m_highText = QStringLiteral("1");
    std::shared_ptr<Mailbox> m_mailbox;
    QTimer m_poll;
    std::optional<double> m_suggested;
    Job<RateRangeResult> m_job;
};

} // namespace rankscope
