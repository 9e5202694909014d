// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/dynamics_view.h"

#include "ui/classify/frame_strip.h"
#include "ui/inspect/clip_list_model.h"
#include "ui/inspect/dynamics/trace_maps.h"
#include "ui/inspect/work_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rankscope {

DynamicsView::DynamicsView(Inspection& inspection, QWidget* parent)
    : InspectView(inspection, parent),
      m_model(new ClipListModel(this)),
      m_note(new QLabel(this)),
      m_work(new WorkBar(this)),
      m_pages(new QStackedWidget(this)) {
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(buildList()); // first: what it holds acts on the maps
    m_pages->addWidget(m_note);
    m_pages->addWidget(buildMaps());
    row->addWidget(m_pages, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_work);
    layout->addLayout(row, 1);
    connect(m_work, &WorkBar::cancelled, this, [this] {
        m_waiting = false;
        m_work->end();
        this->inspection().cancelClips();
        say(emptyClipsText());
    });
    connect(&inspection, &Inspection::clipsChanged, this, [this] {
        if (m_waiting && !this->inspection().openingClips()) listClips();
    });
    say(emptyText());
}

QWidget* DynamicsView::buildList() {
    auto* box = new QWidget(this);
    box->setFixedWidth(230);
    m_set = new QComboBox(box);
    m_set->addItems({tr("Validation clips"), tr("Test clips"), tr("Training clips")});
    m_set->setAccessibleName(tr("Clips"));
    m_list = new QListView(box);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Clip to look at"));
    m_list->setIconSize({56, 42});
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sorted = new QCheckBox(tr("Sort units by &hidden state"), box);
    m_sorted->setToolTip(tr("Units in the order of h at the last step"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_set);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_sorted);
    connect(m_set, &QComboBox::activated, this, &DynamicsView::openClips);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DynamicsView::trace);
    return box;
}

QWidget* DynamicsView::buildMaps() {
    auto* box = new QWidget(this);
    m_strip = new FrameStrip(box);
    m_maps = new TraceMaps(box);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(m_strip);
    layout->addWidget(m_maps, 1);
    connect(m_sorted, &QCheckBox::toggled, m_maps, &TraceMaps::setSorted);
    connect(m_maps, &TraceMaps::timeChosen, this, &DynamicsView::showTime);
    connect(m_strip, &FrameStrip::chosen, this, &DynamicsView::showTime);
    return box;
}

void DynamicsView::showRun() {
    const auto& run = inspection().run();
    if (run && m_set->currentIndex() == 0 && run->header.validationClips.empty())
        m_set->setCurrentIndex(static_cast<int>(ClipSetName::Train));
    openClips();
}

void DynamicsView::openClips() {
    m_job.cancel();
    m_work->end();
    m_waiting = false;
    if (!inspection().run()) {
        m_model->setClips(nullptr, {});
        return say(emptyText());
    }
    if (inspection().clips()) return listClips();
    say({});
    m_waiting = true;
    inspection().openClips(m_work->begin(tr("Opening the clips…")));
}

void DynamicsView::listClips() {
    m_waiting = false;
    m_work->end();
    const auto& clips = inspection().clips();
    if (!clips || !inspection().run()) {
        m_model->setClips(nullptr, {});
        return say(inspection().run() ? emptyClipsText() : emptyText());
    }
    const int chosen = m_list->currentIndex().isValid() ? m_model->clip(m_list->currentIndex().row()) : -1;
    std::vector<ClipListModel::Entry> entries;
    int row = 0;
    for (const int clip : clipsOf(clips->split, static_cast<ClipSetName>(m_set->currentIndex()))) {
        if (clip == chosen) row = static_cast<int>(entries.size());
        entries.push_back({clip, {}});
    }
    if (entries.empty()) say(tr("This run has no such clips. Choose another set."));
    m_model->setClips(clips, std::move(entries));
    m_list->setCurrentIndex(m_model->index(row));
}

void DynamicsView::trace() {
    const QModelIndex current = m_list->currentIndex();
    const auto& run = inspection().run();
    const auto& clips = inspection().clips();
    if (!current.isValid() || !run || !clips) return;
    const int clip = m_model->clip(current.row());
    m_job.start(
        this,
        [run, clips, clip](std::stop_token stop) {
            return Traced{std::make_shared<const CellTrace>(traceClip(*run, *clips, clip, stop)),
                          shownClip(*clips, run->header.spec.data, clip, stop)};
        },
        [this, run](JobResult<Traced> result) {
            if (!result.value.trace) return say(Problem{result.error, result.hint}.sentence());
            m_strip->setClip(std::move(result.value.clip));
            const auto steps = static_cast<int>(result.value.trace->time);
            m_maps->setTrace(std::move(result.value.trace), run->header.classes);
            showTime(steps - 1);
            m_pages->setCurrentIndex(1);
        });
}

void DynamicsView::showTime(int step) {
    m_maps->setTime(step);
    m_strip->setPosition(step);
}

void DynamicsView::say(const QString& text) {
    m_note->setText(text);
    m_pages->setCurrentIndex(0);
}

} // namespace rankscope
