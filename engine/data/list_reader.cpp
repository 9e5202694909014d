// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/base/nearest.h"
#include "engine/data/csv.h"
#include "engine/data/dataset.h"
#include "engine/data/file_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t maxListBytes = std::uintmax_t{64} << 20;
const std::vector<std::string> splitNames{"train", "validation", "test"};

std::string trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

std::string readText(const fs::path& list) {
    std::error_code failure;
    const fs::file_status status = fs::status(list, failure);
    if (status.type() == fs::file_type::not_found) throw Error(list.string() + ": no such list.");
    if (!fs::is_regular_file(status))
        throw Error(list.string() + ": not a regular file.", "Give a CSV file.");
    if (const auto size = fs::file_size(list, failure); failure || size > maxListBytes)
        throw Error(list.string() + ": the list is larger than 64 MB.");
    std::ifstream file(list, std::ios::binary);
    std::ostringstream text;
    if (file.peek() != std::ifstream::traits_type::eof()) text << file.rdbuf();
    if (!file.is_open() || file.bad()) throw Error(list.string() + ": the list cannot be read.");
    return text.str();
}

/// One row of the list as written, checked but for the file itself.
struct Listed {
    int line = 0;
    std::vector<std::string> labels;
    std::string group, split;
    bool operator==(const Listed& other) const {
        return labels == other.labels && group == other.group && split == other.split;
    }
};

class ListReader {
public:
    ListReader(const fs::path& root, const fs::path& list) : m_root(root), m_list(list) {}

    Dataset run() {
        std::error_code failure;
        const fs::path real = fs::canonical(m_root, failure);
        if (failure || !fs::is_directory(real))
            throw Error(m_root.string() + ": no such folder.", "The paths of the list are relative to it.");
        std::vector<CsvRow> rows = parseCsv(readText(m_list), m_list.string());
        if (rows.empty()) throw Error(m_list.string() + ": the list is empty.", hint);
        readHeader(rows.front());
        if (rows.size() > maxClips)
            throw Error(m_list.string() + ": more than " + std::to_string(maxClips) + " clips.");
        for (std::size_t i = 1; i < rows.size(); ++i) readRow(rows[i]);
        return toDataset(real);
    }

private:
    enum Column { Path, Class, Group, Split, columns };
    static constexpr const char* hint = "The first line names the columns: path,class[,group][,split].";

    void readHeader(const CsvRow& row) {
        const std::vector<std::string> names{"path", "class", "group", "split"};
        m_column.fill(-1);
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            std::string name = trimmed(row.fields[i]);
            std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
            const auto found = std::ranges::find(names, name);
            if (found == names.end())
                fail(row.line, "the column \"" + row.fields[i] + "\" is not known", hint);
            int& column = m_column[static_cast<std::size_t>(found - names.begin())];
            if (column >= 0) fail(row.line, "the column \"" + name + "\" stands there twice", hint);
            column = static_cast<int>(i);
        }
        for (const Column needed : {Path, Class})
            if (m_column[needed] < 0) fail(row.line, "the column \"" + names[needed] + "\" is missing", hint);
        m_width = row.fields.size();
    }

    std::string field(const CsvRow& row, Column column) const {
        return m_column[column] < 0 ? std::string()
                                    : trimmed(row.fields[static_cast<std::size_t>(m_column[column])]);
    }

    void readRow(const CsvRow& row) {
        if (row.fields.size() != m_width)
            fail(row.line,
                 std::to_string(row.fields.size()) + " fields where the first line names " +
                     std::to_string(m_width),
                 "Put a field that holds a comma into double quotes.");
        const std::string path = pathOf(row);
        Listed listed{row.line, labelsOf(field(row, Class)), field(row, Group), field(row, Split)};
        if (!listed.split.empty() && std::ranges::find(splitNames, listed.split) == splitNames.end())
            fail(row.line, "the split \"" + listed.split + "\" is not known",
                 "Did you mean " + nearest(listed.split, splitNames)[0] +
                     "? Choose train, validation or test, or leave it empty.");
        const auto [first, isNew] = m_listed.emplace(path, listed);
        if (!isNew && !(first->second == listed))
            fail(row.line,
                 "\"" + path + "\" stands on line " + std::to_string(first->second.line) +
                     " already, and otherwise",
                 "A clip with several labels is one line with the class written a;b.");
    }

    std::string pathOf(const CsvRow& row) const {
        const std::string text = field(row, Path);
        if (text.empty()) fail(row.line, "the path is empty");
        const fs::path path(text);
        if (path.is_absolute())
            fail(row.line, "the path \"" + text + "\" is absolute", "Write it relative to the data folder.");
        if (std::ranges::find(path, fs::path("..")) != path.end())
            fail(row.line, "the path \"" + text + "\" leads upwards by \"..\"",
                 "Clips lie inside the data folder.");
        if (text.find('\0') != std::string::npos) fail(row.line, "the path holds a null character");
        return path.lexically_normal().generic_string();
    }

    static std::vector<std::string> labelsOf(const std::string& text) {
        std::set<std::string> labels;
        std::istringstream parts(text);
        for (std::string part; std::getline(parts, part, ';');)
            if (part = trimmed(part); !part.empty()) labels.insert(part);
        return {labels.begin(), labels.end()};
    }

    Dataset toDataset(const fs::path& real) const {
        Dataset dataset;
        dataset.root = m_root;
        std::set<std::string> classes;
        for (const auto& [path, listed] : m_listed)
            if (const std::string reason = whyNotAClip(real / path, real); !reason.empty())
                dataset.skipped.push_back({path, reason});
            else {
                classes.insert(listed.labels.begin(), listed.labels.end());
                dataset.clips.push_back({path, {}, listed.group, listed.split});
            }
        dataset.classes.assign(classes.begin(), classes.end());
        for (Clip& clip : dataset.clips)
            for (const std::string& label : m_listed.at(clip.path).labels)
                clip.labels.push_back(static_cast<int>(std::ranges::lower_bound(dataset.classes, label) -
                                                       dataset.classes.begin()));
        if (dataset.clips.empty() && !dataset.skipped.empty())
            throw Error(m_list.string() + ": none of its " + std::to_string(dataset.skipped.size()) +
                            " files can be used; the first is " + dataset.skipped[0].path + " (" +
                            dataset.skipped[0].reason + ").",
                        "Its paths are relative to " + m_root.string() + ".");
        if (dataset.clips.empty()) throw Error(m_list.string() + ": the list names no clips.", hint);
        if (dataset.classes.size() < 2)
            throw Error(m_list.string() + ": " +
                            (dataset.classes.empty() ? "no class"
                                                     : "only one class, \"" + dataset.classes[0] + "\"") +
                            "; there is nothing to tell apart.",
                        "List clips of at least two classes.");
        return dataset;
    }

    [[noreturn]] void fail(int line, const std::string& reason, const std::string& advice = {}) const {
        throw Error(m_list.string() + ", line " + std::to_string(line) + ": " + reason + ".", advice);
    }

    fs::path m_root, m_list;
    std::array<int, columns> m_column{};
    std::size_t m_width = 0;
    std::map<std::string, Listed> m_listed; ///< by path
};

} // namespace

Dataset readList(const fs::path& root, const fs::path& list) {
    return ListReader(root, list).run();
}

} // namespace rankscope
