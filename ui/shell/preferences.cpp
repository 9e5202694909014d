// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "engine/base/error.h"
#include "engine/storage/run_folder.h"

#include <QSettings>
#include <QString>

#include <algorithm>

namespace rankscope {

namespace {

constexpr int mostThreads = 256;
constexpr std::uint64_t gigabyte = std::uint64_t{1} << 30;

template <class E>
E choice(const QSettings& settings, const char* key, E otherwise) {
    const std::string id = settings.value(key).toString().toStdString();
    const auto* found = std::ranges::find_if(Names<E>::all, [&](const Named<E>& n) { return n.id == id; });
    return found == std::end(Names<E>::all) ? otherwise : found->value;
}

std::filesystem::path folder(const QSettings& settings, const char* key,
                             const std::filesystem::path& otherwise) {
    const std::filesystem::path stored = settings.value(key).toString().toStdString();
    return stored.is_absolute() ? stored : otherwise;
}

QString text(const std::filesystem::path& folder) {
    return QString::fromStdString(folder.string());
}

} // namespace

Preferences defaultPreferences() {
    Preferences preferences;
    preferences.runsFolder = defaultRunsFolder();
    preferences.resources.cache.folder = defaultCacheFolder();
    return preferences;
}

Preferences readPreferences() {
    const QSettings settings;
    Preferences preferences = defaultPreferences();
    preferences.theme = choice(settings, "preferences/theme", preferences.theme);
    preferences.language = choice(settings, "preferences/language", preferences.language);
    preferences.runsFolder = folder(settings, "preferences/runs", preferences.runsFolder);
    Resources& resources = preferences.resources;
    resources.threads = std::clamp(settings.value("preferences/threads").toInt(), 0, mostThreads);
    resources.cache.folder = folder(settings, "preferences/cache", resources.cache.folder);
    const int limit = settings.value("preferences/cacheGigabytes").toInt();
    if (limit > 0) resources.cache.limitBytes = static_cast<std::uint64_t>(limit) * gigabyte;
    return preferences;
}

void writePreferences(const Preferences& preferences) {
    const Preferences first = defaultPreferences();
    const Resources& resources = preferences.resources;
    QSettings settings;
    // What is as at the first start is not stored: it may lie elsewhere at the next one.
    const auto store = [&](const char* key, const QVariant& value, bool isDefault) {
        if (isDefault)
            settings.remove(key);
        else
            settings.setValue(key, value);
    };
    settings.setValue("preferences/theme", QString::fromStdString(idOf(preferences.theme)));
    settings.setValue("preferences/language", QString::fromStdString(idOf(preferences.language)));
    store("preferences/runs", text(preferences.runsFolder), preferences.runsFolder == first.runsFolder);
    store("preferences/threads", resources.threads, resources.threads == 0);
    store("preferences/cache", text(resources.cache.folder),
          resources.cache.folder == first.resources.cache.folder);
    store("preferences/cacheGigabytes", static_cast<int>(resources.cache.limitBytes / gigabyte),
          resources.cache.limitBytes == first.resources.cache.limitBytes);
}

} // namespace rankscope
