// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/experiment/user_presets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rankscope;
namespace fs = std::filesystem;

class TestUserPresets : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path folder(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    static void put(const fs::path& file, const QByteArray& text) {
        fs::create_directories(file.parent_path());
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
    }

private slots:
    void everyPresetRoundTrips() {
        const fs::path own = folder("own");
        for (const Preset& preset : presets()) {
            const fs::path file = presetFile(own, preset.title);
            writePreset(file, preset.title, preset.spec);
            const Preset read = readPreset(file);
            QCOMPARE(read.title, preset.title);
            ExperimentSpec expected = preset.spec;
            expected.model.classes = 0; // they are those of the data
            QVERIFY(read.spec == expected);
            QCOMPARE(fileOfPreset(own, read.name), file);
        }
        const UserPresets all = readUserPresets(own);
        QCOMPARE(all.presets.size(), presets().size());
        QVERIFY(all.problems.empty());
        QVERIFY(std::ranges::is_sorted(all.presets, {}, &Preset::title));
    }

    void whatBelongsToOneFolderStaysOut() {
        ExperimentSpec spec = presetNamed("shapes-tt-lstm").spec;
        spec.data.list = "clips.csv";
        spec.model.classes = 8;
        const fs::path file = folder("clean") / "a.json";
        writePreset(file, "a", spec);
        const Preset read = readPreset(file);
        QVERIFY(read.spec.data.list.empty());
        QCOMPARE(read.spec.model.classes, Index{0});
    }

    void namesAreSafe() {
        const fs::path own = folder("own");
        QCOMPARE(presetFile(own, "My model, r 4"), own / "my-model-r-4.json");
        QCOMPARE(presetFile(own, "../../etc/x"), own / "etc-x.json");
        QCOMPARE(presetFile(own, "模型"), own / "模型.json");
        for (const std::string& bad : {std::string(), std::string("../.."), std::string(200, 'a')})
            QVERIFY_THROWS_EXCEPTION(Error, presetFile(own, bad));
        QVERIFY(fileOfPreset(own, "shapes-tt-lstm").empty());
    }

    void badFilesAreToldAndLeftOut_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << QByteArray("{") << "bad.json";
        QTest::newRow("deep") << QByteArray(100, '[') << "bad.json";
        QTest::newRow("no object") << QByteArray("[1]") << "no preset";
        QTest::newRow("no model") << QByteArray("{\"title\": \"a\"}") << "no preset";
        QTest::newRow("unknown key") << QByteArray("{\"model\": {}, \"evil\": 1}") << "evil";
        QTest::newRow("not valid") << QByteArray(
                                          "{\"title\": \"a\", \"model\": {\"map\": {\"format\": \"tt\", "
                                          "\"inModes\": [7], \"outModes\": [4], \"ranks\": []}}}")
                                   << "bad.json";
        QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << "bad.json";
    }

    void badFilesAreToldAndLeftOut() {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const fs::path own = folder("bad") / QTest::currentDataTag();
        put(own / "bad.json", text);
        put(own / "note.txt", "not looked at");
        writePreset(own / "good.json", "good", presetNamed("shapes-tt-lstm").spec);
        const UserPresets all = readUserPresets(own);
        QCOMPARE(all.presets.size(), std::size_t{1});
        QCOMPARE(all.problems.size(), std::size_t{1});
        QVERIFY2(QString::fromStdString(all.problems.front()).contains(says), all.problems.front().c_str());
    }

    void noFolderHoldsNone() { QVERIFY(readUserPresets(folder("nowhere")).presets.empty()); }
};

QTEST_APPLESS_MAIN(TestUserPresets)
#include "test_user_presets.moc"
