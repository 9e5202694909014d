// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dataset.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>

using namespace rankscope;

/// Lists as data sets are distributed with them, separated by null bytes: trainlist01.txt, testlist01.txt,
/// classInd.txt; jump_train.txt, run_test.txt. No clip leads out of the folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    static const bool filled = [] {
        for (const char* name : {"data/a/1.avi", "data/a/2.avi", "data/b/1.avi", "outside.avi"})
            scratch.write(name, "x");
        return true;
    }();
    std::string_view rest = fuzz::textOf(data, size);
    for (const char* name : {"ucf/trainlist01.txt", "ucf/testlist01.txt", "ucf/classInd.txt",
                             "hollywood/jump_train.txt", "hollywood/run_test.txt"})
        scratch.write(name, fuzz::takePart(rest));
    for (const char* folder : {"ucf", "hollywood"})
        fuzz::answer([&] {
            const Dataset dataset = readList(scratch.folder() / "data", scratch.folder() / folder);
            fuzz::require(filled && dataset.clips.size() <= 3);
            for (const Clip& clip : dataset.clips)
                for (const int label : clip.labels)
                    fuzz::require(label >= 0 && label < static_cast<int>(dataset.classes.size()));
        });
    return 0;
}
