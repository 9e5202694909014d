// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "app/cli/progress_bar.h"
#include "engine/experiment/experiment.h"

#include <optional>

namespace rankscope {

/// The members of an `epoch` event, also in `show`.
Json epochJson(const EpochRecord& record);
std::string epochLine(const EpochRecord& record, int epochs);

/// Prints what happens in a training: JSON lines, or lines and a progress bar for people.
class TrainOutput {
public:
    /// `every`: print each so-manieth epoch, the first and the last one.
    TrainOutput(int epochs, bool json, int every = 1)
        : m_epochs(epochs), m_every(every), m_json(json), m_bar(!json) {}

    void operator()(const Event& event);

private:
    void show(const ProgressEvent& event);
    void show(const StartEvent& event);
    void show(const EpochEvent& event);
    void show(const RanksEvent& event);
    void show(const SkippedEvent& event);
    void show(const WarningEvent& event);
    void show(const StoppedEvent& event);
    void show(const DoneEvent& event);
    void print(const Json& json, const std::string& line);

    int m_epochs, m_every;
    bool m_json;
    ProgressBar m_bar;
};

struct TrainResult {
    DoneEvent done;
    bool stopped = false; ///< by the user
};

/// Trains; Ctrl-C stops after the batch and keeps a usable run. Throws Error.
TrainResult trainWithOutput(const TrainRequest& request, TrainOutput& output);

} // namespace rankscope
