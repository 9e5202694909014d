// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/predictions_file.h"
#include "engine/storage/run_notes.h"
#include "tests/fuzz/fuzz_input.h"

using namespace rankscope;

/// What a run folder holds beside its training, separated by a null byte: notes.json, predictions.csv.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    std::string_view rest = fuzz::textOf(data, size);
    for (const char* name : {"notes.json", "predictions.csv"}) scratch.write(name, fuzz::takePart(rest));
    fuzz::answer([&] { fuzz::require(readRunNotes(scratch.folder()).text.size() <= longestNote); });
    for (const bool multiLabel : {false, true})
        fuzz::answer([&] {
            const auto read = readPredictions(scratch.folder(), {"jump", "run"}, multiLabel, 1);
            if (!read) return;
            for (const ClipPrediction& clip : read->clips)
                for (const int label : clip.labels) fuzz::require(label >= 0 && label < 2);
        });
    return 0;
}
