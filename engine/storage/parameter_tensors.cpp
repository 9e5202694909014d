// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/parameter_tensors.h"

#include "engine/base/error.h"

#include <stdexcept>

namespace rankscope {
namespace {

template <class Values>
auto partOf(Values values, const ParameterInfo& tensor) {
    return values.subspan(static_cast<std::size_t>(tensor.offset), static_cast<std::size_t>(tensor.size()));
}

} // namespace

void addParameters(std::vector<TensorSource>& sources, const std::string& prefix,
                   const ParameterLayout& layout, std::span<const float> values) {
    if (values.size() != static_cast<std::size_t>(layout.size))
        throw std::logic_error("weights that do not fit their layout");
    for (const auto& tensor : layout.tensors)
        sources.push_back({prefix + tensor.name, tensor.shape, partOf(values, tensor)});
}

std::vector<float> readParameters(const TensorReader& reader, const std::string& prefix,
                                  const ParameterLayout& layout) {
    for (const auto& tensor : layout.tensors) {
        const auto& entry = reader.entry(prefix + tensor.name);
        if (entry.type != TensorType::F32 || entry.shape != tensor.shape)
            throw Error("\"" + reader.path().string() + "\": tensor \"" + tensor.name + "\" has shape " +
                            toString(entry.shape) + (entry.type == TensorType::F32 ? "" : " of F64") +
                            ", not " + toString(tensor.shape) + ".",
                        "The run was made with another model, or the file is damaged.");
    }
    std::vector<float> values(static_cast<std::size_t>(layout.size));
    for (const auto& tensor : layout.tensors)
        reader.read(prefix + tensor.name, partOf(std::span(values), tensor));
    return values;
}

} // namespace rankscope
