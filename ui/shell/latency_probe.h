// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

namespace rankscope {

class MainWindow;

/// What `LatencyProbe` found; times in milliseconds.
struct LatencyFigures {
    double firstPaint = 0;         ///< from the start of the process to the window's first paint
    std::vector<double> rankEdits; ///< from the edit of a rank to the painted counts
    std::vector<double> eventLoop; ///< how long an event waited for the window's thread, while a run trains
    std::vector<double> clipsPerSecond; ///< as each report of the training had it
    /// One line of JSON: firstPaintMs, rankEditMs{median,max}, eventLoopMs{p50,p99,max}, clipsPerSecond.
    std::string json() const;
};

/// Measures how quickly the window answers: trains the first preset on the built-in set for a while, edits
/// ranks and replots meanwhile. Runs go to a folder that is gone afterwards.
class LatencyProbe : public QObject {
    Q_OBJECT
public:
    LatencyProbe(MainWindow& window, double seconds);
    ~LatencyProbe() override;

    /// Before the window is shown.
    void begin();
    const LatencyFigures& figures() const { return m_figures; }

signals:
    void finished();
    void failed(const QString& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void train();
    void measure();
    void act();
    void editRank();
    void replot();
    void end();

    MainWindow& m_window;
    double m_seconds;
    QTemporaryDir m_runs;
    LatencyFigures m_figures;
    QTimer m_actions;
    QElapsedTimer m_edit; ///< valid while its paint is awaited
    std::jthread m_beat;
    int m_turn = 0;
    bool m_painted = false, m_measuring = false, m_ended = false;
};

} // namespace rankscope
