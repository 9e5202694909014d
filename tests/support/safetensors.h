// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/storage/tensor_file.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

/// Whole safetensors files at once, for tests of the reader and writer behind them.
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

/// A sparse file may claim any size at no cost to its sender.
inline constexpr std::uint64_t largestFile = std::uint64_t{4} << 30;

inline void writeSafetensors(const std::filesystem::path& path, std::span<const TensorView> tensors,
                             const std::map<std::string, std::string>& metadata) {
    std::vector<TensorSource> sources;
    sources.reserve(tensors.size());
    for (const auto& tensor : tensors) {
        if (static_cast<std::size_t>(product(tensor.shape)) != tensor.values.size())
            throw Error("Cannot write \"" + path.string() + "\": tensor \"" + tensor.name + "\" of shape " +
                        toString(tensor.shape) + " has " + std::to_string(tensor.values.size()) + " values.");
        sources.push_back({tensor.name, tensor.shape, tensor.values});
    }
    writeTensors(path, std::move(sources), metadata);
}

inline TensorFile readSafetensors(const std::filesystem::path& path) {
    const TensorReader reader(path);
    std::uint64_t total = 0;
    for (const auto& [name, entry] : reader.tensors()) total += std::uint64_t{entry.count} * 4;
    if (total > largestFile)
        throw Error("\"" + path.string() + "\" holds more than 4 GB of weights.",
                    "No model here is so large.");
    TensorFile file;
    file.metadata = reader.metadata();
    std::vector<double> wide;
    for (const auto& [name, entry] : reader.tensors()) {
        auto& tensor = file.tensors[name];
        tensor.shape = entry.shape;
        tensor.values.resize(entry.count);
        if (entry.type == TensorType::F32) {
            reader.read(name, tensor.values);
        } else {
            wide.resize(entry.count);
            reader.read(name, std::span<double>(wide));
            std::ranges::transform(wide, tensor.values.begin(),
                                   [](double value) { return static_cast<float>(value); });
        }
    }
    return file;
}

inline std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path& path) {
    return TensorReader(path).metadata();
}

} // namespace rankscope
