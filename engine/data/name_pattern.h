// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <regex>
#include <string>

namespace rankscope {

/// A regular expression (ECMAScript without back-references) with one capture group, which tells the group of
/// a clip from its file name: "_g(\d+)_" finds "08" in v_Biking_g08_c01.avi. The time of a search is bounded
/// by the lengths of pattern and name, whatever they are: runs of strangers carry patterns too.
class NamePattern {
public:
    static constexpr std::size_t mostPattern = 200, mostName = 255; ///< bytes

    /// Throws Error: no regular expression, no capture group or several, longer than mostPattern, repetitions
    /// that multiply beyond bounds.
    explicit NamePattern(const std::string& text);

    /// What is captured at the first place that matches; empty where none does or the name is longer than
    /// mostName.
    std::string groupOf(const std::string& fileName) const;

private:
    std::regex m_regex;
};

} // namespace rankscope
