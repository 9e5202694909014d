// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compress/mode_tensor.h"
#include "engine/format/map_value.h"

namespace rankscope {

/// ||W - W'||_F / ||W||_F of a compressed map W' against the dense matrix it stands for, entry by entry in
/// double, W' formed in slabs of one pair (i_1, j_1). 0 where W is zero and W' is too.
template <class Scalar>
double relativeError(const ModeTensor<Scalar>& w, const MapValue& map, ThreadPool& pool);

} // namespace rankscope
