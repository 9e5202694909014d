// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/classifier.h"

#include "engine/storage/run_folder.h"

namespace rankscope {

QImage ShownClip::frame(int candidate) const {
    const auto& pixels = result.clip.frames.at(static_cast<std::size_t>(candidate));
    return QImage(pixels.data(), width, height, width * 3, QImage::Format_RGB888);
}

void Classifier::setRun(const std::filesystem::path& run) {
    m_job.cancel();
    m_loaded.reset();
    if (run.empty()) return;
    m_loaded = std::make_shared<Loaded>();
    m_loaded->run = run;
}

std::shared_ptr<const ShownClip> Classifier::Loaded::classify(const std::filesystem::path& video,
                                                              std::stop_token stop) {
    const std::scoped_lock lock(mutex);
    if (stop.stop_requested()) throw Cancelled();
    if (!predictor) {
        const RunInfo info = readRun(run);
        width = info.spec.data.width;
        height = info.spec.data.height;
        predictor.emplace(run);
    }
    auto clip = std::make_shared<ShownClip>();
    clip->result = predictor->classify(video, stop);
    clip->width = width;
    clip->height = height;
    return clip;
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
