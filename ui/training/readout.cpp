// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/readout.h"

#include "ui/shell/plain_table.h"
#include "ui/training/readout_model.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int mostRows = 4; // seen at once; more are scrolled to
}

Readout::Readout(QWidget* parent)
    : QWidget(parent),
      m_model(new ReadoutModel(this)),
      m_table(plainTable(m_model, tr("Values of the curves at the cross-hair"), this)),
      m_place(new QLabel(this)) {
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_table->horizontalHeader()->setMinimumSectionSize(30);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ReadoutModel::Run, QHeaderView::Stretch);
    m_place->setAccessibleName(tr("Place of the cross-hair"));
    auto* copyButton = new QToolButton(this);
    copyButton->setText(tr("Copy values"));
    copyButton->setToolTip(tr("Copy this table for a spreadsheet"));
    connect(copyButton, &QToolButton::clicked, this, &Readout::copy);
    auto* shortcut = new QShortcut(QKeySequence::Copy, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &Readout::copy);

    auto* line = new QHBoxLayout;
    line->setContentsMargins({});
    line->addWidget(m_place, 1);
    line->addWidget(copyButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_table);
    setPlace(CurveX::Epoch, {}, false);
    hide();
}

void Readout::setRuns(const std::vector<RunInfo>& runs) {
    m_model->setRuns(runs);
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() +
                            2 * m_table->frameWidth());
    setVisible(!runs.empty());
}

void Readout::setPlace(CurveX axis, std::optional<double> x, bool pinned) {
    m_model->setPlace(axis, x);
    const QString place = x ? locale().toString(*x, 'g', 4) : QString();
    const QString where = axis == CurveX::Epoch  ? tr("Values at epoch %1").arg(place)
                          : axis == CurveX::Step ? tr("Values at step %1").arg(place)
                                                 : tr("Values at %1 s").arg(place);
    m_place->setText(!x       ? tr("Values of the last epoch")
                     : pinned ? tr("%1, held: click to let go").arg(where)
                              : tr("%1: click to hold").arg(where));
}

void Readout::copy() const {
    QApplication::clipboard()->setText(m_model->text());
}

} // namespace rankscope
