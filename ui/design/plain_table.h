// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;
class QWidget;

namespace rankscope {

/// A table to read: whole rows are selected, no grid, columns as wide as their content.
QTableView* plainTable(QAbstractItemModel* model, const QString& name, QWidget* parent);

} // namespace rankscope
