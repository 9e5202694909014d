// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv.h"
#include "engine/storage/file_io.h"
#include "tests/engine/reproduce/study_fixture.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

namespace {

using Rows = std::vector<CsvRow>;

Rows tableOf(const std::filesystem::path& out, const char* name = "table.csv") {
    return parseCsv(readText(out / name, 1 << 20), name);
}

std::string cell(const Rows& rows, std::size_t row, const std::string& column) {
    const auto& titles = rows[0].fields;
    const auto place = std::ranges::find(titles, column) - titles.begin();
    return rows[row].fields.at(static_cast<std::size_t>(place));
}

/// A stop from outside after so many epochs of a study.
struct StopAfter {
    int epochs;
    Control control;
    StudyObserver observer(Told& told) {
        StudyObserver observer = told.observer();
        observer.event = [this](const Event& event) {
            if (std::holds_alternative<EpochEvent>(event) && --epochs == 0) control.stop();
        };
        return observer;
    }
};

} // namespace

class TestStudy : public QObject {
    Q_OBJECT

    SampleFolder m_folder;
    std::filesystem::path m_ucf, m_faces;

    Study plan(const StudyRequest& request, Told& told) const {
        return planStudy(request, told.events(), {});
    }

private slots:
    void initTestCase() {
        m_ucf = m_folder / "UCF11_updated_mpg";
        const std::vector<std::string> classes{"basketball", "biking", "diving"};
        for (int k = 0; k < 3; ++k)
            for (int scene = 1; scene <= 4; ++scene) {
                const std::string name =
                    "v_" + classes[static_cast<std::size_t>(k)] + "_0" + std::to_string(scene);
                for (int clip = 1; clip <= 2; ++clip)
                    writeClip(m_ucf / classes[static_cast<std::size_t>(k)] / name /
                                  (name + "_0" + std::to_string(clip) + ".avi"),
                              k, 10 * scene + clip);
            }
        m_folder.write("UCF11_updated_mpg/biking/Annotation/v_biking_01_01.xgtf", "<viper/>");

        m_faces = m_folder / "ytcelebrity";
        const std::vector<std::string> people{"al_gore", "bill_gates"};
        int number = 0;
        for (int k = 0; k < 2; ++k)
            for (int recording = 1; recording <= 3; ++recording)
                for (int clip = 0; clip < 2; ++clip, ++number) {
                    char name[64];
                    std::snprintf(name, sizeof name, "%04d_%02d_%s.avi", number, recording,
                                  people[static_cast<std::size_t>(k)].c_str());
                    writeClip(m_faces / name, k, number);
                }
        m_folder.write("ytcelebrity/readme.txt", "names");
    }

    void ucf11GivesACompleteTable() {
        Told told;
        const auto out = m_folder / "ucf";
        // found one folder further down, too
        const Study study =
            plan(smallRequest(StudyKind::Ucf11, Protocol::Grouped, m_folder.path(), out), told);
        QCOMPARE(study.data, m_ucf);
        const StudyOutcome outcome = runAll(study, m_folder, out, told);
        QVERIFY2(told.failures.empty(), told.failures.empty() ? "" : told.failures[0].c_str());
        QVERIFY(!outcome.stopped);
        QCOMPARE(told.count(RunStep::Begin), 16);
        writeStudyTables(study, out, false);

        const Rows rows = tableOf(out);
        QCOMPARE(rows.size(), std::size_t{9});
        for (std::size_t row = 1; row < rows.size(); ++row) {
            const double mean = std::stod(cell(rows, row, "ours, mean"));
            QVERIFY(mean >= 0 && mean <= 1);
            QVERIFY(std::stod(cell(rows, row, "spread")) >= 0);
            QCOMPARE(cell(rows, row, "seeds"), std::string("2"));
            QVERIFY(std::stod(cell(rows, row, "training time a run")) > 0);
        }
        QCOMPARE(cell(rows, 4, "model"), std::string("tt-lstm"));
        QCOMPARE(cell(rows, 4, "published"), std::string("0.796; 0.781"));
        QVERIFY(cell(rows, 4, "same protocol").find("no (Yang et al. 2017): five folds") == 0);
        QCOMPARE(cell(rows, 8, "model"), std::string("mean"));
        QCOMPARE(cell(rows, 8, "published"), std::string());
        // scenes stand on one side
        const RunInfo run = readRun(out / "tt-lstm-seed1");
        QVERIFY(run.testAccuracy.has_value());
        QVERIFY(readText(out / "table.tex", 1 << 20).find("\\begin{tabular}") != std::string::npos);
        QVERIFY(readText(out / "table.md", 1 << 20).find("| Dense LSTM") != std::string::npos);
    }

    void ucf11IsOfScenes() {
        const Dataset dataset = indexUcf11(m_ucf);
        QCOMPARE(dataset.clips.size(), std::size_t{24});
        QCOMPARE(dataset.groups().size(), std::size_t{12});
        QCOMPARE(dataset.skipped.size(), std::size_t{1}); // what is beside the scenes
        QVERIFY_EXCEPTION_THROWN(indexUcf11(m_folder / "missing"), Error);
    }

    void facesAreTakenFromTheirNames() {
        const Dataset dataset = indexYouTubeFaces(m_folder.path());
        QVERIFY(dataset.classes == std::vector<std::string>({"al_gore", "bill_gates"}));
        QCOMPARE(dataset.clips.size(), std::size_t{12});
        QCOMPARE(dataset.groups().size(), std::size_t{6}); // NNNN runs on, so CC tells the recording
        QCOMPARE(dataset.skipped.size(), std::size_t{1});

        Told told;
        const auto out = m_folder / "faces";
        StudyRequest request = smallRequest(StudyKind::YouTubeFaces, Protocol::Grouped, m_faces, out);
        request.models = {"tt-gru", "mean"};
        const Study study = plan(request, told);
        QVERIFY(!runAll(study, m_folder, out, told).stopped);
        QVERIFY2(told.failures.empty(), told.failures.empty() ? "" : told.failures[0].c_str());
        writeStudyTables(study, out, false);
        QCOMPARE(cell(tableOf(out), 1, "published"), std::string("0.8"));
        // in another folder of results other clips are no matter, in this one they are refused
        writeClip(m_faces / "0099_01_al_gore.avi", 0, 99);
        QVERIFY_EXCEPTION_THROWN(plan(request, told), Error);
    }

    void hollywood2HasSeveralLabelsAClip() {
        const auto root = m_folder / "Hollywood2";
        const auto writeLists = [&](const std::string& split, const std::string& name, auto wanted) {
            std::string text;
            for (int i = 1; i <= 6; ++i)
                text += "actionclip" + split + "0000" + std::to_string(i) + "  " + (wanted(i) ? "1" : "-1") +
                        "\n";
            m_folder.write("Hollywood2/ClipSets/" + name + "_" + split + ".txt", text);
        };
        for (const std::string split : {"train", "test"}) {
            writeLists(split, "Run", [](int i) { return i <= 3; });
            writeLists(split, "Kiss", [](int i) { return i >= 3; });
            m_folder.write("Hollywood2/ClipSets/INT-Car_" + split + ".txt",
                           "sceneclip" + split + "00001  1\n");
            for (int i = 1; i <= 6; ++i)
                writeClip(root / "AVIClips" / ("actionclip" + split + "0000" + std::to_string(i) + ".avi"),
                          i <= 3 ? 0 : 1, i);
            writeClip(root / "AVIClips" / ("sceneclip" + split + "00001.avi"), 2, 7);
        }
        const Dataset dataset = indexHollywood2(root);
        QVERIFY(dataset.classes == std::vector<std::string>({"Kiss", "Run"}));
        QCOMPARE(dataset.clips.size(), std::size_t{12});
        QVERIFY(dataset.clips[2].labels.size() == 2 && dataset.clips[0].labels == std::vector<int>{1});

        for (const Protocol protocol : {Protocol::Grouped, Protocol::TtCode}) {
            Told told;
            const auto out = m_folder / ("hollywood-" + idOf(protocol));
            StudyRequest request = smallRequest(StudyKind::Hollywood2, protocol, root, out);
            request.models = {"tt-lstm", "mean"};
            const Study study = plan(request, told);
            QVERIFY(!runAll(study, m_folder, out, told).stopped);
            QVERIFY2(told.failures.empty(), told.failures.empty() ? "" : told.failures[0].c_str());
            writeStudyTables(study, out, false);
            const Rows rows = tableOf(out);
            QCOMPARE(cell(rows, 1, "published"), std::string("0.546"));
            const RunInfo run = readRun(out / "tt-lstm-seed1");
            QCOMPARE(run.spec.model.task, std::string("multi-label"));
            const auto figure = protocol == Protocol::Grouped ? run.testMeanPrecision
                                                              : run.history.back().validationMeanPrecision;
            QVERIFY(figure.has_value());
            QCOMPARE(figureOf(protocol, run), figure);
        }
        QVERIFY_EXCEPTION_THROWN(indexHollywood2(m_ucf), Error);
    }

    void foldsHoldEachClipBackOnce() {
        Told told;
        const auto out = m_folder / "folds";
        StudyRequest request = smallRequest(StudyKind::Ucf11, Protocol::TtCode, m_ucf, out);
        request.models = {"tt-lstm"};
        request.seeds = 5;
        const Study study = plan(request, told);
        QVERIFY(!runAll(study, m_folder, out, told).stopped);
        QVERIFY2(told.failures.empty(), told.failures.empty() ? "" : told.failures[0].c_str());
        std::map<std::string, int> held;
        for (int fold = 1; fold <= 5; ++fold)
            for (const Clip& clip : readList(m_ucf, out / ("fold-" + std::to_string(fold) + ".csv")).clips)
                held[clip.path] += clip.split == "validation";
        QCOMPARE(held.size(), std::size_t{24});
        for (const auto& [path, times] : held) QCOMPARE(times, 1);
        const RunInfo run = readRun(out / "tt-lstm-seed3");
        QCOMPARE(figureOf(Protocol::TtCode, run), run.history.back().validationAccuracy);
        QVERIFY(!run.spec.data.augment.any());
    }

    void theEpochOfLowestLossCounts() {
        RunInfo run;
        run.state = RunState::Done;
        for (int epoch = 1; epoch <= 3; ++epoch) {
            EpochRecord record;
            record.epoch = epoch;
            record.validationLoss = std::abs(epoch - 2);
            record.validationAccuracy = 0.1 * epoch;
            run.history.push_back(record);
        }
        QCOMPARE(figureOf(Protocol::BtCode, run), std::optional(0.2));
        QCOMPARE(figureOf(Protocol::TtCode, run), run.history[2].validationAccuracy);
        QVERIFY(!figureOf(Protocol::Grouped, run));
        run.testAccuracy = 0.7;
        QCOMPARE(figureOf(Protocol::Grouped, run), std::optional(0.7));
        run.state = RunState::Stopped;
        QVERIFY(!figureOf(Protocol::BtCode, run));
    }

    void interruptedItGoesOn() {
        StudyRequest request = smallRequest(StudyKind::Ucf11, Protocol::BtCode, m_ucf, m_folder / "whole");
        request.models = {"tt-lstm", "bt-lstm-r1", "mean"};
        Told whole;
        const Study straight = plan(request, whole);
        QVERIFY(!runAll(straight, m_folder, request.out, whole).stopped);
        writeStudyTables(straight, request.out, false);

        request.out = m_folder / "broken";
        Told told;
        const Study study = plan(request, told);
        StopAfter stop{3, {}}; // in the second run, after its first epoch
        const StudyOutcome first =
            runStudy(study, request.out, resourcesIn(m_folder), stop.observer(told), stop.control, {});
        QVERIFY(first.stopped);
        QCOMPARE(told.steps.size(), std::size_t{2});
        writeStudyTables(study, request.out, false);
        QCOMPARE(cell(tableOf(request.out), 1, "seeds"), std::string("1"));
        QCOMPARE(cell(tableOf(request.out), 2, "ours, mean"), std::string());

        told.steps.clear();
        QVERIFY(!runAll(study, m_folder, request.out, told).stopped);
        QCOMPARE(told.count(RunStep::Keep), 1);
        QCOMPARE(told.count(RunStep::Resume), 1);
        QCOMPARE(told.count(RunStep::Begin), 4);
        told.steps.clear();
        QVERIFY(!runAll(study, m_folder, request.out, told).stopped);
        QCOMPARE(told.count(RunStep::Keep), 6);

        const auto same = resultsOf(study, request.out), wanted = resultsOf(straight, m_folder / "whole");
        for (std::size_t i = 0; i < wanted.size(); ++i) QVERIFY(same[i].figures == wanted[i].figures);
    }

    void otherSettingsAreRefused() {
        StudyRequest request = smallRequest(StudyKind::Ucf11, Protocol::BtCode, m_ucf, m_folder / "changed");
        request.models = {"tt-lstm"};
        request.seeds = 1;
        Told told;
        QVERIFY(!runAll(plan(request, told), m_folder, request.out, told).stopped);
        request.spec.training.epochs = 3;
        const std::string text = errorOf([&] { runAll(plan(request, told), m_folder, request.out, told); });
        QVERIFY2(text.find("was begun with training.epochs 2, and 3 is asked for") != std::string::npos,
                 text.c_str());
        request.spec.training.epochs = 2;
        request.models = {"tt-lstm", "tt-gru"}; // more models and seeds are no change
        request.seeds = 2;
        told.steps.clear();
        QVERIFY(!runAll(plan(request, told), m_folder, request.out, told).stopped);
        QCOMPARE(told.count(RunStep::Keep), 1);
        QCOMPARE(told.count(RunStep::Begin), 3);
    }

    void aRunThatFailsDoesNotEndTheStudy() {
        StudyRequest request = smallRequest(StudyKind::Ucf11, Protocol::BtCode, m_ucf, m_folder / "failing");
        request.models = {"tt-lstm", "mean"};
        request.seeds = 1;
        Told told;
        Study study = plan(request, told);
        study.train = [&, train = study.train](const TrainRequest& one, const Observer& events,
                                               Control& control, std::stop_token stop) -> DoneEvent {
            if (one.spec.model.cell.kind == CellKind::Lstm) throw Error("Training diverged in epoch 1.");
            return train(one, events, control, stop);
        };
        const StudyOutcome outcome = runAll(study, m_folder, request.out, told);
        QCOMPARE(outcome.failed, 1);
        QVERIFY(!outcome.stopped);
        QCOMPARE(told.failures.size(), std::size_t{1});
        const auto results = resultsOf(study, request.out);
        QVERIFY(results[0].figures.empty());
        QCOMPARE(results[1].figures.size(), std::size_t{1});
    }

    void aFolderAndItsRanks() {
        StudyRequest request = smallRequest(StudyKind::Folder, Protocol::BtCode, m_ucf, m_folder / "ranks");
        request.models = rankStudyNames({2, 3}, {1, 2}, {1, 2});
        request.seeds = 1;
        request.spec.training.epochs = 1;
        Told told;
        const Study study = plan(request, told);
        QVERIFY(!runAll(study, m_folder, request.out, told).stopped);
        writeStudyTables(study, request.out, true);
        QCOMPARE(tableOf(request.out)[0].fields.back(),
                 std::string("training time a run")); // nothing published
        const Rows ranks = tableOf(request.out, "ranks.csv");
        QCOMPARE(ranks.size(), std::size_t{3});
        QVERIFY(ranks[1].fields[0] == "tt" && ranks[1].fields[1] == "2");
        QVERIFY(ranks[2].fields[0] == "bt" && ranks[2].fields[1] == "4");
        QVERIFY(std::stod(cell(ranks, 2, "lowest")) <= std::stod(cell(ranks, 2, "highest")));
    }
};

QTEST_APPLESS_MAIN(TestStudy)
#include "test_study_decode.moc"
