// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/counts.h"

#include "engine/model/sequence_model.h"

#include <cmath>

namespace rankscope {

namespace {

struct Parts {
    Index map = 0, recurrent = 0, layer = 0, model = 0;
};

bool isRecurrent(const ParameterInfo& tensor) {
    return tensor.name == "cell.U" || tensor.name.starts_with("cell.U.");
}

Parts partsOf(const ParameterLayout& layout) {
    Parts parts;
    for (const ParameterInfo& tensor : layout.tensors) {
        if (tensor.name.starts_with("map.")) parts.map += tensor.size();
        if (isRecurrent(tensor)) parts.recurrent += tensor.size();
        if (!tensor.name.starts_with("head.")) parts.layer += tensor.size();
        parts.model += tensor.size();
    }
    return parts;
}

} // namespace

CountReport countParameters(const ModelSpec& spec) {
    const ParameterLayout layout = layoutOf(spec);
    const Parts parts = partsOf(layout), dense = partsOf(layoutOf(denseEquivalent(spec)));
    CountReport report;
    for (const ParameterInfo& tensor : layout.tensors) {
        if (tensor.name.starts_with("map."))
            report.cores.push_back({tensor.name.substr(4), tensor.shape, tensor.size()});
        if (isRecurrent(tensor))
            report.recurrentCores.push_back({tensor.name.substr(5), tensor.shape, tensor.size()});
    }
    report.inputToHidden = parts.map;
    report.hiddenToHidden = parts.recurrent;
    report.hiddenToHiddenDense = dense.recurrent;
    report.layer = parts.layer;
    report.model = parts.model;
    report.inputToHiddenDense = dense.map;
    report.layerDense = dense.layer;
    report.modelDense = dense.model;
    return report;
}

double CountReport::layerCeiling() const {
    const Index rest = layer - inputToHidden;
    return rest > 0 ? static_cast<double>(layerDense) / static_cast<double>(rest) : 0;
}

std::string ratioText(double ratio) {
    if (ratio >= 10) return grouped(static_cast<Index>(std::floor(ratio))) + "x";
    std::string text = std::to_string(std::floor(ratio * 10) / 10);
    return text.substr(0, text.find('.') + 2) + "x";
}

} // namespace rankscope
