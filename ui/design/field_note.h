// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <QLabel>

namespace rankscope {

/// The line under a field: a remark, or what is wrong with the field and a choice near to it that a click
/// takes.
class FieldNote : public QLabel {
    Q_OBJECT
public:
    explicit FieldNote(QWidget* parent);
    void setRemark(const QString& text);
    /// An empty suggestion offers none.
    void setProblem(const QString& text, const rankscope::Shape& suggestion);
    bool isProblem() const { return m_problem; }

Q_SIGNALS:
    void suggestionTaken(const rankscope::Shape& suggestion);

private:
    bool m_problem = false;
    rankscope::Shape m_suggestion;
};

} // namespace rankscope
