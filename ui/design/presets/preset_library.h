// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/experiment/user_presets.h"
#include "ui/bridge/problem.h"

#include <QObject>
#include <QString>

#include <optional>

namespace rankscope {

/// All presets: the built-in ones and those of the user, which can be saved, imported, exported and removed.
class PresetLibrary : public QObject {
    Q_OBJECT
public:
    explicit PresetLibrary(QObject* parent);

    const Preset* find(const QString& name) const; ///< null: there is none (any more)
    const std::vector<Preset>& own() const { return m_own.presets; }
    bool isOwn(const QString& name) const;
    /// Of files in the folder that could not be read, in the language of the window; empty: fine.
    QStringList problems() const;

    /// What went wrong, if anything; `name` gets the preset's.
    std::optional<Problem> save(const QString& title, const ExperimentSpec& spec, QString& name);
    std::optional<Problem> import(const QString& file, QString& name);
    std::optional<Problem> exportTo(const QString& file, const QString& name) const;
    /// What was removed last comes back with `restore`; where that fails it can be tried again.
    std::optional<Problem> remove(const QString& name);
    std::optional<Problem> restore();
    bool hasRemoved() const { return m_removed.has_value(); }
    QString removedTitle() const { return m_removed ? QString::fromStdString(m_removed->title) : QString(); }

signals:
    void changed();

private:
    void reload();

    std::filesystem::path m_folder;
    UserPresets m_own;
    std::optional<Preset> m_removed;
};

} // namespace rankscope
