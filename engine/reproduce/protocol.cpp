// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/protocol.h"

#include "engine/base/random.h"

#include <algorithm>
#include <numeric>

namespace rankscope {

void applyProtocol(Protocol protocol, DataSpec& data) {
    if (protocol == Protocol::Grouped) {
        data.validation = data.test = SplitRule::parse("group:0.2");
        return;
    }
    data.augment = Augmentation::off();
    data.test = SplitRule::parse("none");
    data.validation = SplitRule::parse(protocol == Protocol::TtCode ? "list" : "random:0.2");
}

std::vector<int> foldsOf(const Dataset& dataset, int folds) {
    constexpr std::uint64_t seed = 1; // one division for all models and seeds
    std::vector<std::size_t> order(dataset.clips.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random{seed, purpose::split, static_cast<std::uint64_t>(folds)};
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    std::vector<int> fold(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        fold[order[i]] = static_cast<int>(i * static_cast<std::size_t>(folds) / order.size());
    return fold;
}

std::optional<double> figureOf(Protocol protocol, const RunInfo& run) {
    if (run.state != RunState::Done || run.history.empty()) return {};
    switch (protocol) {
    case Protocol::TtCode:
        return run.history.back().validationScore();
    case Protocol::BtCode: {
        const EpochRecord* best = nullptr;
        for (const EpochRecord& record : run.history)
            if (record.validationLoss && (!best || *record.validationLoss < *best->validationLoss))
                best = &record;
        return best ? best->validationScore() : std::nullopt;
    }
    case Protocol::Grouped:
        break;
    }
    return run.testMeanPrecision ? run.testMeanPrecision : run.testAccuracy;
}

std::string describedFigure(Protocol protocol) {
    switch (protocol) {
    case Protocol::TtCode:
        return "on the held-out clips after the last epoch";
    case Protocol::BtCode:
        return "on the held-out clips after the epoch of lowest loss on them";
    case Protocol::Grouped:
        break;
    }
    return "on the test clips, with the epoch best on the validation clips";
}

} // namespace rankscope
