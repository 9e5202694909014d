// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_writer.h"
#include "tests/fuzz/fuzz_input.h"

#include <algorithm>

using namespace rankscope;

/// The small files of a run folder, separated by null bytes: run.json, clips.json, result.json. No clip that
/// is accepted leads out of the data folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    std::string_view rest = fuzz::textOf(data, size);
    for (const char* name : {"run.json", "clips.json", "result.json"})
        scratch.write(name, fuzz::takePart(rest));
    fuzz::answer([&] { readRun(scratch.folder()); });
    fuzz::answer([&] {
        const RunHeader header = readHeader(scratch.folder());
        for (const auto* clips : {&header.trainClips, &header.validationClips, &header.testClips})
            for (const std::filesystem::path clip : *clips)
                fuzz::require(clip.is_relative() && std::ranges::find(clip, "..") == clip.end());
        fuzz::answer([&] { readState(scratch.folder()); });
        fuzz::answer([&] { readBest(scratch.folder()); });
    });
    return 0;
}
