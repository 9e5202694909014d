// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/design/rank_edit.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace rankscope {

class FieldNote;

/// One number per rank of a kind and one for all of them together.
class RankEditor : public QWidget {
    Q_OBJECT
public:
    RankEditor(const QString& name, QWidget* parent);

    /// `names`: one per rank, such as "r2".
    void setRanks(const Shape& ranks, const QStringList& names);
    FieldNote& note() { return *m_note; }
    QSpinBox* spin(int index) { return m_spins.at(static_cast<std::size_t>(index)); }
    QSpinBox* all() { return m_all; }
    int spinHeight() const;

Q_SIGNALS:
    /// `index` -1: all together, or a suggestion taken.
    void edited(const rankscope::Shape& ranks, int index);

private:
    QSpinBox* addSpin(const QString& name);
    void resizeTo(std::size_t count);
    void editOne(int index);
    void editAll();

    QString m_name;
    QGridLayout* m_grid;
    QLabel* m_allLabel;
    QSpinBox* m_all;
    std::vector<QSpinBox*> m_spins;
    FieldNote* m_note;
};

} // namespace rankscope
