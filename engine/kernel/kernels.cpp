// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernel/kernels.h"

namespace rankscope {

#if defined(__x86_64__)
namespace v2 {
const Kernels& table();
}
namespace v3 {
const Kernels& table();
}
namespace v4 {
const Kernels& table();
}
#else
namespace generic {
const Kernels& table();
}
#endif

const Kernels& kernelsOf([[maybe_unused]] SimdLevel level) {
#if defined(__x86_64__)
    return level == SimdLevel::V4 ? v4::table() : level == SimdLevel::V3 ? v3::table() : v2::table();
#else
    return generic::table();
#endif
}

const Kernels& kernels() {
    static const Kernels& chosen = kernelsOf(simdLevel());
    return chosen;
}

template <>
const ScalarKernels<float>& kernelsFor() {
    return kernels().single;
}

template <>
const ScalarKernels<double>& kernelsFor() {
    return kernels().accurate;
}

} // namespace rankscope
