// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_writer.h"

#include "engine/model/sequence_model.h"
#include "engine/ranks/model_ranks.h"
#include "engine/storage/file_io.h"
#include "engine/storage/metrics_csv.h"
#include "engine/storage/parameter_tensors.h"
#include "engine/storage/run_files.h"
#include "engine/storage/spec_json.h"
#include "engine/storage/state_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace rankscope {
namespace {

namespace fs = std::filesystem;

Descriptor lockFolder(const fs::path& folder) {
    const auto path = folder / runfile::lock;
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (!file) throwFileError("write", path, errno);
    if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return file;
    if (errno != EWOULDBLOCK) throwFileError("lock", path, errno);
    throw Error("Another program is writing the run \"" + folder.string() + "\" at this moment.",
                "Wait until it ends, stop it, or choose another folder.");
}

/// Files of a start that was killed before it wrote run.json do not count.
bool holdsOthersFiles(const fs::path& folder) {
    return std::ranges::any_of(fs::directory_iterator(folder), [](const fs::directory_entry& entry) {
        const auto name = entry.path().filename();
        return name != runfile::lock && name != runfile::clips && name != runfile::metrics &&
               !AtomicFile::isTemporary(name);
    });
}

void removeTemporaries(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (AtomicFile::isTemporary(entry.path())) found.push_back(entry.path());
    std::error_code ignored; // they only take space
    for (const auto& path : found) fs::remove(path, ignored);
}

/// Whether the weights of a state are those of its best epoch: not where ranks have changed since.
bool holdsBest(const TrainerState& state) {
    const bool changed = !state.rankChanges.empty() && state.rankChanges.back().epoch >= state.epoch;
    return state.epoch > 0 && state.bestEpoch == state.epoch && state.batch == 0 && !changed;
}

/// Whether a derived file was made from exactly this state.
bool isDerived(const fs::path& path, const std::map<std::string, std::string>& metadata) {
    if (!fileExists(path)) return false;
    try {
        return TensorReader(path).metadata() == metadata;
    } catch (const Error&) {
        return false; // damaged: derived again
    }
}

} // namespace

struct RunWriter::Impl {
    fs::path folder;
    Descriptor lock;
    RunHeader header;     ///< without the clips
    std::size_t rows = 0; ///< in metrics.csv
    int bestEpoch = 0;    ///< of the last commit

    /// No time, path or thread count: equal runs give equal bytes.
    std::map<std::string, std::string> metadataFor(const TrainerState& state) const {
        ExperimentSpec spec = header.spec;
        spec.model = state.model;
        spec.data.list.clear();
        const auto text = [](const nlohmann::json& json) {
            return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        };
        return {{"format", "rankscope-weights"},
                {"layout", "1"},
                {"spec", text(toJson(spec))},
                {"classes", text(header.classes)},
                {"statistics",
                 text({{"mean", header.statistics.mean}, {"deviation", header.statistics.deviation}})},
                {"epoch", std::to_string(state.epoch)},
                {"step", std::to_string(state.optimizer.step)}};
    }

    void writeWeights(const char* name, const TrainerState& state) const {
        std::vector<TensorSource> tensors;
        addParameters(tensors, "", layoutOf(state.model), state.weights);
        writeTensors(folder / name, std::move(tensors), metadataFor(state));
    }

    /// After the commit point, and again when a run is opened.
    void derive(const TrainerState& state, bool always) {
        bestEpoch = state.bestEpoch;
        const auto metadata = metadataFor(state);
        for (const char* name : {runfile::last, runfile::best}) {
            if (name == runfile::best && !holdsBest(state)) continue;
            if (always || !isDerived(folder / name, metadata)) writeWeights(name, state);
        }
    }

    void addMetrics(const TrainerState& state) {
        const auto path = folder / runfile::metrics;
        if (!fileExists(path)) return repairMetrics(state);
        std::string text;
        for (std::size_t i = rows; i < state.history.size(); ++i) text += metricsRow(state.history[i]);
        if (!text.empty()) appendText(path, text);
        rows = state.history.size();
    }

    /// Torn rows and rows after the commit point go.
    void repairMetrics(const TrainerState& state) {
        const auto path = folder / runfile::metrics;
        const std::string right = metricsText(state.history);
        std::error_code failure;
        const auto size = fs::file_size(path, failure);
        if (failure || size != right.size() || readText(path, right.size()) != right) writeText(path, right);
        rows = state.history.size();
    }
};

RunWriter::RunWriter(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
RunWriter::~RunWriter() = default;
RunWriter::RunWriter(RunWriter&&) noexcept = default;
RunWriter& RunWriter::operator=(RunWriter&&) noexcept = default;

RunWriter RunWriter::create(const fs::path& folder, const RunHeader& header) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) throwFileError("make the folder", folder, failure.value());
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    const auto refuse = [&] {
        throw Error("The folder \"" + folder.string() + "\" exists and is not empty.",
                    "Choose another folder, or resume the run if it is one.");
    };
    try {
        if (holdsOthersFiles(folder)) refuse(); // before a lock file is put into somebody's folder
        impl->lock = lockFolder(folder);
        if (holdsOthersFiles(folder)) refuse(); // another program may have been quicker
        removeTemporaries(folder);
    } catch (const fs::filesystem_error& problem) {
        throwFileError("read", folder, problem.code().value());
    }
    writeClips(folder, header);
    writeText(folder / runfile::metrics, metricsHeader());
    writeDescription(folder, header);
    impl->header = header;
    impl->header.trainClips = impl->header.validationClips = impl->header.testClips = {};
    return RunWriter(std::move(impl));
}

RunWriter RunWriter::reopen(const fs::path& folder, const ExperimentSpec& spec) {
    auto impl = std::make_unique<Impl>();
    impl->folder = folder;
    impl->header = readDescription(folder).header;
    impl->lock = lockFolder(folder);
    try {
        removeTemporaries(folder);
    } catch (const fs::filesystem_error& problem) {
        throwFileError("read", folder, problem.code().value());
    }
    const auto state = readState(folder);
    if (state) impl->derive(*state, false);
    impl->repairMetrics(state.value_or(TrainerState{}));
    impl->header.spec = spec;
    if (state && state->model != completedModel(spec.model)) impl->header.spec.model = state->model;
    writeDescription(folder, impl->header);
    return RunWriter(std::move(impl));
}

void RunWriter::commit(const TrainerState& state) {
    writeState(m_impl->folder / runfile::state, state);
    if (state.model != completedModel(m_impl->header.spec.model)) {
        m_impl->header.spec.model = state.model;
        writeDescription(m_impl->folder, m_impl->header);
    }
    m_impl->addMetrics(state);
    m_impl->derive(state, true);
}

void RunWriter::setTestResult(const TestResult& result) {
    writeTestResult(m_impl->folder, m_impl->bestEpoch, result);
}

std::optional<TrainerState> readState(const fs::path& folder) {
    const auto path = folder / runfile::state;
    if (!fileExists(path)) return {};
    TrainerState state = readState(TensorReader(path));
    checkSameButRanks(readDescription(folder).header.spec.model, state.model, path.string());
    return state;
}

namespace {

/// The model that a file of weights names, which is the run's but for the ranks.
ModelSpec modelOf(const TensorReader& reader, const ModelSpec& ofRun) {
    const std::string origin = reader.path().string();
    const auto spec = reader.metadata().find("spec");
    if (spec == reader.metadata().end())
        throw Error("\"" + origin + "\" does not say which model its weights belong to.");
    ExperimentSpec read;
    fromJson(parseJson(spec->second, origin), read, origin);
    validate(read.model);
    checkSameButRanks(ofRun, read.model, origin);
    return read.model;
}

} // namespace

SavedModel readBest(const fs::path& folder) {
    const ModelSpec ofRun = readDescription(folder).header.spec.model;
    const auto statePath = folder / runfile::state, bestPath = folder / runfile::best;
    const bool hasBest = fileExists(bestPath);
    if (fileExists(statePath)) {
        const TensorReader state(statePath);
        const TrainerState progress = readProgress(state);
        // Between a commit and what follows it (a kill, a run being written) the best weights are those of an
        // earlier epoch.
        const auto isOlder = [&] {
            const auto metadata = TensorReader(bestPath).metadata();
            const auto epoch = metadata.find("epoch");
            return epoch == metadata.end() || epoch->second != std::to_string(progress.bestEpoch);
        };
        if (!hasBest || (holdsBest(progress) && isOlder())) {
            checkSameButRanks(ofRun, progress.model, statePath.string());
            return {progress.model, readParameters(state, weightPrefix(), layoutOf(progress.model))};
        }
    }
    const auto path = hasBest ? bestPath : folder / runfile::last;
    if (!fileExists(path))
        throw Error("The run \"" + folder.string() + "\" has no weights yet.",
                    "Train it for at least one batch.");
    const TensorReader reader(path);
    const ModelSpec model = modelOf(reader, ofRun);
    return {model, readParameters(reader, "", layoutOf(model))};
}

} // namespace rankscope
