// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

/// Reading and writing of safetensors files (github.com/huggingface/safetensors, format of 2023): eight bytes
/// of header length, a JSON header, then the data. Files come from strangers: header at most 1 MB, JSON depth
/// at most 16, offsets contiguous and inside the file, F32 and F64 only, nothing allocated before it is
/// checked.
namespace rankscope {

struct TensorView {
    std::string name;
    Shape shape;
    std::span<const float> values;
};

struct StoredTensor {
    Shape shape;
    std::vector<float> values; ///< F64 is narrowed
};

struct TensorFile {
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;
};

/// Atomic: a temporary file in the same folder, flushed to disk, renamed. Equal content gives equal bytes.
/// Throws Error.
void writeSafetensors(const std::filesystem::path& path, std::span<const TensorView> tensors,
                      const std::map<std::string, std::string>& metadata);

/// Throws Error naming the file and what is wrong with it.
TensorFile readSafetensors(const std::filesystem::path& path);

/// The metadata alone; cheap.
std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path& path);

} // namespace rankscope
