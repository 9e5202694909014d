// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/classifier.h"

#include "engine/base/error.h"
#include "engine/storage/run_folder.h"

#include <utility>

namespace rankscope {

QImage ShownClip::frame(int candidate) const {
    const auto& pixels = result.clip.frames.at(static_cast<std::size_t>(candidate));
    return QImage(pixels.data(), width, height, width * 3, QImage::Format_RGB888);
}

double ShownClip::seconds(int candidate) const {
    const DecodedClip& clip = result.clip;
    if (clip.framesPerSecond <= 0 || frames() == 0) return 0;
    return (candidate + 0.5) * clip.decodedFrames / frames() / clip.framesPerSecond;
}

void Classifier::setRun(const std::filesystem::path& run) {
    m_job.cancel();
    m_timelineJob.cancel();
    m_loadJob.cancel();
    auto before = m_loaded && m_loaded->run == run ? m_loaded : nullptr;
    m_loaded.reset();
    if (run.empty()) return;
    m_loaded = std::make_shared<Loaded>();
    m_loaded->run = run;
    m_loaded->before = std::move(before);
    m_loadJob.start(
        this,
        [loaded = m_loaded](std::stop_token) {
            const std::scoped_lock lock(loaded->mutex);
            loaded->load();
            return true;
        },
        [](const JobResult<bool>&) {}); // what went wrong is told with the first video
}

void Classifier::Loaded::load() {
    if (predictor) return;
    const auto older = std::exchange(before, nullptr);
    try {
        const RunInfo info = readRun(run);
        predictor.emplace(run);
        width = info.spec.data.width;
        height = info.spec.data.height;
    } catch (const Error&) {
        if (!older) throw;
        const std::scoped_lock lock(older->mutex);
        older->load();
        predictor = std::move(older->predictor);
        older->predictor.reset();
        width = older->width;
        height = older->height;
    }
}

std::shared_ptr<const ShownClip> Classifier::Loaded::classify(const std::filesystem::path& video,
                                                              std::stop_token stop) {
    const std::scoped_lock lock(mutex);
    if (stop.stop_requested()) throw Cancelled();
    load();
    auto clip = std::make_shared<ShownClip>();
    clip->result = predictor->classify(video, stop);
    clip->timeline = predictor->timeline(clip->result.clip.frames, 0, stop);
    clip->classes = predictor->classes();
    clip->width = width;
    clip->height = height;
    return clip;
}

void Classifier::startTimeline(std::shared_ptr<const ShownClip> clip, int window) {
    if (!m_loaded) return;
    m_timelineJob.start(
        this,
        [loaded = m_loaded, clip, window](std::stop_token stop) {
            const std::scoped_lock lock(loaded->mutex);
            loaded->load();
            return std::make_shared<const ClassTimeline>(
                loaded->predictor->timeline(clip->result.clip.frames, window, stop));
        },
        [this, clip](const JobResult<std::shared_ptr<const ClassTimeline>>& answer) {
            if (answer.value)
                Q_EMIT timelineDone(clip, *answer.value);
            else if (!answer.cancelled)
                Q_EMIT timelineFailed({answer.error, answer.hint});
        });
}

void Classifier::start(const std::filesystem::path& video) {
    m_job.start(
        this, [loaded = m_loaded, video](std::stop_token stop) { return loaded->classify(video, stop); },
        [this](const JobResult<std::shared_ptr<const ShownClip>>& answer) {
            if (answer.value)
                Q_EMIT done(answer.value);
            else if (!answer.cancelled)
                Q_EMIT failed(answer.error, answer.hint);
        });
}

} // namespace rankscope
