// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace rankscope {

/// A line above the panes for what the user should know but need not stop for; with at most one thing to do
/// about it.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const QString& text, const QString& actionText = {}, std::function<void()> action = {});
    QString text() const;

private:
    QLabel* m_text;
    QPushButton* m_button;
    std::function<void()> m_action;
};

} // namespace rankscope
