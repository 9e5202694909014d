// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/curve_data.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;
class QToolButton;

namespace rankscope {

/// What can be chosen about the curves: smoothing, the x axis, logarithmic axes, following; remembered from
/// one start to the next.
class CurveBar : public QWidget {
    Q_OBJECT
public:
    explicit CurveBar(QWidget* parent = nullptr);
    ~CurveBar() override;

    CurveOptions options() const;
    void setFollowing(bool follows);
    /// The plots that can be exported, by name.
    void setPlots(const QStringList& names);

signals:
    void changed();
    void followAsked();
    void exportAsked(int plot); ///< number of the plot in setPlots

private:
    void buildSmoothing();
    void buildAxes();
    void restore();
    void change(); ///< told at once, stored soon
    void store();

    QSlider* m_slider;
    QDoubleSpinBox* m_smoothing;
    QComboBox* m_x;
    QCheckBox *m_logX, *m_logY;
    QToolButton *m_follow, *m_export;
    QTimer m_storeDelay; ///< a slider must not wait for the disk
};

} // namespace rankscope
