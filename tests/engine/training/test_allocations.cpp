// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/model/sequence_model.h"
#include "engine/training/optimizer.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<long> allocations{0};

void* counted(std::size_t size, std::size_t alignment) {
    ++allocations;
    void* memory = nullptr;
    if (posix_memalign(&memory, alignment < sizeof(void*) ? sizeof(void*) : alignment, size ? size : 1) != 0)
        throw std::bad_alloc();
    return memory;
}
} // namespace

void* operator new(std::size_t size) {
    return counted(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return counted(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return counted(size, alignof(std::max_align_t));
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    std::free(memory);
}

using namespace rankscope;

/// A training step takes its memory the first time it runs and none later.
class TestAllocations : public QObject {
    Q_OBJECT
private slots:
    void stepsAfterTheFirstTakeNoMemory_data() {
        QTest::addColumn<int>("cell");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("hidden");
        QTest::addColumn<bool>("uneven");
        for (const char* format : {"tt", "bt", "dense"}) {
            QTest::addRow("lstm %s", format) << int(CellKind::Lstm) << format << 4 << false;
            QTest::addRow("gru %s", format) << int(CellKind::Gru) << format << 4 << false;
        }
        QTest::newRow("srnn tt") << int(CellKind::Srnn) << "tt" << 4 << false;
        QTest::newRow("mean tt") << int(CellKind::Mean) << "tt" << 4 << false;
        QTest::newRow("hidden size that fills no line") << int(CellKind::Lstm) << "tt" << 3 << false;
        QTest::newRow("clips of other lengths") << int(CellKind::Lstm) << "tt" << 4 << true;
        QTest::newRow("mean over clips of other lengths") << int(CellKind::Mean) << "tt" << 4 << true;
    }
    void stepsAfterTheFirstTakeNoMemory() {
        QFETCH(int, cell);
        QFETCH(QString, format);
        QFETCH(int, hidden);
        QFETCH(bool, uneven);
        ModelSpec spec;
        spec.cell.kind = static_cast<CellKind>(cell);
        spec.map.format = format.toStdString();
        spec.map.inModes = {4, 5, 6};
        spec.map.outModes = {hidden, 4, 4};
        spec.map.ranks = {3};
        spec.map.tuckerRanks = {2};
        spec.classes = 3;
        constexpr Index clips = 4, time = 5;
        FrameBlock frames;
        frames.count = clips * time;
        frames.clips = clips;
        frames.dropout = 0.1;
        if (uneven) frames.uneven = TimeSteps(std::vector<Index>{8, 6, 4, 2}); // as many frames
        frames.size = spec.inputSize();
        Random random{1};
        for (Index i = 0; i < frames.count * frames.size; ++i)
            frames.bytes.push_back(static_cast<std::uint8_t>(random.below(256)));
        frames.scale = {0.01f, 0.02f, 0.03f};
        frames.offset = {0, -1, 1};
        ThreadPool pool(2);
        SequenceModel<float> model(spec, frames.count);
        model.start(1, frames, pool);
        const std::vector<std::vector<int>> labels{{0}, {1}, {2}, {0}};
        Optimizer optimizer(TrainingSpec{}, model.layout());
        AlignedVector<float> gradient;
        const auto step = [&] {
            model.forward(frames, pool, true, {0.1, 0.2, 7});
            model.gateSaturation();
            model.backward(frames, labels, gradient, pool);
            clipByNorm(gradient, 1, pool);
            optimizer.update(model.weights(), gradient, 1e-3, pool);
        };
        step();
        const long before = allocations;
        step();
        QCOMPARE(allocations - before, 0L);
    }
};

QTEST_APPLESS_MAIN(TestAllocations)
#include "test_allocations.moc"
