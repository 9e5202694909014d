// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"
#include "engine/storage/file_io.h"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <variant>

/// Safetensors files tensor by tensor, straight between disk and the caller's memory: what safetensors.h and
/// last.state rest on.
namespace rankscope {

enum class TensorType { F32, F64 };

/// One tensor as the header describes it; every number is checked against the file.
struct TensorEntry {
    TensorType type = TensorType::F32;
    Shape shape;
    std::uint64_t begin = 0; ///< byte in the file
    std::size_t count = 0;   ///< values
};

struct TensorHeader {
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
};

/// Checks the text of a header for a file of `fileBytes` bytes. Throws Error naming `origin`.
TensorHeader parseTensorHeader(std::string_view text, std::uint64_t fileBytes, std::string_view origin);

/// An open file whose header is checked.
class TensorReader {
public:
    explicit TensorReader(std::filesystem::path path);

    const std::filesystem::path& path() const { return m_file.path(); }
    const std::map<std::string, TensorEntry>& tensors() const { return m_header.tensors; }
    const std::map<std::string, std::string>& metadata() const { return m_header.metadata; }
    /// Throws Error where there is no such tensor.
    const TensorEntry& entry(const std::string& name) const;
    /// Reads all values of a tensor that must have this type and number of values. Throws Error where it has
    /// not.
    void read(const std::string& name, std::span<float> out) const;
    void read(const std::string& name, std::span<double> out) const;

private:
    const TensorEntry& entry(const std::string& name, TensorType type, std::size_t count) const;

    InputFile m_file;
    TensorHeader m_header;
};

struct TensorSource {
    std::string name;
    Shape shape;
    std::variant<std::span<const float>, std::span<const double>> values;
};

/// Atomic. The order in the file depends on types and names alone: F64 first, so that all are aligned, then
/// by name.
void writeTensors(const std::filesystem::path& path, std::vector<TensorSource> tensors,
                  const std::map<std::string, std::string>& metadata);

} // namespace rankscope
