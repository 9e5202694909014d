// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ranks/rounding.h"
#include "ui/inspect/inspect_view.h"

class QCheckBox;
class QGridLayout;
class QLabel;

namespace rankscope {

class BarPlot;

/// What each rank carries: its singular values as bars, over each the error of the map rounded to that rank.
/// A click makes it the rank of the model in Design.
class SpectraView : public InspectView {
    Q_OBJECT
public:
    SpectraView(Inspection& inspection, QWidget* parent);

protected:
    void showRun() override;

private:
    using Roundings = std::vector<RankRounding>;
    void show(Roundings roundings);
    void addPlot(const RankRounding& rounding, int place);
    void fill();
    /// The model in Design where it has the ranks of this run's map.
    std::optional<ModelSpec> target() const;
    void apply(std::size_t plot, int bar);
    void clear();

    Job<std::shared_ptr<const Roundings>> m_job;
    Roundings m_roundings;
    std::vector<BarPlot*> m_plots;
    std::vector<QWidget*> m_panels;
    QLabel *m_note, *m_explanation;
    QCheckBox* m_log;
    QGridLayout* m_grid;
};

} // namespace rankscope
