// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/model_spec.h"
#include "engine/network/tensor_network.h"

#include <QElapsedTimer>
#include <QString>

/// Ranks of a model as the editors and the diagram change them, one by one, whatever the format.
namespace rankscope {

/// One rank of a MapSpec.
struct RankRef {
    RankKind kind = RankKind::None;
    int index = 0;
    bool operator==(const RankRef&) const = default;
};

/// How many ranks of a kind the model's format takes.
Index rankCount(const ModelSpec& model, RankKind kind);

/// The list of ranks of a kind, as long as the format asks for: a single number is spelled out, a list of
/// another length is cut or goes on with its last value, an empty one starts at 4 or what the unfolding
/// allows.
Shape ranksOf(const ModelSpec& model, RankKind kind);
void setRanks(ModelSpec& model, RankKind kind, const Shape& ranks);

/// The largest useful value.
Index rankLimit(const ModelSpec& model, RankRef rank);

/// "r2", "R2", "N", numbered as the model's format does.
QString rankName(const ModelSpec& model, RankRef rank);

/// "N = 2, R = 4,4,4,4": what the format takes of the ranks of a map; empty: nothing.
QString rankLists(const MapSpec& map);

/// Why these ranks cannot be used ("r2 = 500 ..."); empty where they can. `cut` gets the nearest ranks that
/// can.
QString rankProblem(const ModelSpec& model, RankKind kind, const Shape& ranks, Shape* cut = nullptr);

/// The same model with another format, its ranks spelled out.
ModelSpec withFormat(ModelSpec model, const std::string& format);

/// The maps of a model: W, from the input to the hidden state, and U, from the hidden state to itself.
enum class MapPart { Input, Recurrent };

/// The model with that map in the place of W, so that what shows and edits ranks of W does it for U as well.
ModelSpec viewOf(const ModelSpec& model, MapPart part);
/// The ranks of such a view in their place again.
void putBack(ModelSpec& model, const ModelSpec& view, MapPart part);
/// The same model with another format of U, its ranks spelled out and no larger than they can be.
ModelSpec withRecurrentFormat(ModelSpec model, const std::string& format);
/// After a change of the modes: as many ranks as they ask for.
ModelSpec withRankCounts(ModelSpec model);

/// By how much the first output mode is multiplied.
Index concatenatedGates(const ModelSpec& model);

/// Ids for Workspace::edit: edits of one thing in quick succession get the same id and so become one undo
/// step.
class EditRun {
public:
    int id(int thing);

private:
    QElapsedTimer m_since;
    int m_thing = -1;
    int m_id = 0x100000; // apart from the ids of other panes
};

} // namespace rankscope
