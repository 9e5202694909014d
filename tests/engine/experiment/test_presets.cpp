// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/experiment/presets.h"
#include "engine/model/counts.h"

#include <QTest>

#include <set>

using namespace rankscope;

class TestPresets : public QObject {
    Q_OBJECT

private slots:
    void allAreThere() {
        std::set<std::string> expected{"ucf11-bt-lstm-r1", "ucf11-bt-lstm-r2",  "shapes-tt-lstm",
                                       "shapes-bt-lstm",   "shapes-dense-lstm", "ucf11-tt-lstm-tensorised",
                                       "videos-tt-lstm"};
        for (const std::string family :
             {"ucf11-tt-", "ucf11-bt-", "ucf11-dense-", "hollywood2-tt-", "youtube-faces-tt-"})
            for (const char* cell : {"srnn", "gru", "lstm"}) expected.insert(family + cell);
        std::set<std::string> found;
        for (const auto& preset : presets()) {
            found.insert(preset.name);
            QVERIFY(!preset.title.empty());
            validate(preset.spec); // throws where parts do not fit each other
        }
        QVERIFY(found == expected);
    }

    void countsOfThePapers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("parameters");
        const auto row = [](const char* name, qint64 parameters) {
            QTest::newRow(name) << name << parameters;
        };
        row("ucf11-tt-srnn", 2976);
        row("ucf11-tt-gru", 3232);
        row("ucf11-tt-lstm", 3360);
        row("ucf11-bt-srnn", 2624);
        row("ucf11-bt-gru", 3136);
        row("ucf11-bt-lstm", 3392);
        row("ucf11-bt-lstm-r1", 722);
        row("ucf11-bt-lstm-r2", 1472);
        row("ucf11-dense-gru", 44236800);
        row("ucf11-dense-lstm", 58982400);
        row("hollywood2-tt-srnn", 2624);
        row("hollywood2-tt-gru", 2944);
        row("hollywood2-tt-lstm", 3104);
        row("youtube-faces-tt-srnn", 3200);
        row("youtube-faces-tt-gru", 3328);
        row("youtube-faces-tt-lstm", 3392);
    }

    void countsOfThePapers() {
        QFETCH(QString, name);
        QFETCH(qint64, parameters);
        QCOMPARE(qint64{countParameters(presetNamed(name.toStdString()).spec.model).inputToHidden},
                 parameters);
    }

    void aTensorisedCell() {
        const CountReport counts = countParameters(presetNamed("ucf11-tt-lstm-tensorised").spec.model);
        QCOMPARE(counts.inputToHidden, Index{3360});
        QCOMPARE(counts.hiddenToHidden, Index{832});
    }

    void mistypedNamesGetASuggestion() {
        try {
            presetNamed("ucf-tt-lstm");
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QString::fromStdString(failure.hint()).contains("ucf11-tt-lstm"),
                     failure.hint().c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestPresets)
#include "test_presets.moc"
