// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/problem.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace rankscope {

/// Writes small files off the window's thread, one after the other in the order they were handed over, so
/// that the newest text is the one that stays. Nothing is dropped: its destruction waits for what is left.
class BackgroundWriter : public QObject {
public:
    /// `done` gets a problem whose text is empty where all went well, or `what` and `hint` of what `write`
    /// threw.
    using Done = std::function<void(const Problem&)>;

    explicit BackgroundWriter(QObject* parent = nullptr);
    ~BackgroundWriter() override;

    /// `done` is called on the thread of this object, and not at all once it is gone.
    void write(std::function<void()> write, Done done);

private:
    QThreadPool m_pool;
};

} // namespace rankscope
