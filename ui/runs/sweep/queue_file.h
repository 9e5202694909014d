// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"
#include "engine/experiment/experiment.h"

#include <string>
#include <vector>

namespace rankscope {

enum class QueueState { Waiting, Running, Done, Failed, Skipped };
template <>
struct Names<QueueState> {
    static constexpr const char* what = "State";
    static constexpr Named<QueueState> all[] = {{QueueState::Waiting, "waiting", "Waiting"},
                                                {QueueState::Running, "running", "Training"},
                                                {QueueState::Done, "done", "Done"},
                                                {QueueState::Failed, "failed", "Failed"},
                                                {QueueState::Skipped, "skipped", "Skipped"}};
};

/// One run that is to be trained, or was.
struct QueueItem {
    ExperimentSpec spec;
    std::string label;
    std::filesystem::path data;
    std::filesystem::path run; ///< once it has begun
    QueueState state = QueueState::Waiting;
    std::string problem; ///< why it failed
    double seconds = 0;  ///< it took
    bool operator==(const QueueItem&) const = default;
};

/// The queue as a JSON file. Missing: empty. Throws Error naming the file.
std::vector<QueueItem> readQueue(const std::filesystem::path& file);
void writeQueue(const std::filesystem::path& file, const std::vector<QueueItem>& items);

} // namespace rankscope
