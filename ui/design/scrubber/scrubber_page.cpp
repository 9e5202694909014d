// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/scrubber/scrubber_page.h"

#include "engine/ranks/choose_ranks.h"
#include "ui/design/field_note.h"
#include "ui/design/rank_editor.h"
#include "ui/design/scrubber/quality_curves.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {
constexpr int toleranceSteps = 120;
constexpr double decades = 3; // of tolerances, up to all of the map
constexpr std::size_t curvePoints = 16;
constexpr int tick = 200; // milliseconds

/// Nothing at the left end, then from a thousandth to nearly all.
double toleranceAt(int step) {
    return step == 0 ? 0 : std::min(0.999, std::pow(10.0, decades * (double(step) / toleranceSteps - 1)));
}
QString count(Index value) {
    return QString::fromStdString(grouped(value));
}
} // namespace

ScrubberPage::ScrubberPage(TrainingSession& session, RunStudy& study, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_study(study),
      m_tolerance(new Calm<QSlider>(this)),
      m_toleranceText(new QLabel(this)),
      m_state(new QLabel(this)),
      m_result(new QLabel(this)),
      m_ranks(new RankEditor(tr("Rounded ranks"), this)),
      m_curves(new QualityCurves(this)),
      m_curve(new QPushButton(this)),
      m_write(new QPushButton(tr("Make this a run"), this)) {
    build();
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &ScrubberPage::refresh);
    connect(m_tolerance, &QSlider::valueChanged, this, &ScrubberPage::dragTolerance);
    connect(m_ranks, &RankEditor::edited, this, &ScrubberPage::editRanks);
    connect(m_curve, &QPushButton::clicked, this, &ScrubberPage::drawCurve);
    connect(m_write, &QPushButton::clicked, this, &ScrubberPage::write);
    connect(m_state, &QLabel::linkActivated, this, [this] { m_session.openRun(m_newRun); });
    connect(&study, &RunStudy::changed, this, &ScrubberPage::forget);
    refresh();
}

void ScrubberPage::build() {
    m_tolerance->setOrientation(Qt::Horizontal);
    m_tolerance->setRange(0, toleranceSteps);
    m_tolerance->setAccessibleName(tr("Tolerance: relative error of the map"));
    m_tolerance->setToolTip(tr("The smallest ranks whose relative error of the map stays below this"));
    m_toleranceText->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("99.99 %")));
    auto* label = new QLabel(tr("&Tolerance"), this);
    label->setBuddy(m_tolerance);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_state->setObjectName(QStringLiteral("scrubberState"));
    m_result->setWordWrap(true);
    m_result->setObjectName(QStringLiteral("scrubberResult"));
    m_curve->setToolTip(tr("Measures copies from the run down to all ranks 1"));
    m_write->setToolTip(tr("Writes the rounded copy as a new run, to be trained further or classified with"));
    auto* drag = new QHBoxLayout;
    drag->addWidget(label);
    drag->addWidget(m_tolerance, 1);
    drag->addWidget(m_toleranceText);
    auto* end = new QHBoxLayout;
    end->addWidget(m_result, 1);
    end->addWidget(m_curve);
    end->addWidget(m_write);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 4, 2, 0);
    layout->setSpacing(4);
    layout->addWidget(m_state);
    layout->addLayout(drag);
    layout->addWidget(m_ranks);
    layout->addWidget(m_curves, 1);
    layout->addLayout(end);
}

void ScrubberPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    open();
}

/// Another run, or other weights of it: what was measured is about the ones before.
void ScrubberPage::forget() {
    m_openJob.cancel();
    m_job.cancel();
    m_opened.reset();
    m_points.clear();
    m_now.reset();
    m_wish.reset();
    m_measuring.reset();
    m_queue.clear();
    m_failure.clear();
    m_newRun.clear();
    const QSignalBlocker quiet(m_tolerance);
    m_tolerance->setValue(0);
    m_curves->setPoints(m_points, m_now);
    refresh();
    if (isVisible()) open();
}

void ScrubberPage::open() {
    if (m_opened || m_openJob.running() || !m_study.run() || m_study.isTraining()) return refresh();
    m_study.ask<Opened>(
        m_openJob, this,
        [](RankStudy& study, std::stop_token stop) {
            const MapSpec present = study.maps().front().spec;
            return Opened{present, study.greedySpecs(curvePoints),
                          study.measure(study.change(study.ungated(present)), stop), study.clipSetName()};
        },
        [this](const JobResult<Opened>& result) { opened(result); });
    refresh();
}

void ScrubberPage::opened(const JobResult<Opened>& result) {
    if (result.cancelled) return;
    m_failure = failureOf(result);
    if (result.error.isEmpty()) {
        m_opened = result.value;
        m_now = result.value.quality;
        m_points.insert_or_assign(m_now->parameters, *m_now);
        showRanks(m_now->map);
        m_curves->setPoints(m_points, m_now);
    }
    refresh();
}

void ScrubberPage::dragTolerance() {
    if (m_opened) want({m_opened->quality.map, toleranceAt(m_tolerance->value()), true});
    refresh();
}

void ScrubberPage::editRanks(const Shape& ranks, int index) {
    if (!m_opened) return;
    MapSpec map = m_opened->present;
    const auto fields = ranksOf(map);
    Shape cut;
    for (std::size_t i = 0; i < fields.size(); ++i)
        cut.push_back(std::clamp<Index>(ranks[i], 1, rankOf(m_opened->present, fields[i])));
    if (index >= 0 && cut != ranks) {
        const auto i = static_cast<std::size_t>(index);
        return m_ranks->note().setProblem(tr("%1 = %2: the run has %3, and a rounded copy has no more.")
                                              .arg(QString::fromStdString(fields[i].name), count(ranks[i]),
                                                   count(rankOf(m_opened->present, fields[i]))),
                                          cut);
    }
    m_ranks->note().setRemark({});
    for (std::size_t i = 0; i < fields.size(); ++i) map = withRank(map, fields[i], cut[i]);
    map.outModes = m_opened->quality.map.outModes; // the gates are not counted
    want({map, {}, true});
}

/// The newest wish counts; a point of the curve that gives way is measured later.
void ScrubberPage::want(const Wish& wish) {
    if (m_measuring && !m_measuring->dragged) m_queue.push_front(m_measuring->map);
    m_measuring.reset();
    m_job.cancel();
    m_wish = wish;
    next();
}

void ScrubberPage::next() {
    if (m_job.running()) return;
    if (!m_wish && m_queue.empty()) return refresh();
    if (m_wish) {
        m_measuring = std::exchange(m_wish, std::nullopt);
    } else {
        m_measuring = Wish{m_queue.front(), {}, false};
        m_queue.pop_front();
    }
    m_study.ask<RankQuality>(
        m_job, this,
        [wish = *m_measuring](RankStudy& study, std::stop_token stop) {
            return study.measure(
                study.change(wish.tolerance ? study.ungated(ranksForTolerance(study.maps(), *wish.tolerance))
                                            : wish.map),
                stop);
        },
        [this](const JobResult<RankQuality>& result) { measured(*m_measuring, result); });
    refresh();
}

void ScrubberPage::measured(const Wish& wish, const JobResult<RankQuality>& result) {
    const bool dragged = wish.dragged;
    m_measuring.reset();
    m_failure = failureOf(result);
    if (!result.cancelled && result.error.isEmpty()) {
        m_points.insert_or_assign(result.value.parameters, result.value);
        if (dragged) {
            m_now = result.value;
            showRanks(m_now->map);
        }
        m_curves->setPoints(m_points, m_now);
    }
    next();
}

void ScrubberPage::drawCurve() {
    const bool running = !m_queue.empty() || (m_measuring && !m_measuring->dragged);
    m_queue.clear();
    if (running) {
        m_measuring.reset();
        m_job.cancel();
    } else if (m_opened) {
        m_queue.assign(m_opened->path.begin(), m_opened->path.end());
    }
    next();
}

void ScrubberPage::write() {
    if (!m_now) return;
    m_study.ask<std::filesystem::path>(
        m_writeJob, this,
        [map = m_now->map, root = m_session.runsFolder()](RankStudy& study, std::stop_token) {
            const auto folder = newRunFolder(root, study.model());
            study.write(study.change(map), folder);
            return folder;
        },
        [this](const JobResult<std::filesystem::path>& result) { written(result); });
    refresh();
}

void ScrubberPage::written(const JobResult<std::filesystem::path>& result) {
    m_failure = failureOf(result);
    if (result.error.isEmpty()) m_newRun = result.value;
    refresh();
}

QString ScrubberPage::stateText() const {
    const auto link = [](const QString& text) { return QStringLiteral("<a href=\"#\">%1</a>").arg(text); };
    if (!m_study.run())
        return tr(
            "A trained run can be rounded to smaller ranks here, without training: train this model, or "
            "open a run.");
    const QString name = m_study.runName().toHtmlEscaped();
    if (m_study.isTraining())
        return tr("%1 is in training; it can be rounded when that has ended.").arg(name);
    if (!m_failure.isEmpty()) return QStringLiteral("⚠ ") + m_failure.toHtmlEscaped();
    if (m_writeJob.running()) return tr("Writing the copy…");
    if (!m_newRun.empty())
        return tr("Written as %1, in the list of runs. %2")
            .arg(QString::fromStdString(m_newRun.filename().string()).toHtmlEscaped(), link(tr("Open it")));
    if (!m_opened) return tr("Opening %1: %2").arg(name, m_study.progressText().toHtmlEscaped());
    return tr("Copies of %1, measured on its %2 clips; %3")
        .arg(name, m_opened->clips == "train" ? tr("training") : tr("validation"),
             m_job.running() ? tr("measuring…") : tr("drag the tolerance or change a rank."));
}

void ScrubberPage::refresh() {
    const bool running = m_job.running() || m_openJob.running() || m_writeJob.running();
    if (running != m_tick.isActive()) running ? m_tick.start() : m_tick.stop();
    const bool sweeping = !m_queue.empty() || (m_measuring && !m_measuring->dragged);
    m_state->setText(stateText());
    m_toleranceText->setText(tr("%1 %").arg(fewDigits(toleranceAt(m_tolerance->value()))));
    for (QWidget* control : std::initializer_list<QWidget*>{m_tolerance, m_ranks, m_curve})
        control->setEnabled(m_opened.has_value());
    m_curve->setText(sweeping ? tr("Cancel") : tr("Draw the curve"));
    const bool smaller = m_now && m_opened && m_now->parameters < m_opened->quality.parameters;
    m_write->setEnabled(smaller && !m_wish && !(m_measuring && m_measuring->dragged) &&
                        !m_writeJob.running());
    m_result->setText(m_now ? qualityText(*m_now, m_opened->quality.accuracy) : QString());
}

void ScrubberPage::showRanks(const MapSpec& map) {
    MapSpec gated = m_opened->present;
    takeRanks(gated, map);
    Shape ranks;
    QStringList names;
    for (const RankField& field : ranksOf(gated)) {
        ranks.push_back(rankOf(gated, field));
        names << (field.kind == RankKind::Blocks ? QStringLiteral("N") : QString::fromStdString(field.name));
    }
    m_ranks->setRanks(ranks, names);
}

} // namespace rankscope
