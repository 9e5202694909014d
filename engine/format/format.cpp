// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/format/format.h"

#include "engine/base/error.h"
#include "engine/format/block_term.h"
#include "engine/format/canonical_polyadic.h"
#include "engine/format/dense.h"
#include "engine/format/hierarchical_tucker.h"
#include "engine/format/tensor_ring.h"
#include "engine/format/tensor_train.h"
#include "engine/format/tucker.h"

#include <array>

namespace rankscope {

namespace {
constexpr std::size_t maxModes = 8;
constexpr Index maxRank = 1 << 16;

void checkModes(const MapSpec& spec, Index gates) {
    if (spec.inModes.empty() || spec.inModes.size() > maxModes)
        throw Error("Input modes: " + std::to_string(spec.inModes.size()) + " modes given.",
                    "Give 1 to 8 sizes such as 8,20,20,18.");
    if (spec.outModes.size() != spec.inModes.size())
        throw Error("Output modes " + toString(spec.outModes) + ": " + std::to_string(spec.outModes.size()) +
                        " modes, but the input has " + std::to_string(spec.inModes.size()) + ".",
                    "Give as many output modes as input modes; 1 is allowed.");
    for (const Shape* modes : {&spec.inModes, &spec.outModes})
        for (const Index size : *modes)
            if (size < 1)
                throw Error("A mode size of " + std::to_string(size) + " is not possible.",
                            "Sizes start at 1.");
    Shape all = spec.inModes;
    all.insert(all.end(), spec.outModes.begin(), spec.outModes.end());
    all.push_back(gates);
    product(all); // throws where the dense matrix is too large to be counted
}

/// One number for all, or as many as the format takes.
void complete(Shape& ranks, Index count, const char* what) {
    if (count == 0) return;
    if (ranks.size() == 1) ranks.assign(static_cast<std::size_t>(count), ranks.front());
    if (static_cast<Index>(ranks.size()) != count)
        throw Error(std::string(what) + " " + toString(ranks, ",") + ": " + std::to_string(ranks.size()) +
                        " given.",
                    "Give one number for all, or " + std::to_string(count) + " of them.");
}
} // namespace

std::span<const Format* const> formats() {
    static const Dense dense;
    static const TensorTrain tensorTrain;
    static const BlockTerm blockTerm;
    static const Tucker tucker;
    static const CanonicalPolyadic canonicalPolyadic;
    static const TensorRing tensorRing;
    static const HierarchicalTucker hierarchicalTucker;
    static const std::array<const Format*, 7> all{
        &tensorTrain, &blockTerm, &dense, &tucker, &canonicalPolyadic, &tensorRing, &hierarchicalTucker};
    return all;
}

const Format& formatNamed(std::string_view id) {
    std::string choices;
    for (const Format* format : formats()) {
        if (format->id() == id) return *format;
        choices += (choices.empty() ? "" : ", ") + format->id();
    }
    throw Error("Format \"" + std::string(id) + "\" is not known.", "Choose one of " + choices + ".");
}

MapSpec spelledOut(MapSpec spec) {
    const RankFields fields = formatNamed(spec.format).rankFields(static_cast<Index>(spec.inModes.size()));
    complete(spec.ranks, fields.ranks, "Ranks");
    complete(spec.tuckerRanks, fields.tucker, "Tucker ranks");
    return spec;
}

MapSpec completed(const MapSpec& given, Index gates) {
    checkModes(given, gates);
    MapSpec spec = given;
    const Format& format = formatNamed(spec.format);
    const Index d = static_cast<Index>(spec.inModes.size());
    if (d < format.fewestModes())
        throw Error(format.title() + ": " + std::to_string(d) + " mode given, which is the dense matrix.",
                    "Give at least " + std::to_string(format.fewestModes()) +
                        " modes, or use the dense format.");
    spec = spelledOut(std::move(spec));
    const RankFields fields = format.rankFields(d);
    Shape outModes = spec.outModes;
    outModes[0] *= gates;
    const auto checkRanks = [&](Shape& ranks, Index count, bool tucker, const char* what, Index first) {
        for (Index i = 0; i < count; ++i) {
            const Index limit = std::min(maxRank, format.rankLimit(spec.inModes, outModes, tucker, i));
            if (ranks[i] < 1 || ranks[i] > limit)
                throw Error(std::string(what) + " " + std::to_string(i + first) + " is " +
                                std::to_string(ranks[i]) + ", but its unfolding allows 1 to " +
                                std::to_string(limit) + ".",
                            "The nearest valid rank is " + std::to_string(ranks[i] < 1 ? 1 : limit) + ".");
        }
    };
    checkRanks(spec.ranks, fields.ranks, false, "Rank", fields.firstRank);
    checkRanks(spec.tuckerRanks, fields.tucker, true, "Tucker rank", 1);
    if (fields.blocks && (spec.blocks < 1 || spec.blocks > maxRank))
        throw Error("CP rank " + std::to_string(spec.blocks) + " is not possible.",
                    "Use 1 to " + std::to_string(maxRank) + " blocks.");
    MapSpec gated = spec;
    gated.outModes = outModes;
    format.network(gated).parameters(); // throws where a core is too large to be counted
    return spec;
}

} // namespace rankscope
