// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Numbers as every pane writes them, in the language of the window.
namespace rankscope {

/// A share of 1 as percent with one decimal: 0.981 -> "98.1 %".
QString percentText(double share);
/// A learning rate with three significant digits: "0.0003", "1e-06".
QString rateText(double rate);

} // namespace rankscope
