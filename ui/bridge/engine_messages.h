// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <vector>

/// Sentences of the engine (what an Error says, warnings, reasons) in the language of the window. The engine
/// puts values into English sentences; here the sentence is found again by its pattern, and its values are
/// put into the translated one.
namespace rankscope {

/// "%1: %2 is not possible." and what stands for it.
struct MessagePattern {
    QString english, translation;
};

/// Of a language's table in the resources; empty where there is none.
std::vector<MessagePattern> messagePatterns(const QString& language);

/// A table that finds sentences by their pattern: of several that fit, the one with the longest
/// fixed beginning, then with the most fixed text.
/// Values that are sentences themselves are translated too.
class MessageTable {
public:
    explicit MessageTable(const std::vector<MessagePattern>& patterns);
    /// English where no pattern fits.
    QString translated(const QString& english) const;

private:
    struct Entry {
        QRegularExpression english;
        QString translation;
        qsizetype beginning = 0, fixedText = 0; ///< characters before the first value, and of all
    };
    QString translated(const QString& english, int depth) const;
    std::vector<Entry> m_entries;
};

/// In the language of the window.
QString translatedMessage(const QString& english);

} // namespace rankscope
