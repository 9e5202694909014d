// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace rankscope;

namespace {

/// `perClass[c]` clips of class c; clip k of a class is in group k % groups (0: none), named per class or
/// not.
Dataset makeData(const std::vector<int>& perClass, int groups = 0, bool groupPerClass = false) {
    Dataset dataset;
    for (std::size_t c = 0; c < perClass.size(); ++c) {
        dataset.classes.push_back("class" + std::to_string(c));
        for (int k = 0; k < perClass[c]; ++k) {
            Clip clip;
            clip.path = dataset.classes[c] + "/" + std::to_string(k);
            clip.labels = {static_cast<int>(c)};
            if (groups)
                clip.group = (groupPerClass ? dataset.classes[c] + "/g" : "g") + std::to_string(k % groups);
            dataset.clips.push_back(clip);
        }
    }
    return dataset;
}

std::vector<int> allOf(const Dataset& dataset) {
    std::vector<int> all(dataset.clips.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

DataSpec specOf(const std::string& validation, const std::string& test = "none") {
    DataSpec spec;
    spec.validation = SplitRule::parse(validation);
    spec.test = SplitRule::parse(test);
    return spec;
}

std::vector<int> perClass(const Dataset& dataset, const std::vector<int>& clips) {
    std::vector<int> counts(dataset.classes.size());
    for (const int clip : clips)
        ++counts[static_cast<std::size_t>(dataset.clips[static_cast<std::size_t>(clip)].labels[0])];
    return counts;
}

std::set<std::string> groupsOf(const Dataset& dataset, const std::vector<int>& clips) {
    std::set<std::string> groups;
    for (const int clip : clips) groups.insert(dataset.clips[static_cast<std::size_t>(clip)].group);
    return groups;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

} // namespace

class TestSplit : public QObject {
    Q_OBJECT

private slots:
    void everyUsableClipIsInOneSet_data() {
        QTest::addColumn<std::string>("validation");
        QTest::addColumn<std::string>("test");
        for (const char* validation :
             {"none", "random:0.2", "group:0.3", "groups:g1,g2", "kfold:4/2", "group-kfold:3/1"})
            for (const char* test :
                 {"none", "random:0.25", "group:0.2", "groups:g0", "kfold:4/4", "group-kfold:3/2"})
                QTest::addRow("%s %s", validation, test) << std::string(validation) << std::string(test);
    }
    void everyUsableClipIsInOneSet() {
        QFETCH(std::string, validation);
        QFETCH(std::string, test);
        const Dataset dataset = makeData({20, 15, 31}, 5);
        std::vector<int> usable = allOf(dataset);
        std::erase_if(usable, [](int clip) { return clip % 7 == 3; });
        const Split split = divide(dataset, usable, specOf(validation, test), 3);
        std::vector<int> together;
        for (const auto* set : {&split.train, &split.validation, &split.test}) {
            QVERIFY(std::ranges::is_sorted(*set));
            together.insert(together.end(), set->begin(), set->end());
        }
        std::ranges::sort(together);
        QCOMPARE(together, usable);
        QCOMPARE(split.validation.empty(), validation == "none");
        QCOMPARE(split.test.empty(), test == "none");
    }

    void randomSharesAreStratifiedAndKeepOneForTraining() {
        const Dataset dataset = makeData({100, 10, 3, 2, 1});
        const Split split = divide(dataset, allOf(dataset), specOf("random:0.2"), 1);
        QCOMPARE(perClass(dataset, split.validation), (std::vector<int>{20, 2, 1, 1, 0}));
        QCOMPARE(perClass(dataset, split.train), (std::vector<int>{80, 8, 2, 1, 1}));
        const Split most = divide(dataset, allOf(dataset), specOf("random:0.99"), 1);
        QCOMPARE(perClass(dataset, most.train), (std::vector<int>{1, 1, 1, 1, 1}));
    }

    void theSeedDecidesTheDraw() {
        const Dataset dataset = makeData({50, 50});
        const Split first = divide(dataset, allOf(dataset), specOf("random:0.2"), 1);
        QCOMPARE(divide(dataset, allOf(dataset), specOf("random:0.2"), 1).validation, first.validation);
        QVERIFY(divide(dataset, allOf(dataset), specOf("random:0.2"), 2).validation != first.validation);
    }

    void theTestIsDrawnBeforeValidation() {
        const Dataset dataset = makeData({50, 50});
        const Split alone = divide(dataset, allOf(dataset), specOf("none", "random:0.2"), 1);
        const Split both = divide(dataset, allOf(dataset), specOf("random:0.25", "random:0.2"), 1);
        QCOMPARE(both.test, alone.test);
        QCOMPARE(perClass(dataset, both.validation), (std::vector<int>{10, 10}));
    }

    void groupsStayWholeNearTheShare() {
        const Dataset dataset = makeData({30, 30}, 10);
        const Split split = divide(dataset, allOf(dataset), specOf("group:0.2"), 5);
        QCOMPARE(split.validation.size(), std::size_t{12});
        for (const std::string& group : groupsOf(dataset, split.validation))
            QVERIFY(!groupsOf(dataset, split.train).contains(group));
        QVERIFY(split.warnings.empty());
    }

    void groupsInsideClassesGiveAShareOfEachClass() {
        const Dataset dataset = makeData({25, 50, 4}, 5, true);
        const Split split = divide(dataset, allOf(dataset), specOf("group:0.2"), 5);
        QCOMPARE(perClass(dataset, split.validation), (std::vector<int>{5, 10, 1}));
    }

    void aGroupAlwaysStaysForTraining() {
        const Dataset dataset = makeData({10, 10}, 2);
        const Split split = divide(dataset, allOf(dataset), specOf("group:0.99"), 5);
        QCOMPARE(groupsOf(dataset, split.train).size(), std::size_t{1});
        QCOMPARE(groupsOf(dataset, split.validation).size(), std::size_t{1});
    }

    void namedGroupsAreTaken() {
        const Dataset dataset = makeData({10, 10}, 5);
        const Split split = divide(dataset, allOf(dataset), specOf("groups:g1,g3"), 1);
        QCOMPARE(groupsOf(dataset, split.validation), (std::set<std::string>{"g1", "g3"}));
        QCOMPARE(split.validation.size(), std::size_t{8});
        const std::string error = errorOf([&] { divide(dataset, allOf(dataset), specOf("groups:g9x"), 1); });
        QVERIFY2(error.find("\"g9x\" is not known") != std::string::npos, error.c_str());
        QVERIFY2(error.find("Did you mean g") != std::string::npos, error.c_str());
    }

    void aGroupNameWithoutClassMeansAllClasses() {
        const Dataset dataset = makeData({10, 10}, 5, true);
        const Split split = divide(dataset, allOf(dataset), specOf("groups:g1"), 1);
        QCOMPARE(groupsOf(dataset, split.validation), (std::set<std::string>{"class0/g1", "class1/g1"}));
    }

    void randomSharesOverGroupsWarn() {
        const Dataset dataset = makeData({20, 20}, 4);
        const Split split = divide(dataset, allOf(dataset), specOf("random:0.2"), 1);
        QVERIFY2(joined(split.warnings).find("of 4 stand in training and validation") != std::string::npos,
                 joined(split.warnings).c_str());
    }

    void foldsHoldEachClipBackOnceAndAreStratified() {
        const Dataset dataset = makeData({20, 11, 7, 3});
        std::vector<int> held;
        for (int fold = 1; fold <= 5; ++fold) {
            const Split split = divide(dataset, allOf(dataset), specOf("kfold:5/" + std::to_string(fold)), 3);
            held.insert(held.end(), split.validation.begin(), split.validation.end());
            const std::vector<int> counts = perClass(dataset, split.validation);
            QCOMPARE(counts[0], 4);
            QVERIFY(counts[1] == 2 || counts[1] == 3);
            QVERIFY(counts[2] == 1 || counts[2] == 2);
            QVERIFY(counts[3] <= 1);
            QVERIFY(split.validation.size() == 8 || split.validation.size() == 9); // 41 clips
        }
        std::ranges::sort(held);
        QCOMPARE(held, allOf(dataset));
    }

    void foldsOfGroupsKeepThemWhole() {
        for (const bool groupPerClass : {false, true}) {
            const Dataset dataset = makeData({30, 24, 12}, 6, groupPerClass);
            std::vector<int> held;
            for (int fold = 1; fold <= 3; ++fold) {
                const Split split =
                    divide(dataset, allOf(dataset), specOf("group-kfold:3/" + std::to_string(fold)), 3);
                held.insert(held.end(), split.validation.begin(), split.validation.end());
                for (const std::string& group : groupsOf(dataset, split.validation))
                    QVERIFY(!groupsOf(dataset, split.train).contains(group));
                QCOMPARE(perClass(dataset, split.validation), (std::vector<int>{10, 8, 4}));
                QVERIFY(split.warnings.empty());
            }
            std::ranges::sort(held);
            QCOMPARE(held, allOf(dataset));
        }
    }

    void validationAndTestAreFoldsOfOneDeal() {
        const Dataset dataset = makeData({50, 50});
        const Split alone = divide(dataset, allOf(dataset), specOf("kfold:5/2"), 1);
        const Split both = divide(dataset, allOf(dataset), specOf("kfold:5/2", "kfold:5/3"), 1);
        QCOMPARE(both.validation, alone.validation);
        QCOMPARE(both.test, divide(dataset, allOf(dataset), specOf("kfold:5/3"), 1).validation);
        QCOMPARE(both.train.size(), std::size_t{60});
        QVERIFY(divide(dataset, allOf(dataset), specOf("kfold:5/2"), 2).validation != alone.validation);
        QVERIFY(errorOf([] { validate(specOf("kfold:5/2", "kfold:5/2")); }).find("same fold") !=
                std::string::npos);
    }

    void foldsOfClipsOverGroupsWarnAndFewGroupsAreRefused() {
        const Dataset dataset = makeData({20, 20}, 4);
        const Split split = divide(dataset, allOf(dataset), specOf("kfold:5/1"), 1);
        QVERIFY2(joined(split.warnings).find("of 4 stand in training and validation") != std::string::npos,
                 joined(split.warnings).c_str());
        const std::string error =
            errorOf([&] { divide(dataset, allOf(dataset), specOf("group-kfold:5/1"), 1); });
        QVERIFY2(error.find("4 groups cannot be dealt into 5 folds") != std::string::npos, error.c_str());
        QVERIFY2(error.find("at most 4") != std::string::npos, error.c_str());
        const Dataset one = makeData({20, 20}, 1);
        const std::string alone = errorOf([&] { divide(one, allOf(one), specOf("group-kfold:5/1"), 1); });
        QVERIFY2(alone.find("another rule, such as random:0.2") != std::string::npos, alone.c_str());
    }

    void clipsWithoutGroupAreCounted() {
        Dataset dataset = makeData({20, 20}, 4);
        dataset.clips[3].group.clear();
        const Split split = divide(dataset, allOf(dataset), specOf("group:0.2"), 1);
        QVERIFY2(joined(split.warnings).find("1 of 40 clips have no group") != std::string::npos,
                 joined(split.warnings).c_str());
    }

    void whatTrainingMissesIsSaid() {
        Dataset dataset = makeData({4, 4, 4}, 4);
        for (int k = 8; k < 12; ++k) dataset.clips[static_cast<std::size_t>(k)].group = "last";
        const Split split = divide(dataset, allOf(dataset), specOf("groups:last"), 1);
        QVERIFY(joined(split.warnings).find("\"class2\" has no clip to train on") != std::string::npos);
        const Dataset single = makeData({1, 1});
        const Split none = divide(single, allOf(single), specOf("random:0.2"), 1);
        QCOMPARE(none.train.size(), std::size_t{2});
        QVERIFY(joined(none.warnings).find("No clip is left for validation") != std::string::npos);
    }

    void theListDecidesWhereItMarksClips() {
        Dataset dataset = makeData({10, 10}, 5);
        for (const int clip : {0, 10}) dataset.clips[static_cast<std::size_t>(clip)].split = "test";
        for (const int clip : {1, 11}) dataset.clips[static_cast<std::size_t>(clip)].split = "validation";
        for (const char* rule : {"list", "random:0.5", "none"}) {
            const Split split = divide(dataset, allOf(dataset), specOf(rule, "none"), 1);
            QCOMPARE(split.test, (std::vector<int>{0, 10}));
            QCOMPARE(split.validation, (std::vector<int>{1, 11}));
            QCOMPARE(split.train.size(), std::size_t{16});
        }
    }

    void aListOfTrainAndTestLeavesValidationToTheRule() {
        Dataset dataset = makeData({10, 10});
        for (Clip& clip : dataset.clips) clip.split = "train";
        for (const int clip : {0, 1, 10, 11}) dataset.clips[static_cast<std::size_t>(clip)].split = "test";
        const Split split = divide(dataset, allOf(dataset), specOf("random:0.25"), 1);
        QCOMPARE(split.test, (std::vector<int>{0, 1, 10, 11}));
        QCOMPARE(perClass(dataset, split.validation), (std::vector<int>{2, 2}));
    }

    void impossibleSplitsAreRefused() {
        const Dataset plain = makeData({10, 10});
        const auto refused = [&](const DataSpec& spec, const std::vector<int>& usable) {
            return errorOf([&] { divide(plain, usable, spec, 1); });
        };
        QVERIFY(refused(specOf("list"), allOf(plain)).find("column split") != std::string::npos);
        QVERIFY(refused(specOf("group:0.2"), allOf(plain)).find("no groups") != std::string::npos);
        QVERIFY(refused(specOf("random:0.2"), {}).find("no clip is left to train on") != std::string::npos);
        for (const double share : {1.0, -0.1, 7.0}) {
            DataSpec spec;
            spec.validation = {SplitRule::Kind::Random, share, {}};
            QVERIFY(refused(spec, allOf(plain)).find("0 to below 1") != std::string::npos);
        }
        Dataset all = makeData({10, 10}, 2);
        QVERIFY(errorOf([&] {
                    divide(all, allOf(all), specOf("groups:g0,g1"), 1);
                }).find("no clip is left") != std::string::npos);
    }

    void rulesAreReadAndWritten() {
        for (const char* text :
             {"none", "list", "random:0.2", "group:0.25", "groups:A,B c", "kfold:5/1", "group-kfold:10/10"})
            QCOMPARE(SplitRule::parse(text).text(), std::string(text));
        for (const char* text : {"", "random", "random:x", "random:0.2x", "random:1.5", "group:-1",
                                 "groups:", "list:1", "grups:A", "kfold", "kfold:5", "kfold:5/6", "kfold:5/0",
                                 "kfold:1/1", "kfold:5/1x", "group-kfold:999999999999/1"})
            QVERIFY2(!errorOf([&] { SplitRule::parse(text); }).empty(), text);
        QVERIFY(errorOf([] { SplitRule::parse("rnadom"); }).find("random:0.2") != std::string::npos);
    }

    void specificationsAreChecked() {
        validate(DataSpec{});
        const auto refused = [](auto change) {
            DataSpec spec;
            change(spec);
            return !errorOf([&] { validate(spec); }).empty();
        };
        QVERIFY(refused([](DataSpec& spec) { spec.frames = 0; }));
        QVERIFY(refused([](DataSpec& spec) { spec.width = 0; }));
        QVERIFY(refused([](DataSpec& spec) { spec.height = 100'000; }));
        QVERIFY(refused([](DataSpec& spec) { spec.candidates = 3; }));
        QVERIFY(refused([](DataSpec& spec) { spec.augment.zoom = 2; }));
        QVERIFY(refused([](DataSpec& spec) { spec.augment.shift = std::nan(""); }));
        QVERIFY(refused([](DataSpec& spec) {
            spec.input = InputForm::FirstDifference;
            spec.frames = 1;
        }));
        QVERIFY(!refused([](DataSpec& spec) { spec.candidates = 0; }));
        QVERIFY(refused([](DataSpec& spec) { spec.augment.noise = -1; }));
        QVERIFY(refused([](DataSpec& spec) { spec.augment.crop = 1; }));
        QVERIFY(refused([](DataSpec& spec) { spec.augment.jitter = 0.5; }));
        QVERIFY(refused([](DataSpec& spec) { spec.mostFrames = 1501; }));
        QVERIFY(refused([](DataSpec& spec) { spec.every = -1; }));
        QVERIFY(refused([](DataSpec& spec) { spec.validation = {SplitRule::Kind::KFold, 0, {}, 3, 4}; }));
    }
};

QTEST_APPLESS_MAIN(TestSplit)
#include "test_split.moc"
