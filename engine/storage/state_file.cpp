// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/state_file.h"

#include "engine/storage/json_reader.h"
#include "engine/storage/parameter_tensors.h"
#include "engine/storage/spec_json.h"

#include <cmath>
#include <limits>

namespace rankscope {
namespace {

constexpr const char* formatName = "rankscope-state-1";
constexpr std::size_t columns = 8, sums = 4, mostEpochs = 1'000'000, mostMoments = 4;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> flattened(const std::vector<EpochRecord>& history) {
    std::vector<double> rows;
    rows.reserve(history.size() * columns);
    for (const auto& record : history)
        rows.insert(rows.end(),
                    {double(record.epoch), record.trainLoss, record.trainAccuracy,
                     record.validationLoss.value_or(missing), record.validationAccuracy.value_or(missing),
                     record.learningRate, record.clipsPerSecond, record.seconds});
    return rows;
}

std::vector<EpochRecord> unflattened(const std::vector<double>& rows) {
    const auto present = [](double value) { return std::isnan(value) ? std::nullopt : std::optional(value); };
    std::vector<EpochRecord> history;
    history.reserve(rows.size() / columns);
    for (std::size_t i = 0; i < rows.size(); i += columns) {
        const double* row = &rows[i];
        history.push_back({static_cast<int>(i / columns) + 1, row[1], row[2], present(row[3]),
                           present(row[4]), row[5], row[6], row[7]});
    }
    return history;
}

} // namespace

void writeState(const std::filesystem::path& path, const TrainerState& state, const ParameterLayout& layout) {
    std::vector<TensorSource> tensors;
    addParameters(tensors, weightPrefix(), layout, state.weights);
    for (std::size_t i = 0; i < state.moments.size(); ++i)
        addParameters(tensors, momentPrefix(i), layout, state.moments[i]);
    const std::vector<double> rows = flattened(state.history);
    const double values[sums] = {state.lossSum, state.correct, state.secondsSpent, state.learningRate};
    tensors.push_back(
        {"history", {static_cast<Index>(state.history.size()), Index{columns}}, std::span(rows)});
    tensors.push_back({"sums", {Index{sums}}, std::span(values)});

    const nlohmann::json scalars = {{"step", state.step},           {"epoch", state.epoch},
                                    {"batch", state.batch},         {"clipsSeen", state.clipsSeen},
                                    {"bestEpoch", state.bestEpoch}, {"finished", state.finished},
                                    {"stopped", state.stopped}};
    writeTensors(path, std::move(tensors), {{"format", formatName}, {"state", scalars.dump()}});
}

TrainerState readProgress(const TensorReader& reader) {
    const std::string origin = reader.path().string();
    const auto refuse = [&](const char* why) { throw Error("\"" + origin + "\" is damaged: " + why + "."); };
    const auto& metadata = reader.metadata();
    if (!metadata.contains("format") || metadata.at("format") != formatName || !metadata.contains("state"))
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
    state.step = step;
    state.clipsSeen = clipsSeen;

    double values[sums];
    reader.read("sums", std::span<double>(values));
    state.lossSum = values[0];
    state.correct = values[1];
    state.secondsSpent = values[2];
    state.learningRate = values[3];

    const auto& history = reader.entry("history");
    if (history.shape.size() != 2 || history.shape[1] != Index{columns} ||
        history.shape[0] > Index{mostEpochs})
        refuse("its history has another form");
    std::vector<double> rows(history.count);
    reader.read("history", std::span<double>(rows));
    for (std::size_t i = 0; i < rows.size(); i += columns)
        if (rows[i] != double(i / columns + 1)) refuse("its history has missing epochs");
    state.history = unflattened(rows);

    if (state.step < 0 || state.batch < 0 || state.clipsSeen < 0 || state.bestEpoch < 0 ||
        state.bestEpoch > state.epoch || state.epoch < 0 ||
        static_cast<std::size_t>(state.epoch) != state.history.size())
        refuse("its counters contradict each other");
    return state;
}

TrainerState readState(const TensorReader& reader, const ParameterLayout& layout) {
    TrainerState state = readProgress(reader);
    // Whole sets of parameters and nothing else: history and sums, weights, moments.
    const std::size_t found = reader.tensors().size() - 2, perSet = layout.tensors.size();
    const std::size_t sets = perSet == 0 ? 0 : found / perSet;
    if (sets < 1 || sets > 1 + mostMoments || sets * perSet != found)
        throw Error("\"" + reader.path().string() + "\" holds other tensors than its model has.",
                    "The run was made with another model, or the file is damaged.");
    state.weights = readParameters(reader, weightPrefix(), layout);
    for (std::size_t i = 0; i + 1 < sets; ++i)
        state.moments.push_back(readParameters(reader, momentPrefix(i), layout));
    return state;
}

std::string weightPrefix() {
    return "w.";
}
std::string momentPrefix(std::size_t moment) {
    return "m" + std::to_string(moment) + ".";
}

} // namespace rankscope
