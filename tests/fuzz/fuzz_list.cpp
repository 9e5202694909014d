// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/dataset.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>

using namespace rankscope;

/// A CSV list of clips beside files that are there, one outside the folder: no clip leads there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    static const bool filled = [] {
        for (const char* name : {"data/a/1.avi", "data/a/2.avi", "data/b,c/1.avi", "outside.avi"})
            scratch.write(name, "x");
        return true;
    }();
    const auto list = scratch.write("list.csv", fuzz::textOf(data, size));
    fuzz::answer([&] {
        const Dataset dataset = readList(scratch.folder() / "data", list);
        fuzz::require(filled && dataset.clips.size() <= 3);
        for (const Clip& clip : dataset.clips)
            for (const int label : clip.labels)
                fuzz::require(label >= 0 && label < static_cast<int>(dataset.classes.size()));
    });
    return 0;
}
