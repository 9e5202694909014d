// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/storage/run_writer.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <cmath>
#include <numbers>

/// A small run for tests of the storage room: description, layout and states as a trainer would commit them.
namespace rankscope {

inline ParameterLayout smallLayout() {
    ParameterLayout layout;
    layout.tensors = {
        {"map.G1", {4, 8, 2}, 0, true}, {"map.G2", {2, 6, 2}, 64, true}, {"cell.b", {16}, 88, false}};
    layout.size = 104;
    return layout;
}

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
    return row;
}

/// The state after `epoch` complete epochs, of which `best` was the best.
inline TrainerState stateAfter(int epoch, int best) {
    TrainerState state;
    for (int i = 0; i < 104; ++i) state.weights.push_back(std::sin(float(i + 1000 * epoch)));
    state.moments = {std::vector<float>(104, 0.25f * float(epoch)), std::vector<float>(104, 1e-30f)};
    state.step = 50'000'000'000ll + epoch;
    state.epoch = epoch;
    state.learningRate = 1.0 / 3.0;
    state.bestEpoch = best;
    for (int i = 1; i <= epoch; ++i) state.history.push_back(record(i, i != 2));
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

} // namespace rankscope
