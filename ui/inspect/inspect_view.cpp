// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/inspect_view.h"

namespace rankscope {

InspectView::InspectView(Inspection& inspection, QWidget* parent)
    : QWidget(parent), m_inspection(inspection) {
    connect(&inspection, &Inspection::runChanged, this, [this] {
        m_outdated = true;
        follow();
    });
}

void InspectView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
}

void InspectView::follow() {
    if (!m_outdated || !isVisible()) return;
    m_outdated = false;
    showRun();
}

QString InspectView::emptyText() const {
    if (m_inspection.folder().empty()) return tr("Train a model or open a run first.");
    if (m_inspection.loading()) return tr("Reading the run…");
    return m_inspection.problem().sentence();
}

QString InspectView::emptyClipsText() const {
    const Problem& problem = m_inspection.clipsProblem();
    return problem.what.isEmpty() ? tr("The clips are not open. Choose a set of clips to open them.")
                                  : problem.sentence();
}

} // namespace rankscope
