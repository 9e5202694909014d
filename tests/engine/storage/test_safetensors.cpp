// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/storage/tensor_file.h"
#include "tests/engine/storage/run_fixture.h"
#include "tests/support/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rankscope;

namespace {

QByteArray fileOf(QByteArray header, int dataBytes) {
    const quint64 length = static_cast<quint64>(header.size());
    return QByteArray(reinterpret_cast<const char*>(&length), 8) + header + QByteArray(dataBytes, '\1');
}

QByteArray entry(const char* type, const char* shape, const char* offsets) {
    return QByteArray("{\"dtype\":\"") + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets +
           "}";
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void roundTrip() {
        const std::vector<float> a{1.5f, -0.0f, std::numeric_limits<float>::denorm_min(), 4, 5, 6}, b{7};
        const std::vector<TensorView> tensors{{"z", {2, 3}, a}, {"a", {}, b}, {"empty", {0, 5}, {}}};
        writeSafetensors(path("a"), tensors, {{"key", "value with \"quotes\" and\nline"}});
        const TensorFile file = readSafetensors(path("a"));
        QCOMPARE(file.tensors.size(), 3u);
        QCOMPARE(file.tensors.at("z").shape, (Shape{2, 3}));
        QCOMPARE(file.tensors.at("z").values, a);
        QVERIFY(std::signbit(file.tensors.at("z").values[1]));
        QCOMPARE(file.tensors.at("a").values, b);
        QVERIFY(file.tensors.at("empty").values.empty());
        QCOMPARE(file.metadata.at("key"), std::string("value with \"quotes\" and\nline"));
        QCOMPARE(readSafetensorsMetadata(path("a")), file.metadata);
    }

    void equalContentGivesEqualBytes() {
        const std::vector<float> a{1, 2}, b{3};
        writeSafetensors(path("one"), std::vector<TensorView>{{"a", {2}, a}, {"b", {1}, b}},
                         {{"k", "v"}, {"l", "w"}});
        writeSafetensors(path("two"), std::vector<TensorView>{{"b", {1}, b}, {"a", {2}, a}},
                         {{"l", "w"}, {"k", "v"}});
        const QByteArray bytes = contentOf(path("one"));
        QCOMPARE(contentOf(path("two")), bytes);
        quint64 length = 0;
        memcpy(&length, bytes.constData(), 8);
        QCOMPARE(length % 8, quint64{0});
        QCOMPARE(static_cast<quint64>(bytes.size()), 8 + length + 12);
    }

    void doublesAreNarrowedOnlyWhereAsked() {
        const std::vector<double> wide{0.1, 1e-300};
        const std::vector<float> narrow{0.5f};
        writeTensors(path("wide"), {{"n", {1}, std::span(narrow)}, {"w", {2}, std::span(wide)}}, {});
        QCOMPARE(readSafetensors(path("wide")).tensors.at("w").values, (std::vector<float>{0.1f, 0.0f}));
        std::vector<double> back(2);
        TensorReader(path("wide")).read("w", std::span<double>(back));
        QCOMPARE(back, wide);
        std::vector<float> mismatched(2);
        QVERIFY_EXCEPTION_THROWN(TensorReader(path("wide")).read("w", std::span<float>(mismatched)), Error);
    }

    void refusesHostileFiles_data() {
        QTest::addColumn<QByteArray>("content");
        const auto one = [](const QByteArray& description) { return "{\"t\":" + description + "}"; };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("seven bytes") << QByteArray(7, '\0');
        QTest::newRow("header longer than the file") << QByteArray("\xff\0\0\0\0\0\0\0{}", 10);
        QTest::newRow("header of 2^64 - 1 bytes") << QByteArray(8, '\xff') + "{}";
        QTest::newRow("header above 1 MB") << fileOf("{}" + QByteArray(1 << 20, ' '), 0);
        QTest::newRow("no JSON") << fileOf("nonsense", 0);
        QTest::newRow("list") << fileOf("[]", 0);
        QTest::newRow("leading space") << fileOf(" {}", 0);
        QTest::newRow("rest after JSON") << fileOf("{}{}", 0);
        QTest::newRow("bad UTF-8") << fileOf("{\"\xff\":1}", 0);
        QTest::newRow("deep") << fileOf("{\"a\":" + QByteArray(500'000, '[') + QByteArray(500'000, ']') + "}",
                                        0);
        QTest::newRow("many objects") << fileOf("{\"a\":[{}" + QByteArray(",{}").repeated(300'000) + "]}", 0);
        QTest::newRow("data of no tensor") << fileOf("{}", 4);
        QTest::newRow("unknown type") << fileOf(one(entry("I64", "[1]", "[0,8]")), 8);
        QTest::newRow("half floats") << fileOf(one(entry("F16", "[2]", "[0,4]")), 4);
        QTest::newRow("negative size") << fileOf(one(entry("F32", "[-1]", "[0,4]")), 4);
        QTest::newRow("fraction") << fileOf(one(entry("F32", "[1.0]", "[0,4]")), 4);
        QTest::newRow("overflowing shape")
            << fileOf(one(entry("F32", "[4294967296,4294967296,1]", "[0,4]")), 4);
        QTest::newRow("overflow to zero") << fileOf(one(entry("F32", "[9223372036854775808,2]", "[0,0]")), 0);
        QTest::newRow("beyond the end") << fileOf(one(entry("F32", "[2]", "[0,8]")), 4);
        QTest::newRow("backwards") << fileOf(one(entry("F32", "[1]", "[4,0]")), 4);
        QTest::newRow("shape and offsets differ") << fileOf(one(entry("F32", "[1]", "[0,8]")), 8);
        QTest::newRow("gap at the start") << fileOf(one(entry("F32", "[1]", "[4,8]")), 8);
        QTest::newRow("trailing data") << fileOf(one(entry("F32", "[1]", "[0,4]")), 8);
        QTest::newRow("overlap") << fileOf(
            "{\"a\":" + entry("F32", "[2]", "[0,8]") + ",\"b\":" + entry("F32", "[2]", "[4,12]") + "}", 12);
        QTest::newRow("name twice") << fileOf(
            "{\"a\":" + entry("F32", "[1]", "[0,4]") + ",\"a\":" + entry("F32", "[1]", "[4,8]") + "}", 8);
        QTest::newRow("long name") << fileOf(
            "{\"" + QByteArray(300, 'n') + "\":" + entry("F32", "[1]", "[0,4]") + "}", 4);
        QTest::newRow("extra field") << fileOf(
            "{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],"
            "\"x\":1}}",
            4);
        QTest::newRow("metadata not texts") << fileOf("{\"__metadata__\":{\"a\":1}}", 0);
        QTest::newRow("33 dimensions") << fileOf(
            one(entry("F32", ("[1" + QByteArray(",1").repeated(32) + "]").constData(), "[0,4]")), 4);
    }

    void refusesHostileFiles() {
        QFETCH(QByteArray, content);
        putContent(path("hostile"), content);
        try {
            readSafetensors(path("hostile"));
            QFAIL("accepted");
        } catch (const Error& failure) {
            QVERIFY2(QByteArray(failure.what()).contains("hostile"), failure.what());
        }
    }

    void everyCutAndEveryFlippedHeaderByteIsHandled() {
        const std::vector<float> a{1, 2, 3};
        writeSafetensors(path("good"), std::vector<TensorView>{{"a", {3}, a}}, {{"k", "v"}});
        const QByteArray good = contentOf(path("good"));
        for (int size = 0; size < good.size(); ++size) {
            putContent(path("cut"), good.left(size));
            QVERIFY_EXCEPTION_THROWN(readSafetensors(path("cut")), Error);
        }
        for (int i = 0; i < good.size() - 12; ++i) {
            QByteArray changed = good;
            changed[i] = static_cast<char>(changed[i] ^ 0x15);
            putContent(path("flipped"), changed);
            try {
                QCOMPARE(readSafetensors(path("flipped")).tensors.size(), 1u); // a changed name is no damage
            } catch (const Error&) {
            }
        }
    }

    void sparseGiantIsNotAllocated() {
        const QByteArray header =
            "{\"t\":" + entry("F32", "[2305843009213693952]", "[0,9223372036854775808]") + "}";
        putContent(path("giant"), fileOf(header, 0));
        QVERIFY_EXCEPTION_THROWN(readSafetensors(path("giant")), Error);
        const QByteArray large = "{\"t\":" + entry("F32", "[2147483648]", "[0,8589934592]") + "}";
        putContent(path("sparse"), fileOf(large, 0));
        std::error_code failure;
        std::filesystem::resize_file(path("sparse"), 8 + static_cast<quint64>(large.size()) + 8589934592ull,
                                     failure);
        if (failure) QSKIP("no sparse files of 8 GB here");
        QVERIFY_EXCEPTION_THROWN(readSafetensors(path("sparse")), Error);
    }

    void onlyRegularFiles() {
        QVERIFY_EXCEPTION_THROWN(readSafetensors(m_folder.path().toStdString()), Error);
        QVERIFY_EXCEPTION_THROWN(readSafetensors(path("missing")), Error);
        QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
        QVERIFY_EXCEPTION_THROWN(readSafetensors(path("pipe")), Error);
    }

    void aFailedWriteKeepsTheOldFile() {
        const std::vector<float> a{1};
        writeSafetensors(path("kept"), std::vector<TensorView>{{"a", {1}, a}}, {});
        const QByteArray before = contentOf(path("kept"));
        const std::map<std::string, std::string> large{{"k", std::string(2 << 20, 'x')}};
        QVERIFY_EXCEPTION_THROWN(
            writeSafetensors(path("kept"), std::vector<TensorView>{{"a", {1}, a}}, large), Error);
        QVERIFY_EXCEPTION_THROWN(
            writeSafetensors(path("kept"), std::vector<TensorView>{{"a", {1}, a}, {"a", {1}, a}}, {}), Error);
        QVERIFY_EXCEPTION_THROWN(writeSafetensors(path("kept"), std::vector<TensorView>{{"a", {2}, a}}, {}),
                                 Error);
        QCOMPARE(contentOf(path("kept")), before);
    }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
