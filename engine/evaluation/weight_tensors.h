// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"

#include <span>
#include <string>
#include <vector>

/// The trained tensors of a model with the meaning of their axes, and flat views of them, for heat maps.
namespace rankscope {

struct TensorAxis {
    std::string
        name; ///< "i2", "j1", "r1", "n" of a core; "gate", "unit", "from" of U and b; "class" of the head
    Index size = 1;
};

/// A tensor within the flat array that holds all weights of a model; the first axis varies slowest.
struct WeightTensor {
    std::string name; ///< as in safetensors files: "map.G1", "cell.U", "head.W"
    std::vector<TensorAxis> axes;
    Index offset = 0;
};

/// All of them in the order of the weights. `model`: completed, as SequenceModel has it.
std::vector<WeightTensor> weightTensors(const ModelSpec& model);

/// Two axes of a tensor laid on a sheet; of the others one index, or all of them as tiles.
struct TensorView {
    int rows = 0, columns = 1; ///< axes; -1: none (one row or column)
    Shape at;                  ///< index of every axis, looked at for those not laid out
    bool tiled = false;        ///< the other axes lie side by side: the first downwards, the next across, ...
};

struct TensorSheet {
    Index rows = 0, columns = 0;
    Index tileRows = 0, tileColumns = 0; ///< size of a tile; of the sheet where there is one alone
    std::vector<float> values;           ///< [rows, columns]
};

/// Throws std::logic_error where the view names axes or indices that the tensor has not.
TensorSheet sheetOf(const WeightTensor& tensor, std::span<const float> weights, const TensorView& view);

/// The indices of all axes at a place of the sheet.
Shape indicesAt(const WeightTensor& tensor, const TensorView& view, Index row, Index column);

} // namespace rankscope
