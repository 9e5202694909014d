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
    ClassTimeline timeline;           ///< of the video so far
    std::vector<std::string> classes; ///< of the timeline
    int width = 0, height = 0;        ///< of the frames

    QImage frame(int candidate) const;
    int frames() const { return static_cast<int>(result.clip.frames.size()); }
    /// Of the frames.
    std::size_t bytes() const {
        return result.clip.frames.size() * static_cast<std::size_t>(width) *
               static_cast<std::size_t>(height) * 3;
    }
    /// When a candidate is seen, in seconds from the beginning; 0 where the file does not tell.
    double seconds(int candidate) const;
};

/// Classifies videos one after the other off the window's thread. The run's weights are loaded there too, at
/// once: the folder may go afterwards. Calling `setRun` again loads them anew and, where they cannot be read
/// any more, goes on with those it has.
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
    /// The timeline of a classified video by windows of that many candidates (0: so far); the answer comes as
    /// `timelineDone` or `timelineFailed`, of the newest request alone.
    void startTimeline(std::shared_ptr<const ShownClip> clip, int window);
    void cancelTimeline() { m_timelineJob.cancel(); }

Q_SIGNALS:
    void done(std::shared_ptr<const rankscope::ShownClip> clip);
    void timelineDone(std::shared_ptr<const rankscope::ShownClip> clip,
                      const rankscope::ClassTimeline& timeline);
    void timelineFailed(const rankscope::Problem& problem);
    void failed(const QString& error, const QString& hint);

private:
    /// A predictor serves one thread at a time; a cancelled job may still be at it when the next begins.
    struct Loaded {
        std::filesystem::path run;
        std::mutex mutex;
        std::optional<Predictor> predictor;
        int width = 0, height = 0;
        std::shared_ptr<Loaded> before; ///< older weights of the same run
        void load();                    ///< the mutex is held
        std::shared_ptr<const ShownClip> classify(const std::filesystem::path& video, std::stop_token stop);
    };
    std::shared_ptr<Loaded> m_loaded;
    Job<bool> m_loadJob;
    Job<std::shared_ptr<const ClassTimeline>> m_timelineJob;
    Job<std::shared_ptr<const ShownClip>> m_job;
};

} // namespace rankscope
