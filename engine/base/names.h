// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// One table of texts per enumeration, used alike by the command line, files and the window's lists.
namespace rankscope {

template <class E>
struct Named {
    E value;
    const char* id;    ///< in files and on the command line
    const char* title; ///< for people
};

/// Specialised beside each enumeration: `static constexpr Named<E> all[]` and `static constexpr const char*
/// what`.
template <class E>
struct Names;

template <class E>
std::string idOf(E value) {
    const auto* found = std::ranges::find(Names<E>::all, value, &Named<E>::value);
    return found->id;
}

template <class E>
std::vector<std::string> idsOf() {
    std::vector<std::string> ids;
    for (const auto& entry : Names<E>::all) ids.emplace_back(entry.id);
    return ids;
}

/// Throws Error naming the choices.
template <class E>
E parseId(std::string_view text) {
    for (const auto& entry : Names<E>::all)
        if (text == entry.id) return entry.value;
    std::string choices;
    for (const auto& entry : Names<E>::all) choices += (choices.empty() ? "" : ", ") + std::string(entry.id);
    throw Error(std::string(Names<E>::what) + ": \"" + std::string(text) + "\" is not known.",
                "Choose one of " + choices + ".");
}

} // namespace rankscope
