// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/background_writer.h"

namespace rankscope {

BackgroundWriter::BackgroundWriter(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

BackgroundWriter::~BackgroundWriter() {
    m_pool.waitForDone();
}

void BackgroundWriter::write(std::function<void()> write, Done done) {
    m_pool.start([this, write = std::move(write), done = std::move(done)] {
        Problem problem;
        try {
            write();
        } catch (const std::exception& error) {
            problem = problemOf(error);
        }
        // The destructor waits for this thread, so `this` still lives here.
        QMetaObject::invokeMethod(
            this, [done, problem] { done(problem); }, Qt::QueuedConnection);
    });
}

} // namespace rankscope
