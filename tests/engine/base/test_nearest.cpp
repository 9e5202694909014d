// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/nearest.h"

#include <QTest>

using namespace rankscope;

class TestNearest : public QObject {
    Q_OBJECT

private slots:
    void fewestEditsFirst() {
        const std::vector<std::string> choices{"hollywood2-tt-gru", "ucf11-tt-gru", "ucf11-tt-lstm"};
        QCOMPARE(nearest("ucf-tt-lstm", choices, 2),
                 (std::vector<std::string>{"ucf11-tt-lstm", "ucf11-tt-gru"}));
        QCOMPARE(nearest("lerningRate", {"momentum", "learningRate"}),
                 (std::vector<std::string>{"learningRate"}));
    }

    void edges() {
        QVERIFY(nearest("x", {}).empty());
        QCOMPARE(nearest("", {"ab", "a"}, 5), (std::vector<std::string>{"a", "ab"}));
        QCOMPARE(nearest(std::string(1 << 20, 'a'), {std::string(1 << 20, 'b'), "c"}).size(), 1u);
    }
};

QTEST_APPLESS_MAIN(TestNearest)
#include "test_nearest.moc"
