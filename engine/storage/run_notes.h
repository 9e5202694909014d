// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

/// notes.json of a run folder: what people add to a run. It is never part of what a training writes.
namespace rankscope {

struct RunNotes {
    std::string text;         ///< at most longestNote bytes
    std::optional<int> color; ///< number of a series colour, 0 to 999; unset: by the run's name
    bool operator==(const RunNotes&) const = default;
};

inline constexpr std::size_t longestNote = 4096;

/// Missing: none. Throws Error naming the file where it is damaged.
RunNotes readRunNotes(const std::filesystem::path& run);

/// Throws Error.
void writeRunNotes(const std::filesystem::path& run, const RunNotes& notes);

} // namespace rankscope
