// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_writer.h"
#include "tests/engine/training/walking_bars.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace rankscope;
using namespace rankscope::testing;

using Setting = std::function<void(Bench&)>;

namespace {

struct Killed {};

constexpr int epochs = 4;

/// The same ranks, ordered in the same epoch, whether the run was interrupted before or after.
struct RankOrder {
    int epoch = -1; ///< complete epochs when they are ordered; -1: never
    Shape ranks;
};

class Run {
public:
    Run(const Bench& bench, const RankOrder& order, std::filesystem::path folder)
        : m_bench(bench), m_order(order), m_folder(std::move(folder)) {
        m_header.spec.model = bench.model;
        m_header.spec.data = bench.data;
        m_header.spec.training = bench.training;
        m_header.classes = {"right", "left"};
        m_header.statistics = bench.statistics;
    }

    /// Up to `end` epochs, then killed: what is not in the folder is lost.
    void go(int end, int threads) {
        const bool begun = std::filesystem::exists(m_folder);
        RunWriter writer =
            begun ? RunWriter::reopen(m_folder, m_header.spec) : RunWriter::create(m_folder, m_header);
        Trainer trainer = m_bench.trainer(threads);
        if (begun)
            trainer.restore(*readState(m_folder));
        else
            writer.commit(trainer.begin());
        Control control;
        const auto order = [&](int epoch) {
            ModelSpec wanted = m_bench.model;
            wanted.map.ranks = m_order.ranks;
            if (epoch == m_order.epoch) control.setRanks(wanted);
        };
        order(trainer.state().epoch);
        try {
            trainer.run([](const Event&) {},
                        [&](const TrainerState& state) {
                            writer.commit(state);
                            if (state.epoch == end && end < epochs) throw Killed();
                            order(state.epoch);
                        },
                        control, {});
        } catch (const Killed&) {
        }
    }

    TrainerState state() const { return *readState(m_folder); }
    QByteArray content(const char* name) const {
        QFile file(QString::fromStdString((m_folder / name).string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

private:
    const Bench& m_bench;
    RankOrder m_order;
    std::filesystem::path m_folder;
    RunHeader m_header;
};

} // namespace

/// N epochs straight are k epochs, a kill, and N - k epochs, bit for bit.
class TestExactResume : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_runs = 0;
    std::filesystem::path newFolder() { return m_folder.filePath(QString::number(++m_runs)).toStdString(); }

    void compare(const Bench& bench, const RankOrder& order) {
        Run straight(bench, order, newFolder());
        straight.go(epochs, 1);
        QCOMPARE(straight.state().epoch, epochs);
        QCOMPARE(straight.state().rankChanges.size(), order.epoch < 0 ? 0u : 1u);
        for (const int k : {1, 3}) {
            Run killed(bench, order, newFolder());
            killed.go(k, 2);
            QCOMPARE(killed.state().epoch, k);
            QVERIFY(killed.state().weights != straight.state().weights);
            killed.go(epochs, 1);
            QVERIFY(sameButForTime(killed.state(), straight.state()));
            for (const char* name : {"last.safetensors", "best.safetensors"})
                QVERIFY(killed.content(name) == straight.content(name));
        }
    }

private slots:
    void settings_data() {
        QTest::addColumn<Setting>("setting");
        for (const auto& optimizer : Names<OptimizerKind>::all)
            for (const auto& schedule : Names<ScheduleKind>::all)
                QTest::addRow("%s %s", optimizer.id, schedule.id) << Setting([=](Bench& bench) {
                    bench.training.optimizer = optimizer.value;
                    bench.training.schedule = schedule.value;
                });
        const auto row = [](const char* name, const Setting& setting) { QTest::newRow(name) << setting; };
        const auto augmented = [&](const char* name, const std::function<void(Augmentation&)>& choose) {
            row(name, [=](Bench& bench) {
                bench.data.augment = Augmentation::off();
                choose(bench.data.augment);
            });
        };
        augmented("not augmented", [](Augmentation&) {});
        augmented("shift", [](Augmentation& augment) { augment.shift = 0.2; });
        augmented("zoom", [](Augmentation& augment) { augment.zoom = 0.2; });
        augmented("brightness", [](Augmentation& augment) { augment.brightness = 0.3; });
        augmented("contrast", [](Augmentation& augment) { augment.contrast = 0.3; });
        augmented("mirror", [](Augmentation& augment) { augment.mirror = true; });
        augmented("crop", [](Augmentation& augment) { augment.crop = 0.3; });
        augmented("jitter", [](Augmentation& augment) { augment.jitter = 0.2; });
        augmented("noise", [](Augmentation& augment) { augment.noise = 0.1; });
        augmented("all", [](Augmentation& augment) { augment = {0.2, 0.2, 0.3, 0.3, true, 0.3, 0.2, 0.1}; });
        row("shuffled frames", [](Bench& bench) { bench.data.frameOrder = TimeOrder::Shuffled; });
        row("dropout", [](Bench& bench) {
            bench.training.inputDropout = 0.2;
            bench.training.recurrentDropout = 0.3;
        });
        row("decay, small batches, no clipping", [](Bench& bench) {
            bench.training.weightDecay = 0.01;
            bench.training.batch = 7;
            bench.training.clip = 0;
        });
        row("gru, separate gates, block-term", [](Bench& bench) {
            bench.model.cell.kind = CellKind::Gru;
            bench.model.cell.gates = GateLayout::Separate;
            bench.model.map = {"bt", {6, 8, 3}, {4, 4, 1}, {}, {2, 2, 2}, 2};
        });
        row("compressed U", [](Bench& bench) { bench.model.recurrent = {"tt", {4, 4}, {4, 4}, {3}, {}, 1}; });
        row("no validation", [](Bench& bench) { bench.split.validation.clear(); });
    }
    void settings() {
        QFETCH(Setting, setting);
        Bench bench;
        bench.training.epochs = epochs;
        bench.training.learningRate = 0.01;
        setting(bench);
        bench.statistics = measurePixels(bench.source, bench.split.train, bench.data);
        compare(bench, {});
    }

    void afterARankChange_data() {
        QTest::addColumn<OptimizerKind>("optimizer");
        QTest::addColumn<Shape>("ranks");
        QTest::addColumn<int>("epoch");
        for (const auto& optimizer : Names<OptimizerKind>::all)
            for (const Shape& ranks : {Shape{5, 3}, Shape{2, 2}})
                for (const int epoch : {0, 1, 2})
                    QTest::addRow("%s %s after %d", optimizer.id, toString(ranks, ",").c_str(), epoch)
                        << optimizer.value << ranks << epoch;
    }
    void afterARankChange() {
        QFETCH(OptimizerKind, optimizer);
        QFETCH(Shape, ranks);
        QFETCH(int, epoch);
        Bench bench;
        bench.training.epochs = epochs;
        bench.training.learningRate = 0.01;
        bench.training.optimizer = optimizer;
        bench.training.schedule = ScheduleKind::Cosine;
        bench.training.inputDropout = 0.1;
        compare(bench, {epoch, ranks});
    }
};

QTEST_APPLESS_MAIN(TestExactResume)
#include "test_exact_resume.moc"
