// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/frame_cache.h"

#include "engine/base/error.h"
#include "engine/base/parallel.h"
#include "engine/data/cache_file.h"
#include "engine/data/clip_rescue.h"
#include "engine/data/hash.h"
#include "engine/data/shown_frames.h"
#include "engine/video/video_reader.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

/// Raised whenever the same file would give other frames, so that older caches are not taken.
constexpr std::uint64_t decodingVersion = 1;

/// Decodes all clips into a writer, on threads of its own; the calling thread tells the progress.
class Decoding {
public:
    Decoding(const Dataset& dataset, const ReadOptions& options, const std::vector<std::uint64_t>& stamps,
             CacheWriter& writer)
        : m_dataset(dataset), m_options(options), m_stamps(stamps), m_writer(writer) {}

    /// Whether the result holds next time too: not where files went or changed meanwhile.
    bool run(int threads, const std::stop_token& stop, const Progress& progress) {
        const std::stop_callback passOn(stop, [this] { m_stop.request_stop(); });
        {
            std::vector<std::jthread> workers;
            const StopAtEnd end{m_stop};
            for (int i = 0; i < threads; ++i) workers.emplace_back([this] { work(); });
            tell(progress);
        }
        if (m_failure) std::rethrow_exception(m_failure);
        if (stop.stop_requested()) throw Cancelled();
        return m_lasting;
    }

private:
    /// Also where the progress call throws, the threads end before their state goes.
    struct StopAtEnd {
        std::stop_source& source;
        ~StopAtEnd() { source.request_stop(); }
    };

    void tell(const Progress& progress) {
        const int total = static_cast<int>(m_dataset.clips.size());
        if (progress) progress(0, total);
        std::unique_lock lock(m_mutex);
        for (int told = 0; told < total;) {
            if (!m_changed.wait(lock, m_stop.get_token(), [&] { return m_done != told; })) return;
            told = m_done;
            lock.unlock();
            if (progress) progress(told, total);
            lock.lock();
        }
    }

    void work() {
        beginWork();
        const int total = static_cast<int>(m_dataset.clips.size());
        for (int clip = take(); clip < total && !m_stop.stop_requested(); clip = take()) {
            try {
                decode(clip);
            } catch (const Cancelled&) {
            } catch (...) {
                const std::lock_guard lock(m_mutex);
                if (!m_failure) m_failure = std::current_exception();
                m_stop.request_stop();
            }
            const std::lock_guard lock(m_mutex);
            ++m_done;
            m_changed.notify_one();
        }
    }

    int take() {
        const std::lock_guard lock(m_mutex);
        return m_next++;
    }

    void decode(int index) {
        const auto place = static_cast<std::size_t>(index);
        const fs::path path = m_dataset.root / m_dataset.clips[place].path;
        std::optional<DecodedClip> clip;
        bool shortage = false; // what failed now may succeed another time
        try {
            clip = readVideo(path, m_options, m_stop.get_token());
        } catch (const Error& failure) {
            std::string reason = failure.what();
            const std::string prefix = path.string() + ": ";
            if (reason.starts_with(prefix)) reason.erase(0, prefix.size());
            if (reason.ends_with('.')) reason.pop_back();
            m_writer.fail(index, reason);
            shortage = dynamic_cast<const ShortageError*>(&failure) != nullptr;
        }
        if (clip) m_writer.append(index, clip->frames);
        if (clipStampOf(path) == m_stamps[place] && !shortage) return;
        const std::lock_guard lock(m_mutex);
        m_lasting = false;
    }

    const Dataset& m_dataset;
    const ReadOptions& m_options;
    const std::vector<std::uint64_t>& m_stamps;
    CacheWriter& m_writer;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    int m_next = 0, m_done = 0;
    bool m_lasting = true;
    std::exception_ptr m_failure;
};

fs::path usableFolder(const CacheSettings& settings) {
    const fs::path folder = settings.folder.empty() ? defaultCacheFolder() : settings.folder;
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw Error("The cache folder " + folder.string() + " cannot be made: " + failure.message() + ".",
                    "Choose another cache folder.");
    return folder;
}

} // namespace

struct FrameCache::Content {
    Content(CacheReader reader, std::vector<fs::path> clips, std::vector<std::uint64_t> stamps,
            const ReadOptions& options)
        : cache(std::move(reader)), rescue(std::move(clips), std::move(stamps), options) {}

    CacheReader cache;
    std::vector<SkippedFile> skipped;
    ClipRescue rescue;
    std::atomic<bool> damaged = false;
};

FrameCache::FrameCache(const Dataset& dataset, const DataSpec& spec, const CacheSettings& settings,
                       int threads, std::stop_token stop, const Progress& progress) {
    validate(spec);
    const fs::path folder = usableFolder(settings);
    std::error_code ignored;
    Hash name;
    name.add(decodingVersion).add(fs::weakly_canonical(dataset.root, ignored).string());
    const ReadOptions options = readOptionsOf(spec);
    for (const int number : {spec.width, spec.height, options.candidates})
        name.add(static_cast<std::uint64_t>(number));
    if (spec.wholeClips())
        for (const int number : {options.stride, options.mostKept})
            name.add(static_cast<std::uint64_t>(number));
    std::vector<std::uint64_t> stamps;
    for (const Clip& clip : dataset.clips) {
        if (stop.stop_requested()) throw Cancelled();
        stamps.push_back(clipStampOf(dataset.root / clip.path));
        name.add(clip.path).add(stamps.back());
    }
    const fs::path path = folder / (name.text() + cacheExtension);
    const int clipCount = static_cast<int>(dataset.clips.size());
    const CacheShape shape{name.word(), spec.width, spec.height, clipCount};

    std::optional<CacheReader> cache = CacheReader::open(path, shape);
    if (cache) {
        if (progress) progress(clipCount, clipCount);
    } else {
        fs::remove(path, ignored);
        const std::uint64_t frames = dataset.clips.size() * static_cast<std::uint64_t>(options.candidates);
        CacheWriter writer(path, shape, frames, settings.limitBytes);
        if (threads <= 0) threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
        const bool lasting = Decoding(dataset, options, stamps, writer)
                                 .run(std::min(threads, std::max(1, clipCount)), stop, progress);
        cache.emplace(writer.finish(lasting));
    }
    std::vector<fs::path> clips;
    for (const Clip& clip : dataset.clips) clips.push_back(dataset.root / clip.path);
    m_content = std::make_unique<Content>(std::move(*cache), std::move(clips), std::move(stamps), options);
    for (int clip = 0; clip < clipCount; ++clip)
        if (candidates(clip) == 0)
            m_content->skipped.push_back(
                {dataset.clips[static_cast<std::size_t>(clip)].path, m_content->cache.entry(clip).reason});
}

FrameCache::~FrameCache() = default;
FrameCache::FrameCache(FrameCache&&) noexcept = default;
FrameCache& FrameCache::operator=(FrameCache&&) noexcept = default;

int FrameCache::clips() const {
    return m_content->cache.shape().clips;
}
int FrameCache::candidates(int clip) const {
    return static_cast<int>(m_content->cache.entry(clip).frames);
}
int FrameCache::width() const {
    return m_content->cache.shape().width;
}
int FrameCache::height() const {
    return m_content->cache.shape().height;
}
const std::vector<SkippedFile>& FrameCache::skipped() const {
    return m_content->skipped;
}

void FrameCache::read(int clip, int candidate, std::span<std::uint8_t> out) const {
    const CacheReader& cache = m_content->cache;
    if (cache.read(clip, candidate, out)) return;
    if (!m_content->damaged.exchange(true)) cache.discard();
    m_content->rescue.read(clip, candidate, static_cast<int>(cache.entry(clip).frames), out);
}

bool FrameCache::damaged() const {
    return m_content->damaged;
}

std::vector<int> FrameCache::usable() const {
    std::vector<int> found;
    for (int clip = 0; clip < clips(); ++clip)
        if (candidates(clip) > 0) found.push_back(clip);
    return found;
}

} // namespace rankscope
