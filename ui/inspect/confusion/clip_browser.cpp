// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/confusion/clip_browser.h"

#include "ui/classify/clip_player.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace rankscope {

ClipBrowser::ClipBrowser(QWidget* parent)
    : QWidget(parent),
      m_model(new ClipListModel(this)),
      m_title(new QLabel(this)),
      m_list(new QListView(this)),
      m_player(new ClipPlayer(this)) {
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Clips"));
    m_list->setIconSize({56, 42});
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addWidget(m_player, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addLayout(row, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClipBrowser::play);
    clear({});
}

void ClipBrowser::setClips(const QString& title, std::shared_ptr<const InspectedClips> clips,
                           const DataSpec& spec, std::vector<ClipListModel::Entry> entries) {
    m_title->setText(title);
    m_clips = clips;
    m_spec = spec;
    m_model->setClips(std::move(clips), std::move(entries));
    m_list->setCurrentIndex(m_model->index(0)); // which plays it
    if (!m_list->currentIndex().isValid()) play();
}

void ClipBrowser::clear(const QString& title) {
    setClips(title, nullptr, {}, {});
}

void ClipBrowser::play() {
    m_job.cancel();
    m_player->setClip(nullptr);
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) return;
    m_job.start(
        this,
        [clips = m_clips, spec = m_spec, clip = m_model->clip(current.row())](std::stop_token stop) {
            return shownClip(*clips, spec, clip, stop);
        },
        [this](JobResult<std::shared_ptr<const ShownClip>> result) {
            if (result.value)
                m_player->setClip(std::move(result.value));
            else
                m_title->setText(Problem{result.error, result.hint}.sentence());
        });
}

} // namespace rankscope
