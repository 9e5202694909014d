// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/format/map_spec.h"
#include "engine/network/contraction_plan.h"

#include <span>
#include <string>
#include <vector>

namespace rankscope {

/// How many ranks of each kind a format takes for d modes; the panel, the command line and files follow it.
struct RankFields {
    Index ranks = 0;     ///< bond ranks (`MapSpec::ranks`)
    Index tucker = 0;    ///< Tucker ranks (`MapSpec::tuckerRanks`)
    bool blocks = false; ///< CP rank (`MapSpec::blocks`)
    int firstRank = 1;   ///< number of the first bond rank in its name: r_1, of a tensor ring r_0
};

/// A contraction order that the literature uses, for comparison with the optimum.
struct NamedOrder {
    std::string name; ///< "tt-first-first", "bt-authors"
    ContractionPlan plan;
};

/// A family of compressed maps: a function from (modes, ranks) to a tensor network. Stateless; one small file
/// each.
class Format {
public:
    virtual ~Format() = default;
    virtual std::string id() const = 0;    ///< "tt"
    virtual std::string title() const = 0; ///< "Tensor train"
    virtual RankFields rankFields(Index d) const = 0;

    /// The largest useful value of rank number i (0-based) of MapSpec::ranks or, with `tucker`, of
    /// MapSpec::tuckerRanks: what the unfolding allows. The first output mode is already multiplied by the
    /// gates.
    virtual Index rankLimit(const Shape& inModes, const Shape& outModes, bool tucker, Index i) const = 0;

    /// With fewer modes the format is only another name of the dense matrix and is refused.
    virtual Index fewestModes() const { return 1; }

    /// The network for a valid, completed spec; the spec's first output mode is already multiplied by the
    /// gates where they are concatenated.
    virtual TensorNetwork network(const MapSpec& spec) const = 0;

    /// Orders known from the papers and their code, for a network made by `network`.
    virtual std::vector<NamedOrder> namedOrders(const TensorNetwork&, Index /*frames*/) const { return {}; }
};

/// All formats, in the order in which they are offered.
std::span<const Format* const> formats();

/// Throws Error naming the choices.
const Format& formatNamed(std::string_view id);

/// Spells single numbers out (ranks 4 -> 4,4,4). Throws Error where their number is not what the format
/// takes.
MapSpec spelledOut(MapSpec spec);

/// Spells single numbers out and checks every field against the format. `gates`: by how
/// much the first output mode is multiplied. Throws Error naming field, value and nearest valid choice.
MapSpec completed(const MapSpec& spec, Index gates);

} // namespace rankscope
