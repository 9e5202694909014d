// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/sweep_text.h"

#include "engine/base/error.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace rankscope {

namespace {

struct SweepText {
    Q_DECLARE_TR_FUNCTIONS(rankscope::SweepText)
};

std::uint64_t parseWhole(const QString& text, std::uint64_t low, std::uint64_t high) {
    bool ok = false;
    const std::uint64_t value = text.trimmed().toULongLong(&ok);
    if (!ok || value < low || value > high)
        throw Error(
            SweepText::tr("\"%1\" is no whole number from %2 to %3.")
                .arg(text.trimmed())
                .arg(low)
                .arg(high)
                .toStdString(),
            SweepText::tr("Write numbers and ranges with commas between them: 2, 4, 6-8.").toStdString());
    return value;
}

} // namespace

std::vector<std::uint64_t> parseWholeNumbers(const QString& text, std::uint64_t low, std::uint64_t high) {
    std::vector<std::uint64_t> numbers;
    for (const QString& part : text.split(',', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty()) continue;
        const QStringList ends = part.split('-');
        const std::uint64_t first = parseWhole(ends.front(), low, high);
        const std::uint64_t last = ends.size() == 2 ? parseWhole(ends.back(), low, high) : first;
        if (ends.size() > 2 || last < first || last - first >= mostSweepItems)
            throw Error(SweepText::tr("\"%1\" is no range.").arg(part.trimmed()).toStdString(),
                        SweepText::tr("A range goes upwards and is at most %1 long.")
                            .arg(mostSweepItems)
                            .toStdString());
        for (std::uint64_t number = first; number <= last; ++number) numbers.push_back(number);
    }
    return numbers;
}

std::vector<std::optional<double>> parseRates(const QString& text) {
    std::vector<std::optional<double>> rates;
    for (const QString& part : text.split(',', Qt::SkipEmptyParts)) {
        const QString typed = part.trimmed();
        if (typed.isEmpty()) continue;
        if (typed.compare(QLatin1String("auto"), Qt::CaseInsensitive) == 0 ||
            typed == SweepText::tr("auto")) {
            rates.push_back(std::nullopt);
            continue;
        }
        bool ok = false;
        const double rate = QLocale::c().toDouble(typed, &ok);
        if (!ok || rate <= 0 || rate > 10)
            throw Error(SweepText::tr("\"%1\" is no learning rate.").arg(typed).toStdString(),
                        SweepText::tr("Write numbers above 0 and at most 10, or auto: auto, 1e-3, 0.003.")
                            .toStdString());
        rates.push_back(rate);
    }
    return rates;
}

} // namespace rankscope
