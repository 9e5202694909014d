// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/descriptor.h"
#include "tests/engine/data/cache_samples.h"
#include "tests/engine/data/file_size_limit.h"
#include "tests/engine/video/sample_videos.h"
#include "tests/support/unprivileged.h"

#include <QTest>

#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <sys/file.h>
#include <sys/stat.h>

using namespace rankscope;
using namespace rankscope::testing;

/// What goes wrong with a frame cache: damage, no room, clocks, other programs.
class TestCacheFaults : public QObject {
    Q_OBJECT

private slots:
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

    void cachesDamagedWhileInUseAreNoHarm_data() {
        using Damage = std::function<void(const fs::path&)>;
        QTest::addColumn<Damage>("damage");
        const auto row = [](const char* name, Damage damage) { QTest::newRow(name) << damage; };
        row("cut to nothing", [](const fs::path& path) { fs::resize_file(path, 0); });
        row("cut within the frames", [](const fs::path& path) { fs::resize_file(path, 4096 + 700); });
        row("one bit of a frame", [](const fs::path& path) {
            std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
            file.seekg(4096 + 300);
            const char changed = static_cast<char>(file.get() ^ 4);
            file.seekp(4096 + 300).put(changed);
        });
        row("frames changed for each other", [](const fs::path& path) {
            constexpr int record = frameBytes + 8;
            std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
            std::string one(record, ' '), other(record, ' ');
            file.seekg(4096).read(one.data(), record).read(other.data(), record);
            file.seekp(4096).write(other.data(), record).write(one.data(), record);
        });
    }
    void cachesDamagedWhileInUseAreNoHarm() {
        QFETCH(std::function<void(const fs::path&)>, damage);
        SampleFolder data, cache, good;
        writeClips(data, 4);
        const Dataset dataset = indexFolder(data.path());
        const FrameCache reference(dataset, specOf(), {good.path()}, 1);
        const FrameCache frames(dataset, specOf(), {cache.path()}, 1);
        const fs::path file = filesIn(cache.path()).at(0);
        damage(file);
        QVERIFY(sameFrames(frames, reference));
        QVERIFY(frames.damaged());
        QVERIFY(!fs::exists(file)); // the next start makes a new one
        Told told;
        const FrameCache next(dataset, specOf(), {cache.path()}, 1, {}, told.progress());
        QVERIFY(told.calls > 1);
        QVERIFY(sameFrames(next, reference) && !next.damaged());
        QVERIFY(sameFrames(frames, reference));
        QVERIFY(fs::exists(file)); // another's file of the same name is left alone
    }

    void aDamagedCacheWhoseClipHasGoneNamesIt() {
        SampleFolder data, cache;
        writeClips(data, 2);
        const FrameCache frames(indexFolder(data.path()), specOf(), {cache.path()}, 1);
        fs::resize_file(filesIn(cache.path()).at(0), 0);
        fs::remove(data / "b/1.avi");
        writeVideo(data / "b/0.avi", risingRed(3, 16, 12), 16, 12, 10);
        frameOf(frames, 0, 0);
        for (const int clip : {2, 3}) {
            const std::string error = errorOf([&] { frameOf(frames, clip, 0); });
            QVERIFY2(error.find((data / "b").string()) != std::string::npos, error.c_str());
            QVERIFY2(error.find("gone or has changed") != std::string::npos, error.c_str());
        }
    }

    void whatIsInUseIsNotRemovedAndCounts() {
        SampleFolder data, cache;
        writeClips(data, 2);
        const Dataset dataset = indexFolder(data.path());
        DataSpec other = specOf(1);
        other.width = 15;
        const FrameCache held(dataset, specOf(1), {cache.path()}, 1);
        const std::uint64_t limit = cacheBytes(cache.path()) * 3 / 2;
        for (const int candidates : {1, 0}) { // known and unknown number of frames
            other.candidates = candidates;
            const std::string error = errorOf([&] { FrameCache(dataset, other, {cache.path(), limit}, 1); });
            QVERIFY2(error.find("are in use") != std::string::npos, error.c_str());
            QVERIFY2(error.find(cache.path().string()) != std::string::npos, error.c_str());
            QVERIFY(cacheBytes(cache.path()) <= limit);
            QCOMPARE(filesIn(cache.path()).size(), std::size_t{1});
        }
    }

    void theCacheNeverGrowsBeyondItsBound() {
        SampleFolder data, cache;
        writeClips(data, 7);
        const Dataset dataset = indexFolder(data.path());
        constexpr std::uint64_t limit = 60'000;
        std::uint64_t most = 0;
        const auto measure = [&](int, int) { most = std::max(most, cacheBytes(cache.path())); };
        for (const int candidates : {3, 0, 4, 0})
            for (const int width : {16, 15, 14}) {
                DataSpec spec = specOf(candidates);
                spec.width = width;
                const FrameCache frames(dataset, spec, {cache.path(), limit}, 2, {}, measure);
                measure(0, 0);
            }
        QVERIFY2(most > limit / 2 && most <= limit, qPrintable(QString::number(most)));
    }

    void clocksThatJumpAreNoHarm() {
        SampleFolder data, cache;
        writeClips(data, 2);
        cache.write("0123-abcdef.frames-part", std::string(5000, 'x'));
        const Dataset dataset = indexFolder(data.path());
        { const FrameCache frames(dataset, specOf(1), {cache.path()}, 1); }
        const auto future = fs::file_time_type::clock::now() + std::chrono::hours(9000);
        cache.write("0124-abcdef.frames-part", std::string(5000, 'x'));
        for (const fs::path& file : filesIn(cache.path())) fs::last_write_time(file, future);
        for (const Clip& clip : dataset.clips) fs::last_write_time(data.path() / clip.path, future);
        Told told; // the clips look changed
        const FrameCache again(dataset, specOf(1), {cache.path(), 12'000}, 1, {}, told.progress());
        QVERIFY(told.calls > 1 && again.skipped().empty());
        QVERIFY(cacheBytes(cache.path()) <= 12'000);
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

    void aReadOnlyFolderServesWhatItHolds() {
        SampleFolder data, cache;
        writeClips(data, 2);
        const Dataset dataset = indexFolder(data.path());
        const FrameCache written(dataset, specOf(), {cache.path()}, 1);
        fs::permissions(data.path(), fs::perms::all);
        fs::permissions(filesIn(cache.path()).at(0), fs::perms::all);
        Unprivileged::makeReadOnly(cache.path());
        {
            const Unprivileged user;
            Told told;
            const FrameCache again(dataset, specOf(), {cache.path()}, 1, {}, told.progress());
            QCOMPARE(told.calls, 1);
            QVERIFY(sameFrames(again, written));
            const std::string error = errorOf([&] { FrameCache(dataset, specOf(3), {cache.path()}, 1); });
            QVERIFY2(error.find(cache.path().string()) != std::string::npos &&
                         error.find("another") != std::string::npos,
                     error.c_str());
        }
        fs::permissions(cache.path(), fs::perms::owner_all);
    }

    void whatKilledRunsLeaveIsRemoved() {
        SampleFolder data, cache;
        writeClips(data, 1);
        cache.write("0123-abcdef.frames-part", "half");
        cache.write("4567-abcdef.frames-part", "being written");
        const Descriptor writer(open((cache / "4567-abcdef.frames-part").c_str(), O_RDONLY));
        QCOMPARE(flock(writer.number(), LOCK_EX | LOCK_NB), 0);
        const FrameCache frames(indexFolder(data.path()), specOf(), {cache.path()}, 1);
        QVERIFY(!fs::exists(cache / "0123-abcdef.frames-part"));
        QVERIFY(fs::exists(cache / "4567-abcdef.frames-part"));
    }

    void whatCannotBeOpenedIsNoLeftover() {
        SampleFolder data, cache;
        writeClips(data, 1);
        cache.write("0123-abcdef.frames-part", "of somebody else");
        fs::permissions(cache / "0123-abcdef.frames-part", fs::perms::none);
        fs::permissions(cache.path(), fs::perms::all);
        fs::permissions(data.path(), fs::perms::all);
        {
            const Unprivileged user;
            const FrameCache frames(indexFolder(data.path()), specOf(), {cache.path()}, 1);
        }
        QVERIFY(fs::exists(cache / "0123-abcdef.frames-part"));
    }
};

QTEST_APPLESS_MAIN(TestCacheFaults)
#include "test_cache_faults_decode.moc"
