// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The pages of the help: Markdown files in the resources, one folder per language.
namespace rankscope {

/// Names of all pages in reading order: "first-steps", "design", ...
const QStringList& helpPages();

/// Markdown of a page in a language ("en", "zh_CN"); empty where there is none.
QString helpText(const QString& page, const QString& language);

/// Its first heading.
QString helpTitle(const QString& markdown);

} // namespace rankscope
