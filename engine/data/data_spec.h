// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/names.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rankscope {

/// What the network sees of a frame: its pixels, or its difference from another frame of the clip (removes
/// the background); the first frame differs from no previous one: 0. The mean is that of the frames shown.
enum class InputForm { Raw, MeanDifference, FirstDifference, PreviousDifference };

template <>
struct Names<InputForm> {
    static constexpr const char* what = "Input";
    static constexpr Named<InputForm> all[] = {
        {InputForm::Raw, "raw", "Raw pixels"},
        {InputForm::MeanDifference, "mean-difference", "Difference from the clip's mean frame"},
        {InputForm::FirstDifference, "first-difference", "Difference from the first frame"},
        {InputForm::PreviousDifference, "previous-difference", "Difference from the previous frame"}};
};

/// In which order the values of a frame form the vector x that the input modes index, the first slowest:
///  channel last   [row][column][channel]
///  channel first  [channel][row][column]
///  patches        [patch row][patch column][row in patch][column in patch][channel]: row and column indices
///                 interleave, so that the leading modes tell which patch and the last ones where in it.
/// A permutation of the same values: it costs no parameter.
enum class FrameLayout { ChannelLast, ChannelFirst, Patches };

template <>
struct Names<FrameLayout> {
    static constexpr const char* what = "Layout";
    static constexpr Named<FrameLayout> all[] = {
        {FrameLayout::ChannelLast, "channel-last", "Channel last"},
        {FrameLayout::ChannelFirst, "channel-first", "Channel first"},
        {FrameLayout::Patches, "patches", "Patches"}};
};

/// In which order the chosen frames of a clip are shown: as they were filmed; shuffled (anew for every clip
/// and epoch); or the middle one of them in place of all. The last two tell whether time itself matters.
enum class TimeOrder { True, Shuffled, Repeated };

template <>
struct Names<TimeOrder> {
    static constexpr const char* what = "Frame order";
    static constexpr Named<TimeOrder> all[] = {{TimeOrder::True, "true", "True order"},
                                               {TimeOrder::Shuffled, "shuffled", "Shuffled"},
                                               {TimeOrder::Repeated, "repeated", "One frame repeated"}};
};

/// Random changes of training clips, one draw for all frames of a clip.
struct Augmentation {
    double shift = 0.05;     ///< largest shift as a share of the frame's width (8 px of 160)
    double zoom = 0.1;       ///< scale drawn from 1 - zoom .. 1 + zoom
    double brightness = 0.2; ///< share of full scale added or taken
    double contrast = 0.2;   ///< factor drawn from 1 - contrast .. 1 + contrast
    bool mirror = false;     ///< left and right may be classes

    bool any() const { return shift > 0 || zoom > 0 || brightness > 0 || contrast > 0 || mirror; }
    static Augmentation off() { return {0, 0, 0, 0, false}; }
    bool operator==(const Augmentation&) const = default;
};

/// Which clips a set takes: none, a random stratified share of clips, a share of groups, named groups, or
/// those the list marks.
struct SplitRule {
    enum class Kind { None, Random, Group, Groups, List };
    Kind kind = Kind::None;
    double fraction = 0.2;           ///< Random, Group
    std::vector<std::string> groups; ///< Groups

    /// "random:0.2" | "group:0.2" | "groups:A,B" | "list" | "none". Throws Error.
    static SplitRule parse(std::string_view text);
    std::string text() const;
    bool operator==(const SplitRule&) const = default;
};

/// All that a user sets of the data; what is stored in a run beside the model and the training.
struct DataSpec {
    std::filesystem::path list; ///< CSV `path,class[,group][,split]`; empty: the folders name the classes
    int frames = 6;             ///< T, frames a clip shown to the network
    int width = 160, height = 120;
    int channels = 3;    ///< 3: red, green, blue; 1: their luminance
    int candidates = 24; ///< evenly spaced frames kept of each clip; 0 = all
    TimeOrder frameOrder = TimeOrder::True;
    InputForm input = InputForm::Raw;
    bool absolute = false; ///< absolute value of a difference; raw pixels stay as they are
    FrameLayout layout = FrameLayout::ChannelLast;
    int patchWidth = 8, patchHeight = 8; ///< Patches: they divide the frame's width and height
    Augmentation augment;
    SplitRule validation{SplitRule::Kind::Random, 0.2, {}};
    SplitRule test;

    bool operator==(const DataSpec&) const = default;
};

/// Throws Error naming the field, its value and the nearest valid choice.
void validate(const DataSpec& spec);

} // namespace rankscope
