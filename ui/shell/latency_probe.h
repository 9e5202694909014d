// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <string>
#include <thread>
#include <vector>

namespace rankscope {

class MainWindow;

/// What `LatencyProbe` found; times in milliseconds.
struct LatencyFigures {
    double firstPaint = 0;           ///< from the start of the process to the window's first paint
    std::vector<double> rankEdits;   ///< from the edit of a rank to the painted counts, of the first preset
    std::vector<double> rankEditsD8; ///< the same of a tensor train with 8 modes
    std::vector<double> costs;       ///< of that one, from the edit to the painted costs and curves
    std::vector<double> eventLoop;   ///< how long an event waited for the window's thread, while a run trains
    std::vector<double> clipsPerSecond; ///< as each report of the training had it
    /// One line of JSON: firstPaintMs, rankEditMs{median,max}, rankEditD8Ms{median,max}, costsMs{median,max},
    /// eventLoopMs{p50,p99,max}, clipsPerSecond.
    std::string json() const;
};

/// Measures how quickly the window answers: trains the first preset on the built-in set for a while, edits
/// ranks (of this preset and of a model with 8 modes) and replots meanwhile. Runs go to a folder that is gone
/// afterwards.
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
    enum class Part { Preset, ManyModes, Curves, Count };
    void painted(bool costs);
    void train();
    void measure();
    void act();
    void beginPart(Part part);
    void editRank(std::vector<double>& times);
    void replot();
    void fail(const QString& why);
    void end();

    MainWindow& m_window;
    double m_seconds;
    QTemporaryDir m_runs;
    LatencyFigures m_figures;
    QTimer m_actions;
    ExperimentSpec m_preset;
    QElapsedTimer m_edit, m_costs; ///< valid while the paint is awaited
    std::vector<double>* m_editTimes = nullptr;
    bool m_costsShown = false; ///< not painted yet
    std::jthread m_beat;
    int m_turn = 0;
    bool m_painted = false, m_measuring = false, m_ended = false, m_failed = false;
};

} // namespace rankscope
