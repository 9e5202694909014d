// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/dataset.h"

#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;

namespace rankscope {

/// What a background job is doing, how far it is, and a button that ends it; hidden while there is none.
class WorkBar : public QWidget {
    Q_OBJECT
public:
    explicit WorkBar(QWidget* parent = nullptr);

    /// Shows itself and returns what the job reports to, from any thread.
    Progress begin(const QString& what);
    void end();

signals:
    void cancelled();

private:
    struct Counter {
        std::atomic<int> done = 0, total = 0;
    };
    void showProgress();

    std::shared_ptr<Counter> m_counter;
    QLabel* m_what;
    QProgressBar* m_bar;
    QTimer m_timer;
};

} // namespace rankscope
