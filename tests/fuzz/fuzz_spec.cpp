// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/counts.h"
#include "engine/storage/spec_json.h"
#include "tests/fuzz/fuzz_input.h"

#include <nlohmann/json.hpp>

using namespace rankscope;

/// A --spec file or preset: what is accepted can be counted, and written and read back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Scratch scratch;
    const auto path = scratch.write("spec.json", fuzz::textOf(data, size));
    fuzz::answer([&] {
        const ExperimentSpec spec = readSpecFile(path);
        ExperimentSpec back;
        fromJson(parseJson(toJson(spec).dump(), "again"), back, "again");
        fuzz::require(back == spec);
        fuzz::answer([&] { validate(spec); });
        countParameters(spec.model);
    });
    return 0;
}
