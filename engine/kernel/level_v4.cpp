// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#define RANKSCOPE_LEVEL v4
#define RANKSCOPE_EIGEN Eigen_v4
#define RANKSCOPE_VECTOR_BYTES 64
#define RANKSCOPE_VECTOR_REGISTERS 32
#include "engine/kernel/level.h"
