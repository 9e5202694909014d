// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/log_view.h"

#include "ui/plot/theme.h"

#include <QEvent>
#include <QLocale>
#include <QScrollBar>
#include <QTime>

namespace rankscope {

namespace {
constexpr std::size_t mostLines = 2000;
}

LogView::LogView(TrainingSession& session, QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setAcceptDrops(false);
    setAccessibleName(tr("Log"));
    setPlaceholderText(tr("What happens is written here: skipped files, warnings, the end of a run."));
    setMaximumBlockCount(static_cast<int>(mostLines));
    connect(&session, &TrainingSession::logged, this, &LogView::add);
}

void LogView::add(TrainingSession::Severity severity, const QString& text) {
    if (m_lines.size() == mostLines) m_lines.erase(m_lines.begin());
    m_lines.push_back({severity, QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + text});
    const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    write(m_lines.back());
    if (atEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::write(const Line& line) {
    QTextCharFormat format;
    format.setForeground(line.severity == TrainingSession::Severity::Failure ? errorColor(palette())
                         : line.severity == TrainingSession::Severity::Warning
                             ? warningColor(palette())
                             : palette().color(QPalette::Text));
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!document()->isEmpty()) cursor.insertBlock();
    cursor.insertText(line.text, format);
}

void LogView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    clear();
    for (const Line& line : m_lines) write(line);
}

} // namespace rankscope
