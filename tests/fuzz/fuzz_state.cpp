// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/state_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace rankscope;

/// A last.state: what is accepted can be written again and read back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    const auto path = scratch.write("last.state", fuzz::tensorFile(fuzz::textOf(data, size)));
    fuzz::answer([&] {
        const TrainerState state = readState(TensorReader(path));
        const auto again = scratch.folder() / "again.state";
        writeState(again, state);
        const TrainerState back = readState(TensorReader(again));
        fuzz::require(back.model == state.model && back.weights.size() == state.weights.size() &&
                      back.optimizer.step == state.optimizer.step && back.epoch == state.epoch &&
                      back.rankChanges.size() == state.rankChanges.size());
    });
    return 0;
}
