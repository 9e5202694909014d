// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/parameters.h"
#include "engine/storage/tensor_file.h"
#include "engine/training/trainer_state.h"

#include <filesystem>

/// last.state: a TrainerState as a safetensors file. Weights are tensors "w.<parameter>", moments
/// "m0.<parameter>", ..; real numbers are F64 tensors, so that every bit comes back; whole numbers, the model
/// with its present ranks and the ranks' changes are JSON in the metadata.
namespace rankscope {

void writeState(const std::filesystem::path& path, const TrainerState& state);

/// Every size is checked against the state's own model. Throws Error naming the file.
TrainerState readState(const TensorReader& reader);

/// The same without weights and the optimiser's memory; cheap.
TrainerState readProgress(const TensorReader& reader);

/// What comes before a parameter's name in the tensors of weights and of a moment.
std::string weightPrefix();
std::string momentPrefix(std::size_t moment);

} // namespace rankscope
