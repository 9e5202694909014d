// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rankscope {

class TypedEdit;

/// Start, pause and stop, how far the training is, and its learning rate, which can be changed while it runs.
class ProgressPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProgressPanel(TrainingSession& session, QWidget* parent = nullptr);

private:
    void buildButtons();
    void buildRate();
    void showState();
    void showProgress();
    void showRate();
    /// Of the shown run's epochs, while nothing trains.
    double shownShare() const;

    TrainingSession& m_session;
    QPushButton *m_start, *m_pause, *m_stop;
    QLabel *m_phase, *m_details;
    QProgressBar* m_bar;
    QWidget* m_rateRow;
    TypedEdit* m_rate;
};

} // namespace rankscope
