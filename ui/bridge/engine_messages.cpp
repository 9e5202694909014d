// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine_messages.h"

#include "ui/bridge/translated.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace rankscope {

namespace {
constexpr int deepest = 4; // sentences within sentences
const QRegularExpression& place() {
    static const QRegularExpression pattern(QStringLiteral("%([1-9])"));
    return pattern;
}
} // namespace

std::vector<MessagePattern> messagePatterns(const QString& language) {
    QFile file(QStringLiteral(":/translations/engine_messages.%1.tsv").arg(language));
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<MessagePattern> patterns;
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    for (const QString& line : lines) patterns.push_back({line.section('\t', 0, 0), line.section('\t', 1)});
    return patterns;
}

MessageTable::MessageTable(const std::vector<MessagePattern>& patterns) {
    for (const MessagePattern& pattern : patterns) {
        QString expression = QRegularExpression::escape(pattern.english);
        expression.replace(QRegularExpression(QStringLiteral("\\\\%([1-9])")),
                           QStringLiteral("(?<v\\1>.+?)"));
        QString fixed = pattern.english;
        fixed.remove(place());
        m_entries.push_back({QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                QRegularExpression::DotMatchesEverythingOption),
                             pattern.translation, pattern.english.indexOf(place()), fixed.size()});
    }
    for (Entry& entry : m_entries)
        if (entry.beginning < 0) entry.beginning = entry.fixedText;
    std::ranges::stable_sort(m_entries, [](const Entry& a, const Entry& b) {
        return std::pair(a.beginning, a.fixedText) > std::pair(b.beginning, b.fixedText);
    });
}

QString MessageTable::translated(const QString& english) const {
    return translated(english, 0);
}

QString MessageTable::translated(const QString& english, int depth) const {
    if (english.isEmpty() || depth == deepest) return english;
    for (const Entry& entry : m_entries) {
        const QRegularExpressionMatch match = entry.english.match(english);
        if (!match.hasMatch()) continue;
        QString text;
        qsizetype done = 0;
        for (auto places = place().globalMatch(entry.translation); places.hasNext();) {
            const QRegularExpressionMatch next = places.next();
            text += entry.translation.mid(done, next.capturedStart() - done);
            text += translated(match.captured(QLatin1Char('v') + next.captured(1)), depth + 1);
            done = next.capturedEnd();
        }
        return text + entry.translation.mid(done);
    }
    return english;
}

QString translatedMessage(const QString& english) {
    static const MessageTable table(messagePatterns(QLatin1String(languageInUse())));
    return table.translated(english);
}

} // namespace rankscope
