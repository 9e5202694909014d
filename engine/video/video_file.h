// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

/// What is checked of a file before any decoder sees it, and how the decoder is kept to that one file.
namespace rankscope {

/// Throws Error "<path>: <reason>."
[[noreturn]] void throwUnusable(const std::filesystem::path& path, const std::string& reason,
                                const std::string& hint = {});

/// Throws Error for what is not a regular file, cannot be read, is empty or is text. Never blocks on a pipe
/// or device. Text is refused because play lists and scripts are text: a decoder would follow them to other
/// files and hosts.
void checkVideoFile(const std::filesystem::path& path);

/// Once per process, before the first decoder: no network, only formats that hold pictures themselves, no
/// messages of the library on the terminal, and no threads of OpenCV's own beside ours.
void prepareDecoder();

} // namespace rankscope
