// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/synthetic.h"
#include "engine/experiment/presets.h"

#include <QDir>
#include <QTemporaryDir>

/// What tests of the window share: a home of their own and a data set that trains in a blink.
namespace rankscope {

class TemporaryHome {
public:
    TemporaryHome() {
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
        qputenv("XDG_CACHE_HOME", m_folder.filePath("cache").toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.filePath("config").toUtf8());
    }
    std::filesystem::path operator/(const char* name) const { return m_folder.filePath(name).toStdString(); }

private:
    QTemporaryDir m_folder;
};

inline std::filesystem::path writeSmallShapes(const std::filesystem::path& folder, int clipsPerClass = 3) {
    writeMovingShapes({.clipsPerClass = clipsPerClass, .seed = 1}, folder, 0);
    return folder;
}

inline ExperimentSpec smallSpec(int epochs) {
    ExperimentSpec spec = presetNamed("shapes-tt-lstm").spec;
    spec.training.epochs = epochs;
    spec.training.batch = 4;
    spec.data.validation = {SplitRule::Kind::Random, 0.34, {}};
    return spec;
}

} // namespace rankscope
