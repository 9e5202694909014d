// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluation/weight_tensors.h"

#include "engine/model/sequence_model.h"

#include <stdexcept>

namespace rankscope {

namespace {

std::vector<TensorAxis> axesOf(const TensorNetwork& network, std::size_t core) {
    std::vector<TensorAxis> axes;
    for (const int edge : network.cores[core].edges) {
        const Edge& leg = network.edges[static_cast<std::size_t>(edge)];
        axes.push_back({leg.name, leg.size});
    }
    return axes;
}

/// Where the axes of a view lie on its sheet: the step of one index in rows and columns.
struct Places {
    Shape rowStep, columnStep;
    Index tileRows = 1, tileColumns = 1, rows = 1, columns = 1;
};

Places placesOf(const WeightTensor& tensor, const TensorView& view) {
    const int axes = static_cast<int>(tensor.axes.size());
    if (view.rows >= axes || view.columns >= axes || (view.rows == view.columns && view.rows >= 0) ||
        static_cast<int>(view.at.size()) != axes)
        throw std::logic_error("the tensor has no such view");
    const auto sizeOf = [&](int axis) {
        return axis < 0 ? Index{1} : tensor.axes[static_cast<std::size_t>(axis)].size;
    };
    Places places{Shape(tensor.axes.size(), 0), Shape(tensor.axes.size(), 0), sizeOf(view.rows),
                  sizeOf(view.columns)};
    places.rows = places.tileRows;
    places.columns = places.tileColumns;
    if (view.rows >= 0) places.rowStep[static_cast<std::size_t>(view.rows)] = 1;
    if (view.columns >= 0) places.columnStep[static_cast<std::size_t>(view.columns)] = 1;
    bool down = true;
    for (int axis = 0; axis < axes && view.tiled; ++axis) {
        if (axis == view.rows || axis == view.columns || sizeOf(axis) == 1) continue;
        Index& extent = down ? places.rows : places.columns;
        (down ? places.rowStep : places.columnStep)[static_cast<std::size_t>(axis)] = extent;
        extent *= sizeOf(axis);
        down = !down;
    }
    return places;
}

} // namespace

std::vector<WeightTensor> weightTensors(const ModelSpec& model) {
    const Index gates = gateCount(model.cell.kind), j = model.hiddenSize();
    const TensorNetwork w = networkOf(model);
    const TensorNetwork u = compressesRecurrent(model) ? recurrentNetworkOf(model) : TensorNetwork{};
    const auto wCores = w.cores.size() * static_cast<std::size_t>(mapCount(model.cell));
    const ParameterLayout layout = layoutOf(model);
    std::vector<WeightTensor> tensors;
    for (std::size_t i = 0; i < layout.tensors.size(); ++i) {
        const ParameterInfo& info = layout.tensors[i];
        WeightTensor tensor{info.name, {}, info.offset};
        if (i < wCores)
            tensor.axes = axesOf(w, i % w.cores.size());
        else if (info.name == "cell.U")
            tensor.axes = {{"gate", gates}, {"unit", j}, {"from", j}};
        else if (info.name.starts_with("cell.U."))
            tensor.axes = axesOf(u, (i - wCores) % u.cores.size());
        else if (info.name == "cell.b")
            tensor.axes = {{"gate", gates}, {"unit", j}};
        else if (info.name == "head.W")
            tensor.axes = {{"class", info.shape[0]}, {"unit", j}};
        else
            for (std::size_t axis = 0; axis < info.shape.size(); ++axis)
                tensor.axes.push_back({"class", info.shape[axis]});
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

TensorSheet sheetOf(const WeightTensor& tensor, std::span<const float> weights, const TensorView& view) {
    const Places places = placesOf(tensor, view);
    TensorSheet sheet{places.rows, places.columns, places.tileRows, places.tileColumns, {}};
    sheet.values.resize(static_cast<std::size_t>(sheet.rows * sheet.columns));
    Shape index(tensor.axes.size(), 0), step(tensor.axes.size(), 1);
    for (std::size_t axis = tensor.axes.size(); axis-- > 1;)
        step[axis - 1] = step[axis] * tensor.axes[axis].size;
    const auto laidOut = [&](std::size_t axis) { return places.rowStep[axis] + places.columnStep[axis] > 0; };
    for (std::size_t axis = 0; axis < index.size(); ++axis)
        if (!laidOut(axis)) index[axis] = view.tiled && tensor.axes[axis].size == 1 ? 0 : view.at[axis];
    while (true) {
        Index from = tensor.offset, row = 0, column = 0;
        for (std::size_t axis = 0; axis < index.size(); ++axis) {
            if (index[axis] < 0 || index[axis] >= tensor.axes[axis].size)
                throw std::logic_error("the tensor has no such index");
            from += index[axis] * step[axis];
            row += index[axis] * places.rowStep[axis];
            column += index[axis] * places.columnStep[axis];
        }
        sheet.values[static_cast<std::size_t>(row * sheet.columns + column)] =
            weights[static_cast<std::size_t>(from)];
        std::size_t axis = index.size();
        while (axis > 0 && (!laidOut(axis - 1) || ++index[axis - 1] == tensor.axes[axis - 1].size)) {
            if (laidOut(axis - 1)) index[axis - 1] = 0;
            --axis;
        }
        if (axis == 0) return sheet;
    }
}

Shape indicesAt(const WeightTensor& tensor, const TensorView& view, Index row, Index column) {
    const Places places = placesOf(tensor, view);
    Shape index = view.at;
    for (std::size_t axis = 0; axis < index.size(); ++axis) {
        const Index size = tensor.axes[axis].size;
        if (places.rowStep[axis] > 0) index[axis] = row / places.rowStep[axis] % size;
        if (places.columnStep[axis] > 0) index[axis] = column / places.columnStep[axis] % size;
    }
    return index;
}

} // namespace rankscope
