// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>

namespace rankscope {

/// A line of text that is checked as it is typed and taken when the user is done with it; Escape and text
/// that is not valid bring the old value back.
class TypedEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit TypedEdit(QWidget* parent = nullptr);

    /// Throws Error where the text is not valid.
    void setCheck(std::function<void(const QString&)> check) { m_check = std::move(check); }
    /// The value to show; leaves alone what is being typed.
    void setValue(const QString& value);

signals:
    void committed(const QString& text);
    void problemChanged(const QString& problem); ///< empty: none

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString problemOf(const QString& text) const;
    void finish();

    std::function<void(const QString&)> m_check;
    QString m_value;
};

} // namespace rankscope
