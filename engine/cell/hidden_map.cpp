// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cell/hidden_map.h"

#include "engine/cell/dense_hidden_map.h"
#include "engine/cell/network_hidden_map.h"
#include "engine/model/model_spec.h"

namespace rankscope {

template <class Scalar>
std::unique_ptr<HiddenMap<Scalar>> makeHiddenMap(const ModelSpec& spec, Index rowsPerBatch) {
    if (compressesRecurrent(spec)) return std::make_unique<NetworkHiddenMap<Scalar>>(spec, rowsPerBatch);
    return std::make_unique<DenseHiddenMap<Scalar>>(spec);
}

template std::unique_ptr<HiddenMap<float>> makeHiddenMap(const ModelSpec&, Index);
template std::unique_ptr<HiddenMap<double>> makeHiddenMap(const ModelSpec&, Index);

} // namespace rankscope
