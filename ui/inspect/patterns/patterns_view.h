// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/inspect_view.h"
#include "ui/inspect/patterns/pattern_model.h"

class QComboBox;
class QLabel;
class QListView;

namespace rankscope {

/// What the hidden units look for: the row of W of each unit and gate as a picture of the frame, computed
/// from the cores alone.
class PatternsView : public InspectView {
    Q_OBJECT
public:
    PatternsView(Inspection& inspection, QWidget* parent);

    static constexpr Index mostUnits = 1024;

protected:
    void showRun() override;

private:
    class Picture;
    void start();
    void computeFrom(int unit);
    void showUnit();
    int gate() const;

    Job<std::vector<UnitPattern>> m_job;
    PatternModel* m_model;
    QComboBox* m_gate;
    QListView* m_list;
    QLabel *m_note, *m_words;
    Picture* m_picture;
};

} // namespace rankscope
