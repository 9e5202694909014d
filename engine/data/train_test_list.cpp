// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/clip_list.h"

#include <algorithm>
#include <optional>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;
using namespace clip_list;

namespace {

using ClassNames = std::map<std::string, std::string>; ///< by number

bool isNumber(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// A line in two at its last blank; the second part is empty where there is none.
std::pair<std::string, std::string> dividedAtLastBlank(const std::string& text) {
    const std::size_t blank = text.find_last_of(" \t");
    if (blank == std::string::npos) return {text, {}};
    return {trimmed(text.substr(0, blank)), text.substr(blank + 1)};
}

/// The numbers of classInd.txt beside the list; nothing where there is no such file.
std::optional<ClassNames> readClassNames(const fs::path& list) {
    const fs::path file = list.parent_path() / "classInd.txt";
    std::error_code failure;
    if (!fs::exists(file, failure)) return {};
    ClassNames names;
    for (const Line& line : linesOf(file)) {
        const std::size_t blank = line.text.find_first_of(" \t");
        const std::string number = line.text.substr(0, blank);
        const std::string name = blank == std::string::npos ? "" : trimmed(line.text.substr(blank));
        if (!isNumber(number) || name.empty())
            fail(placeOf(file, line.number), "not a number and the name of a class",
                 "Write lines such as 1 ApplyEyeMakeup.");
        if (!names.emplace(number, name).second)
            fail(placeOf(file, line.number), "the number " + number + " stands there twice");
    }
    return names;
}

class TrainTestList {
public:
    explicit TrainTestList(const fs::path& list) : m_list(list), m_names(readClassNames(list)) {}

    ClipList run() {
        const std::string name = m_list.filename().string();
        const std::string own = name.starts_with("train") ? "train" : name.starts_with("test") ? "test" : "";
        readHalf(m_list, own);
        if (m_clips.empty())
            fail(m_list.string(), "the list is empty", "Write one line `path [label]` for each clip.");
        if (own.empty()) return std::move(m_clips);
        const std::string other = own == "train" ? "test" : "train";
        const fs::path half = m_list.parent_path() / (other + name.substr(own.size()));
        std::error_code failure;
        if (fs::exists(half, failure)) readHalf(half, other);
        return std::move(m_clips);
    }

private:
    void readHalf(const fs::path& list, const std::string& split) {
        for (const Line& line : linesOf(list)) {
            const std::string where = placeOf(list, line.number);
            auto [path, label] = dividedAtLastBlank(line.text);
            if (label.find_first_of("./") != std::string::npos) { // a blank in the path
                path = line.text;
                label.clear();
            }
            path = checkedPath(path, where);
            add(m_clips, path, {where, {classOf(path, label, where)}, {}, split},
                "A clip stands in one list of training or test, once.");
        }
    }

    std::string classOf(const std::string& path, const std::string& label, const std::string& where) const {
        const std::size_t slash = path.find('/');
        const std::string folder = slash == std::string::npos ? std::string() : path.substr(0, slash);
        if (isNumber(label) && m_names) {
            const auto found = m_names->find(label);
            if (found == m_names->end()) fail(where, "classInd.txt has no class of number " + label);
            return found->second;
        }
        if (!label.empty() && (!isNumber(label) || folder.empty())) return label;
        if (folder.empty())
            fail(where, "the clip has no label and lies in no folder that names its class",
                 "Write `path label`, or paths such as Biking/clip.avi.");
        return folder;
    }

    fs::path m_list;
    std::optional<ClassNames> m_names;
    ClipList m_clips;
};

} // namespace

ClipList readTrainTestList(const fs::path& list) {
    return TrainTestList(list).run();
}

} // namespace rankscope
