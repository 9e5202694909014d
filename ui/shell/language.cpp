// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace rankscope {

namespace {

void install(const QString& file, const QString& folder) {
    auto* texts = new QTranslator(qApp);
    if (texts->load(file, folder))
        QCoreApplication::installTranslator(texts);
    else
        delete texts;
}

bool speaksChinese(Language language) {
    return language == Language::Chinese ||
           (language == Language::System && QLocale::system().language() == QLocale::Chinese);
}

} // namespace

void applyLanguage(Language language) {
    if (language != Language::System) QLocale::setDefault(QLocale(QString::fromStdString(idOf(language))));
    if (!speaksChinese(language)) return;
    install(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("rankscope_zh_CN"), QStringLiteral(":/translations"));
}

} // namespace rankscope
