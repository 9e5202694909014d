// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/modes_check.h"

#include <QTest>

using namespace rankscope;

class TestModesCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fittingModesHaveNoProblem() {
        const ModesCheck check = checkInputModes(QStringLiteral("8,20,20,18"), 160, 120, 3);
        QCOMPARE(check.modes, (Shape{8, 20, 20, 18}));
        QVERIFY(check.problem.isEmpty());
        QVERIFY(check.suggestion.empty());
    }

    void wrongProductNamesBothNumbersAndTheNearestChoice() {
        const ModesCheck check = checkInputModes(QStringLiteral("8,20,20,17"), 160, 120, 3);
        QVERIFY(check.problem.contains(QStringLiteral("54 400")));
        QVERIFY(check.problem.contains(QStringLiteral("57 600")));
        QCOMPARE(check.suggestion, (Shape{8, 20, 20, 18}));
    }

    void suggestionsAlwaysMultiplyToTheTarget_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"7,7,7,7", "1", "100000", "3,1000", "13,11,17,19,2", "57600,57600"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void suggestionsAlwaysMultiplyToTheTarget() {
        QFETCH(QString, typed);
        const Shape modes = readModes(typed, QStringLiteral("Input modes")).modes;
        const Shape suggestion = nearestModes(modes, 57'600);
        QCOMPARE(suggestion.size(), modes.size());
        QCOMPARE(product(suggestion), Index{57'600});
    }

    void textThatIsNoListIsExplained_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"", "8,20,", "8;20", "-8", "0,5", "9999999999,9999999999", "2,2,2,2,2,2,2,2,2"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void textThatIsNoListIsExplained() {
        QFETCH(QString, typed);
        const ModesCheck check = readModes(typed, QStringLiteral("Input modes"));
        QVERIFY(check.modes.empty());
        QVERIFY(!check.problem.isEmpty());
    }

    void anotherNumberOfModesIsOfferedForTheSameSize() {
        const ModesCheck check =
            checkModeCount({4, 4, 4, 4}, 3, QStringLiteral("Output modes"), QStringLiteral("input modes"));
        QVERIFY(!check.problem.isEmpty());
        QCOMPARE(check.suggestion.size(), std::size_t{3});
        QCOMPARE(product(check.suggestion), Index{256});
        QCOMPARE(modesFor(7, 3).size(), std::size_t{3});
        QCOMPARE(product(modesFor(7, 3)), Index{7});
    }
};

QTEST_APPLESS_MAIN(TestModesCheck)
#include "test_modes_check.moc"
