// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"

#include <QString>

/// What the engine is doing, in words; one wording for the Train pane and the status line.
namespace rankscope {

/// "1 min 20 s", "2 h 5 min".
QString durationText(double seconds);

/// "Training", "Paused", "Stopping after this batch", "Decoding", ...
QString phaseText(const TrainingSession& session);
/// Whether a run ended before its last epoch as nothing improved, and the words for it.
bool finishedEarly(const RunInfo& run, int epochs);
QString earlyEndText(const RunInfo& run);
/// The current run in one line: epochs, best and test accuracy; empty: none.
QString summaryText(const TrainingSession& session);
/// "epoch 12/100", "batch 31/90", "412 clips/s", ...: what is known, a piece each.
QStringList progressPieces(const ProgressEvent& progress);
/// Share of all the work of the phase (of all epochs while training); negative: not known.
double progressShare(const ProgressEvent& progress);

/// One line about the training, with loss and last validation accuracy.
QString trainingText(const TrainingSession& session);
/// One line about the data being opened.
QString openingText(const DataOpener& opener, const std::filesystem::path& root);

} // namespace rankscope
