// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/part_pass.h"

#include "engine/network/laid_weights.h"

#include <algorithm>
#include <limits>

namespace rankscope {

namespace {

// Measured, in multiply-accumulates in lines.
constexpr double matrixCost = 1.5;    // of one in small matrices
constexpr double moveCost = 16;       // of a value moved from lines to matrices
constexpr double frameCost = 640'000; // of a frame, however small

/// Places of all values of a tensor with `edges` among those of one that lies as `whole`.
template <class Place>
std::vector<Place> placesIn(const Layout& whole, const Layout& edges, const std::vector<Index>& sizes) {
    std::vector<Index> strides(sizes.size(), 0);
    Index stride = 1;
    for (std::size_t i = whole.size(); i-- > 0; stride *= sizes[whole[i]]) strides[whole[i]] = stride;
    std::vector<Place> places{0};
    for (const int edge : edges) {
        std::vector<Place> next;
        for (const Place place : places)
            for (Index value = 0; value < sizes[edge]; ++value)
                next.push_back(static_cast<Place>(place + value * strides[edge]));
        places = std::move(next);
    }
    return places;
}

} // namespace

template <class Scalar>
PartPass<Scalar>::PartPass(const TensorNetwork& network, const ContractionPlan& plan,
                           const WeightProducts<Scalar>& weightProducts)
    : m_edgeSizes(weightProducts.edgeSizes()), m_inputs(network.legs(EdgeKind::Input)) {
    double afterwards = 0, before = 0; // multiply-accumulates of the products as matrices, as lines
    for (const auto& node : plan.nodes())
        if (node.operand < 0 && node.hasFrames) afterwards += node.macs;
    const double all = afterwards;
    double least = matrixCost * all + moveCost * static_cast<double>(network.inputSize());
    std::size_t bestSteps = 0, steps = 0;
    std::vector<int> bestLanes;
    for (const auto& node : plan.nodes()) {
        if (node.operand >= 0 || !node.hasFrames) continue;
        ++steps;
        before += node.macs;
        afterwards -= node.macs;
        std::vector<int> lanes = m_inputs;
        std::erase_if(lanes, [&](int edge) { return !contains(node.edges, edge); });
        const Index parts = valuesOf(m_edgeSizes, lanes), lines = (parts + lineLength - 1) / lineLength;
        const double cost = before * static_cast<double>(lines * lineLength) / static_cast<double>(parts) +
                            matrixCost * afterwards + moveCost * node.size;
        if (cost < least && parts > 1 && parts < network.inputSize() &&
            node.size < std::numeric_limits<int>::max()) {
            least = cost;
            bestSteps = steps;
            bestLanes = lanes;
        }
    }
    if (bestSteps == 0) {
        m_rest.emplace(network, plan, weightProducts, false, 0.0);
        return;
    }
    cut(network, plan, weightProducts, bestSteps, bestLanes);
    m_mostFrames = std::max(m_mostFrames, static_cast<Index>(lineLength * all / (least + frameCost)));
}

template <class Scalar>
void PartPass<Scalar>::cut(const TensorNetwork& network, const ContractionPlan& plan,
                           const WeightProducts<Scalar>& weightProducts, std::size_t steps,
                           const std::vector<int>& lanes) {
    Layout summed = m_inputs;
    std::erase_if(summed, [&](int edge) { return contains(lanes, edge); });
    // the last product of lines and the one after it
    const ContractionPlan::Node *made = nullptr, *next = nullptr;
    std::size_t step = 0;
    for (const auto& node : plan.nodes())
        if (node.operand < 0 && node.hasFrames && ++step <= steps + 1) (step <= steps ? made : next) = &node;
    Layout left = made->edges;
    std::erase_if(left, [&](int edge) { return contains(lanes, edge); });

    // [shared, summed, others]: the order that small products read fastest
    const Layout& weights =
        weightProducts.layout(plan.nodes()[next->left].hasFrames ? next->right : next->left);
    Layout operand = joined({&lanes, &left});
    std::ranges::stable_sort(operand, {}, [&](int edge) {
        const bool staysOpen = contains(next->edges, edge);
        return !staysOpen ? 1 : contains(weights, edge) ? 0 : 2;
    });
    m_rest.emplace(network, plan, weightProducts, steps, operand);

    const Layout row = m_rest->rowLayout();
    Layout run;
    for (std::size_t i = row.size(); i-- > 0 && contains(left, row[i]);) {
        run.insert(run.begin(), row[i]);
        std::erase(left, row[i]);
    }
    m_runLength = static_cast<int>(valuesOf(m_edgeSizes, run));
    m_runPlaces = placesIn<Index>(row, left, m_edgeSizes);
    m_lanePlaces = placesIn<int>(row, lanes, m_edgeSizes);
    m_lines.emplace(network, plan, LanesOf::Frames, std::numeric_limits<double>::infinity(),
                    typename LinePass<Scalar>::Start{steps, lanes, joined({&left, &run})});
    const auto &order = m_lines->rootOrder(), &places = m_lines->rootPlaces();
    m_lineBegins.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) m_lineBegins[order[i]] = static_cast<int>(places[i]);
    m_plain.resize(m_lines->steps());

    m_parts = valuesOf(m_edgeSizes, lanes);
    m_partSize = valuesOf(m_edgeSizes, summed);
    m_lanesFirst = sameInMemory(m_edgeSizes, m_inputs, joined({&lanes, &summed}));
    if (!m_lanesFirst) findLaneRuns(summed, lanes);
}

template <class Scalar>
void PartPass<Scalar>::findLaneRuns(const Layout& summed, const Layout& lanes) {
    m_valuePlaces = placesIn<Index>(m_inputs, summed, m_edgeSizes);
    const auto places = placesIn<Index>(m_inputs, lanes, m_edgeSizes);
    for (Index part = 0; part < m_parts; ++part) {
        if (part % lineLength == 0) m_laneRuns.emplace_back();
        if (part % lineLength == 0 || places[part] != places[part - 1] + 1)
            m_laneRuns.back().push_back({static_cast<int>(part % lineLength), places[part]});
    }
}

template <class Scalar>
void PartPass<Scalar>::prepare(const WeightProducts<Scalar>& products, const Scalar* weights) {
    m_rest->prepare(products, weights);
    if (!m_lines) return;
    m_weights.plain.clear();
    for (std::size_t t = 0; t < m_lines->steps(); ++t)
        m_weights.plain.push_back(laidWeights(products, m_lines->weightNode(t), weights,
                                              m_lines->plainWeights(t).layout, m_plain[t]));
}

template <class Scalar>
template <class Rows>
void PartPass<Scalar>::forward(const Rows& x, Index first, const WeightProducts<Scalar>& products,
                               const Scalar* weights, Scalar* out, Index stride, ThreadPool& pool) {
    for (Index frame = first; frame < x.count; ++frame) {
        const auto make = [&](Scalar* row) {
            if (m_lines)
                multiplyParts(x, frame, row);
            else
                x.convert(frame, 1, row);
        };
        m_rest->forward(MadeRow<Scalar>{make}, products, weights, out + frame * stride, stride, pool, false);
    }
}

template <class Scalar>
template <class Rows>
void PartPass<Scalar>::multiplyParts(const Rows& x, Index frame, Scalar* rest) {
    if constexpr (std::is_same_v<Rows, FrameBlock>) {
        const FrameBlock::RawFrame raw = x.raw(frame);
        if (raw.values && m_lanesFirst && m_partSize % raw.period == 0)
            return runLines(rest, [&](Index first, int count, Index begin, Index length, Scalar* lines) {
                kernelsFor<Scalar>().bytesToLines({raw.values + first * m_partSize + begin, m_partSize,
                                                   length, count, raw.scale, raw.offset, raw.period,
                                                   static_cast<int>(begin % raw.period), lines});
            });
        if (raw.values && !m_lanesFirst && raw.period == 1) {
            std::uint8_t* bytes = roomForFrame(m_bytes);
            std::copy_n(raw.values, x.size, bytes);
            const std::uint8_t* turned = turnFrame(bytes);
            Scalar scale[lineLength], offset[lineLength];
            std::fill_n(scale, lineLength, Scalar(raw.scale[0]));
            std::fill_n(offset, lineLength, Scalar(raw.offset[0]));
            return runLines(rest, [&](Index first, int, Index begin, Index length, Scalar* lines) {
                kernelsFor<Scalar>().scaleBytes({turned + first * m_partSize + begin * lineLength,
                                                 length * lineLength, scale, offset, lineLength, lines});
            });
        }
    }
    Scalar* values = roomForFrame(m_frame);
    x.convert(frame, 1, values);
    if (m_lanesFirst) {
        const RowBlock<Scalar> parts{values, m_parts, m_partSize, m_partSize};
        return runLines(rest, [&](Index first, int count, Index begin, Index length, Scalar* lines) {
            parts.lines(first, count, begin, length, lines);
        });
    }
    const Scalar* turned = turnFrame(values);
    runLines(rest, [&](Index first, int, Index begin, Index length, Scalar* lines) {
        std::copy_n(turned + first * m_partSize + begin * lineLength, length * lineLength, lines);
    });
}

template <class Scalar>
void PartPass<Scalar>::runLines(Scalar* rest, const Parts& parts) {
    for (Index first = 0; first < m_parts; first += lineLength) {
        const int count = static_cast<int>(std::min<Index>(lineLength, m_parts - first));
        m_lines->forward(
            [&](Index begin, Index length, Scalar* lines) { parts(first, count, begin, length, lines); },
            m_weights, nullptr, m_work);
        const int* begins = m_lineBegins.data();
        for (const Index place : m_runPlaces) {
            kernelsFor<Scalar>().fromLines(
                {m_work.root.data(), begins, m_runLength, count, rest + place, m_lanePlaces.data() + first});
            begins += m_runLength;
        }
    }
}

/// For a frame, one line more, and the lines that `turnFrame` makes of it, with one more too.
template <class Scalar>
template <class Value>
Value* PartPass<Scalar>::roomForFrame(AlignedVector<Value>& buffer) const {
    const auto lines = static_cast<Index>(m_laneRuns.size()) * m_partSize;
    return room(buffer, m_parts * m_partSize + (lines + 2) * lineLength);
}

/// Lays a frame as lines of parts behind it: [chunks of parts, values of a part, lanes]. Lanes without a part
/// hold whatever comes after the last one.
template <class Scalar>
template <class Value>
const Value* PartPass<Scalar>::turnFrame(Value* frame) const {
    // Whole lines are copied from where a run begins: what comes after it is overwritten by the run or the
    // line that follows.
    Value *const begin = frame + m_parts * m_partSize + lineLength, *to = begin;
    for (const auto& runs : m_laneRuns)
        for (const Index value : m_valuePlaces) {
            for (const LaneRun& run : runs)
                detail::copyPiece<lineLength>(frame + value + run.place, to + run.lane);
            to += lineLength;
        }
    return begin;
}

template class PartPass<float>;
template class PartPass<double>;

#define RANKSCOPE_ROWS(Scalar, Rows)                                                                         \
    template void PartPass<Scalar>::forward(const Rows&, Index, const WeightProducts<Scalar>&,               \
                                            const Scalar*, Scalar*, Index, ThreadPool&);
RANKSCOPE_ROWS(float, FrameBlock)
RANKSCOPE_ROWS(double, FrameBlock)
RANKSCOPE_ROWS(float, RowBlock<float>)
RANKSCOPE_ROWS(double, RowBlock<double>)
#undef RANKSCOPE_ROWS

} // namespace rankscope
