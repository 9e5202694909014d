// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_folder.h"

#include "engine/base/error.h"
#include "engine/storage/run_files.h"
#include "engine/storage/state_file.h"

#include <algorithm>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

namespace rankscope {
namespace {

RunState stateOf(const TrainerState& state) {
    if (state.finished) return RunState::Done;
    return state.stopped || state.batch > 0 ? RunState::Stopped : RunState::Unfinished;
}

RunNotes usableNotes(const std::filesystem::path& folder) {
    try {
        return readRunNotes(folder);
    } catch (const Error&) { // a damaged note must not hide the run
        return {};
    }
}

std::filesystem::path homeFolder() {
    if (const char* home = std::getenv("HOME"); home && *home) return home;
    if (const passwd* user = ::getpwuid(::getuid()); user && user->pw_dir) return user->pw_dir;
    throw Error("There is no home folder to keep runs in.", "Set the environment variable HOME.");
}

} // namespace

RunInfo readRun(const std::filesystem::path& folder) {
    RunDescription description = readDescription(folder);
    RunHeader& header = description.header;
    RunInfo info{.folder = folder,
                 .spec = std::move(header.spec),
                 .dataRoot = std::move(header.dataRoot),
                 .dataIdentity = std::move(header.dataIdentity),
                 .classes = std::move(header.classes),
                 .history = {},
                 .rankChanges = {},
                 .state = RunState::Empty,
                 .bestEpoch = 0,
                 .startSaturation = {},
                 .testAccuracy = {},
                 .testMeanPrecision = {},
                 .version = std::move(description.version),
                 .notes = usableNotes(folder),
                 .stepsPerEpoch = 0};
    if (!fileExists(folder / runfile::state)) return info;
    TrainerState state = readProgress(TensorReader(folder / runfile::state));
    info.state = stateOf(state);
    info.history = std::move(state.history);
    info.rankChanges = std::move(state.rankChanges);
    info.bestEpoch = state.bestEpoch;
    info.startSaturation = state.startSaturation;
    if (const auto result = readTestResult(folder, state.bestEpoch)) {
        info.testAccuracy = result->accuracy;
        info.testMeanPrecision = result->meanPrecision;
    }
    return info;
}

int readStepsPerEpoch(const std::filesystem::path& folder) {
    const RunHeader header = readHeader(folder);
    const auto batch = static_cast<std::size_t>(header.spec.training.batch);
    return static_cast<int>((header.trainClips.size() + batch - 1) / batch);
}

std::vector<std::filesystem::path> listRuns(const std::filesystem::path& root) {
    namespace fs = std::filesystem;
    std::vector<fs::path> runs;
    std::error_code failure; // a folder that vanishes or is not ours to read holds no runs
    for (fs::directory_iterator it(root, failure), end; !failure && it != end; it.increment(failure)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && fs::is_regular_file(it->path() / runfile::description, ignored))
            runs.push_back(it->path());
    }
    std::ranges::sort(runs);
    return runs;
}

std::filesystem::path defaultRunsFolder() {
    const char* data = std::getenv("XDG_DATA_HOME");
    const std::filesystem::path base =
        data && *data == '/' ? std::filesystem::path(data) : homeFolder() / ".local" / "share";
    return base / "rankscope" / "runs";
}

std::filesystem::path newRunFolder(const std::filesystem::path& root, const ModelSpec& model) {
    const std::string name = model.map.format + "-" + idOf(model.cell.kind);
    std::filesystem::path folder = root / name;
    const auto taken = [](const std::filesystem::path& path) {
        std::error_code failure;
        const auto status = std::filesystem::symlink_status(path, failure);
        if (status.type() == std::filesystem::file_type::none)
            throw Error("The runs folder " + path.parent_path().string() +
                            " cannot be used: " + failure.message() + ".",
                        "Choose another one, or change its permissions.");
        return std::filesystem::exists(status);
    };
    for (int i = 2; taken(folder); ++i) folder = root / (name + "-" + std::to_string(i));
    return folder;
}

} // namespace rankscope
