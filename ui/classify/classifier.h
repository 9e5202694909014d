// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/predictor.h"
#include "ui/bridge/job.h"

#include <QImage>

#include <mutex>
#include <optional>

namespace rankscope {

/// A classified video as it is shown; the images look into `result` and live as long as it.
struct ShownClip {
    ClassifiedClip result;
    int width = 0, height = 0; ///< of the frames

    QImage frame(int candidate) const;
    int frames() const { return static_cast<int>(result.clip.frames.size()); }
};

/// Classifies videos one after the other off the window's thread. The run's weights are loaded there too,
/// once, at the first video; calling `setRun` again loads them anew.
class Classifier : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void setRun(const std::filesystem::path& run);
    bool hasRun() const { return m_loaded != nullptr; }
    bool busy() const { return m_job.running(); }
    /// One video; the answer comes as `done` or `failed`. Not to be called while busy.
    void start(const std::filesystem::path& video);
    void cancel() { m_job.cancel(); }

Q_SIGNALS:
    void done(std::shared_ptr<const rankscope::ShownClip> clip);
    void failed(const QString& error, const QString& hint);

private:
    /// A predictor serves one thread at a time; a cancelled job may still be at it when the next begins.
    struct Loaded {
        std::filesystem::path run;
        std::mutex mutex;
        std::optional<Predictor> predictor;
        int width = 0, height = 0;
        std::shared_ptr<const ShownClip> classify(const std::filesystem::path& video, std::stop_token stop);
    };
    std::shared_ptr<Loaded> m_loaded;
    Job<std::shared_ptr<const ShownClip>> m_job;
};

} // namespace rankscope
