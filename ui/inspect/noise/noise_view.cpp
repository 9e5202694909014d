// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/noise/noise_view.h"

#include "engine/storage/run_writer.h"
#include "ui/inspect/work_bar.h"
#include "ui/plot/curve_plot.h"
#include "ui/training/curve_data.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace rankscope {

namespace {
constexpr std::array amounts{0.02, 0.05, 0.1, 0.2, 0.4}; // deviation as a share of full scale
constexpr std::uint64_t seed = 1;

QString nameOf(const std::filesystem::path& run) {
    return QString::fromStdString(run.filename().string());
}

/// Data set and clips on which a run is measured.
std::pair<std::string, std::vector<std::string>> clipsOf(const RunHeader& run) {
    std::vector<std::string> clips = run.testClips.empty() ? run.validationClips : run.testClips;
    std::ranges::sort(clips);
    return {run.dataIdentity, std::move(clips)};
}
} // namespace

NoiseView::NoiseView(Inspection& inspection, QWidget* parent)
    : InspectView(inspection, parent),
      m_start(new QPushButton(tr("&Measure"), this)),
      m_note(new QLabel(this)),
      m_empty(new QLabel(this)),
      m_work(new WorkBar(this)),
      m_pages(new QStackedWidget(this)),
      m_plot(new CurvePlot(this)) {
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_plot);
    m_plot->setLabels(tr("standard deviation of the noise, share of full scale"), tr("accuracy"));
    m_plot->setValueRange(0, 1);
    m_plot->setAccessibleName(tr("Accuracy against noise"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_start);
    row->addWidget(m_note, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addWidget(m_work);
    layout->addWidget(m_pages, 1);
    connect(m_start, &QPushButton::clicked, this, &NoiseView::start);
    connect(m_work, &WorkBar::cancelled, this, &NoiseView::showRun);
}

void NoiseView::showRun() {
    m_job.cancel();
    m_work->end();
    m_plot->clear();
    m_pages->setCurrentWidget(m_empty);
    const bool any = inspection().run() != nullptr;
    m_start->setEnabled(any);
    m_empty->setText(any ? tr("Measure how the accuracy falls when noise is added to the clips.")
                         : emptyText());
    m_note->setText(
        any ? tr("The best weights on the test clips, or the validation clips where there are none. "
                 "Runs compared in Train are measured, too, where they have the same clips.")
            : QString());
}

void NoiseView::start() {
    std::vector<std::filesystem::path> runs{inspection().folder()};
    for (const auto& other : inspection().comparedRuns())
        if (std::ranges::find(runs, other) == runs.end()) runs.push_back(other);
    m_start->setEnabled(false);
    m_job.start(
        this,
        [runs, open = inspection().workspace().data().root, resources = inspection().resources(),
         progress = m_work->begin(tr("Measuring…"))](std::stop_token stop) {
            std::vector<Disturbance> noise;
            for (const double amount : amounts) noise.push_back({DisturbanceKind::Noise, amount});
            const Observer observer = [&progress](const Event& event) {
                if (const auto* step = std::get_if<ProgressEvent>(&event)) progress(step->done, step->total);
            };
            Measured measured;
            const auto clips = clipsOf(readHeader(runs.front()));
            for (const auto& run : runs) {
                const RunHeader header = readHeader(run);
                if (clipsOf(header) != clips) {
                    measured.others << nameOf(run);
                    continue;
                }
                measured.runs.push_back(readRun(run));
                measured.reports.push_back(
                    robustnessOf(run, clipsFolder(header, open), noise, seed, resources, observer, stop));
            }
            return measured;
        },
        [this](JobResult<Measured> result) {
            m_work->end();
            m_start->setEnabled(true);
            if (result.error.isEmpty())
                show(result.value);
            else
                m_note->setText(Problem{result.error, result.hint}.sentence());
        });
}

void NoiseView::show(const Measured& measured) {
    m_plot->clear();
    m_pages->setCurrentWidget(m_plot);
    m_note->setText(measured.reports.front().set == "test" ? tr("The best weights on the test clips.")
                                                           : tr("The best weights on the validation clips."));
    if (!measured.others.isEmpty())
        m_note->setText(tr("%1 Left out, with other clips: %2.")
                            .arg(m_note->text(), measured.others.join(QStringLiteral(", "))));
    const QVector<int> series = seriesOf(measured.runs); // the colours that they have in Train
    for (std::size_t i = 0; i < measured.runs.size(); ++i) {
        QVector<double> x, y;
        for (const RobustnessRow& row : measured.reports[i].rows) {
            x << row.disturbance.amount;
            y << row.estimate.accuracy;
        }
        CurveStyle style;
        style.name = nameOf(measured.runs[i].folder);
        style.series = series[static_cast<int>(i)];
        style.dashed = i % 2 == 1;
        style.points = true;
        m_plot->setCurve(QString::number(i), x, y, style);
    }
}

} // namespace rankscope
