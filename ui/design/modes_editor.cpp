// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/modes_editor.h"

#include "ui/design/field_note.h"
#include "ui/design/modes_check.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace rankscope {

ModesEditor::ModesEditor(const QString& name, Suggest suggest, QWidget* parent)
    : QWidget(parent),
      m_suggest(std::move(suggest)),
      m_line(new QLineEdit(this)),
      m_menu(new QMenu(this)),
      m_note(new FieldNote(this)) {
    m_line->setAccessibleName(name);
    m_line->setAcceptDrops(false); // the window takes what is dropped
    m_line->setPlaceholderText(QStringLiteral("8,20,20,18"));
    setFocusProxy(m_line);
    auto* button = new QPushButton(tr("Suggest"), this);
    button->setAccessibleName(tr("Suggestions: %1").arg(name));
    button->setToolTip(tr("Factorisations, balanced ones first"));
    button->setMenu(m_menu);
    auto* row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_note);
    connect(m_line, &QLineEdit::textEdited, this, &ModesEditor::edited);
    connect(m_menu, &QMenu::aboutToShow, this, &ModesEditor::fillMenu);
    connect(m_note, &FieldNote::suggestionTaken, this, &ModesEditor::take);
}

QString ModesEditor::text() const {
    return m_line->text();
}

void ModesEditor::setModes(const Shape& modes) {
    if (readModes(text(), {}).modes != modes) m_line->setText(modesText(modes));
}

void ModesEditor::take(const Shape& modes) {
    m_line->setText(modesText(modes));
    Q_EMIT edited();
}

void ModesEditor::fillMenu() {
    m_menu->clear();
    for (const ModesGroup& group : m_suggest()) {
        m_menu->addSection(group.title);
        for (const Shape& modes : group.choices)
            m_menu->addAction(modesText(modes), this, [this, modes] { take(modes); });
    }
}

} // namespace rankscope
