// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/shell/preferences.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace rankscope {

class FolderField;

/// The preferences beside the window: what is changed holds at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(const Preferences& preferences, QWidget* parent = nullptr);

    /// Shows what was changed elsewhere (the theme in the menu).
    void setPreferences(const Preferences& preferences);

signals:
    void edited(const rankscope::Preferences& preferences);

private:
    void addLooks(QFormLayout& form);
    void addWork(QFormLayout& form);
    void addCache(QFormLayout& form);
    void addRow(QFormLayout& form, const QString& name, QWidget* field, const QString& text);
    void change(const std::function<void(Preferences&)>& change);
    void show(const Preferences& preferences);
    void measureCache(bool empty = false); ///< after it was emptied

    Preferences m_preferences;
    QComboBox *m_theme = nullptr, *m_language = nullptr;
    QSpinBox *m_threads = nullptr, *m_limit = nullptr;
    FolderField *m_runs = nullptr, *m_cache = nullptr;
    QLabel* m_used = nullptr;
    QPushButton* m_clear = nullptr;
    Job<std::uint64_t> m_cacheJob;
    bool m_showing = false;
};

} // namespace rankscope
