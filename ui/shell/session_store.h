// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"

#include <QByteArrayList>
#include <QString>

#include <filesystem>
#include <optional>

namespace rankscope {

/// What the window remembers from one start to the next.
struct StoredSession {
    QByteArray geometry, layout;
    QByteArrayList splitters; ///< their states, in the order in which they were made
    int tab = 0;
    std::optional<ExperimentSpec> spec; ///< unset: first start, or no longer readable
    QString preset;
    std::filesystem::path data; ///< empty: none
    bool builtIn = false;
    std::filesystem::path run; ///< empty: none
};

StoredSession readSession();
void writeSession(const StoredSession& session);

} // namespace rankscope
