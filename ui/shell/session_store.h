// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/experiment.h"
#include "ui/shell/appearance.h"

#include <QByteArray>
#include <QString>

#include <filesystem>
#include <optional>

namespace rankscope {

/// What the window remembers from one start to the next.
struct StoredSession {
    QByteArray geometry, layout;
    int tab = 0;
    Theme theme = Theme::System;
    std::optional<ExperimentSpec> spec; ///< unset: first start, or no longer readable
    QString preset;
    std::filesystem::path data; ///< empty: none
    bool builtIn = false;
    std::filesystem::path run; ///< empty: none
};

StoredSession readSession();
void writeSession(const StoredSession& session);

} // namespace rankscope
