// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QMenu;

namespace rankscope {

class FieldNote;

/// A heading and the lists of mode sizes offered under it.
struct ModesGroup {
    QString title;
    std::vector<Shape> choices;
};

/// Mode sizes as text ("8,20,20,18") with a menu of suggestions and a note of what is wrong with them.
class ModesEditor : public QWidget {
    Q_OBJECT
public:
    using Suggest = std::function<std::vector<ModesGroup>()>;
    /// `suggest` is asked each time the menu opens.
    ModesEditor(const QString& name, Suggest suggest, QWidget* parent);

    QString text() const;
    /// Leaves the text alone where it already says this.
    void setModes(const Shape& modes);
    FieldNote& note() { return *m_note; }
    QLineEdit* line() { return m_line; }

Q_SIGNALS:
    void edited();

private:
    void take(const Shape& modes);
    void fillMenu();

    Suggest m_suggest;
    QLineEdit* m_line;
    QMenu* m_menu;
    FieldNote* m_note;
};

} // namespace rankscope
