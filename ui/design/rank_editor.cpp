// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/rank_editor.h"

#include "ui/design/field_note.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int columns = 5;
constexpr int mostTyped = 999'999; // limits are said, not cut: a larger number can be typed than may be used
constexpr int mixed = 0;           // shown as a dash by "all" while the ranks differ
} // namespace

RankEditor::RankEditor(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_name(name),
      m_grid(new QGridLayout),
      m_allLabel(new QLabel(tr("all"), this)),
      m_all(addSpin(tr("%1: all together").arg(name))),
      m_note(new FieldNote(this)) {
    m_all->setToolTip(tr("Sets all of them"));
    setFocusProxy(m_all);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(2);
    m_grid->addWidget(m_allLabel, 0, 0, Qt::AlignRight);
    m_grid->addWidget(m_all, 0, 1);
    for (int column = 1; column <= columns; ++column) m_grid->setColumnStretch(column, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(m_grid);
    layout->addWidget(m_note);
    connect(m_all, &QSpinBox::valueChanged, this, &RankEditor::editAll);
    connect(m_note, &FieldNote::suggestionTaken, this,
            [this](const Shape& ranks) { Q_EMIT edited(ranks, -1); });
}

QSpinBox* RankEditor::addSpin(const QString& name) {
    auto* spin = new Calm<QSpinBox>(this);
    spin->setRange(1, mostTyped);
    spin->setMinimumWidth(44);
    spin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
    spin->setAlignment(Qt::AlignHCenter);
    spin->setAccessibleName(name);
    return spin;
}

int RankEditor::spinHeight() const {
    return m_all->sizeHint().height();
}

void RankEditor::resizeTo(std::size_t count) {
    while (m_spins.size() > count) {
        m_spins.back()->deleteLater();
        m_grid->removeWidget(m_spins.back());
        m_spins.pop_back();
    }
    while (m_spins.size() < count) {
        const int index = static_cast<int>(m_spins.size());
        QSpinBox* spin = addSpin(m_name);
        // After "all" a row of four: the bonds of most models stand in one line.
        m_grid->addWidget(spin, index / (columns - 1), 2 + index % (columns - 1));
        QWidget::setTabOrder(m_spins.empty() ? m_all : m_spins.back(), spin);
        connect(spin, &QSpinBox::valueChanged, this, [this, index] { editOne(index); });
        m_spins.push_back(spin);
        spin->show();
    }
    if (!m_spins.empty()) // alone it stands where "all" would
        m_grid->addWidget(m_spins.front(), 0, count == 1 ? 1 : 2);
    m_allLabel->setVisible(count > 1);
    m_all->setVisible(count > 1);
    setFocusProxy(count == 1 ? m_spins.front() : m_all);
}

void RankEditor::setRanks(const Shape& ranks, const QStringList& names) {
    resizeTo(ranks.size());
    const auto show = [](QSpinBox* spin, Index value) {
        const QSignalBlocker quiet(spin);
        spin->setValue(static_cast<int>(std::min<Index>(value, mostTyped)));
    };
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const QString& name = names[static_cast<qsizetype>(i)];
        show(m_spins[i], ranks[i]);
        m_spins[i]->setAccessibleName(m_name + QLatin1Char(' ') + name);
        m_spins[i]->setToolTip(tr("%1 = %2; arrow keys, wheel or digits change it").arg(name).arg(ranks[i]));
    }
    const bool equal = std::ranges::adjacent_find(ranks, std::ranges::not_equal_to{}) == ranks.end();
    const QSignalBlocker quiet(m_all);
    m_all->setMinimum(equal ? 1 : mixed);
    m_all->setSpecialValueText(equal ? QString() : QStringLiteral("–"));
    show(m_all, equal && !ranks.empty() ? ranks.front() : mixed);
}

void RankEditor::editOne(int index) {
    Shape ranks;
    for (const QSpinBox* spin : m_spins) ranks.push_back(spin->value());
    Q_EMIT edited(ranks, index);
}

void RankEditor::editAll() {
    Q_EMIT edited(Shape(m_spins.size(), m_all->value()), -1);
}

} // namespace rankscope
