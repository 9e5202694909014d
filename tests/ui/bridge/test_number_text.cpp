// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/number_text.h"

#include <QLocale>
#include <QTest>

namespace rankscope {

class TestNumberText : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void sharesArePercents() {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(percentText(0.98125), QStringLiteral("98.1 %"));
        QCOMPARE(percentText(1), QStringLiteral("100.0 %"));
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(percentText(0.981), QStringLiteral("98,1 %"));
    }

    void ratesKeepThreeDigits() {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(rateText(0.0003), QStringLiteral("0.0003"));
        QCOMPARE(rateText(0.00123456), QStringLiteral("0.00123"));
        QCOMPARE(rateText(1e-6), QStringLiteral("1e-06"));
    }
};

} // namespace rankscope

QTEST_APPLESS_MAIN(rankscope::TestNumberText)
#include "test_number_text.moc"
