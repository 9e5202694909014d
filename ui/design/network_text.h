// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/network/tensor_network.h"
#include "ui/design/study/bond_gauge.h"

#include <QString>

/// A network in words: what the diagram's labels and tooltips say.
namespace rankscope {

/// The size of an edge as a symbol: "I2", "G·J1" where gates are concatenated, "r2", "N".
QString edgeSymbol(const Edge& edge, Index gates);

/// "I2 = 20", "J1 = 4·4 = 16" where four gates are concatenated, "r2 = 4", "N = 2".
QString edgeText(const TensorNetwork& network, int edge, Index gates);

/// "r1·I2·J2·r2": what the parameters of a core are the product of.
QString coreFormula(const TensorNetwork& network, int core, Index gates);

/// "G2 has the shape 4 × 20 × 4 × 4: r1·I2·J2·r2 = 4·20·4·4 = 1 280 parameters".
QString coreText(const TensorNetwork& network, int core, Index gates);

/// "One less: 8.3 % of the output, saves 160 parameters. One more: promises 0.012 per parameter, adds 160."
QString gaugeText(const BondGauge& gauge);

} // namespace rankscope
