// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reproduce/digit_sequences.h"
#include "engine/reproduce/idx_file.h"
#include "tests/engine/data/sample_folder.h"

#include <QTest>

#include <zlib.h>

using namespace rankscope;

namespace {

std::string bigEnd(std::uint32_t number) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>(number >> shift & 0xff);
    return text;
}

std::string idx(const std::vector<std::uint32_t>& sizes, const std::string& values, char type = 8) {
    std::string text{0, 0, type, static_cast<char>(sizes.size())};
    for (const std::uint32_t size : sizes) text += bigEnd(size);
    return text + values;
}

IdxArray parsed(const std::string& text) {
    return parseIdx({text.begin(), text.end()}, "file");
}

/// As many pictures as labels, each filled with 10 times its digit.
void writeDigits(const SampleFolder& folder, const std::string& prefix, std::uint32_t side,
                 const std::string& labels) {
    std::string pixels;
    for (const char label : labels) pixels += std::string(side * side, static_cast<char>(10 * label));
    const auto count = static_cast<std::uint32_t>(labels.size());
    folder.write(prefix + "-images-idx3-ubyte", idx({count, side, side}, pixels));
    folder.write(prefix + "-labels-idx1-ubyte", idx({count}, labels));
}

void writeGzip(const std::filesystem::path& path, const std::string& content) {
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
    gzclose(file);
}

const std::string tenDigits{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

} // namespace

class TestDigits : public QObject {
    Q_OBJECT
private slots:
    void idxIsRead() {
        const IdxArray array = parsed(idx({2, 3}, "abcdef"));
        QVERIFY(array.sizes == std::vector<std::size_t>({2, 3}));
        QVERIFY(std::string(array.values.begin(), array.values.end()) == "abcdef");
        QVERIFY(parsed(idx({0}, "")).values.empty());
    }

    void hostileHeadersAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& bytes, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << says;
        };
        row("empty", "", "not an IDX file");
        row("text", "hello, world", "not an IDX file");
        row("floats", idx({1}, "abcd", 0x0d), "values of type 13");
        row("no dimension", idx({}, ""), "0 dimensions");
        row("many dimensions", idx(std::vector<std::uint32_t>(200, 1), "a"), "dimensions; 1 to 4");
        row("ends in header", idx({5, 5}, "").substr(0, 9), "within its header");
        row("claims 10^18", idx({1u << 30, 1u << 30}, "abc"), "more than 1 GB");
        row("wraps round", idx({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, "abc"), "more than 1 GB");
        row("zero hides a claim", idx({0, 0xffffffff}, ""), "more than 1 GB");
        row("too few", idx({2, 3}, "abcde"), "it holds 5 values, its header says 6");
        row("too many", idx({2, 3}, "abcdefg"), "it holds 7 values, its header says 6");
    }
    void hostileHeadersAreRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const std::string text = errorOf([&] { parsed(bytes.toStdString()); });
        QVERIFY2(QString::fromStdString(text).contains(says), text.c_str());
    }

    void gzipAndPlainAreTheSame() {
        const SampleFolder folder;
        const std::string content = idx({3, 1000}, std::string(3000, 'x'));
        folder.write("plain", content);
        writeGzip(folder / "packed.gz", content);
        QVERIFY(readIdx(folder / "plain").values == readIdx(folder / "packed.gz").values);
        QVERIFY(!errorOf([&] { readIdx(folder / "missing"); }).empty());
        QVERIFY(!errorOf([&] { readIdx(folder.path()); }).empty());

        std::ifstream file(folder / "packed.gz", std::ios::binary);
        std::string packed((std::istreambuf_iterator<char>(file)), {});
        folder.write("short.gz", packed.substr(0, packed.size() - 6));
        QVERIFY(!errorOf([&] { readIdx(folder / "short.gz"); }).empty());
        packed[packed.size() / 2] ^= 0x55;
        folder.write("damaged.gz", packed);
        QVERIFY(!errorOf([&] { readIdx(folder / "damaged.gz"); }).empty());
    }

    void digitsMustFitTheirLabels() {
        const SampleFolder folder;
        writeDigits(folder, "train", 4, tenDigits);
        const Digits digits = readDigits(folder.path(), "train");
        QCOMPARE(digits.count(), std::size_t{10});
        QCOMPARE(digits.pixels.size(), std::size_t{10 * 16});
        QCOMPARE(int(digits.pixels[16 * 7]), 70);
        folder.write("train-labels-idx1-ubyte", idx({9}, tenDigits.substr(1)));
        QVERIFY(errorOf([&] { readDigits(folder.path(), "train"); }).find("10 pictures, but 9 labels") !=
                std::string::npos);
        folder.write("train-labels-idx1-ubyte", idx({10}, std::string(10, 'a')));
        QVERIFY(errorOf([&] { readDigits(folder.path(), "train"); }).find("the label 97") !=
                std::string::npos);
        folder.write("train-images-idx3-ubyte", idx({10}, tenDigits));
        QVERIFY(!errorOf([&] { readDigits(folder.path(), "train"); }).empty());
    }

    void sequencesAreLabelledByTheirDigits() {
        const SampleFolder folder;
        writeDigits(folder, "train", 4, tenDigits);
        writeDigits(folder, "t10k", 4, tenDigits);
        const DigitSequences sequences(readDigits(folder.path(), "train"), readDigits(folder.path(), "t10k"));
        const Dataset& dataset = sequences.dataset();
        QCOMPARE(sequences.clips(), 11'000);
        QCOMPARE(dataset.clips.size(), std::size_t{11'000});
        std::vector<std::uint8_t> frame(sequences.frameBytes());
        int zeros = 0, shortest = 99, longest = 0;
        for (int clip = 0; clip < sequences.clips(); ++clip) {
            // a picture is filled with 10 times its digit; black frames come first, and zeros are black, too
            int first = -1, length = 0;
            bool onlyOthers = true;
            for (int k = 0; k < sequences.candidates(clip); ++k) {
                sequences.read(clip, k, frame);
                const int value = frame[0];
                QVERIFY(frame[1] == value && frame[47] == value);
                if (first < 0 && value > 0) first = k;
                if (first >= 0 && value == 0) onlyOthers = false;
            }
            length = first < 0 ? 0 : DigitSequences::frames - first;
            const bool zero = dataset.clips[static_cast<std::size_t>(clip)].labels[0] == 1;
            if (!onlyOthers) QVERIFY(zero);
            zeros += zero;
            if (!zero) shortest = std::min(shortest, length), longest = std::max(longest, length);
        }
        QCOMPARE(shortest, 2); // a sequence without zero shows all of its digits
        QCOMPARE(longest, 31);
        const double share = zeros / 11'000.0; // 1 - mean of 0.9^L over L = 2 .. 31
        QVERIFY2(std::abs(share - 0.7414) < 0.02, std::to_string(share).c_str());
        QCOMPARE(std::ranges::count(dataset.clips, "test", &Clip::split), 1000);
        QCOMPARE(std::ranges::count(dataset.clips, "validation", &Clip::split), 2000);
    }

    void aStudyOfDigitsTrains() {
        const SampleFolder folder;
        writeDigits(folder, "train", 8, tenDigits);
        writeDigits(folder, "t10k", 8, tenDigits);
        ExperimentSpec spec;
        setDigitFrames(spec);
        spec.data.width = spec.data.height = 8;
        spec.model.map = {"tt", {4, 4, 4}, {2, 2, 2}, {2}, {}, 1};
        spec.training.epochs = 1;
        TrainRequest request;
        request.data = folder.path();
        request.run = folder / "run";
        request.spec = spec;
        request.resources.threads = 2;
        Control control;
        const DoneEvent done = digitTraining(folder.path())(request, [](const Event&) {}, control, {});
        QVERIFY(done.testAccuracy.has_value());
        QVERIFY2(*done.testAccuracy > 0.8, // the more frequent class alone gives 74 %
                 std::to_string(*done.testAccuracy).c_str());
        QVERIFY(readRun(folder / "run").spec.data.channels == 1);
    }
};

QTEST_APPLESS_MAIN(TestDigits)
#include "test_digits.moc"
