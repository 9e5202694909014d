// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace rankscope {

class Actions;

/// None of these blocks: each is gone when the user closes it.
void showShortcuts(QWidget* window, const Actions& actions);
void showAbout(QWidget* window);

enum class CloseChoice { KeepTraining, StopAndSave, Cancel };
/// Asked where the window is closed while a run trains.
void askBeforeClosing(QWidget* window, std::function<void(CloseChoice)> answer);

} // namespace rankscope
