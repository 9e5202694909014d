// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/control.h"
#include "engine/training/optimizer.h"
#include "tests/support/small_models.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace rankscope;

class TestOptimizer : public QObject {
    Q_OBJECT
private slots:
    void adamFollowsItsDefinition() {
        TrainingSpec spec;
        spec.weightDecay = 0.1;
        ParameterLayout layout;
        layout.add("w", {3}, true);
        layout.add("b", {2}, false);
        Optimizer optimizer(spec, layout);
        ThreadPool pool(2);
        AlignedVector<float> weights{1, -2, 3, 4, 5};
        std::vector<double> w(weights.begin(), weights.end()), m(5, 0), v(5, 0);
        for (int step = 1; step <= 20; ++step) {
            const auto drawn = testing::randomVector<float>(5, static_cast<std::uint64_t>(step));
            const AlignedVector<float> gradient(drawn.begin(), drawn.end());
            optimizer.update(weights, gradient, 0.01, pool);
            for (std::size_t i = 0; i < 5; ++i) {
                const double g = gradient[i];
                if (i < 3) w[i] -= 0.01 * 0.1 * w[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                w[i] -= 0.01 * (m[i] / (1 - std::pow(0.9, step))) /
                        (std::sqrt(v[i] / (1 - std::pow(0.999, step))) + 1e-8);
            }
        }
        QVERIFY(testing::relativeDifference(weights, w) < 1e-6);
    }

    void adamCountsFromWhereAnEntryBegan_data() {
        QTest::addColumn<Shape>("ranks");
        QTest::newRow("grown") << Shape{4, 3};
        QTest::newRow("shrunk") << Shape{1, 2};
        QTest::newRow("both") << Shape{3, 1};
    }

    void adamCountsFromWhereAnEntryBegan() {
        QFETCH(Shape, ranks);
        const TrainingSpec spec;
        const ModelSpec model = testing::smallModel("tt", CellKind::Srnn);
        ModelSpec wanted = model;
        wanted.map.ranks = ranks;
        const ParameterLayout layout = layoutOf(model);
        ThreadPool pool(2);
        const auto gradientOf = [](Index size, int step) {
            const auto drawn = testing::randomVector<float>(size, static_cast<std::uint64_t>(step));
            return AlignedVector<float>(drawn.begin(), drawn.end());
        };
        Optimizer optimizer(spec, layout);
        AlignedVector<float> weights(static_cast<std::size_t>(layout.size), 1.0f);
        for (int step = 1; step <= 5; ++step)
            optimizer.update(weights, gradientOf(layout.size, step), 0.01, pool);
        const OptimizerState old = optimizer.state();

        const ModelChange change(model, weights, wanted, 1);
        const OptimizerState state = Optimizer::followed(old, change);
        QVERIFY(state.moments[0] == change.followed(old.moments[0]));
        Optimizer grown(spec, change.layout());
        grown.restore(state);
        const auto size = static_cast<std::size_t>(change.layout().size);
        AlignedVector<float> present(change.weights().begin(), change.weights().end());
        std::vector<double> w(present.begin(), present.end()), m(size), v(size), steps(size), seconds(size);
        for (std::size_t i = 0; i < size; ++i) {
            const Index origin = change.origin()[i];
            m[i] = state.moments[0][i];
            steps[i] = change.follows()[i] ? 5 : 0;
            seconds[i] = origin >= 0 ? 5 : change.follows()[i] ? 1 : 0;
            v[i] =
                origin >= 0 ? double(old.moments[1][static_cast<std::size_t>(origin)]) : 0.001 * m[i] * m[i];
        }
        for (int step = 1; step <= 10; ++step) {
            const auto gradient = gradientOf(change.layout().size, 100 + step);
            grown.update(present, gradient, 0.01, pool);
            for (std::size_t i = 0; i < size; ++i) {
                m[i] = 0.9 * m[i] + 0.1 * gradient[i];
                v[i] = 0.999 * v[i] + 0.001 * gradient[i] * gradient[i];
                const double update = 0.01 * (m[i] / (1 - std::pow(0.9, steps[i] + step))) /
                                      (std::sqrt(v[i] / (1 - std::pow(0.999, seconds[i] + step))) + 1e-8);
                QVERIFY(std::abs(update) < 0.04); // no entry leaps
                w[i] -= update;
            }
        }
        QVERIFY(testing::relativeDifference(present, w) < 1e-6);

        Optimizer again(spec, change.layout());
        again.restore(grown.state());
        QVERIFY(again.state() == grown.state());
    }

    void sgdCarriesMomentum() {
        TrainingSpec spec;
        spec.optimizer = OptimizerKind::Sgd;
        spec.momentum = 0.5;
        ParameterLayout layout;
        layout.add("w", {1}, true);
        Optimizer optimizer(spec, layout);
        ThreadPool pool(1);
        AlignedVector<float> w{0};
        optimizer.update(w, {1.0f}, 0.1, pool);
        QCOMPARE(w[0], -0.1f);
        optimizer.update(w, {1.0f}, 0.1, pool);
        QCOMPARE(w[0], -0.25f); // velocity 1.5
    }

    void clippingKeepsDirectionAndSmallGradients() {
        ThreadPool pool(2);
        AlignedVector<float> gradient{3, 4};
        QCOMPARE(clipByNorm(gradient, 1, pool), 5.0);
        QCOMPARE(gradient[0], 0.6f);
        QCOMPARE(gradient[1], 0.8f);
        QVERIFY(std::abs(clipByNorm(gradient, 2, pool) - 1) < 1e-6);
        QCOMPARE(gradient[0], 0.6f);
        AlignedVector<float> huge(1 << 17, 1e30f);
        QVERIFY(std::isfinite(clipByNorm(huge, 5, pool)));
        AlignedVector<float> broken{1, std::numeric_limits<float>::quiet_NaN()};
        QVERIFY(!std::isfinite(clipByNorm(broken, 5, pool)));
    }

    void schedules() {
        TrainingSpec spec;
        spec.epochs = 100;
        QCOMPARE(scheduledRate(spec, 1, 99), 1.0);
        spec.schedule = ScheduleKind::Step;
        QCOMPARE(scheduledRate(spec, 1, 49), 1.0);
        QCOMPARE(scheduledRate(spec, 1, 50), 0.1);
        QCOMPARE(scheduledRate(spec, 1, 75), 0.01);
        spec.schedule = ScheduleKind::Cosine;
        QCOMPARE(scheduledRate(spec, 1, 0), 1.0);
        QCOMPARE(scheduledRate(spec, 1, 50), 0.5);
        QVERIFY(scheduledRate(spec, 1, 99) < 1e-3);
    }

    void defaultRates() {
        ModelSpec spec = testing::smallModel("tt", CellKind::Lstm);
        QCOMPARE(defaultLearningRate(spec), 3e-3);
        spec.map.format = "bt";
        QCOMPARE(defaultLearningRate(spec), 3e-3);
        spec.map.format = "dense";
        QCOMPARE(defaultLearningRate(spec), 3e-3); // few inputs
        spec.map.inModes = {8, 20, 20, 18};
        QCOMPARE(defaultLearningRate(spec), 1e-5);
    }

    void controlPausesUntilResumedOrStopped() {
        for (const bool stop : {false, true}) {
            Control control;
            control.pause();
            control.setLearningRate(0.5);
            std::atomic<bool> through = false;
            std::optional<double> rate;
            std::jthread trainer([&](std::stop_token token) {
                rate = control.receive(token).learningRate;
                through = true;
            });
            std::this_thread::yield();
            QVERIFY(!through);
            if (stop)
                control.stop();
            else
                control.resume();
            trainer.join();
            QVERIFY(through);
            QCOMPARE(rate, std::optional(0.5));
            QCOMPARE(control.stopRequested(), stop);
            control.resume();
            QCOMPARE(control.receive({}).learningRate, std::nullopt); // an order is handed over once
        }
    }

    void badValuesAreNamed() {
        TrainingSpec spec;
        spec.learningRate = -1;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        spec = {};
        spec.recurrentDropout = 1;
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        spec = {};
        spec.clip = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_EXCEPTION_THROWN(validate(spec), Error);
        validate(TrainingSpec{});
    }
};

QTEST_APPLESS_MAIN(TestOptimizer)
#include "test_optimizer.moc"
