// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"
#include "engine/kernel/simd_level.h"

#include <cstdint>

/// The inner loops of the engine behind raw pointers, compiled once per SIMD level from one source and picked
/// at start. There are two kinds of products. In the one neighbouring columns of the weights are the lanes:
/// one frame is multiplied at a time, all that is made of it stays in the nearest cache, and no value is
/// moved before it is read; the columns must fill vectors. In the other frames are the lanes: a "line" holds
/// one value of `lineLength` frames side by side, so that every product of a network is a vector of frames
/// times a weight, for any ranks and mode sizes, and a permutation of lines costs nothing.
namespace rankscope {

/// Values of a line: frames of a batch, or neighbouring columns of a matrix. The same at every level, so that
/// all layouts are.
inline constexpr int lineLength = 16;

/// c[m, n] = sum_k a[m, k] b[k, n]: a and c hold lines wherever their tables say (in values), b single
/// weights.
template <class Scalar>
struct LineProduct {
    const Scalar* a = nullptr;
    const int *aRow = nullptr, *aStep = nullptr; ///< line (m, k) begins at a + aRow[m] + aStep[k]
    const Scalar* b = nullptr;                   ///< weight (k, n) at b[k * bRow + n]
    Index bRow = 0;
    Scalar* c = nullptr;
    const int *cRow = nullptr, *cColumn = nullptr; ///< line (m, n) begins at c + cRow[m] + cColumn[n]
    int rows = 0, depth = 0, columns = 0;
    bool add = false; ///< c += instead of c =
};

/// c[m, n] = sum_k a[m, k] b[k, n] with neighbouring columns as the lanes: a and c lie wherever their tables
/// say, the rows of b in whole vectors.
template <class Scalar>
struct RowProduct {
    const Scalar* a = nullptr;
    const int *aRow = nullptr, *aStep = nullptr; ///< value (m, k) at a[aRow[m] + aStep[k]]
    const Scalar* b = nullptr;                   ///< weight (k, n) at b[k * bRow + n]
    Index bRow = 0; ///< what follows the last column, up to a whole vector, is read
    Scalar* c = nullptr;
    const int *cRow = nullptr, *cColumn = nullptr; ///< value (m, n) at c[cRow[m] + cColumn[n]]
    int run = 1;    ///< neighbouring columns, from every multiple of it on, that are neighbours in c
    int rowRun = 1; ///< the same of rows
    int rows = 0, depth = 0, columns = 0;
    bool add = false; ///< c += instead of c =
};

/// b[k, n] += sum_m a[m, k] c[m, n]: the gradient of the weights of a RowProduct. Columns are whole vectors.
template <class Scalar>
struct RowGradient {
    const Scalar* a;
    const int *aRow, *aStep;
    const Scalar* c;
    const int* cRow; ///< row m begins at c + cRow[m]
    Scalar* b;       ///< weight (k, n) at b[k * bRow + n]
    Index bRow;
    int rows, depth, columns;
};

/// b[k, n] += sum over m and the lanes of a[m, k] c[m, n]: the gradient of the weights of a LineProduct. The
/// lines of a row of c follow one another.
template <class Scalar>
struct LineGradient {
    const Scalar* a;
    const int *aRow, *aStep;
    const Scalar* c;
    Index cRow; ///< from row to row of c, in values
    Scalar* b;  ///< weight (k, n) at b[k * bRow + n]
    Index bRow;
    int rows, depth, columns;
};

/// out[i, f] = scale * (value i of frame f) + offset for i < count; lanes from `frames` on are zero.
template <class Value, class Scalar>
struct ToLines {
    const Value* in;
    Index stride; ///< from frame to frame
    Index count;
    int frames;
    const float *scale, *offset; ///< [period], for value i the entry (phase + i) mod period
    int period, phase;
    Scalar* out;
};

/// The way back: out[places[f] + i] = value of frame f in the line that begins at in + lines[i], for i <
/// count and f < frames.
template <class Scalar>
struct FromLines {
    const Scalar* in;
    const int* lines;
    int count, frames;
    Scalar* out;
    const int* places; ///< of `frames` frames
};

/// out[i] = scale[i mod period] * in[i] + offset[i mod period] for i < count.
template <class Value, class Scalar>
struct ScaleValues {
    const Value* in;
    Index count;
    const Scalar *scale, *offset;
    int period; ///< a multiple of `lineLength`
    Scalar* out;
};

/// c = a b, or c += a b where `add`, for matrices. Element (i, j) of each lies at
/// i * row + j * column; one of the two strides is 1.
template <class Scalar>
struct MatrixProduct {
    const Scalar* a;
    Index aRow, aColumn;
    const Scalar* b;
    Index bRow, bColumn;
    Scalar* c;
    Index cRow, cColumn;
    Index rows, depth, columns;
    bool add;
};

/// One Adam update of a range of weights (Kingma and Ba 2015).
struct AdamStep {
    float *weights, *first, *second;
    const float* gradient;
    Index count;
    float beta1, beta2, epsilon;
    float rate;       ///< learning rate over the bias correction of the first moment
    float correction; ///< 1 / sqrt of the bias correction of the second moment
    float keep;       ///< what weight decay leaves of a weight
};

template <class Scalar>
struct ScalarKernels {
    void (*matrixProduct)(const MatrixProduct<Scalar>&);
    void (*multiply)(const LineProduct<Scalar>&);
    void (*gradient)(const LineGradient<Scalar>&);
    void (*multiplyRows)(const RowProduct<Scalar>&);
    void (*rowGradient)(const RowGradient<Scalar>&);
    int width; ///< values of a vector
    void (*bytesToLines)(const ToLines<std::uint8_t, Scalar>&);
    void (*valuesToLines)(const ToLines<float, Scalar>&);
    void (*fromLines)(const FromLines<Scalar>&);
    void (*scaleBytes)(const ScaleValues<std::uint8_t, Scalar>&);
    void (*scaleFloats)(const ScaleValues<float, Scalar>&);
};

/// All kernels of one SIMD level.
struct Kernels {
    ScalarKernels<float> single;
    ScalarKernels<double> accurate;
    void (*adam)(const AdamStep&);
    double (*multiplyAdds)(); ///< runs multiply-adds from registers alone; returns how many flops they were
};

/// The kernels of a level that this processor runs.
const Kernels& kernelsOf(SimdLevel level);

/// Those of `simdLevel()`.
const Kernels& kernels();

/// The part of `kernels()` for float or double.
template <class Scalar>
const ScalarKernels<Scalar>& kernelsFor();

} // namespace rankscope
