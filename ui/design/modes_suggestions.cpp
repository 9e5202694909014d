// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/modes_suggestions.h"

#include "engine/format/factorisation.h"
#include "ui/design/modes_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace rankscope {

namespace {
constexpr std::size_t manyChoices = 10, fewChoices = 3;
constexpr int fewestModes = 2, mostModes = 6;

struct ModesSuggestions {
    Q_DECLARE_TR_FUNCTIONS(rankscope::ModesSuggestions)
};
} // namespace

std::vector<ModesGroup> inputSuggestions(const ExperimentSpec& spec) {
    const Index size = Index{spec.data.width} * spec.data.height * spec.data.channels;
    const int now = std::max<int>(1, static_cast<int>(spec.model.map.inModes.size()));
    std::vector<ModesGroup> groups;
    const auto add = [&](int d, std::size_t limit) {
        const auto choices = balancedFactorisations(size, d, limit);
        if (!choices.empty() && static_cast<int>(choices.front().size()) == d)
            groups.push_back({ModesSuggestions::tr("%1 modes").arg(d), choices});
    };
    add(now, manyChoices);
    for (int d = fewestModes; d <= mostModes; ++d)
        if (d != now) add(d, fewChoices);
    return groups;
}

std::vector<ModesGroup> outputSuggestions(const ModelSpec& model) {
    const std::size_t d = std::max<std::size_t>(1, model.map.inModes.size());
    const Index now = model.hiddenSize();
    const auto title = [](Index units) { return ModesSuggestions::tr("%1 hidden units").arg(units); };
    std::vector<ModesGroup> groups;
    std::vector<Shape> choices = balancedFactorisations(now, static_cast<int>(d), manyChoices);
    std::erase_if(choices, [d](const Shape& shape) { return shape.size() != d; });
    if (choices.empty()) choices.push_back(modesFor(now, d));
    groups.push_back({title(now), choices});
    for (const Index units : {32, 64, 128, 256, 512, 1024})
        if (units != now) groups.push_back({title(units), {modesFor(units, d)}});
    return groups;
}

} // namespace rankscope
