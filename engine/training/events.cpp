// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/events.h"

namespace rankscope {

std::string titleOf(Phase phase) {
    switch (phase) {
    case Phase::Scanning:
        return "scanning";
    case Phase::Decoding:
        return "decoding";
    case Phase::Training:
        return "training";
    case Phase::Validating:
        return "validating";
    case Phase::Testing:
        return "testing";
    }
    return {};
}

} // namespace rankscope
