// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/number_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace rankscope {

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(rankscope::NumberText)
};

} // namespace

QString percentText(double share) {
    return NumberText::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1));
}

QString rateText(double rate) {
    return QLocale().toString(rate, 'g', 3);
}

} // namespace rankscope
