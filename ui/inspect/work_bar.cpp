// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/work_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace rankscope {

namespace {
constexpr int interval = 100; // ms
}

WorkBar::WorkBar(QWidget* parent) : QWidget(parent), m_what(new QLabel(this)), m_bar(new QProgressBar(this)) {
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_what);
    row->addWidget(m_bar, 1);
    row->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &WorkBar::cancelled);
    connect(&m_timer, &QTimer::timeout, this, &WorkBar::showProgress);
    hide();
}

Progress WorkBar::begin(const QString& what) {
    m_counter = std::make_shared<Counter>();
    m_what->setText(what);
    m_timer.start(interval);
    showProgress();
    show();
    return [counter = m_counter](int done, int total) {
        counter->done = done;
        counter->total = total;
    };
}

void WorkBar::end() {
    m_timer.stop();
    hide();
}

void WorkBar::showProgress() {
    m_bar->setRange(0, m_counter->total);
    m_bar->setValue(m_counter->done);
}

} // namespace rankscope
