// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/tensor_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <vector>

using namespace rankscope;

/// A safetensors file: every tensor that its header promises can be read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    const auto path = scratch.write("weights.safetensors", fuzz::tensorFile(fuzz::textOf(data, size)));
    fuzz::answer([&] {
        const TensorReader reader(path);
        for (const auto& [name, entry] : reader.tensors()) {
            fuzz::require(entry.count * 4 <= (std::size_t{1} << 17));
            if (entry.type == TensorType::F32) {
                std::vector<float> values(entry.count);
                reader.read(name, std::span<float>(values));
            } else {
                std::vector<double> values(entry.count);
                reader.read(name, std::span<double>(values));
            }
        }
    });
    return 0;
}
