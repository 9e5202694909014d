// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/parameters.h"

#include <utility>

namespace rankscope {

Index ParameterLayout::add(std::string name, Shape shape, bool decays) {
    const Index offset = size;
    size += product(shape);
    tensors.push_back({std::move(name), std::move(shape), offset, decays});
    return offset;
}

} // namespace rankscope
