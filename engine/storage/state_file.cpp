// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/state_file.h"

#include "engine/model/sequence_model.h"
#include "engine/storage/json_reader.h"
#include "engine/storage/parameter_tensors.h"
#include "engine/storage/spec_json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rankscope {
namespace {

constexpr const char* formatName = "rankscope-state-2";
constexpr std::size_t columns = 11, sums = 7, mostEpochs = 1'000'000, mostMoments = 4;
constexpr std::size_t mostRankChanges = 1000; // the latest are kept
// Runs of older versions: no gradient norm and gate saturation; no mean average precision.
constexpr std::size_t olderColumns = 8, olderSums = 4, columnsWithoutPrecision = 10;
constexpr const char* momentRanges = "momentRanges";
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> flattened(const std::vector<EpochRecord>& history) {
    std::vector<double> rows;
    rows.reserve(history.size() * columns);
    for (const auto& record : history)
        rows.insert(rows.end(),
                    {double(record.epoch), record.trainLoss, record.trainAccuracy,
                     record.validationLoss.value_or(missing), record.validationAccuracy.value_or(missing),
                     record.learningRate, record.clipsPerSecond, record.seconds,
                     record.gradientNorm.value_or(missing), record.gateSaturation.value_or(missing),
                     record.validationMeanPrecision.value_or(missing)});
    return rows;
}

std::optional<double> present(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::vector<EpochRecord> unflattened(const std::vector<double>& rows, std::size_t width) {
    std::vector<EpochRecord> history;
    history.reserve(rows.size() / width);
    for (std::size_t i = 0; i < rows.size(); i += width) {
        const double* row = &rows[i];
        history.push_back({static_cast<int>(i / width) + 1,
                           row[1],
                           row[2],
                           present(row[3]),
                           present(row[4]),
                           row[5],
                           row[6],
                           row[7],
                           {},
                           {},
                           {}});
        if (width == olderColumns) continue;
        history.back().gradientNorm = present(row[8]);
        history.back().gateSaturation = present(row[9]);
        if (width == columns) history.back().validationMeanPrecision = present(row[10]);
    }
    return history;
}

nlohmann::json toJson(const std::vector<RankRecord>& changes) {
    nlohmann::json list = nlohmann::json::array();
    const std::size_t first = changes.size() - std::min(changes.size(), mostRankChanges);
    for (std::size_t i = first; i < changes.size(); ++i)
        list.push_back({{"epoch", changes[i].epoch},
                        {"batch", changes[i].batch},
                        {"from", changes[i].from},
                        {"to", changes[i].to},
                        {"parametersBefore", changes[i].parametersBefore},
                        {"parametersAfter", changes[i].parametersAfter},
                        {"error", changes[i].error}});
    return list;
}

std::vector<RankRecord> rankChangesOf(const nlohmann::json& list, const std::string& origin) {
    if (!list.is_array() || list.size() > mostRankChanges)
        throw Error(origin + ": \"rankChanges\" is no list of at most " + std::to_string(mostRankChanges) +
                    " changes.");
    std::vector<RankRecord> changes;
    for (const auto& entry : list) {
        JsonReader reader(entry, "rankChanges", origin);
        RankRecord& change = changes.emplace_back();
        reader.read("epoch", change.epoch);
        reader.read("batch", change.batch);
        reader.read("from", change.from);
        reader.read("to", change.to);
        reader.read("parametersBefore", change.parametersBefore);
        reader.read("parametersAfter", change.parametersAfter);
        reader.read("error", change.error);
        reader.finish();
    }
    return changes;
}

std::vector<double> flattened(const std::vector<MomentRange>& ranges) {
    std::vector<double> rows;
    for (const auto& range : ranges)
        rows.insert(rows.end(), {double(range.count), double(range.firstBegan), double(range.secondBegan)});
    return rows;
}

/// Ranges that together are all `weights`, begun at steps from 0 to `step`.
std::vector<MomentRange> readRanges(const TensorReader& reader, Index weights, std::int64_t step) {
    const auto damaged = [&] {
        throw Error("\"" + reader.path().string() + "\" is damaged: its ranges of moments do not fit.");
    };
    const auto& entry = reader.entry(momentRanges);
    if (entry.shape.size() != 2 || entry.shape[1] != 3 || entry.shape[0] > weights) damaged();
    std::vector<double> rows(entry.count);
    reader.read(momentRanges, std::span<double>(rows));
    std::vector<MomentRange> ranges;
    Index left = weights;
    for (std::size_t i = 0; i < rows.size(); i += 3) {
        const double last = static_cast<double>(step);
        const auto isStep = [last](double value) { return value >= 0 && value <= last; };
        if (!(rows[i] >= 1 && rows[i] <= double(left)) || !isStep(rows[i + 1]) || !isStep(rows[i + 2]))
            damaged();
        ranges.push_back({static_cast<Index>(rows[i]), static_cast<std::int64_t>(rows[i + 1]),
                          static_cast<std::int64_t>(rows[i + 2])});
        left -= ranges.back().count;
    }
    if (left != 0) damaged();
    return ranges;
}

} // namespace

void writeState(const std::filesystem::path& path, const TrainerState& state) {
    const ParameterLayout layout = layoutOf(state.model);
    std::vector<TensorSource> tensors;
    addParameters(tensors, weightPrefix(), layout, state.weights);
    for (std::size_t i = 0; i < state.optimizer.moments.size(); ++i)
        addParameters(tensors, momentPrefix(i), layout, state.optimizer.moments[i]);
    const std::vector<double> ranges = flattened(state.optimizer.ranges);
    if (!ranges.empty())
        tensors.push_back({momentRanges, {static_cast<Index>(ranges.size() / 3), 3}, std::span(ranges)});
    const std::vector<double> rows = flattened(state.history);
    const double values[sums] = {state.lossSum,
                                 state.correct,
                                 state.secondsSpent,
                                 state.learningRate,
                                 state.gradientNormSum,
                                 state.gateSaturationSum,
                                 state.startSaturation.value_or(missing)};
    tensors.push_back(
        {"history", {static_cast<Index>(state.history.size()), Index{columns}}, std::span(rows)});
    tensors.push_back({"sums", {Index{sums}}, std::span(values)});

    const nlohmann::json scalars = {{"step", state.optimizer.step}, {"epoch", state.epoch},
                                    {"batch", state.batch},         {"clipsSeen", state.clipsSeen},
                                    {"bestEpoch", state.bestEpoch}, {"finished", state.finished},
                                    {"stopped", state.stopped}};
    writeTensors(path, std::move(tensors),
                 {{"format", formatName},
                  {"state", scalars.dump()},
                  {"model", toJson(state.model).dump()},
                  {"rankChanges", toJson(state.rankChanges).dump()}});
}

TrainerState readProgress(const TensorReader& reader) {
    const std::string origin = reader.path().string();
    const auto refuse = [&](const char* why) { throw Error("\"" + origin + "\" is damaged: " + why + "."); };
    const auto& metadata = reader.metadata();
    if (!metadata.contains("format") || metadata.at("format") != formatName || !metadata.contains("state") ||
        !metadata.contains("model") || !metadata.contains("rankChanges"))
        throw Error("\"" + origin + "\" is no state of a run that this version can read.");

    TrainerState state;
    const auto json = parseJson(metadata.at("state"), origin);
    JsonReader scalars(json, "state", origin);
    Index step = 0, clipsSeen = 0;
    scalars.read("step", step);
    scalars.read("epoch", state.epoch);
    scalars.read("batch", state.batch);
    scalars.read("clipsSeen", clipsSeen);
    scalars.read("bestEpoch", state.bestEpoch);
    scalars.read("finished", state.finished);
    scalars.read("stopped", state.stopped);
    scalars.finish();
    state.optimizer.step = step;
    state.model = modelFromJson(parseJson(metadata.at("model"), origin), origin);
    state.rankChanges = rankChangesOf(parseJson(metadata.at("rankChanges"), origin), origin);
    state.clipsSeen = clipsSeen;

    double values[sums];
    std::ranges::fill(values, missing);
    const bool older = reader.entry("sums").count == olderSums;
    reader.read("sums", std::span<double>(values, older ? olderSums : sums));
    state.lossSum = values[0];
    state.correct = values[1];
    state.secondsSpent = values[2];
    state.learningRate = values[3];
    if (!older || state.batch > 0) {
        state.gradientNormSum = values[4];
        state.gateSaturationSum = values[5];
    }
    state.startSaturation = present(values[6]);

    const auto& history = reader.entry("history");
    const auto width = history.shape.size() == 2 ? static_cast<std::size_t>(history.shape[1]) : 0;
    const bool known = older ? width == olderColumns : width == columns || width == columnsWithoutPrecision;
    if (!known || history.shape[0] > Index{mostEpochs}) refuse("its history has another form");
    std::vector<double> rows(history.count);
    reader.read("history", std::span<double>(rows));
    for (std::size_t i = 0; i < rows.size(); i += width)
        if (rows[i] != double(i / width + 1)) refuse("its history has missing epochs");
    state.history = unflattened(rows, width);

    if (step < 0 || state.batch < 0 || state.clipsSeen < 0 || state.bestEpoch < 0 ||
        state.bestEpoch > state.epoch || state.epoch < 0 ||
        static_cast<std::size_t>(state.epoch) != state.history.size())
        refuse("its counters contradict each other");
    return state;
}

TrainerState readState(const TensorReader& reader) {
    TrainerState state = readProgress(reader);
    const ParameterLayout layout = layoutOf(state.model);
    // Whole sets of parameters and nothing else: history, sums and ranges, weights, moments.
    const bool hasRanges = reader.tensors().contains(momentRanges);
    const std::size_t found = reader.tensors().size() - (hasRanges ? 3 : 2), perSet = layout.tensors.size();
    const std::size_t sets = perSet == 0 ? 0 : found / perSet;
    if (sets < 1 || sets > 1 + mostMoments || sets * perSet != found)
        throw Error("\"" + reader.path().string() + "\" holds other tensors than its model has.",
                    "The run was made with another model, or the file is damaged.");
    state.weights = readParameters(reader, weightPrefix(), layout);
    for (std::size_t i = 0; i + 1 < sets; ++i)
        state.optimizer.moments.push_back(readParameters(reader, momentPrefix(i), layout));
    if (hasRanges) state.optimizer.ranges = readRanges(reader, layout.size, state.optimizer.step);
    return state;
}

std::string weightPrefix() {
    return "w.";
}
std::string momentPrefix(std::size_t moment) {
    return "m" + std::to_string(moment) + ".";
}

} // namespace rankscope
