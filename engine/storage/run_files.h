// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/storage/run_writer.h"

#include <optional>

/// Names and small files of a run folder, shared by its readers and its one writer.
namespace rankscope {

namespace runfile {
inline constexpr const char* description =
    "run.json"; ///< makes a folder a run; written last of all at the start
inline constexpr const char* clips =
    "clips.json"; ///< how the run divided the clips; apart, so that run.json stays small
inline constexpr const char* metrics = "metrics.csv";
inline constexpr const char* state = "last.state"; ///< the commit point
inline constexpr const char* last = "last.safetensors";
inline constexpr const char* best = "best.safetensors";
inline constexpr const char* result = "result.json";
inline constexpr const char* predictions = "predictions.csv";
inline constexpr const char* notes = "notes.json";
inline constexpr const char* lock = ".lock";
} // namespace runfile

/// Whether a folder is a run. Throws Error where that cannot be told.
bool isRun(const std::filesystem::path& folder);

/// Writes run.json; `writeClips` writes clips.json.
void writeDescription(const std::filesystem::path& folder, const RunHeader& header);
void writeClips(const std::filesystem::path& folder, const RunHeader& header);

/// run.json without the clips, with the ranks of the committed state. Throws Error.
struct RunDescription {
    RunHeader header;
    std::string version;
};
RunDescription readDescription(const std::filesystem::path& folder);

/// result.json: what the weights of one epoch reach on the test clips; missing where there is none for that
/// epoch.
void writeTestResult(const std::filesystem::path& folder, int bestEpoch, const TestResult& result);
std::optional<TestResult> readTestResult(const std::filesystem::path& folder, int bestEpoch);

} // namespace rankscope
