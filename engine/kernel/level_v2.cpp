// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#define RANKSCOPE_LEVEL v2
#define RANKSCOPE_EIGEN Eigen_v2
#define RANKSCOPE_VECTOR_BYTES 16
#define RANKSCOPE_VECTOR_REGISTERS 16
#include "engine/kernel/level.h"
