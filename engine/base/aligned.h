// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace rankscope {

/// Memory that begins at a cache line. Vectorised sums start at an aligned address and so depend on where an
/// array lies: with this they give the same bits in every run.
template <class T>
struct AlignedAllocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    AlignedAllocator() = default;
    template <class U>
    AlignedAllocator(const AlignedAllocator<U>&) {}
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), alignment)); }
    void deallocate(T* memory, std::size_t) { ::operator delete(memory, alignment); }
    bool operator==(const AlignedAllocator&) const = default;
};

/// For every array that is computed with.
template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

/// `buffer` with room for `size` values: memory is taken once and kept.
template <class T>
T* room(AlignedVector<T>& buffer, std::ptrdiff_t size) {
    if (buffer.size() < static_cast<std::size_t>(size)) buffer.resize(static_cast<std::size_t>(size));
    return buffer.data();
}

} // namespace rankscope
