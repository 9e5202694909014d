// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/data/dataset.h"
#include "engine/data/file_rules.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

using FileId = std::pair<std::uint64_t, std::uint64_t>; ///< device and inode

FileId identityOfFile(const fs::path& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 ? FileId{status.st_dev, status.st_ino} : FileId{};
}

/// Walks the tree, class folders first level, and sorts every entry into clips or skipped ones.
class FolderWalk {
public:
    FolderWalk(const fs::path& root, std::stop_token stop, const Progress& progress)
        : m_root(fs::canonical(root)), m_stop(std::move(stop)), m_progress(progress) {
        m_visited.emplace(identityOfFile(m_root), "");
    }

    Dataset run(const fs::path& root) {
        m_dataset.root = root;
        walk(m_root, "", 0);
        followLinks();
        std::ranges::sort(m_found);
        for (Found& found : m_found) accept(std::move(found));
        nameGroups();
        numberClasses();
        std::ranges::sort(m_dataset.clips, {}, &Clip::path);
        std::ranges::sort(m_dataset.skipped, {}, &SkippedFile::path);
        return std::move(m_dataset);
    }

private:
    struct Found {
        bool link; // first: of several names of one file the plain one stays
        std::string path;
        auto operator<=>(const Found&) const = default;
    };

    struct Link {
        fs::path target;
        std::string path;
        int depth;
    };

    void skip(const std::string& path, const std::string& reason) {
        m_dataset.skipped.push_back({shownName(path), reason});
    }

    std::vector<fs::directory_entry> entriesOf(const fs::path& folder, const std::string& relative) {
        std::vector<fs::directory_entry> entries;
        std::error_code failure;
        for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
             entry.increment(failure)) {
            entries.push_back(*entry);
            if (entries.size() > maxClips) throwTooMany();
        }
        if (failure && relative.empty())
            throw Error(m_root.string() + ": the folder cannot be read: " + failure.message() + ".");
        if (failure)
            skip(relative,
                 failure.value() == EACCES ? "no permission to read this folder" : failure.message());
        std::ranges::sort(entries, {},
                          [](const fs::directory_entry& entry) { return entry.path().filename().string(); });
        return entries;
    }

    void walk(const fs::path& folder, const std::string& prefix, int depth) {
        const std::size_t skippedBefore = m_dataset.skipped.size();
        const std::vector<fs::directory_entry> entries = entriesOf(folder, prefix);
        if (entries.empty() && depth > 0 && m_dataset.skipped.size() == skippedBefore)
            skip(prefix, "an empty folder");
        for (const fs::directory_entry& entry : entries) {
            if (m_stop.stop_requested()) throw Cancelled();
            const std::string name = entry.path().filename().string();
            if (name.starts_with('.')) continue;
            const std::string path = prefix.empty() ? name : prefix + '/' + name;
            if (!isUtf8(name)) {
                skip(path, "its name is not valid UTF-8");
                continue;
            }
            std::error_code failure;
            if (entry.is_directory(failure)) {
                enter(entry, path, depth + 1);
            } else if (depth == 0) {
                skip(path, "not in a class folder");
            } else if (const std::string reason = whyNotAClip(entry.path(), m_root); !reason.empty()) {
                skip(path, reason);
            } else {
                m_found.push_back({entry.is_symlink(failure), path});
                if (m_found.size() > maxClips) throwTooMany();
                if (m_progress && m_found.size() % 64 == 0) m_progress(static_cast<int>(m_found.size()), 0);
            }
        }
    }

    void enter(const fs::directory_entry& folder, const std::string& path, int depth) {
        std::error_code failure;
        const fs::path real = fs::canonical(folder.path(), failure);
        if (failure) return skip(path, failure.message());
        if (!isInside(real, m_root)) return skip(path, "a link that leads out of the folder");
        if (depth > maxDepth) return skip(path, "more than " + std::to_string(maxDepth) + " folders deep");
        if (folder.is_symlink(failure)) {
            m_links.push_back({real, path, depth});
            return;
        }
        m_visited.emplace(identityOfFile(real), path);
        walk(real, path, depth);
    }

    /// Each folder is read once, under its own name if it has one in the tree: so links can neither turn in
    /// circles nor put a clip into two classes.
    void followLinks() {
        for (std::size_t i = 0; i < m_links.size(); ++i) {
            const Link link = m_links[i]; // walking may add more
            const auto [first, isNew] = m_visited.emplace(identityOfFile(link.target), link.path);
            if (isNew)
                walk(link.target, link.path, link.depth);
            else
                skip(link.path, first->second.empty()
                                    ? "a link back to the folder itself"
                                    : "a link to " + first->second + ", which is read already");
        }
    }

    void accept(Found found) {
        const auto [first, isNew] = m_known.emplace(identityOfFile(m_root / found.path), found.path);
        if (!isNew) return skip(found.path, "the same file as " + first->second);
        Clip clip;
        clip.path = std::move(found.path);
        m_dataset.clips.push_back(std::move(clip));
    }

    static std::string classOf(const std::string& path) { return path.substr(0, path.find('/')); }
    /// The folder below the class, empty where the clip lies in the class folder itself.
    static std::string folderOf(const std::string& path) {
        const std::size_t start = path.find('/') + 1, end = path.find('/', start);
        return end == std::string::npos ? std::string() : path.substr(start, end - start);
    }

    void nameGroups() {
        std::map<std::string, std::set<std::string>> classesOfFolder;
        for (const Clip& clip : m_dataset.clips)
            classesOfFolder[folderOf(clip.path)].insert(classOf(clip.path));
        for (Clip& clip : m_dataset.clips) {
            const std::string folder = folderOf(clip.path);
            if (folder.empty()) continue;
            const bool shared = classesOfFolder[folder].size() > 1;
            clip.group = shared ? classOf(clip.path) + '/' + folder : folder;
        }
    }

    void numberClasses() {
        std::set<std::string> names;
        for (const Clip& clip : m_dataset.clips) names.insert(classOf(clip.path));
        m_dataset.classes.assign(names.begin(), names.end());
        for (Clip& clip : m_dataset.clips) {
            const auto place = std::ranges::lower_bound(m_dataset.classes, classOf(clip.path));
            clip.labels = {static_cast<int>(place - m_dataset.classes.begin())};
        }
    }

    [[noreturn]] void throwTooMany() const {
        throw Error(m_root.string() + ": more than " + std::to_string(maxClips) + " files.",
                    "Choose the folder that holds the class folders, or name the clips in a list.");
    }

    fs::path m_root;
    std::stop_token m_stop;
    const Progress& m_progress;
    std::map<FileId, std::string> m_visited; ///< folders and the path they are read under
    std::vector<Link> m_links;
    std::vector<Found> m_found;
    std::map<FileId, std::string> m_known;
    Dataset m_dataset;
};

} // namespace

Dataset indexFolder(const fs::path& root, std::stop_token stop, const Progress& progress) {
    std::error_code failure;
    const fs::file_status status = fs::status(root, failure);
    if (status.type() == fs::file_type::not_found)
        throw Error(root.string() + ": no such folder.", "Check the spelling; is the disk mounted?");
    if (failure) throw Error(root.string() + ": the folder cannot be read: " + failure.message() + ".");
    if (!fs::is_directory(status))
        throw Error(root.string() + ": not a folder.",
                    "Give the folder that holds one sub-folder per class.");
    Dataset dataset = FolderWalk(root, stop, progress).run(root);
    const std::string hint =
        "Put the videos of each class in a sub-folder of its own; the sub-folder names the class.";
    if (dataset.clips.empty()) {
        const auto& skipped = dataset.skipped;
        throw Error(root.string() + ": no videos in class folders." +
                        (skipped.empty() ? ""
                                         : " Skipped: " + skipped[0].path + " (" + skipped[0].reason + ")" +
                                               (skipped.size() > 1 ? " and others." : ".")),
                    hint);
    }
    if (dataset.classes.size() < 2)
        throw Error(root.string() + ": only one class, \"" + dataset.classes[0] +
                        "\"; there is nothing to tell apart.",
                    hint);
    return dataset;
}

} // namespace rankscope
