// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rankscope {

/// Throws Error where the processor lacks instructions that this build uses. Programs call it first of all,
/// so that an old machine gets a sentence and not an illegal instruction.
void requireCpu();

} // namespace rankscope
