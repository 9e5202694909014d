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

/// Where the groups of clips come from (people, scenes, cameras: what must not stand on both sides of a
/// split).
///  given    the column `group` of a list; without a list the folder below the class, where a folder `01` in
///           two classes is two groups, `dive/01` and `jump/01` (scenes numbered class by class)
///  folder   the folder below the class by its name alone (of a list: the folder the clip lies in): the same
///           person in several classes is one group
///  pattern  what the group of DataSpec::groupPattern captures in the file name
enum class GroupSource { Given, Folder, Pattern };

template <>
struct Names<GroupSource> {
    static constexpr const char* what = "Groups";
    static constexpr Named<GroupSource> all[] = {
        {GroupSource::Given, "given", "By the list or class folders"},
        {GroupSource::Folder, "folder", "Folder names, shared by all classes"},
        {GroupSource::Pattern, "pattern", "Pattern of the file names"}};
};

/// Random changes of training clips, one draw for all frames of a clip; noise is drawn for every frame.
struct Augmentation {
    double shift = 0.05;     ///< largest shift as a share of the frame's width (8 px of 160)
    double zoom = 0.1;       ///< scale drawn from 1 - zoom .. 1 + zoom
    double brightness = 0.2; ///< share of full scale added or taken
    double contrast = 0.2;   ///< factor drawn from 1 - contrast .. 1 + contrast
    bool mirror = false;     ///< left and right may be classes
    double crop = 0;         ///< a window with sides of 1 - crop .. 1 of the frame's fills the frame
    double jitter = 0;       ///< share of the clip left out at most at its start, and at its end
    double noise = 0;        ///< deviation of Gaussian noise on every value, as a share of full scale

    bool any() const { return changesPixels() || jitter > 0; }
    bool changesPixels() const {
        return shift > 0 || zoom > 0 || brightness > 0 || contrast > 0 || mirror || crop > 0 || noise > 0;
    }
    static Augmentation off() { return {0, 0, 0, 0, false}; }
    bool operator==(const Augmentation&) const = default;
};

/// Which clips a set takes: none, a random stratified share of clips, a share of groups, named groups, those
/// the list marks, or one of K folds of clips (stratified) or of whole groups. Folds are dealt over all clips
/// by the seed alone: the K runs of one seed hold each clip back once, and test and validation may be two
/// folds of the same deal.
struct SplitRule {
    enum class Kind { None, Random, Group, Groups, List, KFold, GroupKFold };
    Kind kind = Kind::None;
    double fraction = 0.2;           ///< Random, Group
    std::vector<std::string> groups; ///< Groups
    int folds = 5, fold = 1;         ///< KFold, GroupKFold: K from 2 on, and which one, 1..K
    static constexpr int mostFolds = 100;

    /// "random:0.2" | "group:0.2" | "groups:A,B" | "kfold:K/I" | "group-kfold:K/I" | "list" | "none". Throws
    /// Error.
    static SplitRule parse(std::string_view text);
    std::string text() const;
    bool operator==(const SplitRule&) const = default;
};

/// All that a user sets of the data; what is stored in a run beside the model and the training.
struct DataSpec {
    /// A list of clips in one of the forms of readList; empty: the folders name the classes.
    std::filesystem::path list;
    GroupSource groups = GroupSource::Given;
    std::string groupPattern; ///< Pattern: see NamePattern, such as "_g(\\d+)_"
    int frames = 6;           ///< T, frames a clip shown to the network
    int every = 0;            ///< k: whole clips instead, every k-th frame; 0: T frames of each clip
    int mostFrames = 1500;    ///< of a whole clip
    int width = 160, height = 120;
    int channels = 3;    ///< 3: red, green, blue; 1: their luminance
    int candidates = 24; ///< evenly spaced frames kept of each clip; 0 = all; whole clips need no number
    TimeOrder frameOrder = TimeOrder::True;
    InputForm input = InputForm::Raw;
    bool absolute = false; ///< absolute value of a difference; raw pixels stay as they are
    FrameLayout layout = FrameLayout::ChannelLast;
    int patchWidth = 8, patchHeight = 8; ///< Patches: they divide the frame's width and height
    Augmentation augment;
    SplitRule validation{SplitRule::Kind::Random, 0.2, {}};
    SplitRule test;

    bool wholeClips() const { return every > 0; }
    int longest() const { return wholeClips() ? mostFrames : frames; } ///< frames of a clip, at most
    bool operator==(const DataSpec&) const = default;
};

/// Throws Error naming the field, its value and the nearest valid choice.
void validate(const DataSpec& spec);

} // namespace rankscope
