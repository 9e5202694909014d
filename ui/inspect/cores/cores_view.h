// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/evaluation/weight_tensors.h"
#include "ui/inspect/inspect_view.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace rankscope {

class BarPlot;
class HeatMap;

/// The trained tensors as heat maps: any two axes laid out, the others as tiles or one index at a time; and
/// how the values of the tensor are spread.
class CoresView : public InspectView {
    Q_OBJECT
public:
    CoresView(Inspection& inspection, QWidget* parent);

    /// Up to this many values all tiles are shown at once.
    static constexpr Index mostTiled = Index{1} << 18;

protected:
    void showRun() override;

private:
    struct Drawn;
    QWidget* buildSide();
    void chooseTensor();
    void chooseAxes();
    void draw();
    void show(const Drawn& drawn);
    QString describe(int row, int column) const;
    const WeightTensor* tensor() const;
    TensorView view() const;

    std::vector<WeightTensor> m_tensors;
    Job<std::shared_ptr<const Drawn>> m_job;
    std::shared_ptr<const Drawn> m_drawn;
    QComboBox *m_choice, *m_rows, *m_columns;
    QCheckBox* m_tiled;
    QFormLayout* m_form;
    std::vector<QSpinBox*> m_at; ///< of every axis
    QLabel* m_numbers;
    HeatMap* m_map;
    BarPlot* m_histogram;
};

} // namespace rankscope
