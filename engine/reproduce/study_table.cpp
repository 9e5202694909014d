// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/study_table.h"

#include "engine/base/number_text.h"
#include "engine/reproduce/published.h"
#include "engine/storage/run_files.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rankscope {

namespace {

std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

ResultCell count(Index number) {
    return {grouped(number), std::to_string(number)};
}
ResultCell ratio(double value) {
    return {ratioText(value), plainNumber(value)};
}
ResultCell minutes(double seconds) {
    const std::string text = seconds < 60 ? fixed(seconds, 1) + " s" : fixed(seconds / 60, 1) + " min";
    return {text, plainNumber(seconds)};
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
    return text;
}

/// The published column and the one on protocols.
std::vector<ResultCell> publishedCells(const Study& study, const ModelResult& result) {
    std::vector<std::string> figures, values, agreements;
    for (const PublishedFigure& figure : publishedFigures(study.id, result.model.name)) {
        figures.push_back(shareCell(figure.value).text + " (" + figure.source + ")");
        values.push_back(plainNumber(figure.value));
        const auto differences =
            protocolDifferences(figure, study.protocol, result.spec, static_cast<int>(result.figures.size()));
        agreements.push_back(differences.empty() ? "yes"
                                                 : "no (" + figure.source + "): " + joined(differences));
    }
    return {{joined(figures), joined(values)}, {joined(agreements), ""}};
}

} // namespace

std::vector<ModelResult> resultsOf(const Study& study, const std::filesystem::path& out) {
    std::vector<ModelResult> results;
    for (const StudyModel& model : study.models) {
        results.push_back({model, {}, {}, 0, study.spec});
        results.back().spec.model = model.spec;
    }
    for (const StudyRun& run : runsOf(study, out)) {
        if (!isRun(run.folder)) continue;
        const RunInfo info = readRun(run.folder);
        ModelResult& result = results[run.model];
        result.spec.model = info.spec.model;
        const auto figure = figureOf(study.protocol, info);
        if (!figure) continue;
        result.figures.push_back(*figure);
        for (const EpochRecord& record : info.history) result.seconds += record.seconds;
    }
    Index classes = 0;
    for (const ModelResult& result : results) classes = std::max(classes, result.spec.model.classes);
    for (ModelResult& result : results) {
        result.spec.model.classes = classes; // also of models with no run yet
        result.counts = countParameters(result.spec.model);
        if (!result.figures.empty()) result.seconds /= static_cast<double>(result.figures.size());
    }
    return results;
}

ResultTable studyTable(const Study& study, const std::vector<ModelResult>& results) {
    ResultTable table;
    table.caption = study.title;
    table.columns = {{"model", false},      {"map parameters", true}, {"map ratio", true},
                     {"layer ratio", true}, {"model ratio", true},    {"ours, mean", true},
                     {"spread", true},      {"seeds", true},          {"training time a run", true}};
    const bool published = std::ranges::any_of(results, [&](const ModelResult& result) {
        return !publishedFigures(study.id, result.model.name).empty();
    });
    if (published) {
        table.columns.push_back({"published", false});
        table.columns.push_back({"same protocol", false});
    }
    for (const ModelResult& result : results) {
        const Spread spread = spreadOf(result.figures);
        std::vector<ResultCell> row{{result.model.title, result.model.name},
                                    count(result.counts.inputToHidden),
                                    ratio(result.counts.inputToHiddenRatio()),
                                    ratio(result.counts.layerRatio()),
                                    ratio(result.counts.modelRatio())};
        row.push_back(spread.count > 0 ? shareCell(spread.mean) : ResultCell{});
        row.push_back(spread.count > 1 ? shareCell(spread.deviation) : ResultCell{});
        row.push_back({std::to_string(spread.count), ""});
        row.push_back(spread.count > 0 ? minutes(result.seconds) : ResultCell{});
        if (published)
            for (ResultCell& cell : publishedCells(study, result)) row.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    table.notes = {
        "Ours: " + describedFigure(study.protocol) + ". Spread: standard deviation over the seeds (n - 1).",
        "Map: input to hidden, bias not counted. Layer: with U and b. Model: with the head. Ratios "
        "are those of the dense model of the same cell, rounded down.",
        "Time: training and validation, mean of the runs; in CSV in seconds."};
    return table;
}

ResultTable rankTable(const Study& study, const std::vector<ModelResult>& results) {
    ResultTable table;
    table.caption = study.title + ": how much the choice of ranks matters";
    table.columns = {{"format", false},
                     {"settings", true},
                     {"map parameters, fewest", true},
                     {"most", true},
                     {"lowest", true},
                     {"highest", true},
                     {"mean of settings", true},
                     {"spread over ranks", true},
                     {"spread of seeds alone", true}};
    std::vector<std::string> formats;
    for (const ModelResult& result : results) {
        const std::string& format = result.spec.model.map.format;
        const bool ranked = format != "dense" && result.spec.model.cell.kind != CellKind::Mean;
        if (ranked && std::ranges::find(formats, format) == formats.end()) formats.push_back(format);
    }
    for (const std::string& format : formats) {
        std::vector<double> means, variances; // of the means
        std::vector<Index> parameters;
        for (const ModelResult& result : results) {
            const ModelSpec& model = result.spec.model;
            if (model.map.format != format || model.cell.kind == CellKind::Mean || result.figures.empty())
                continue;
            const Spread spread = spreadOf(result.figures);
            means.push_back(spread.mean);
            if (spread.count > 1) variances.push_back(spread.deviation * spread.deviation / spread.count);
            parameters.push_back(result.counts.inputToHidden);
        }
        std::vector<ResultCell> row{{format, ""}, {std::to_string(means.size()), ""}};
        if (!means.empty()) {
            const Spread over = spreadOf(means);
            const auto [fewest, most] = std::ranges::minmax(parameters);
            const auto [lowest, highest] = std::ranges::minmax(means);
            for (const ResultCell& cell :
                 {count(fewest), count(most), shareCell(lowest), shareCell(highest), shareCell(over.mean)})
                row.push_back(cell);
            row.push_back(over.count > 1 ? shareCell(over.deviation) : ResultCell{});
            row.push_back(variances.empty() ? ResultCell{} : shareCell(std::sqrt(spreadOf(variances).mean)));
        }
        table.rows.push_back(std::move(row));
    }
    table.notes = {
        "Spread over ranks: standard deviation of the means of the settings. Spread of seeds alone: the one "
        "that such means would have if ranks made no difference (root mean square of the settings' "
        "deviations over seeds, each divided by the root of their number); where it is as large, none can "
        "be seen."};
    return table;
}

void writeStudyTables(const Study& study, const std::filesystem::path& out, bool ranks) {
    const std::vector<ModelResult> results = resultsOf(study, out);
    writeTable(out / "table", studyTable(study, results));
    if (ranks) writeTable(out / "ranks", rankTable(study, results));
}

} // namespace rankscope
