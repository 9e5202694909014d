// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/settings_form.h"

namespace rankscope {

/// Every setting of the training and of the data it sees, in sections.
class TrainingSettings : public SettingsForm {
    Q_OBJECT
public:
    explicit TrainingSettings(Workspace& workspace, QWidget* parent = nullptr);

private:
    void addCourse();
    void addOptimizer();
    void addRegularization();
    void addClips();
    void addSplit();
    void addAugmentation();
    void addSplitRule(const QString& set, SplitRule DataSpec::*rule, const QString& explanation);
};

} // namespace rankscope
