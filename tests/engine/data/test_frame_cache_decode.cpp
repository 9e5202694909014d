// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/frame_cache.h"
#include "engine/video/video_writer.h"
#include "tests/engine/data/file_size_limit.h"
#include "tests/engine/data/sample_folder.h"
#include "tests/engine/video/sample_videos.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace rankscope;
namespace fs = std::filesystem;

namespace {

constexpr int frameBytes = 16 * 12 * 3;

DataSpec specOf(int candidates = 4) {
    DataSpec spec;
    spec.width = 16;
    spec.height = 12;
    spec.frames = std::max(1, std::min(2, candidates));
    spec.candidates = candidates;
    return spec;
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    return files;
}

/// Two classes of `clips` videos each; clip k has k + 1 frames and is as bright as its number.
void writeClips(const SampleFolder& folder, int clips) {
    for (const char* name : {"a", "b"})
        for (int k = 0; k < clips; ++k) {
            const fs::path path = folder / (std::string(name) + "/" + std::to_string(k) + ".avi");
            fs::create_directories(path.parent_path());
            writeVideo(path,
                       std::vector<Picture>(static_cast<std::size_t>(k + 1),
                                            Picture(16 * 12 * 3, static_cast<std::uint8_t>(20 * k))),
                       16, 12, 10);
        }
}

/// How many clips were decoded: a cache that stands tells its end at once.
struct Told {
    int calls = 0, last = 0;
    Progress progress() {
        return [this](int done, int) {
            ++calls;
            last = done;
        };
    }
};

bool sameFrames(const FrameSource& one, const FrameSource& other) {
    if (one.clips() != other.clips()) return false;
    for (int clip = 0; clip < one.clips(); ++clip) {
        if (one.candidates(clip) != other.candidates(clip)) return false;
        for (int k = 0; k < one.candidates(clip); ++k)
            if (!std::ranges::equal(one.frame(clip, k), other.frame(clip, k))) return false;
    }
    return true;
}

} // namespace

class TestFrameCache : public QObject {
    Q_OBJECT

private slots:
    void framesAreThoseOfTheClips() {
        SampleFolder data, cache;
        writeClips(data, 7);
        for (const int candidates : {4, 0}) {
            const FrameCache frames(indexFolder(data.path()), specOf(candidates), {cache.path()}, 2);
            QCOMPARE(frames.clips(), 14);
            QCOMPARE(frames.width(), 16);
            QCOMPARE(frames.height(), 12);
            QVERIFY(frames.skipped().empty());
            QCOMPARE(frames.usable().size(), std::size_t{14});
            for (int clip = 0; clip < 14; ++clip) {
                QCOMPARE(frames.candidates(clip),
                         candidates == 0 ? clip % 7 + 1 : std::min(candidates, clip % 7 + 1));
                for (int k = 0; k < frames.candidates(clip); ++k) {
                    QCOMPARE(frames.frame(clip, k).size(), std::size_t{frameBytes});
                    QVERIFY(std::abs(frames.frame(clip, k)[100] - 20 * (clip % 7)) < 4);
                }
            }
        }
    }

    void threadsChangeNothing() {
        SampleFolder data, one, four;
        writeClips(data, 6);
        const Dataset dataset = indexFolder(data.path());
        QVERIFY(sameFrames(FrameCache(dataset, specOf(), {one.path()}, 1),
                           FrameCache(dataset, specOf(), {four.path()}, 4)));
    }

    void theSameKeyDecodesNothingAgain() {
        SampleFolder data, cache;
        writeClips(data, 3);
        data.write("a/bad.avi", "no video");
        const Dataset dataset = indexFolder(data.path());
        Told first, second;
        const FrameCache decoded(dataset, specOf(), {cache.path()}, 2, {}, first.progress());
        QVERIFY(first.calls >= 2);
        QCOMPARE(first.last, 7);
        const auto files = filesIn(cache.path());
        QCOMPARE(files.size(), std::size_t{1});
        const auto content = contentOf(files[0]);
        const FrameCache again(dataset, specOf(), {cache.path()}, 2, {}, second.progress());
        QCOMPARE(second.calls, 1);
        QCOMPARE(second.last, 7);
        QVERIFY(sameFrames(decoded, again));
        QCOMPARE(again.skipped().size(), std::size_t{1});
        QCOMPARE(again.skipped()[0].path, std::string("a/bad.avi"));
        QCOMPARE(again.skipped()[0].reason, std::string("a text file, not a video"));
        QVERIFY(contentOf(files[0]) == content);
    }

    void changedFilesAndSettingsDecodeAnew() {
        SampleFolder data, cache;
        writeClips(data, 2);
        const auto calls = [&](const DataSpec& spec) {
            Told told;
            const FrameCache frames(indexFolder(data.path()), spec, {cache.path()}, 1, {}, told.progress());
            return told.calls;
        };
        const int whole = calls(specOf());
        QVERIFY(whole > 1);
        QCOMPARE(calls(specOf()), 1);
        QVERIFY(calls(specOf(5)) > 1);
        DataSpec wide = specOf();
        wide.width = 17;
        QVERIFY(calls(wide) > 1);
        DataSpec same = specOf();
        same.input = InputForm::FirstDifference;
        same.augment = Augmentation::off();
        QCOMPARE(calls(same), 1);
        writeVideo(data / "a/0.avi", risingRed(3, 16, 12), 16, 12, 10);
        QVERIFY(calls(specOf()) > 1);
    }

    void damagedCachesAreDecodedAnew_data() {
        using Damage = std::function<void(const fs::path&)>;
        QTest::addColumn<Damage>("damage");
        const auto row = [](const char* name, Damage damage) { QTest::newRow(name) << damage; };
        const auto flip = [](const fs::path& path, std::size_t place) {
            std::string content = contentOf(path);
            content[place < content.size() ? place : content.size() - 1] ^= 1;
            std::ofstream(path, std::ios::binary) << content;
        };
        for (const std::size_t place : {0, 9, 13, 21, 25, 33, 41, 49, 57}) // every field of the header
            row(("header " + std::to_string(place)).c_str(),
                [=](const fs::path& path) { flip(path, place); });
        row("index", [=](const fs::path& path) { flip(path, fs::file_size(path) - 1); });
        row("cut", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) - 1); });
        row("longer", [](const fs::path& path) { fs::resize_file(path, fs::file_size(path) + 1); });
        row("empty", [](const fs::path& path) { fs::resize_file(path, 0); });
        row("text", [](const fs::path& path) { std::ofstream(path) << "text"; });
        row("folder", [](const fs::path& path) {
            fs::remove(path);
            fs::create_directory(path);
        });
        row("pipe", [](const fs::path& path) {
            fs::remove(path);
            mkfifo(path.c_str(), 0600);
        });
    }
    void damagedCachesAreDecodedAnew() {
        QFETCH(std::function<void(const fs::path&)>, damage);
        SampleFolder data, cache;
        writeClips(data, 2);
        const Dataset dataset = indexFolder(data.path());
        const FrameCache whole(dataset, specOf(), {cache.path()}, 1);
        SampleFolder other;
        const FrameCache reference(dataset, specOf(), {other.path()}, 1);
        damage(filesIn(other.path()).at(0));
        Told told;
        const FrameCache again(dataset, specOf(), {other.path()}, 1, {}, told.progress());
        QVERIFY(told.calls > 1);
        QVERIFY(sameFrames(again, whole));
        QCOMPARE(filesIn(other.path()).size(), std::size_t{1});
    }

    void badClipsAreListedAndNeverEndTheWork() {
        SampleFolder data, cache;
        writeClips(data, 2);
        data.write("a/empty.avi", "");
        data.write("b/noise.avi", std::string(300, '\x02'));
        Dataset dataset = indexFolder(data.path());
        fs::remove(data / "b/1.avi"); // after it was indexed
        const FrameCache frames(dataset, specOf(), {cache.path()}, 2);
        QCOMPARE(frames.usable().size(), std::size_t{3});
        QCOMPARE(frames.skipped().size(), std::size_t{3});
        QCOMPARE(frames.skipped()[0].path, std::string("a/empty.avi"));
        QCOMPARE(frames.skipped()[0].reason, std::string("the file is empty"));
        QCOMPARE(frames.skipped()[1].reason, std::string("no such file"));
        QCOMPARE(frames.skipped()[2].reason, std::string("no video in it that can be read"));
    }

    void filesThatComeBackAreReadAgain() {
        SampleFolder data, cache;
        writeClips(data, 2);
        const Dataset dataset = indexFolder(data.path());
        fs::rename(data.path() / "b", data.path() / "moved");
        QCOMPARE(FrameCache(dataset, specOf(), {cache.path()}, 1).skipped().size(), std::size_t{2});
        fs::rename(data.path() / "moved", data.path() / "b");
        QVERIFY(FrameCache(dataset, specOf(), {cache.path()}, 1).skipped().empty());
    }

    void aRemovedFolderLeavesTheFrames() {
        SampleFolder cache;
        auto data = std::make_unique<SampleFolder>();
        writeClips(*data, 3);
        const FrameCache frames(indexFolder(data->path()), specOf(), {cache.path()}, 1);
        data.reset();
        clearCache(cache.path()); // the mapping outlives the file too
        QVERIFY(std::abs(frames.frame(2, 1)[5] - 40) < 4);
    }

    void theOldestCachesGoFirst() {
        SampleFolder data, cache;
        writeClips(data, 2);
        const Dataset dataset = indexFolder(data.path());
        const auto decodes = [&](int width, std::uint64_t limit = 1 << 20) {
            DataSpec spec = specOf(1);
            spec.width = width;
            Told told;
            const FrameCache frames(dataset, spec, {cache.path(), limit}, 1, {}, told.progress());
            return told.calls > 1;
        };
        QVERIFY(decodes(16));
        const fs::path first = filesIn(cache.path()).at(0);
        QVERIFY(decodes(15));
        for (const fs::path& file : filesIn(cache.path())) // times of last use, well apart
            fs::last_write_time(file,
                                fs::file_time_type::clock::now() - std::chrono::hours(file == first ? 9 : 5));
        QVERIFY(!decodes(16)); // so now it is the younger one
        const std::uint64_t both = cacheBytes(cache.path());
        QVERIFY(both > 8192);
        QVERIFY(decodes(14, both));
        QVERIFY(!decodes(16));
        QVERIFY(decodes(15));
        clearCache(cache.path());
        QCOMPARE(cacheBytes(cache.path()), std::uint64_t{0});
        QVERIFY(filesIn(cache.path()).empty());
    }

    void moreThanTheLimitIsRefused() {
        SampleFolder data, cache;
        writeClips(data, 6);
        const Dataset dataset = indexFolder(data.path());
        for (const int candidates : {4, 0}) {
            const std::string error = errorOf([&] {
                FrameCache(dataset, specOf(candidates), {cache.path(), 5000}, 2);
            });
            QVERIFY2(error.find("5.0 kB") != std::string::npos &&
                         error.find("raise the limit") != std::string::npos,
                     error.c_str());
            QVERIFY2(error.find(cache.path().string()) != std::string::npos, error.c_str());
            QVERIFY(filesIn(cache.path()).empty());
        }
    }

    void aFullDiskIsNamedAndLeavesNothing() {
        SampleFolder data, cache;
        writeClips(data, 6);
        const Dataset dataset = indexFolder(data.path());
        for (const int candidates : {4, 0}) {
            const FileSizeLimit full(6000);
            const std::string error =
                errorOf([&] { FrameCache(dataset, specOf(candidates), {cache.path()}, 2); });
            QVERIFY2(error.find("cannot be written to the cache folder " + cache.path().string()) !=
                         std::string::npos,
                     error.c_str());
            QVERIFY(filesIn(cache.path()).empty());
        }
    }

    void unusableCacheFoldersAreNamed() {
        SampleFolder data, cache;
        writeClips(data, 1);
        cache.write("file");
        const Dataset dataset = indexFolder(data.path());
        const std::string error = errorOf([&] { FrameCache(dataset, specOf(), {cache / "file/below"}, 1); });
        QVERIFY2(error.find((cache / "file/below").string()) != std::string::npos, error.c_str());
    }

    void cancelsWithinAClip() {
        SampleFolder data, cache;
        writeClips(data, 5);
        std::stop_source stop;
        const auto stopAtOnce = [&](int, int) { stop.request_stop(); };
        QVERIFY_EXCEPTION_THROWN(
            FrameCache(indexFolder(data.path()), specOf(), {cache.path()}, 2, stop.get_token(), stopAtOnce),
            Cancelled);
        QVERIFY(filesIn(cache.path()).empty());
    }

    void aFailingProgressEndsTheThreads() {
        SampleFolder data, cache;
        writeClips(data, 5);
        const auto fail = [](int, int) { throw std::runtime_error("progress"); };
        QVERIFY_EXCEPTION_THROWN(FrameCache(indexFolder(data.path()), specOf(), {cache.path()}, 2, {}, fail),
                                 std::runtime_error);
        QVERIFY(filesIn(cache.path()).empty());
    }

    void whatKilledRunsLeaveIsRemoved() {
        SampleFolder data, cache;
        writeClips(data, 1);
        cache.write("0123-abcdef.frames-part", "half");
        cache.write("4567-abcdef.frames-part", "being written");
        fs::last_write_time(cache / "0123-abcdef.frames-part",
                            fs::file_time_type::clock::now() - std::chrono::hours(1));
        const FrameCache frames(indexFolder(data.path()), specOf(), {cache.path()}, 1);
        QVERIFY(!fs::exists(cache / "0123-abcdef.frames-part"));
        QVERIFY(fs::exists(cache / "4567-abcdef.frames-part"));
    }

    void twoAtOnceDoNotDisturbEachOther() {
        SampleFolder data, cache;
        writeClips(data, 6);
        const Dataset dataset = indexFolder(data.path());
        std::optional<FrameCache> one, other;
        {
            std::jthread thread([&] { one.emplace(dataset, specOf(), CacheSettings{cache.path()}, 2); });
            other.emplace(dataset, specOf(), CacheSettings{cache.path()}, 2);
        }
        QVERIFY(sameFrames(*one, *other));
        QCOMPARE(filesIn(cache.path()).size(), std::size_t{1});
    }

    void theDefaultFolderFollowsTheEnvironment() {
        qputenv("XDG_CACHE_HOME", "/somewhere/cache");
        QCOMPARE(defaultCacheFolder(), fs::path("/somewhere/cache/rankscope"));
        qputenv("XDG_CACHE_HOME", "relative");
        qputenv("HOME", "/homes/someone");
        QCOMPARE(defaultCacheFolder(), fs::path("/homes/someone/.cache/rankscope"));
    }
};

QTEST_APPLESS_MAIN(TestFrameCache)
#include "test_frame_cache_decode.moc"
