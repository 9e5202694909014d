// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/parameters.h"
#include "engine/storage/tensor_file.h"

/// A flat array of weights as named tensors of a file, each "<prefix><parameter>".
namespace rankscope {

/// `values` must fit the layout and outlive the sources.
void addParameters(std::vector<TensorSource>& sources, const std::string& prefix,
                   const ParameterLayout& layout, std::span<const float> values);

/// Throws Error where a tensor is missing or has another type or shape; nothing is allocated before that is
/// known.
std::vector<float> readParameters(const TensorReader& reader, const std::string& prefix,
                                  const ParameterLayout& layout);

} // namespace rankscope
