// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

/// Reads from source text what its `Error(...)` and `throwUnusable(...)` say: each argument as a pattern,
/// "%1: " + name + "." being
/// "%1: %2.". Arguments that choose between texts are left out.
namespace rankscope {

/// Cuts at `separator`, but not within brackets or texts; ends at the bracket that closes what was open
/// before.
inline QStringList cutApart(const QString& text, QChar separator) {
    QStringList parts{QString()};
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == '\\') {
            parts.back() += c;
            parts.back() += text.mid(++i, 1);
            continue;
        }
        if (c == '"') quoted = !quoted;
        if (!quoted && QStringLiteral("([{").contains(c)) ++depth;
        if (!quoted && QStringLiteral(")]}").contains(c) && --depth < 0) break;
        if (!quoted && depth == 0 && c == separator)
            parts << QString();
        else
            parts.back() += c;
    }
    return parts;
}

/// The text between the quotes, pieces joined; a null text where the term is no text.
inline QString literalText(const QString& term) {
    static const QRegularExpression piece(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    static const QRegularExpression whole(
        QStringLiteral("^(?:std::string\\()?\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+\\)?$"));
    if (!whole.match(term).hasMatch()) return {};
    QString text = QStringLiteral("");
    for (auto pieces = piece.globalMatch(term); pieces.hasNext();) text += pieces.next().captured(1);
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

inline QString patternOf(const QString& argument) {
    if (cutApart(argument, '?').size() > 1) return {};
    QString pattern;
    int places = 0;
    for (const QString& term : cutApart(argument, '+')) {
        const QString text = literalText(term.trimmed());
        pattern += text.isNull() ? QStringLiteral("%%1").arg(++places) : text;
    }
    return pattern;
}

inline QStringList thrownPatterns(const QString& source) {
    static const QRegularExpression thrown(QStringLiteral("(?:throw (?:Shortage)?Error|throwUnusable)\\("));
    QStringList patterns;
    for (auto places = thrown.globalMatch(source); places.hasNext();) {
        const QStringList arguments = cutApart(source.mid(places.next().capturedEnd()), ',');
        for (const QString& argument : arguments.mid(0, 3)) {
            const QString pattern = patternOf(argument.trimmed());
            static const QRegularExpression values(QStringLiteral("%[0-9]"));
            QString fixed = pattern;
            if (fixed.remove(values).contains(QRegularExpression(QStringLiteral("[A-Za-z]{3}"))))
                patterns << pattern;
        }
    }
    return patterns;
}

} // namespace rankscope
