// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/spec_json.h"
#include "engine/storage/tensor_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rankscope {
namespace {

using nlohmann::json;

constexpr std::size_t longestName = 256, mostDimensions = 32;

class HeaderParser {
public:
    HeaderParser(std::uint64_t firstData, std::uint64_t fileBytes, std::string_view origin)
        : m_firstData(firstData), m_dataBytes(fileBytes - firstData), m_origin(origin) {}

    TensorHeader parse(std::string_view text) {
        const json object = parseJson(text, m_origin);
        if (!object.is_object()) fail("the header is not an object");
        TensorHeader header;
        for (const auto& [name, value] : object.items()) {
            if (name == "__metadata__") {
                readMetadata(value, header.metadata);
            } else {
                header.tensors.emplace(name, readEntry(name, value));
            }
        }
        checkCover(header);
        return header;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error("\"" + m_origin + "\" is not a usable safetensors file: " + what + ".");
    }

    void readMetadata(const json& value, std::map<std::string, std::string>& metadata) const {
        if (!value.is_object()) fail("__metadata__ is not an object");
        for (const auto& [key, text] : value.items()) {
            if (!text.is_string()) fail("__metadata__ holds something else than texts");
            metadata.emplace(key, text.get<std::string>());
        }
    }

    std::uint64_t number(const std::string& name, const json& value) const {
        if (!value.is_number_unsigned()) fail("tensor \"" + name + "\" has a number that is no size");
        return value.get<std::uint64_t>();
    }

    TensorEntry readEntry(const std::string& name, const json& value) const {
        if (name.empty() || name.size() > longestName) fail("a tensor's name has no or more than 256 bytes");
        const std::string quoted = "tensor \"" + name + "\"";
        if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") ||
            !value.contains("data_offsets"))
            fail(quoted + " lacks dtype, shape or data_offsets, or has more than these");
        TensorEntry entry;
        const auto& type = value["dtype"];
        if (type != "F32" && type != "F64") fail(quoted + " is neither F32 nor F64");
        entry.type = type == "F32" ? TensorType::F32 : TensorType::F64;
        const std::uint64_t width = entry.type == TensorType::F32 ? 4 : 8;

        const auto& shape = value["shape"];
        if (!shape.is_array() || shape.size() > mostDimensions)
            fail(quoted + " has no list of at most 32 sizes");
        const std::uint64_t most = m_dataBytes / width;
        std::uint64_t count = 1;
        bool empty = false;
        for (const auto& one : shape) {
            const std::uint64_t size = number(name, one);
            empty = empty || size == 0;
            if (size > most || (size > 0 && count > most / size)) fail(quoted + " is larger than the file");
            count *= std::max<std::uint64_t>(size, 1);
            entry.shape.push_back(static_cast<Index>(size));
        }
        entry.count = empty ? 0 : static_cast<std::size_t>(count);

        const auto& offsets = value["data_offsets"];
        if (!offsets.is_array() || offsets.size() != 2) fail(quoted + " has no two data_offsets");
        const std::uint64_t begin = number(name, offsets[0]), end = number(name, offsets[1]);
        if (begin > end || end > m_dataBytes) fail(quoted + " lies outside the file");
        if (end - begin != entry.count * width) fail(quoted + " has other offsets than its shape asks for");
        entry.begin = m_firstData + begin;
        return entry;
    }

    /// Every byte of data belongs to exactly one tensor.
    void checkCover(const TensorHeader& header) const {
        struct Piece {
            std::uint64_t begin, end;
            auto operator<=>(const Piece&) const = default;
        };
        std::vector<Piece> pieces;
        for (const auto& [name, entry] : header.tensors)
            pieces.push_back(
                {entry.begin, entry.begin + entry.count * (entry.type == TensorType::F32 ? 4 : 8)});
        std::ranges::sort(pieces);
        std::uint64_t reached = m_firstData;
        for (const auto& piece : pieces) {
            if (piece.begin != reached) fail("its tensors overlap or leave gaps");
            reached = piece.end;
        }
        if (reached != m_firstData + m_dataBytes) fail("it has data that belongs to no tensor");
    }

    std::uint64_t m_firstData, m_dataBytes;
    std::string m_origin;
};

} // namespace

TensorHeader parseTensorHeader(std::string_view text, std::uint64_t fileBytes, std::string_view origin) {
    return HeaderParser(8 + text.size(), fileBytes, origin).parse(text);
}

} // namespace rankscope
