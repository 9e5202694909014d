// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/field_note.h"

#include "ui/design/modes_check.h"

namespace rankscope {

FieldNote::FieldNote(QWidget* parent) : QLabel(parent) {
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkActivated, this, [this] { Q_EMIT suggestionTaken(m_suggestion); });
    hide();
}

void FieldNote::setRemark(const QString& text) {
    m_problem = false;
    m_suggestion.clear();
    setText(text.toHtmlEscaped());
    setFocusPolicy(Qt::NoFocus);
    setVisible(!text.isEmpty());
}

void FieldNote::setProblem(const QString& text, const rankscope::Shape& suggestion) {
    m_problem = true;
    m_suggestion = suggestion;
    QString html = QStringLiteral("⚠ ") + text.toHtmlEscaped();
    if (!suggestion.empty())
        html += QLatin1Char(' ') +
                tr("Use %1").arg(QStringLiteral("<a href=\"#\">%1</a>").arg(modesText(suggestion)));
    setText(html);
    setFocusPolicy(suggestion.empty() ? Qt::NoFocus : Qt::StrongFocus);
    show();
}

} // namespace rankscope
