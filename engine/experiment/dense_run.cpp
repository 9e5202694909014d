// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/dense_run.h"

#include "engine/format/factorisation.h"
#include "engine/format/format.h"
#include "engine/model/start.h"
#include "engine/training/optimizer.h"

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr Index comparedFrames = 4096;

RunHeader denseHeader(const std::filesystem::path& run) {
    RunHeader header = readHeader(run);
    if (header.spec.model.map.format != "dense")
        throw Error("The map of the run \"" + run.string() + "\" is of the format \"" +
                        header.spec.model.map.format + "\", not dense.",
                    "Compress a run that was trained with a dense map.");
    return header;
}

/// By how much the first output mode of a map is multiplied.
Index gatesPerMap(const CellSpec& cell) {
    return gateCount(cell.kind) / mapCount(cell);
}

void requireProduct(const Shape& modes, Index wanted, const char* what) {
    if (product(modes) == wanted) return;
    const auto fitting = balancedFactorisations(wanted, static_cast<int>(modes.size()), 1);
    throw Error(std::string(what) + " modes " + toString(modes, ",") + " hold " + grouped(product(modes)) +
                    ", but the run has " + grouped(wanted) + ".",
                fitting.empty() ? "" : "Modes " + toString(fitting.front(), ",") + " would fit.");
}

void raise(Shape& ranks, const Shape& others) {
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = std::max(ranks[i], others[i]);
}

} // namespace

DenseRun::DenseRun(const std::filesystem::path& run, const std::filesystem::path& data,
                   const Resources& resources, const Observer& observer, std::stop_token stop)
    : m_header(denseHeader(run)),
      m_weights(readBest(run).weights),
      m_data(openRunData(data.empty() ? m_header.dataRoot : data, m_header.spec.data, resources, observer,
                         stop)),
      m_split(storedSplit(m_header, m_data)),
      m_observer(observer),
      m_stop(stop),
      m_pool(resources.threads),
      m_quality(scored(m_header.spec.model, m_weights)),
      m_outputs(outputs(m_header.spec.model, m_weights)) {}

Index DenseRun::denseParameters() const {
    return mapCount(m_header.spec.model.cell) * networkOf(m_header.spec.model).parameters();
}

MapSpec DenseRun::withModes(MapSpec map) const {
    const ModelSpec& model = m_header.spec.model;
    if (map.inModes.empty()) map.inModes = model.map.inModes;
    if (map.outModes.empty()) map.outModes = model.map.outModes;
    requireProduct(map.inModes, model.inputSize(), "Input");
    requireProduct(map.outModes, model.hiddenSize(), "Output");
    return map;
}

const ModeTensor<float>& DenseRun::tensor(Index map, const MapSpec& gated) {
    Shape modes = gated.inModes;
    modes.insert(modes.end(), gated.outModes.begin(), gated.outModes.end());
    if (modes != m_tensorModes) {
        m_tensors.clear();
        const Index count = product(modes);
        for (Index i = 0; i < mapCount(m_header.spec.model.cell); ++i)
            m_tensors.push_back(
                modeTensor(m_weights.data() + i * count, gated.inModes, gated.outModes, m_pool));
        m_tensorModes = modes;
    }
    return m_tensors[static_cast<std::size_t>(map)];
}

CompressedModel DenseRun::compress(CompressionTarget target) {
    const CellSpec& cell = m_header.spec.model.cell;
    const Index gates = gatesPerMap(cell), maps = mapCount(cell);
    target.map = withModes(target.map);
    target.map.outModes[0] *= gates;
    checkCompressible(target);
    std::vector<Compression> parts;
    const auto fit = [&] {
        parts.clear();
        for (Index map = 0; map < maps; ++map) {
            if (m_stop.stop_requested()) throw Cancelled();
            parts.push_back(compressMatrix(tensor(map, target.map), target, m_pool));
        }
    };
    fit();
    if (target.tolerance && maps > 1) { // the maps of all gates have the same ranks
        target.map = parts[0].value.spec;
        for (const Compression& part : parts) {
            raise(target.map.ranks, part.value.spec.ranks);
            raise(target.map.tuckerRanks, part.value.spec.tuckerRanks);
        }
        target.tolerance.reset();
        fit();
    }

    CompressedModel result;
    result.model = m_header.spec.model;
    result.model.map = parts[0].value.spec;
    result.model.map.outModes[0] /= gates;
    if (compressesRecurrent(result.model)) // its modes may be those of the map as it was
        result.model.recurrent = completedRecurrent(m_header.spec.model);
    // nothing will be drawn; of the start only the scale of the pixels counts, which both codes share
    if (result.model.start == Start::BtCode) result.model.start = Start::TtCode;
    validate(result.model);
    result.errors = parts[0].errors;
    double lost = 0, total = 0;
    for (Index map = 0; map < maps; ++map) {
        const Compression& part = parts[static_cast<std::size_t>(map)];
        const double square = squaredNorm(tensor(map, target.map).unfolded(0), m_pool);
        lost += part.error * part.error * square;
        total += square;
        result.weights.insert(result.weights.end(), part.value.weights.begin(), part.value.weights.end());
    }
    result.weightError = total > 0 ? std::sqrt(lost / total) : 0;
    result.parameters = static_cast<Index>(result.weights.size());

    // all that is not the map keeps its values
    const ParameterLayout from = layoutOf(m_header.spec.model), to = layoutOf(result.model);
    result.weights.resize(static_cast<std::size_t>(to.size));
    for (const ParameterInfo& tensor : to.tensors)
        if (tensor.offset >= result.parameters) {
            const auto same = std::ranges::find(from.tensors, tensor.name, &ParameterInfo::name);
            std::copy_n(m_weights.begin() + same->offset, tensor.size(),
                        result.weights.begin() + tensor.offset);
        }
    return result;
}

MapQuality DenseRun::measure(const CompressedModel& compressed) {
    MapQuality quality = scored(compressed.model, compressed.weights);
    const std::vector<float> mine = outputs(compressed.model, compressed.weights);
    double lost = 0, total = 0;
    for (std::size_t i = 0; i < mine.size(); ++i) {
        const double theirs = m_outputs[i], difference = theirs - mine[i];
        lost += difference * difference;
        total += theirs * theirs;
    }
    quality.outputError = lost > 0 ? std::sqrt(lost / total) : 0;
    return quality;
}

MapQuality DenseRun::scored(const ModelSpec& spec, const std::vector<float>& weights) {
    const int batch = m_header.spec.training.batch;
    SequenceModel<float> model(spec, framesAtOnce(m_header.spec.data, batch));
    model.weights().assign(weights.begin(), weights.end());
    const Score score = scoreClips(model, clipSet(), clips(), batch, m_pool, m_stop,
                                   progressOf(m_observer, Phase::Validating))
                            .score;
    const double count = static_cast<double>(clips().size());
    return {0, score.correct / count, score.loss / count};
}

std::vector<float> DenseRun::outputs(const ModelSpec& spec, const std::vector<float>& weights) {
    const DataSpec& data = m_header.spec.data;
    LoaderPlan plan;
    const std::size_t all = clips().size(),
                      count = std::min(
                          all, static_cast<std::size_t>(std::max<Index>(1, comparedFrames / data.longest())));
    for (std::size_t i = 0; i < count; ++i) plan.clips.push_back(clips()[i * all / count]);
    plan.batch = m_header.spec.training.batch;
    plan.inputScale = inputScale(spec.start);
    BatchLoader loader(m_data.frames, data, m_header.statistics, plan, m_pool.threads());

    const TensorNetwork network = networkOf(spec);
    MapProduct<float> map(network, framesAtOnce(data, plan.batch));
    std::vector<float> outputs;
    for (Batch batch; loader.next(batch);)
        for (Index i = 0; i < mapCount(spec.cell); ++i) {
            const std::size_t begin = outputs.size();
            outputs.resize(begin + static_cast<std::size_t>(batch.frames.count * network.outputSize()));
            map.forward(batch.frames, weights.data() + i * network.parameters(), outputs.data() + begin,
                        network.outputSize(), m_pool, false);
        }
    return outputs;
}

void DenseRun::write(const CompressedModel& compressed, const std::filesystem::path& folder,
                     std::optional<int> epochs, std::optional<double> learningRate) const {
    RunHeader header = m_header;
    header.spec.model = compressed.model;
    header.spec.training.learningRate = learningRate;
    if (epochs) header.spec.training.epochs = *epochs;
    validate(header.spec);
    TrainerState state;
    state.model = header.spec.model;
    state.weights = compressed.weights;
    state.optimizer = Optimizer(header.spec.training, layoutOf(state.model)).state();
    state.learningRate = header.spec.training.learningRate.value_or(defaultLearningRate(state.model));
    RunWriter::create(folder, header).commit(state);
}

} // namespace rankscope
