// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/data/cache_samples.h"
#include "tests/engine/video/sample_videos.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>
#include <unistd.h>

using namespace rankscope;
using namespace rankscope::testing;

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
                    QCOMPARE(frames.frameBytes(), std::size_t{frameBytes});
                    QVERIFY(std::abs(frameOf(frames, clip, k)[100] - 20 * (clip % 7)) < 4);
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
        clearCache(cache.path()); // an open file outlives its name
        QVERIFY(std::abs(frameOf(frames, 2, 1)[5] - 40) < 4);
        QVERIFY(!frames.damaged());
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
