// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/inspection.h"

#include <QWidget>

namespace rankscope {

/// One page of Inspect. It computes only while it is seen: `showRun` is called once for each change of the
/// run or its weights, at the latest when the page comes to sight.
class InspectView : public QWidget {
    Q_OBJECT
public:
    InspectView(Inspection& inspection, QWidget* parent);

protected:
    /// Shows `inspection().run()`, which may be null.
    virtual void showRun() = 0;
    void showEvent(QShowEvent* event) override;

    Inspection& inspection() const { return m_inspection; }
    /// What to say while there is nothing to show.
    QString emptyText() const;
    /// The same where the clips are missing.
    QString emptyClipsText() const;

private:
    void follow();

    Inspection& m_inspection;
    bool m_outdated = true;
};

} // namespace rankscope
