// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

/// The rules of the source tree, each a function from one file (path from the top of the repository, and
/// text) to what is wrong with it, "path:line: why". Empty when all is well.
namespace rules {

inline bool isCode(const QString& path) {
    return path.endsWith(".h") || path.endsWith(".cpp");
}

inline bool isCMake(const QString& path) {
    return path.endsWith("CMakeLists.txt") || path.endsWith(".cmake");
}

/// Calls `check(line, number)` for every line; what it returns, unless empty, is a violation.
template <typename Check>
QStringList perLine(const QString& path, const QString& text, Check check) {
    QStringList found;
    const QStringList lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (const QString why = check(lines[i]); !why.isEmpty())
            found << QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(why);
    return found;
}

/// Calls `check(header)` for every header that the file includes, in whichever brackets.
template <typename Check>
QStringList perInclude(const QString& path, const QString& text, Check check) {
    if (!isCode(path)) return {};
    static const QRegularExpression include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    return perLine(path, text, [&](const QString& line) {
        const auto match = include.match(line);
        return match.hasMatch() ? check(match.captured(1)) : QString();
    });
}

/// The rooms that a file may include from; empty for files outside the rooms.
inline QStringList reachable(const QString& path) {
    if (path.startsWith("engine/")) return {"engine/"};
    if (path.startsWith("ui/")) return {"ui/", "engine/"};
    if (path.startsWith("app/cli/")) return {"app/cli/", "engine/"};
    if (path.startsWith("app/gui/")) return {"app/gui/", "ui/", "engine/"};
    if (path.startsWith("tests/engine/")) return {"tests/", "engine/"};
    if (path.startsWith("tests/ui/")) return {"tests/", "ui/", "engine/"};
    return {};
}

inline bool startsWithAny(const QString& text, const QStringList& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const QString& p) { return text.startsWith(p); });
}

inline QStringList includesGoDown(const QString& path, const QString& text) {
    const QStringList allowed = reachable(path);
    if (allowed.isEmpty()) return {};
    return perInclude(path, text, [&](const QString& header) {
        const bool ours = startsWithAny(header, {"app/", "ui/", "engine/", "tests/"});
        const bool upwards = header.contains("..");
        return upwards || (ours && !startsWithAny(header, allowed)) ? "may not include " + header : QString();
    });
}

inline QStringList noQtBelowTheWindow(const QString& path, const QString& text) {
    if (!path.startsWith("engine/") && !path.startsWith("app/cli/")) return {};
    static const QRegularExpression qt(R"(^(Q[A-Z]\w*|Qt[A-Z]\w*/.*|q[a-z]+\.h)$)");
    return perInclude(path, text, [](const QString& header) {
        return qt.match(header).hasMatch() ? "no Qt here: " + header : QString();
    });
}

inline QStringList openCvInVideoOnly(const QString& path, const QString& text) {
    static const QRegularExpression linked(R"(^opencv2/(core|imgproc|videoio)(\.hpp|/.*)$)");
    return perInclude(path, text, [&](const QString& header) {
        if (!header.startsWith("opencv")) return QString();
        if (!path.startsWith("engine/video/")) return "OpenCV belongs to engine/video: " + header;
        return linked.match(header).hasMatch() ? QString() : "not one of core, imgproc, videoio: " + header;
    });
}

inline QStringList customPlotInPlotOnly(const QString& path, const QString& text) {
    return perInclude(path, text, [&](const QString& header) {
        const bool plots = header.contains("qcustomplot", Qt::CaseInsensitive);
        return plots && !path.startsWith("ui/plot/") ? "QCustomPlot belongs to ui/plot" : QString();
    });
}

inline QStringList knownTopLevel(const QString& path, const QString&) {
    static const QStringList files{"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE"};
    static const QStringList folders{"app", "engine", "ui", "resources", "tests", "packaging"};
    const QString top = path.section('/', 0, 0);
    const bool known = top.startsWith('.') || (path.contains('/') ? folders : files).contains(top);
    return known ? QStringList() : QStringList(path + ": does not belong at the top level");
}

inline QStringList atMost400Lines(const QString& path, const QString& text) {
    if (!isCode(path) && !isCMake(path)) return {};
    const qsizetype lines = text.count('\n') + (text.endsWith('\n') || text.isEmpty() ? 0 : 1);
    return lines > 400 ? QStringList(QStringLiteral("%1: %2 lines").arg(path).arg(lines)) : QStringList();
}

inline QStringList startsWithLicence(const QString& path, const QString& text) {
    if (!isCode(path) && !isCMake(path)) return {};
    static const QRegularExpression header(R"(\A(//|#) SPDX-FileCopyrightText: \d{4} .+\n)"
                                           R"((//|#) SPDX-License-Identifier: GPL-3\.0-or-later\n)");
    return header.match(text).hasMatch() ? QStringList()
                                         : QStringList(path + ": the two SPDX lines do not come first");
}

inline QStringList nothingLeftForLater(const QString& path, const QString& text) {
    static const QRegularExpression marks("\\b(TO"
                                          "DO|FIX"
                                          "ME|X"
                                          "XX|HA"
                                          "CK)\\b");
    return perLine(path, text, [](const QString& line) { return marks.match(line).captured(); });
}

inline QStringList noMachinePaths(const QString& path, const QString& text) {
    static const QRegularExpression absolute(R"((?<![\w.})-])/(work|home|tmp|root|Users)/)");
    return perLine(path, text, [](const QString& line) {
        return absolute.match(line).hasMatch() ? "path of one machine: " + line.trimmed() : QString();
    });
}

} // namespace rules
