// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ranks_output.h"

#include <cstdio>

namespace rankscope {
namespace {

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

std::string shortOrNone(const std::optional<double>& value) {
    return value ? shortNumber(*value) : "-";
}

std::optional<double> perParameter(const std::optional<double>& value, Index parameters) {
    if (!value || parameters == 0) return {};
    return *value / static_cast<double>(parameters);
}

std::optional<double> gainOf(const Gauge& gauge) {
    if (gauge.gains.empty()) return {};
    return gauge.gains.front();
}

} // namespace

Json qualityJson(const RankQuality& quality) {
    return {{"ranks", ranksText(quality.map)},
            {"map",
             {{"ranks", quality.map.ranks},
              {"tuckerRanks", quality.map.tuckerRanks},
              {"blocks", quality.map.blocks}}},
            {"inputToHidden", quality.parameters},
            {"model", quality.model},
            {"error", quality.error},
            {"outputError", orNull(quality.outputError)},
            {"accuracy", orNull(quality.accuracy)},
            {"loss", orNull(quality.loss)}};
}

void printQualities(const std::vector<RankQuality>& rows, const char* clipSet) {
    Table table({"ranks", "parameters", "model", "error", "output error", std::string(clipSet) + " accuracy",
                 "loss"});
    for (const RankQuality& row : rows)
        table.add({ranksText(row.map), grouped(row.parameters), grouped(row.model), shortNumber(row.error),
                   shortOrNone(row.outputError), row.accuracy ? percent(*row.accuracy) : "-",
                   row.loss ? fixed(*row.loss, 4) : "-"});
    table.print();
}

Json gaugesJson(const std::vector<Gauge>& gauges) {
    Json list = Json::array();
    for (const Gauge& gauge : gauges)
        list.push_back({{"rank", gauge.field.name},
                        {"value", gauge.rank},
                        {"saved", gauge.saved},
                        {"cost", orNull(gauge.cost)},
                        {"outputCost", orNull(gauge.outputCost)},
                        {"costPerParameter", orNull(perParameter(gauge.cost, gauge.saved))},
                        {"added", gauge.added},
                        {"gain", orNull(gainOf(gauge))},
                        {"gainPerParameter", orNull(perParameter(gainOf(gauge), gauge.added))}});
    return list;
}

void printGauges(const std::vector<Gauge>& gauges) {
    Table table({"rank", "value", "one less: error", "output error", "saves", "error/parameter",
                 "one more: gain", "adds", "gain/parameter"});
    for (const Gauge& gauge : gauges)
        table.add({gauge.field.name, std::to_string(gauge.rank), shortOrNone(gauge.cost),
                   shortOrNone(gauge.outputCost), gauge.cost ? grouped(gauge.saved) : "-",
                   shortOrNone(perParameter(gauge.cost, gauge.saved)), shortOrNone(gainOf(gauge)),
                   grouped(gauge.added), shortOrNone(perParameter(gainOf(gauge), gauge.added))});
    table.print();
}

} // namespace rankscope
