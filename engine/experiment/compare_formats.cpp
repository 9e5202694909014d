// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/compare_formats.h"

#include "engine/compress/uniform_ranks.h"

namespace rankscope {

std::vector<FormatFit> compareFormats(DenseRun& run, const MapSpec& map, const Shape& budgets,
                                      const Progress& progress) {
    constexpr const char* formats[] = {"tt", "bt", "tucker", "cp"};
    const MapSpec modes = run.withModes(map);
    const Index maps = mapCount(run.model().cell), gates = gateCount(run.model().cell.kind) / maps;
    std::vector<FormatFit> fits;
    int done = 0;
    for (const Index budget : budgets)
        for (const char* format : formats) {
            if (progress) progress(done++, static_cast<int>(budgets.size() * std::size(formats)));
            CompressionTarget target;
            target.map = modes;
            target.map.format = format;
            target.map.outModes[0] *= gates;
            const auto ranked = uniformRanks(target.map, budget / maps);
            if (!ranked) continue;
            target.map = *ranked;
            target.map.outModes[0] /= gates;
            const CompressedModel compressed = run.compress(target);
            fits.push_back({compressed.model.map, budget, compressed.parameters, compressed.weightError,
                            run.measure(compressed)});
        }
    return fits;
}

} // namespace rankscope
