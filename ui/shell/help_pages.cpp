// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_pages.h"

#include <QFile>
#include <QRegularExpression>

namespace rankscope {

const QStringList& helpPages() {
    static const QStringList pages{"first-steps", "data-set", "design",      "train",
                                   "runs",        "inspect",  "classify",    "numbers",
                                   "mathematics", "counts",   "command-line"};
    return pages;
}

QString helpText(const QString& page, const QString& language) {
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, page));
    if (!file.open(QIODevice::ReadOnly)) return {};
    // The end of a line within a paragraph becomes a space, which Chinese does not have.
    static const QRegularExpression lineEnd(
        QStringLiteral("(?<=[\\p{Han}，。、；：）”])\n *(?=[\\p{Han}“（])"));
    return QString::fromUtf8(file.readAll()).remove(lineEnd);
}

QString helpTitle(const QString& markdown) {
    const QString first = markdown.section('\n', 0, 0);
    return first.startsWith(QLatin1String("# ")) ? first.mid(2).trimmed() : QString();
}

} // namespace rankscope
