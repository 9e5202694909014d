// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/spec_json.h"
#include "tests/engine/storage/run_fixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace rankscope;

class TestSpecJson : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void everyFieldComesBack() {
        ExperimentSpec spec;
        spec.model.cell = {CellKind::Gru, GateLayout::Separate, SigmoidKind::Hard, 0.1};
        spec.model.map = {"bt", {8, 20}, {4, 4}, {3}, {2, 5}, 7};
        spec.model.recurrent = {"tt", {2, 8}, {8, 2}, {5}, {3, 4}, 6};
        spec.model.start = Start::BtCode;
        spec.model.classes = 11;
        spec.data.list = "/lists/a b.csv";
        spec.data.frames = 9;
        spec.data.width = 64;
        spec.data.height = 48;
        spec.data.candidates = 0;
        spec.data.frameOrder = TimeOrder::Shuffled;
        spec.data.input = InputForm::PreviousDifference;
        spec.data.absolute = true;
        spec.data.layout = FrameLayout::Patches;
        spec.data.patchWidth = 16;
        spec.data.patchHeight = 12;
        spec.data.groups = GroupSource::Pattern;
        spec.data.groupPattern = "_g(\\d+)_";
        spec.data.every = 5;
        spec.data.mostFrames = 700;
        spec.data.augment = {0.01, 0.02, 0.03, 0.04, true, 0.05, 0.06, 0.07};
        spec.data.validation = SplitRule::parse("groups:A,B");
        spec.data.test = SplitRule::parse("group:0.1");
        spec.training = {
            7,   8,   1.0 / 3.0, OptimizerKind::Sgd,           0.8, ScheduleKind::Cosine, 1e-4, 2.5,
            0.1, 0.2, 3,         18'446'744'073'709'551'615ull};
        ExperimentSpec back;
        fromJson(parseJson(toJson(spec).dump(), "text"), back, "text");
        QVERIFY(back == spec);
        spec.training.learningRate.reset();
        fromJson(toJson(spec), back, "text");
        QVERIFY(back == spec);
    }

    void missingKeysKeepWhatWasThere() {
        ExperimentSpec spec;
        spec.training.batch = 77;
        fromJson(parseJson(R"({"training": {"epochs": 3}, "model": {"map": {"ranks": 4}}})", "text"), spec,
                 "text");
        QCOMPARE(spec.training.batch, 77);
        QCOMPARE(spec.training.epochs, 3);
        QCOMPARE(spec.model.map.ranks, (Shape{4}));
        QVERIFY(spec.model.recurrent == ModelSpec{}.recurrent); // files from before it could be chosen
        QCOMPARE(spec.model.recurrent.format, "dense");
        QCOMPARE(idOf(spec.data.layout), "channel-last");
        fromJson(parseJson(R"({"model": {"recurrent": {"format": "tt"}}})", "text"), spec, "text");
        QCOMPARE(spec.model.recurrent.format, "tt");
        QCOMPARE(spec.model.recurrent.ranks, (Shape{4}));
    }

    void laterKeysAreNotWrittenWhereTheyAreTheDefault() {
        const auto data = toJson(DataSpec{});
        for (const char* key : {"groups", "groupPattern", "every", "mostFrames"})
            QVERIFY2(!data.contains(key), key);
        QCOMPARE(data.at("augment").size(), std::size_t{5});
    }

    void refusals_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* text, const char* named) { QTest::newRow(text) << text << named; };
        row(R"({"training": {"epoch": 3}})", "training.epoch");
        row(R"({"trainings": {}})", "trainings");
        row(R"({"model": {"cell": "lstm"}})", "model.cell");
        row(R"({"model": {"cell": {"kind": "lstn"}}})", "model.cell.kind");
        row(R"({"model": {"classes": "two"}})", "model.classes");
        row(R"({"model": {"map": {"inModes": [8, -1]}}})", "model.map.inModes");
        row(R"({"model": {"map": {"blocks": 1e3}}})", "model.map.blocks");
        row(R"({"model": {"map": {"blocks": 9223372036854775808}}})", "model.map.blocks");
        row(R"({"model": {"recurrent": {"rank": 2}}})", "model.recurrent.rank");
        row(R"({"model": {"recurrent": "tt"}})", "model.recurrent");
        row(R"({"training": {"epochs": 2147483648}})", "training.epochs");
        row(R"({"training": {"epochs": 1.5}})", "training.epochs");
        row(R"({"training": {"seed": -1}})", "training.seed");
        row(R"({"training": {"learningRate": "fast"}})", "training.learningRate");
        row(R"({"data": {"absolute": 1}})", "data.absolute");
        row(R"({"data": {"layout": "rows"}})", "data.layout");
        row(R"({"data": {"groups": "persons"}})", "data.groups");
        row(R"({"data": {"validation": "kfold:5/6"}})", "data.validation");
        row(R"({"data": {"validation": "sometimes"}})", "data.validation");
        row(R"({"data": {"validation": 3}})", "data.validation");
        row(R"({"data": {"augment": {"blur": 1}}})", "data.augment.blur");
        row(R"([1])", "spec.json");
        row(R"({"training": {"epochs": 1, "epochs": 2}})", "epochs");
        row(R"({"training": )", "spec.json");
        row(R"({"training": {"clip": 1e999}})", "spec.json");
    }

    void refusals() {
        QFETCH(QString, text);
        QFETCH(QString, named);
        ExperimentSpec spec;
        try {
            fromJson(parseJson(text.toStdString(), "spec.json"), spec, "spec.json");
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QString(failure.what()).contains("spec.json"), failure.what());
            QVERIFY2(QString(failure.what()).contains(named), failure.what());
            QVERIFY(spec == ExperimentSpec{});
        }
    }

    void mistypedKeysNameTheNearest() {
        ExperimentSpec spec;
        try {
            fromJson(parseJson(R"({"training": {"learningrate": 3}})", "text"), spec, "text");
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QString::fromStdString(failure.hint()).contains("training.learningRate"),
                     failure.hint().c_str());
        }
    }

    void limits() {
        QVERIFY_EXCEPTION_THROWN(parseJson(std::string(2 << 20, ' ') + "{}", "text"), Error);
        QVERIFY_EXCEPTION_THROWN(parseJson(std::string(17, '[') + std::string(17, ']'), "text"), Error);
        QCOMPARE(parseJson(std::string(16, '[') + std::string(16, ']'), "text").size(), 1u);
    }

    void specFilesAndRunFiles() {
        const std::filesystem::path path = m_folder.filePath("spec.json").toStdString();
        putContent(path, R"({"training": {"epochs": 9}})");
        QCOMPARE(readSpecFile(path).training.epochs, 9);
        putContent(path, R"({"format": 1, "version": "0", "spec": {"training": {"epochs": 8}}})");
        QCOMPARE(readSpecFile(path).training.epochs, 8);
        QVERIFY_EXCEPTION_THROWN(readSpecFile(m_folder.path().toStdString()), Error);
    }
};

QTEST_APPLESS_MAIN(TestSpecJson)
#include "test_spec_json.moc"
