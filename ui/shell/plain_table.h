// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;
class QWidget;

namespace rankscope {

/// A table to read: one whole row is selected, no grid, no numbers of rows; Tab leaves it.
QTableView* plainTable(QAbstractItemModel* model, const QString& name, QWidget* parent);

} // namespace rankscope
