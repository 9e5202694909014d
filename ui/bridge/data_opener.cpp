// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/data_opener.h"

#include "engine/data/synthetic.h"

#include <QStandardPaths>

namespace rankscope {

namespace {
constexpr int reportInterval = 100; // ms
constexpr int reopenDelay = 600;    // ms: a number that is being typed opens nothing yet
} // namespace

DataOpener::DataOpener(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    m_report.setInterval(reportInterval);
    m_reopen.setInterval(reopenDelay);
    m_reopen.setSingleShot(true);
    connect(&m_report, &QTimer::timeout, this, &DataOpener::report);
    connect(&m_reopen, &QTimer::timeout, this, &DataOpener::follow);
    connect(&workspace, &Workspace::specChanged, this, &DataOpener::compare);
}

DataOpener::~DataOpener() = default;

std::filesystem::path DataOpener::builtInFolder() {
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "rankscope" / "moving-shapes";
}

void DataOpener::openFolder(const std::filesystem::path& root) {
    open({.root = root, .builtIn = false, .dataset = nullptr, .frames = nullptr, .error = {}});
    scan();
}

void DataOpener::openBuiltIn() {
    open({.root = builtInFolder(), .builtIn = true, .dataset = nullptr, .frames = nullptr, .error = {}});
    writeBuiltIn();
}

void DataOpener::cancel() {
    if (!busy()) return;
    stopJobs();
    OpenedData data = m_workspace.data();
    data.error = tr("Reading was cancelled. Open the folder again to go on.");
    m_workspace.setData(data);
    end({}, {});
}

void DataOpener::stopJobs() {
    m_writeJob.cancel();
    m_scanJob.cancel();
    m_decodeJob.cancel();
    m_reopen.stop();
}

void DataOpener::open(OpenedData data) {
    stopJobs();
    m_opened = wanted();
    m_working = true;
    m_workspace.setData(data);
    m_report.start();
    emit started();
}

template <class T>
void DataOpener::run(Job<T>& job, Phase phase, std::function<T(std::stop_token, const Progress&)> work,
                     std::function<void(T)> next) {
    m_counter = std::make_shared<Counter>();
    m_progress = {};
    m_progress.phase = phase;
    report();
    job.start(
        this,
        [work = std::move(work), counter = m_counter](std::stop_token stop) {
            return work(stop, [counter](int done, int total) {
                counter->done = done;
                counter->total = total;
            });
        },
        [this, next = std::move(next)](JobResult<T> result) {
            if (result.error.isEmpty() && !result.cancelled)
                next(std::move(result.value));
            else
                end(result.error, result.hint);
        });
}

void DataOpener::writeBuiltIn() {
    m_writing = true;
    run<bool>(
        m_writeJob, Phase::Scanning,
        [folder = m_workspace.data().root](std::stop_token stop, const Progress& progress) {
            writeMovingShapes({}, folder, 0, stop, progress);
            return true;
        },
        [this](bool) { scan(); });
}

void DataOpener::scan() {
    m_writing = false;
    run<std::shared_ptr<const Dataset>>(
        m_scanJob, Phase::Scanning,
        [root = m_workspace.data().root, list = m_opened.list](std::stop_token stop,
                                                               const Progress& progress) {
            return std::make_shared<const Dataset>(openDataset(root, list, stop, progress));
        },
        [this](std::shared_ptr<const Dataset> dataset) {
            OpenedData data = m_workspace.data();
            data.dataset = std::move(dataset);
            m_workspace.setData(data);
            decode();
        });
}

void DataOpener::decode() {
    DataSpec spec = m_workspace.spec().data;
    spec.width = m_opened.width;
    spec.height = m_opened.height;
    spec.candidates = m_opened.candidates;
    spec.every = m_opened.every;
    spec.mostFrames = m_opened.mostFrames;
    run<std::shared_ptr<const FrameCache>>(
        m_decodeJob, Phase::Decoding,
        [dataset = m_workspace.data().dataset, spec, resources = m_resources](std::stop_token stop,
                                                                              const Progress& progress) {
            return std::make_shared<const FrameCache>(*dataset, spec, resources.cache, resources.threads,
                                                      stop, progress);
        },
        [this](std::shared_ptr<const FrameCache> frames) {
            OpenedData data = m_workspace.data();
            data.frames = std::move(frames);
            m_workspace.setData(data);
            end({}, {});
        });
}

void DataOpener::compare() {
    if (m_workspace.data().root.empty()) return;
    if (wanted() != m_opened) {
        m_reopen.start();
    } else if (m_reopen.isActive()) { // taken back
        m_reopen.stop();
        if (!m_working) emit finished();
    }
}

void DataOpener::follow() {
    OpenedData data = m_workspace.data();
    const bool otherClips = wanted().list != m_opened.list || !data.dataset;
    data.frames = nullptr;
    data.error.clear();
    if (otherClips) data.dataset = nullptr;
    open(data);
    if (data.builtIn && otherClips)
        writeBuiltIn();
    else if (otherClips)
        scan();
    else
        decode();
}

void DataOpener::end(const QString& error, const QString& hint) {
    m_working = m_writing = false;
    m_report.stop();
    if (!error.isEmpty()) {
        OpenedData data = m_workspace.data();
        data.error = hint.isEmpty() ? error : error + '\n' + hint;
        m_workspace.setData(data);
        emit failed(error, hint);
    }
    emit finished();
}

void DataOpener::report() {
    m_progress.done = m_counter->done;
    m_progress.total = m_counter->total;
    emit progressed();
}

DataOpener::Wanted DataOpener::wanted() const {
    const DataSpec& data = m_workspace.spec().data;
    return {data.list, data.width, data.height, data.candidates, data.every, data.mostFrames};
}

} // namespace rankscope
