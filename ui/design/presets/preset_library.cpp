// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/presets/preset_library.h"

#include "engine/base/error.h"
#include "ui/bridge/engine_messages.h"

#include <algorithm>

namespace rankscope {

namespace {
/// Why `work` failed; none where it did not.
template <class Work>
std::optional<Problem> attempt(const Work& work) {
    try {
        work();
        return {};
    } catch (const std::exception& error) {
        return problemOf(error);
    }
}

/// What the program is to say is said in the language of the window.
void writeNewPreset(const std::filesystem::path& file, const std::string& title, const ExperimentSpec& spec) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        throw Error(PresetLibrary::tr("There is a preset of this name already.").toStdString(),
                    PresetLibrary::tr("Choose another name, or delete that one first.").toStdString());
    writePreset(file, title, spec);
}
} // namespace

PresetLibrary::PresetLibrary(QObject* parent) : QObject(parent) {
    attempt([this] { m_folder = userPresetsFolder(); }); // without a home there are none of the user
    reload();
}

void PresetLibrary::reload() {
    if (!m_folder.empty()) m_own = readUserPresets(m_folder);
    emit changed();
}

const Preset* PresetLibrary::find(const QString& name) const {
    for (const auto* list : {&presets(), &m_own.presets}) {
        const auto found = std::ranges::find(*list, name.toStdString(), &Preset::name);
        if (found != list->end()) return &*found;
    }
    return nullptr;
}

bool PresetLibrary::isOwn(const QString& name) const {
    return find(name) && !fileOfPreset(m_folder, name.toStdString()).empty();
}

QStringList PresetLibrary::problems() const {
    QStringList found;
    for (const std::string& problem : m_own.problems)
        found << translatedMessage(QString::fromStdString(problem));
    return found;
}

std::optional<Problem> PresetLibrary::save(const QString& title, const ExperimentSpec& spec, QString& name) {
    auto problem = attempt([&] {
        const std::string own = title.trimmed().toStdString();
        const auto file = presetFile(userPresetsFolder(), own);
        validate(spec);
        writeNewPreset(file, own, spec);
        name = QStringLiteral("user/") + QString::fromStdString(file.stem().string());
    });
    reload();
    return problem;
}

std::optional<Problem> PresetLibrary::import(const QString& file, QString& name) {
    std::optional<Preset> preset;
    if (auto problem = attempt([&] { preset = readPreset(file.toStdString()); })) return problem;
    return save(QString::fromStdString(preset->title), preset->spec, name);
}

std::optional<Problem> PresetLibrary::exportTo(const QString& file, const QString& name) const {
    const Preset* preset = find(name);
    if (!preset) return {};
    return attempt([&] { writePreset(file.toStdString(), preset->title, preset->spec); });
}

std::optional<Problem> PresetLibrary::remove(const QString& name) {
    if (!isOwn(name)) return {};
    const Preset removed = *find(name);
    auto problem = attempt([&] {
        std::filesystem::remove(fileOfPreset(m_folder, name.toStdString()));
        m_removed = removed;
    });
    reload();
    return problem;
}

std::optional<Problem> PresetLibrary::restore() {
    if (!m_removed) return {};
    auto problem = attempt([&] {
        writeNewPreset(fileOfPreset(m_folder, m_removed->name), m_removed->title, m_removed->spec);
        m_removed.reset();
    });
    reload();
    return problem;
}

} // namespace rankscope
