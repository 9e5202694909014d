// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/idx_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace rankscope;

/// An IDX file, plain or compressed: as many values as the sizes say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    const auto path = scratch.write("digits.idx", fuzz::textOf(data, size));
    fuzz::answer([&] {
        const IdxArray array = readIdx(path);
        std::size_t count = 1;
        for (const std::size_t one : array.sizes) count *= one;
        fuzz::require(array.values.size() == count);
    });
    return 0;
}
