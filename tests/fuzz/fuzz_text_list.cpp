// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_spec.h"
#include "engine/data/dataset.h"
#include "tests/fuzz/fuzz_input.h"

using namespace rankscope;

/// Lists as published sets have them, in four parts: a list of training and one of test clips, read both as
/// trainlist01.txt and as files of a class; the numbers of the classes; a pattern of the file names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    static const bool filled = [] {
        for (const char* name :
             {"data/a/v_g01_1.avi", "data/a/v_g02_2.avi", "data/b/v_g01_3.avi", "outside.avi"})
            scratch.write(name, "x");
        return true;
    }();
    std::string_view rest = fuzz::textOf(data, size);
    const auto train = fuzz::takePart(rest), test = fuzz::takePart(rest), classes = fuzz::takePart(rest);
    const auto list = scratch.write("lists/trainlist01.txt", train);
    scratch.write("lists/testlist01.txt", test);
    scratch.write("lists/classInd.txt", classes);
    scratch.write("sets/Eat_train.txt", train);
    scratch.write("sets/Eat_test.txt", test);
    scratch.write("sets/Run_train.txt", classes);
    DataSpec spec;
    if (!rest.empty()) spec.groups = GroupSource::Pattern;
    spec.groupPattern = rest;
    for (const auto& path : {list, scratch.folder() / "sets"})
        fuzz::answer([&] {
            spec.list = path;
            const Dataset dataset = openDataset(scratch.folder() / "data", spec);
            fuzz::require(filled && dataset.clips.size() <= 3);
            for (const Clip& clip : dataset.clips) {
                fuzz::require(clip.path.find("outside") == std::string::npos);
                for (const int label : clip.labels)
                    fuzz::require(label >= 0 && label < static_cast<int>(dataset.classes.size()));
            }
        });
    return 0;
}
