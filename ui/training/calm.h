// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWheelEvent>
#include <QWidget>

namespace rankscope {

/// A combo or spin box in a panel that scrolls: wheel turns scroll the panel and change the value only where
/// the user has gone into it.
template <class Box>
class Calm : public Box {
public:
    explicit Calm(QWidget* parent) : Box(parent) {
        this->setFocusPolicy(Qt::StrongFocus); // a turn of the wheel must not be a way in
    }

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (this->hasFocus())
            Box::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace rankscope
