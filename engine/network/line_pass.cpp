// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/line_pass.h"

namespace rankscope {

template <class Scalar>
void LinePass<Scalar>::product(const Step& step, const Scalar* a, const Scalar* weights, Scalar* c,
                               const RowRange& range, Index part) const {
    const auto run = [&](auto p, auto kernel) {
        p.aRow = step.aRow.data();
        p.aStep = step.aStep.data();
        p.bRow = step.plain.rows.stride;
        p.cRow = step.cRow.data() + range.first;
        p.cColumn = step.cColumn.data();
        p.rows = range.count;
        p.depth = static_cast<int>(step.aStep.size());
        p.columns = static_cast<int>(step.cColumn.size());
        p.add = part > 0; // to the parts before
        for (std::size_t s = 0; s < step.aShared.size(); ++s) {
            p.a = a + step.aShared[s];
            p.b = weights + (static_cast<Index>(s) * step.parts() + part) * p.depth * p.bRow;
            p.c = c + step.cShared[s];
            kernel(p);
        }
    };
    if (m_lanes == LanesOf::Frames) return run(LineProduct<Scalar>{}, kernelsFor<Scalar>().multiply);
    RowProduct<Scalar> p;
    p.run = static_cast<int>(step.cColumn.size());
    run(p, kernelsFor<Scalar>().multiplyRows);
}

template <class Scalar>
void LinePass<Scalar>::operandGradient(const Step& step, const Scalar* c, const Scalar* turned, Scalar* a,
                                       Index part) const {
    const auto run = [&](auto p, auto kernel) {
        p.aRow = step.cRow.data();
        p.aStep = step.cColumn.data();
        p.bRow = step.turned.rows.stride;
        p.cRow = step.aRow.data();
        p.cColumn = step.aStep.data();
        p.rows = static_cast<int>(step.aRow.size());
        p.depth = step.columnCount;
        p.columns = static_cast<int>(step.aStep.size());
        for (std::size_t s = 0; s < step.aShared.size(); ++s) {
            p.a = c + step.cShared[s];
            p.b = turned + static_cast<Index>(s) * p.depth * p.bRow + part * p.columns;
            p.c = a + step.aShared[s];
            kernel(p);
        }
    };
    if (m_lanes == LanesOf::Frames) return run(LineProduct<Scalar>{}, kernelsFor<Scalar>().multiply);
    RowProduct<Scalar> p;
    p.run = step.run;
    p.rowRun = step.rowRun;
    run(p, kernelsFor<Scalar>().multiplyRows);
}

template <class Scalar>
void LinePass<Scalar>::weightGradient(const Step& step, const Scalar* a, const Scalar* c, Scalar* weights,
                                      const RowRange& range, Index part) const {
    const auto run = [&](auto p, const Scalar* firstRow, auto kernel) {
        p.aRow = step.aRow.data();
        p.aStep = step.aStep.data();
        p.bRow = step.plain.rows.stride;
        p.rows = range.count;
        p.depth = static_cast<int>(step.aStep.size());
        p.columns = static_cast<int>(step.cColumn.size());
        for (std::size_t s = 0; s < step.aShared.size(); ++s) {
            p.a = a + step.aShared[s];
            p.c = firstRow + step.cShared[s];
            p.b = weights + (static_cast<Index>(s) * step.parts() + part) * p.depth * p.bRow;
            kernel(p);
        }
    };
    if (m_lanes == LanesOf::Frames) {
        LineGradient<Scalar> p{};
        p.cRow = step.columnLines * m_line;
        return run(p, c + step.cRow[static_cast<std::size_t>(range.first)], kernelsFor<Scalar>().gradient);
    }
    RowGradient<Scalar> p{};
    p.cRow = step.cRow.data() + range.first;
    run(p, c, kernelsFor<Scalar>().rowGradient);
}

/// One chunk on its way through the steps: `t` counts them, `slice` says which slice of the operand of step
/// t, `x` where in a frame it begins. Below a step that adds nothing is kept, so that the slice does not
/// matter; where frames are held, `heldFrom` says where among their lines its turn begins.
template <class Scalar>
struct LinePass<Scalar>::Run {
    const LinePass& pass;
    const Frames& frames;
    const Weights& weights;
    Kept* kept; ///< null: nothing is kept
    Work& memory;
    Index heldFrom = 0; ///< where in the held lines those of a turn begin that adds
    Index rankPart = 0; ///< of the shared rank, that is worked on

    const Step& step(std::size_t t) const { return pass.m_steps[t]; }

    Scalar* operand(std::size_t t, Index slice) {
        const Index values = step(t).operandLines * pass.m_line;
        if (!kept || t < pass.m_keptFrom) return room(memory.operands[t], values);
        return room(kept->operands[t], values * pass.slices(t)) + slice * values;
    }
    /// That of the result of joined products is put together: it is read when all is done.
    Scalar* gradient(std::size_t t, Index slice) {
        Scalar* values = room(memory.gradients[t], pass.gradientLines(t) * pass.m_line);
        return pass.isJointResult(t) ? values + slice * step(t).operandLines * pass.m_line : values;
    }

    /// Where in a frame the slice of a turn of step t begins.
    Index enter(std::size_t t, Index turn, Index x) const {
        return step(t).loopEdge < 0 ? x : x + turn * step(t).block * pass.m_frameStrides[step(t).loopEdge];
    }

    /// Turns a slice or a block of the frames into lines.
    const Scalar* turnFrames(Index x, const FrameBlocks& blocks) {
        Scalar* lines = room(memory.operands[0], pass.frameLines() * pass.m_line);
        Scalar* to = lines;
        for (const Index run : blocks.runBegins) {
            frames(x + run, blocks.runLength, to);
            to += blocks.runLength * pass.m_line;
        }
        return lines;
    }
    /// Calls work(lines of the frames, rows) for every block.
    template <class Work>
    void overBlocks(Index x, const FrameBlocks& blocks, const Work& work) {
        RowRange rows{0, blocks.rows};
        for (const Index block : blocks.begins) {
            work(turnFrames(x + block, blocks), rows);
            rows.first += rows.count;
        }
    }

    /// Calls work(lines of the frames, rows) for every block of the first product.
    template <class Work>
    void overFrames(Index x, const Work& work) {
        if (pass.m_held) return work(memory.operands[0].data() + heldFrom, pass.allRows(step(0)));
        overBlocks(x, pass.m_blocks, work);
    }

    const Scalar* makeOperand(std::size_t t, Index slice, Index x) {
        Scalar* a = operand(t, slice);
        for (Index turn = 0; turn < step(t).turns; ++turn)
            make(t - 1, slice * step(t).turns + turn, enter(t, turn, x),
                 a + turn * pass.resultLines(t - 1) * pass.m_line);
        return a;
    }

    /// For a step that adds: makes the operand of every turn and calls work(turn, where in a frame it begins,
    /// operand).
    template <class Work>
    void overTurns(std::size_t t, Index x, const Work& work) {
        const Step& s = step(t);
        Scalar* a = operand(t, 0);
        for (Index turn = 0; turn < s.turns; ++turn) {
            const Index from = enter(t, turn, x);
            heldFrom = turn * s.block * pass.m_blocks.strides[s.loopEdge] * pass.m_line;
            make(t - 1, 0, from, a);
            work(turn, from, a);
        }
    }

    /// Calls work(lines of a part of the result) for every part of the shared rank, on the step where frames
    /// are held; once on the others.
    template <class Values, class Work>
    void overParts(std::size_t t, Index x, Values* c, const Work& work) {
        if (t != pass.m_holdStep) return work(c);
        if (pass.m_held) turnFrames(x, pass.m_blocks);
        for (rankPart = 0; rankPart < pass.m_rankParts; ++rankPart)
            work(c + rankPart * step(t).cLines * pass.m_line);
        rankPart = 0;
    }

    template <class Values>
    Values* ofPart(Values* values, std::size_t t) const {
        return values + rankPart * step(t).weightPart;
    }

    void make(std::size_t t, Index slice, Index x, Scalar* c) {
        overParts(t, x, c, [&](Scalar* part) { makePart(t, slice, x, part); });
    }
    void makePart(std::size_t t, Index slice, Index x, Scalar* c) {
        const Scalar* plain = ofPart(weights.plain[t], t);
        if (t == 0)
            overFrames(x, [&](const Scalar* lines, const RowRange& rows) {
                pass.product(step(0), lines, plain, c, rows);
            });
        else if (step(t).adds)
            overTurns(t, x, [&](Index turn, Index, const Scalar* a) {
                pass.product(step(t), a, plain, c, pass.allRows(step(t)), turn);
            });
        else
            pass.product(step(t), makeOperand(t, slice, x), plain, c, pass.allRows(step(t)));
    }

    void back(std::size_t t, Index slice, Index x, const Scalar* c, const std::vector<Scalar*>& gradients) {
        if (pass.m_joint) return backPart(t, slice, x, c, gradients); // needs no frames on its way
        overParts(t, x, c, [&](const Scalar* part) { backPart(t, slice, x, part, gradients); });
    }
    void backPart(std::size_t t, Index slice, Index x, const Scalar* c,
                  const std::vector<Scalar*>& gradients) {
        Scalar* ofWeights = ofPart(gradients[t - (pass.m_jointProducts - 1)], t);
        if (t == 0) {
            overFrames(x, [&](const Scalar* lines, const RowRange& rows) {
                pass.weightGradient(step(0), lines, c, ofWeights, rows);
            });
            return;
        }
        const Scalar* turned = ofPart(weights.turned[t], t);
        Scalar* ofOperand = gradient(t, slice);
        if (step(t).adds) {
            overTurns(t, x, [&](Index turn, Index from, const Scalar* a) {
                pass.weightGradient(step(t), a, c, ofWeights, pass.allRows(step(t)), turn);
                pass.operandGradient(step(t), c, turned, ofOperand, turn);
                back(t - 1, 0, from, ofOperand, gradients);
            });
            return;
        }
        const bool again = t + 1 == pass.m_keptFrom; // operands from here down were not kept
        const Scalar* a = again ? makeOperand(t, slice, x) : operand(t, slice);
        pass.weightGradient(step(t), a, c, ofWeights, pass.allRows(step(t)));
        pass.operandGradient(step(t), c, turned, ofOperand);
        if (pass.isJointResult(t)) return;
        for (Index turn = 0; turn < step(t).turns; ++turn)
            back(t - 1, slice * step(t).turns + turn, enter(t, turn, x),
                 ofOperand + turn * pass.resultLines(t - 1) * pass.m_line, gradients);
    }

    void backJoint(Scalar* ofWeights) {
        const Scalar* c = memory.gradients[pass.m_jointProducts].data();
        overBlocks(0, pass.m_jointBlocks, [&](const Scalar* lines, const RowRange& rows) {
            pass.weightGradient(*pass.m_joint, lines, c, ofWeights, rows);
        });
    }
};

template <class Scalar>
void LinePass<Scalar>::reserve(Work& work, bool keeps) const {
    work.operands.resize(m_steps.size());
    work.gradients.resize(m_steps.size());
    room(work.root, rootValues());
    for (std::size_t t = 0; t < m_steps.size(); ++t) {
        if (t == 0)
            room(work.operands[0], frameLines() * m_line);
        else if (!keeps || t < m_keptFrom)
            room(work.operands[t], m_steps[t].operandLines * m_line);
        if (keeps) room(work.gradients[t], gradientLines(t) * m_line);
    }
}

template <class Scalar>
void LinePass<Scalar>::forward(const Frames& frames, const Weights& weights, Kept* kept, Work& work) const {
    reserve(work, kept != nullptr);
    if (kept) kept->operands.resize(m_steps.size());
    Run run{*this, frames, weights, kept, work};
    run.make(m_steps.size() - 1, 0, 0, room(work.root, rootValues()));
}

template <class Scalar>
void LinePass<Scalar>::backward(const Frames& frames, const Weights& weights, Kept& kept, Work& work,
                                const std::vector<Scalar*>& gradients) const {
    reserve(work, true);
    Run run{*this, frames, weights, &kept, work};
    run.back(m_steps.size() - 1, 0, 0, work.root.data(), gradients);
    if (m_joint) run.backJoint(gradients[0]);
}

template <class Scalar>
Index LinePass<Scalar>::slices(std::size_t t) const {
    Index slices = 1;
    for (std::size_t later = t + 1; later < m_steps.size(); ++later) slices *= m_steps[later].turns;
    return slices;
}

template <class Scalar>
Index LinePass<Scalar>::gradientLines(std::size_t t) const {
    if (t < m_jointProducts) return 0; // the frames have none, what lies between joined products neither
    return m_steps[t].operandLines * (isJointResult(t) ? slices(t) : 1);
}

template <class Scalar>
double LinePass<Scalar>::keptValues() const {
    double values = 0;
    for (std::size_t t = m_keptFrom; t < m_steps.size(); ++t)
        values += double(m_steps[t].operandLines) * double(slices(t)) * m_line;
    return values;
}

template <class Scalar>
double LinePass<Scalar>::workValues() const {
    double lines = double(frameLines()) + double(m_steps.back().cLines);
    for (std::size_t t = 1; t < m_steps.size(); ++t)
        lines += (t < m_keptFrom ? double(m_steps[t].operandLines) : 0) + double(gradientLines(t));
    return lines * m_line;
}

template class LinePass<float>;
template class LinePass<double>;

} // namespace rankscope
