// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// Lists of clips as written, before any clip is looked for: one reader per form, all of them bounded (64 MB
/// a file, maxClips clips). They throw Error naming file and line.
namespace rankscope {

/// What a list says of one clip.
struct ListedClip {
    std::string where; ///< "list.csv, line 7", for messages
    std::vector<std::string> labels;
    std::string group, split;
    bool sameAs(const ListedClip& other) const {
        return labels == other.labels && group == other.group && split == other.split;
    }
};

/// By path relative to the data folder, with '/'.
using ClipList = std::map<std::string, ListedClip>;

/// CSV with header `path,class[,group][,split]`; several classes of a clip are written a;b.
ClipList readCsvList(const std::filesystem::path& list);

/// Lines `path [label]` as UCF101 has them: trainlist01.txt with testlist01.txt beside it (the other half is
/// read too and gives the test clips), numbers of labels by classInd.txt (`1 ApplyEyeMakeup`). A clip without
/// label is of the class that the first folder of its path names.
ClipList readTrainTestList(const std::filesystem::path& list);

/// One file a class as Hollywood2 has them: <class>_train.txt and <class>_test.txt with lines `clip 1|-1`; a
/// clip has every label that some file gives it, or none. Files <class>_autotrain.txt serve only where no
/// class has a _train.txt. Clips are named without extension and found anywhere below `root`, two folders
/// deep; those that are not there keep their bare name.
ClipList readClassFiles(const std::filesystem::path& folder, const std::filesystem::path& root);

namespace clip_list {

/// The text of a list. Throws Error: no regular file, too large, not readable.
std::string textOf(const std::filesystem::path& list);

/// The first line that is not blank, without blanks at either end; empty where there is none. Throws as
/// textOf.
std::string firstLineOf(const std::filesystem::path& list);

struct Line {
    int number = 0; ///< from 1
    std::string text;
};
/// Lines that are not blank, without blanks at either end. Throws Error where the text is not UTF-8.
std::vector<Line> linesOf(const std::filesystem::path& list);

std::string trimmed(std::string_view text);

/// "<list>, line <number>"
std::string placeOf(const std::filesystem::path& list, int line);
[[noreturn]] void fail(const std::string& where, const std::string& reason, const std::string& hint = {});

/// A path as a list names it, tidied. Throws Error where it is empty, absolute or leads upwards.
std::string checkedPath(const std::string& text, const std::string& where);

/// Adds a clip. Throws Error where it stands there already and otherwise, or where clips are too many.
void add(ClipList& clips, const std::string& path, const ListedClip& clip, const std::string& hint);

} // namespace clip_list

} // namespace rankscope
