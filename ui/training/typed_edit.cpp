// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/typed_edit.h"

#include "engine/base/error.h"
#include "ui/bridge/problem.h"

#include <QKeyEvent>

namespace rankscope {

TypedEdit::TypedEdit(QWidget* parent) : QLineEdit(parent) {
    setAcceptDrops(false); // files dropped here are for the window
    connect(this, &QLineEdit::textEdited, this,
            [this](const QString& text) { emit problemChanged(problemOf(text.trimmed())); });
    connect(this, &QLineEdit::editingFinished, this, &TypedEdit::finish);
}

void TypedEdit::setValue(const QString& value) {
    if (value == m_value && isModified()) return;
    m_value = value;
    setText(value); // clears the modified mark
}

void TypedEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isModified()) {
        setText(m_value);
        emit problemChanged({});
        return;
    }
    QLineEdit::keyPressEvent(event);
}

QString TypedEdit::problemOf(const QString& text) const {
    try {
        if (m_check) m_check(text);
    } catch (const Error& error) {
        return rankscope::problemOf(error).sentence();
    }
    return {};
}

void TypedEdit::finish() {
    if (!isModified()) return;
    const QString typed = text().trimmed();
    setText(m_value);
    const bool valid = problemOf(typed).isEmpty();
    emit problemChanged({});
    if (valid) emit committed(typed);
}

} // namespace rankscope
