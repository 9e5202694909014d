// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/evaluate.h"
#include "engine/experiment/presets.h"
#include "engine/storage/file_io.h"
#include "engine/storage/run_files.h"
#include "tests/engine/reproduce/study_fixture.h"

#include <QTest>

using namespace rankscope;
namespace fs = std::filesystem;

class TestEvaluate : public QObject {
    Q_OBJECT

private slots:
    void predictionsAreOfTheWeightsThatMadeThem() {
        const SampleFolder folder;
        const fs::path run = folder / "run", predictions = run / runfile::predictions;
        for (int clip = 0; clip < 8; ++clip)
            writeClip(folder / ("clips/" + std::to_string(clip % 2) + "/" + std::to_string(clip) + ".avi"),
                      clip % 2, clip);
        TrainRequest request;
        request.data = folder / "clips";
        request.run = run;
        request.spec = studySpec(StudyKind::Folder, Protocol::Grouped, Start::Matched);
        request.spec.model.map = {"tt", {16, 12, 3}, {2, 2, 2}, {2, 2}, {}, 1};
        request.spec.data.width = 16;
        request.spec.data.height = 12;
        request.spec.data.validation = SplitRule::parse("random:0.5");
        request.spec.data.test = SplitRule::parse("none");
        request.resources = resourcesIn(folder);
        Control control;
        trainRun(request,
                 [&](const Event& event) {
                     if (std::holds_alternative<EpochEvent>(event)) control.stop();
                 },
                 control, {});
        const auto evaluate = [&](const Progress& progress) {
            evaluateRun(run, request.data, {}, "all", request.resources, {}, progress);
        };
        QVERIFY(!fs::exists(predictions)); // it was stopped
        evaluate({});
        QVERIFY(fs::exists(predictions));
        QVERIFY(fs::remove(predictions));

        bool trained = false;
        evaluate([&](int, int) { // a training goes on meanwhile, and its next epoch is better
            if (std::exchange(trained, true)) return;
            TrainerState state = *readState(run);
            state.history.push_back(state.history.back());
            state.epoch = state.bestEpoch = state.history.back().epoch = 2;
            state.batch = 0;
            state.stopped = false;
            RunWriter::reopen(run, request.spec).commit(state);
        });
        QVERIFY(trained);
        QCOMPARE(readRun(run).bestEpoch, 2);
        QVERIFY(!fs::exists(predictions));
    }
};

QTEST_APPLESS_MAIN(TestEvaluate)
#include "test_evaluate_decode.moc"
