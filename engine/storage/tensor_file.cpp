// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/tensor_file.h"

#include "engine/base/error.h"
#include "engine/storage/spec_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace rankscope {
namespace {

static_assert(std::endian::native == std::endian::little,
              "safetensors data is little-endian and is not converted");

constexpr std::uint64_t largestHeader = largestJson;

TensorHeader readHeaderOf(const InputFile& file) {
    const std::string origin = file.path().string();
    const auto refuse = [&](const std::string& why) {
        throw Error("\"" + origin + "\" is not a usable safetensors file: " + why + ".");
    };
    if (file.size() < 8) refuse("it is shorter than 8 bytes");
    std::uint64_t length = 0;
    file.read(0, &length, sizeof length);
    if (length > largestHeader) refuse("its header claims more than 1 MB");
    if (length > file.size() - 8) refuse("its header is cut off");
    std::string text(static_cast<std::size_t>(length), '\0');
    file.read(8, text.data(), text.size());
    if (!text.starts_with('{')) refuse("it has no JSON header");
    return parseTensorHeader(text, file.size(), origin);
}

template <class Scalar>
constexpr TensorType typeOf = sizeof(Scalar) == 4 ? TensorType::F32 : TensorType::F64;

bool isDouble(const TensorSource& tensor) {
    return tensor.values.index() == 1;
}

std::span<const std::byte> bytesOf(const TensorSource& tensor) {
    return std::visit([](const auto& values) { return std::as_bytes(values); }, tensor.values);
}

} // namespace

TensorReader::TensorReader(std::filesystem::path path)
    : m_file(std::move(path)), m_header(readHeaderOf(m_file)) {}

const TensorEntry& TensorReader::entry(const std::string& name) const {
    const auto found = m_header.tensors.find(name);
    if (found == m_header.tensors.end())
        throw Error("\"" + m_file.path().string() + "\" has no tensor \"" + name + "\".");
    return found->second;
}

const TensorEntry& TensorReader::entry(const std::string& name, TensorType type, std::size_t count) const {
    const auto& found = entry(name);
    if (found.type != type || found.count != count)
        throw Error("\"" + m_file.path().string() + "\": tensor \"" + name + "\" has " +
                    std::to_string(found.count) + (found.type == TensorType::F32 ? " F32" : " F64") +
                    " values, not " + std::to_string(count) + (type == TensorType::F32 ? " F32." : " F64."));
    return found;
}

void TensorReader::read(const std::string& name, std::span<float> out) const {
    m_file.read(entry(name, typeOf<float>, out.size()).begin, out.data(), out.size_bytes());
}

void TensorReader::read(const std::string& name, std::span<double> out) const {
    m_file.read(entry(name, typeOf<double>, out.size()).begin, out.data(), out.size_bytes());
}

void writeTensors(const std::filesystem::path& path, std::vector<TensorSource> tensors,
                  const std::map<std::string, std::string>& metadata) {
    std::ranges::sort(tensors, [](const auto& a, const auto& b) {
        return std::pair(isDouble(b), std::string_view(a.name)) <
               std::pair(isDouble(a), std::string_view(b.name));
    });
    nlohmann::json header = nlohmann::json::object();
    if (!metadata.empty()) header["__metadata__"] = metadata;
    std::size_t offset = 0;
    for (const auto& tensor : tensors) {
        const std::size_t bytes = bytesOf(tensor).size();
        if (header.contains(tensor.name))
            throw Error("Cannot write \"" + path.string() + "\": two tensors are named \"" + tensor.name +
                        "\".");
        header[tensor.name] = {{"dtype", isDouble(tensor) ? "F64" : "F32"},
                               {"shape", tensor.shape},
                               {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    if (text.size() > largestHeader)
        throw Error("Cannot write \"" + path.string() + "\": names and settings take more than 1 MB.",
                    "Use fewer classes or shorter class names.");

    AtomicFile file(path);
    const std::uint64_t length = text.size();
    file.write(&length, sizeof length);
    file.write(text);
    for (const auto& tensor : tensors) file.write(bytesOf(tensor).data(), bytesOf(tensor).size());
    file.commit();
}

} // namespace rankscope
