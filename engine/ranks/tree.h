// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ranks/tensor.h"

/// A map as a sum of tensor networks over the same open legs: one per block of a block-term or CP map, else
/// one. Where such a term is a tree, cutting a bond leaves two sides, and all that rank changes need follows
/// from the QR factors of the sides (Oseledets 2011 for trains, Grasedyck 2010 for hierarchical Tucker).
namespace rankscope {

using Term = std::vector<Tensor>; ///< its cores, in the order of the network

/// The hyper-bond that counts the terms; -1: there is one term alone.
int termEdge(const TensorNetwork& network);
Index termCount(const TensorNetwork& network);
std::vector<Term> termsOf(const TensorNetwork& network, const std::vector<Tensor>& cores);

/// Bonds within a term, ascending.
std::vector<int> bondsOf(const TensorNetwork& network);
/// The two cores that a bond joins, in the order of the network.
std::pair<int, int> endsOf(const TensorNetwork& network, int bond);
/// Whether every term is connected and free of loops (dense, TT, Tucker, BT, HT; not CP, whose cores share
/// the hyper-bond alone, nor a ring).
bool isTree(const TensorNetwork& network);

/// R [k, size of the bond] of the QR decomposition of all that hangs on `core` seen through `bond`; `term`
/// is a tree.
Matrix sideFactor(const Term& term, int core, int bond);

/// The singular value decomposition of a tree at a bond with ends a, b: of R_a R_b^T. Values descend; they
/// are those of the unfolding of W there.
struct CutTree {
    Matrix first, second; ///< R_a, R_b
    Svd svd;
};
CutTree cutAt(const Term& term, std::pair<int, int> ends, int bond);

/// The same tree with all cores but `root` orthonormal, so that the root carries the norm.
Term orthogonalised(Term term, int root);

} // namespace rankscope
