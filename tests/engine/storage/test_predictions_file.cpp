// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/predictions_file.h"
#include "tests/engine/storage/run_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rankscope;

class TestPredictionsFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::filesystem::path file() const { return folder() / "predictions.csv"; }

    const std::vector<std::string> m_classes{"jump", "run \"fast\", далеко"};
    Predictions some() const {
        return {7,
                m_classes,
                {{"validation", "a, b/1.avi", "", {1}, {0.1f, 0.9f}},
                 {"test", "a, b/1.avi", "Anna \"A\"", {0}, {1.0f / 3.0f, 2.0f / 3.0f}},
                 {"test", "c\nd.avi", "ö", {0}, {0, 1}}}};
    }

private slots:
    void comesBack() {
        writePredictions(folder(), some());
        const auto read = readPredictions(folder(), m_classes, false, 7);
        QVERIFY(read);
        QCOMPARE(read->clips.size(), size_t(3));
        for (size_t i = 0; i < 3; ++i) {
            const ClipPrediction &a = read->clips[i], wanted = some().clips[i];
            QVERIFY(a.set == wanted.set && a.clip == wanted.clip && a.group == wanted.group);
            QVERIFY(a.labels == wanted.labels && a.probabilities == wanted.probabilities);
        }
        QVERIFY(!readPredictions(folder(), m_classes, false, 8)); // of other weights
        QVERIFY(!readPredictions(folder() / "nowhere", m_classes, false, 7));
    }

    void severalLabelsOrNone() {
        Predictions predictions{
            1, m_classes, {{"test", "x", "", {0, 1}, {1, 1}}, {"test", "y", "", {}, {0, 0}}}};
        writePredictions(folder(), predictions);
        const auto read = readPredictions(folder(), m_classes, true, 1);
        QCOMPARE(read->clips[0].labels, (std::vector<int>{0, 1}));
        QVERIFY(read->clips[1].labels.empty());
        QVERIFY_EXCEPTION_THROWN(readPredictions(folder(), m_classes, false, 1), Error);
    }

    void damageIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArray header = "epoch,set,clip,group,labels,jump,\"run \"\"fast\"\", далеко\"\n";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other classes") << QByteArray("epoch,set,clip,group,labels,a,b\n");
        QTest::newRow("no set") << header + "7,train,x,,0,0.5,0.5\n";
        QTest::newRow("label below") << header + "7,test,x,,-1,0.5,0.5\n";
        QTest::newRow("label above") << header + "7,test,x,,2,0.5,0.5\n";
        QTest::newRow("label huge") << header + "7,test,x,,99999999999,0.5,0.5\n";
        QTest::newRow("no label") << header + "7,test,x,,,0.5,0.5\n";
        QTest::newRow("no clip") << header + "7,test,,,0,0.5,0.5\n";
        QTest::newRow("twice") << header + "7,test,x,,0,0.5,0.5\n7,test,x,,0,0.5,0.5\n";
        QTest::newRow("above one") << header + "7,test,x,,0,1.5,0.5\n";
        QTest::newRow("negative") << header + "7,test,x,,0,-0.5,0.5\n";
        QTest::newRow("not a number") << header + "7,test,x,,0,nan,0.5\n";
        QTest::newRow("words") << header + "7,test,x,,0,0.5 or so,0.5\n";
        QTest::newRow("too few") << header + "7,test,x,,0,0.5\n";
        QTest::newRow("too many") << header + "7,test,x,,0,0.5,0.5,0\n";
        QTest::newRow("a quote without end") << header + "7,test,\"x,,0,0.5,0.5\n";
        QTest::newRow("not UTF-8") << header + "7,test,\xff,,0,0.5,0.5\n";
        QTest::newRow("too many fields") << header + QByteArray(5'000'000, ',');
        QTest::newRow("too large") << header + QByteArray(40'000'000, 'x');
    }
    void damageIsRefused() {
        QFETCH(QByteArray, text);
        putContent(file(), text);
        QVERIFY_EXCEPTION_THROWN(readPredictions(folder(), m_classes, false, 7), Error);
    }

    void whatCouldNotBeReadAgainIsNotWritten() {
        Predictions predictions{1, m_classes, {{"test", std::string(40'000'000, 'x'), "", {0}, {0, 1}}}};
        putContent(file(), "before");
        QVERIFY_EXCEPTION_THROWN(writePredictions(folder(), predictions), Error);
        QCOMPARE(contentOf(file()), QByteArray("before"));
    }
};

QTEST_APPLESS_MAIN(TestPredictionsFile)
#include "test_predictions_file.moc"
