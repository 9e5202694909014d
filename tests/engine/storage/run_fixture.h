// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/sequence_model.h"
#include "engine/storage/run_writer.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>

#include <bit>
#include <cmath>
#include <numbers>

/// A small run for tests of the storage room: description, layout and states as a trainer would commit them.
namespace rankscope {

inline RunHeader smallHeader() {
    RunHeader header;
    header.spec.model.map = {"tt", {4, 6}, {2, 2}, {2}, {}, 1};
    header.spec.data.width = 4;
    header.spec.data.height = 2;
    header.spec.model.classes = 2;
    header.spec.training.epochs = 5;
    header.spec.training.learningRate = 0.1; // no binary fraction
    header.spec.training.seed = 18'446'744'073'709'551'615ull;
    header.dataRoot = "/data/clips";
    header.dataIdentity = "0123abcd";
    header.classes = {"jump", "run \"fast\", далеко"};
    header.statistics = {{0.1f, 0.2f, 0.3f}, {1.1f, 1.2f, 1.3f}};
    header.trainClips = {"jump/1.avi", "run/a..b.avi"};
    header.validationClips = {"jump/2.avi"};
    return header;
}

inline ParameterLayout smallLayout() {
    return layoutOf(smallHeader().spec.model);
}

inline EpochRecord record(int epoch, bool validated = true) {
    EpochRecord row;
    row.epoch = epoch;
    row.trainLoss = std::numbers::pi / epoch;
    row.trainAccuracy = 1.0 / 3.0;
    if (validated) {
        row.validationLoss = std::nextafter(0.1, 1.0) * epoch;
        row.validationAccuracy = 2.0 / 3.0;
    }
    row.learningRate = 3e-3;
    row.clipsPerSecond = 123.456;
    row.seconds = 0.1 + 0.2;
    row.gradientNorm = std::numbers::e / epoch;
    if (validated) row.gateSaturation = 1.0 / 7.0;
    if (validated) row.validationMeanPrecision = 1.0 / 9.0;
    return row;
}

/// The state after `epoch` complete epochs, of which `best` was the best.
inline TrainerState stateAfter(int epoch, int best) {
    TrainerState state;
    state.model = smallHeader().spec.model;
    const auto size = static_cast<std::size_t>(smallLayout().size);
    for (std::size_t i = 0; i < size; ++i) state.weights.push_back(std::sin(float(i) + 1000 * float(epoch)));
    state.optimizer.moments = {std::vector<float>(size, 0.25f * float(epoch)),
                               std::vector<float>(size, 1e-30f)};
    state.optimizer.step = 50'000'000'000ll + epoch;
    state.epoch = epoch;
    state.learningRate = 1.0 / 3.0;
    state.gradientNormSum = 1.0 / 11.0;
    state.gateSaturationSum = 1.0 / 13.0;
    state.startSaturation = 1.0 / 17.0;
    state.bestEpoch = best;
    for (int i = 1; i <= epoch; ++i) state.history.push_back(record(i, i != 2));
    return state;
}

/// The same after the rank has grown to 4 in the epoch before.
inline TrainerState grownStateAfter(int epoch, int best) {
    TrainerState state = stateAfter(epoch, best);
    ModelSpec wanted = state.model;
    wanted.map.ranks = {4};
    const ModelChange change(state.model, state.weights, wanted, 1);
    state.optimizer = Optimizer::followed(state.optimizer, change);
    state.model = change.model();
    state.weights = change.weights();
    state.rankChanges = {{epoch - 1, 3, "2", "4", 178, 266, 1e-17}};
    return state;
}

inline QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

inline void putContent(const std::filesystem::path& path, const QByteArray& content) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write " + path.string());
}

inline bool sameBits(double a, double b) {
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

inline void verifySame(const TrainerState& a, const TrainerState& b) {
    QCOMPARE(a.weights, b.weights);
    QVERIFY(a.model == b.model && a.optimizer == b.optimizer && a.rankChanges == b.rankChanges);
    QCOMPARE(a.epoch, b.epoch);
    QCOMPARE(a.batch, b.batch);
    QCOMPARE(a.clipsSeen, b.clipsSeen);
    QCOMPARE(a.bestEpoch, b.bestEpoch);
    QCOMPARE(a.finished, b.finished);
    QCOMPARE(a.stopped, b.stopped);
    QVERIFY(sameBits(a.lossSum, b.lossSum));
    QVERIFY(sameBits(a.correct, b.correct));
    QVERIFY(sameBits(a.gradientNormSum, b.gradientNormSum));
    QVERIFY(sameBits(a.gateSaturationSum, b.gateSaturationSum));
    QVERIFY(a.startSaturation == b.startSaturation);
    QVERIFY(sameBits(a.secondsSpent, b.secondsSpent));
    QVERIFY(sameBits(a.learningRate, b.learningRate));
    QCOMPARE(a.history.size(), b.history.size());
    for (size_t i = 0; i < a.history.size(); ++i) {
        const EpochRecord &x = a.history[i], &y = b.history[i];
        QCOMPARE(x.epoch, y.epoch);
        QVERIFY(sameBits(x.trainLoss, y.trainLoss) && sameBits(x.trainAccuracy, y.trainAccuracy));
        QVERIFY(x.validationLoss == y.validationLoss && x.validationAccuracy == y.validationAccuracy);
        QVERIFY(sameBits(x.learningRate, y.learningRate) && sameBits(x.clipsPerSecond, y.clipsPerSecond));
        QVERIFY(sameBits(x.seconds, y.seconds));
        QVERIFY(x.gradientNorm == y.gradientNorm && x.gateSaturation == y.gateSaturation);
        QVERIFY(x.validationMeanPrecision == y.validationMeanPrecision);
    }
}

} // namespace rankscope
