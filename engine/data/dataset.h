// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace rankscope {

struct DataSpec;

/// A file that cannot be used and why, in words for people.
struct SkippedFile {
    std::string path; ///< relative to the data folder, with '/'
    std::string reason;
};

struct Clip {
    std::string path;        ///< relative to the data folder, with '/'
    std::vector<int> labels; ///< indices of classes; one for single-label data
    std::string group;       ///< empty: none
    std::string split;       ///< "", "train", "validation" or "test", as a list says
};

/// Which clips exist and what they show: the index of a folder, no pixels.
struct Dataset {
    std::filesystem::path root;
    std::vector<std::string> classes; ///< sorted
    std::vector<Clip> clips;          ///< sorted by path
    std::vector<SkippedFile> skipped;

    bool multiLabel() const; ///< some clip has several labels, or none
    bool hasGroups() const;
    std::vector<std::string> groups() const; ///< sorted, each once
    std::vector<int> clipsPerClass() const;
};

/// `done` of `total` pieces; total 0 = not known. Called from the thread that runs the work.
using Progress = std::function<void(int done, int total)>;

/// Reads a folder with one sub-folder per class, any depth below; a second level gives the group (UCF11's
/// v_class_NN). Only regular files inside the folder; links that lead out of it or in circles are skipped.
/// Throws Error (no such folder, no classes, one class only), Cancelled.
Dataset indexFolder(const std::filesystem::path& root, std::stop_token stop = {},
                    const Progress& progress = {});

/// Reads a list: CSV with header `path,class[,group][,split]`, paths relative to root; absolute ones and `..`
/// are refused.
Dataset readList(const std::filesystem::path& root, const std::filesystem::path& list);

/// The list where one is given, else the folder.
Dataset openDataset(const std::filesystem::path& root, const std::filesystem::path& list,
                    std::stop_token stop = {}, const Progress& progress = {});

/// Names the groups as `spec` asks for: where they are given nothing changes. Throws Error: a bad pattern, or
/// one that matches no file name.
void nameGroups(Dataset& dataset, const DataSpec& spec);

/// The data of a run: the list or the folder of `spec`, with its groups.
Dataset openDataset(const std::filesystem::path& root, const DataSpec& spec, std::stop_token stop = {},
                    const Progress& progress = {});

/// Short hash of classes, paths, labels and file sizes: the identity of a data set wherever its folder
/// stands, stored with a run.
std::string identityOf(const Dataset& dataset);

} // namespace rankscope
