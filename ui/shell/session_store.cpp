// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session_store.h"

#include "engine/base/error.h"
#include "engine/storage/spec_json.h"

#include <QSettings>
#include <nlohmann/json.hpp>

namespace rankscope {

namespace {

std::optional<ExperimentSpec> parseSpec(const std::string& text) {
    if (text.empty()) return {};
    try {
        ExperimentSpec spec;
        fromJson(parseJson(text, "settings"), spec, "settings");
        return spec;
    } catch (const Error&) { // written by another version: begin as if for the first time
        return {};
    }
}

} // namespace

StoredSession readSession() {
    const QSettings settings;
    StoredSession session;
    session.geometry = settings.value("window/geometry").toByteArray();
    session.layout = settings.value("window/layout").toByteArray();
    session.tab = settings.value("window/tab").toInt();
    session.splitters = settings.value("window/splitters").value<QByteArrayList>();
    session.spec = parseSpec(settings.value("session/spec").toString().toStdString());
    session.preset = settings.value("session/preset").toString();
    session.data = settings.value("session/data").toString().toStdString();
    session.builtIn = settings.value("session/builtIn").toBool();
    session.run = settings.value("session/run").toString().toStdString();
    return session;
}

void writeSession(const StoredSession& session) {
    QSettings settings;
    settings.setValue("window/geometry", session.geometry);
    settings.setValue("window/layout", session.layout);
    settings.setValue("window/tab", session.tab);
    settings.setValue("window/splitters", QVariant::fromValue(session.splitters));
    settings.setValue("session/spec",
                      session.spec ? QString::fromStdString(toJson(*session.spec).dump()) : QString());
    settings.setValue("session/preset", session.preset);
    settings.setValue("session/data", QString::fromStdString(session.data.string()));
    settings.setValue("session/builtIn", session.builtIn);
    settings.setValue("session/run", QString::fromStdString(session.run.string()));
}

} // namespace rankscope
