// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/training_session.h"

#include <QPlainTextEdit>

namespace rankscope {

/// What happened, a line each with its time; can be selected and copied.
class LogView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LogView(TrainingSession& session, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {400, 110}; }
    QSize minimumSizeHint() const override { return {100, 48}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        TrainingSession::Severity severity;
        QString text;
    };
    void add(TrainingSession::Severity severity, const QString& text);
    void write(const Line& line);

    std::vector<Line> m_lines; ///< to be written again in the colours of another theme
};

} // namespace rankscope
