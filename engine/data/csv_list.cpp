// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/nearest.h"
#include "engine/data/clip_list.h"
#include "engine/data/csv.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <sstream>

namespace rankscope {

using namespace clip_list;

namespace {

const std::vector<std::string> splitNames{"train", "validation", "test"};
constexpr const char* hint = "The first line names the columns: path,class[,group][,split].";

std::vector<std::string> labelsOf(const std::string& text) {
    std::set<std::string> labels;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ';');)
        if (part = trimmed(part); !part.empty()) labels.insert(part);
    return {labels.begin(), labels.end()};
}

class CsvList {
public:
    explicit CsvList(const std::filesystem::path& list) : m_list(list) {}

    ClipList run() {
        const std::vector<CsvRow> rows = parseCsv(textOf(m_list), m_list.string());
        if (rows.empty()) fail(m_list.string(), "the list is empty", hint);
        readHeader(rows.front());
        for (std::size_t i = 1; i < rows.size(); ++i) readRow(rows[i]);
        return std::move(m_clips);
    }

private:
    enum Column { Path, Class, Group, Split, columns };

    void readHeader(const CsvRow& row) {
        const std::vector<std::string> names{"path", "class", "group", "split"};
        const std::string where = placeOf(m_list, row.line);
        m_column.fill(-1);
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            std::string name = trimmed(row.fields[i]);
            std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
            const auto found = std::ranges::find(names, name);
            if (found == names.end()) fail(where, "the column \"" + row.fields[i] + "\" is not known", hint);
            int& column = m_column[static_cast<std::size_t>(found - names.begin())];
            if (column >= 0) fail(where, "the column \"" + name + "\" stands there twice", hint);
            column = static_cast<int>(i);
        }
        for (const Column needed : {Path, Class})
            if (m_column[needed] < 0) fail(where, "the column \"" + names[needed] + "\" is missing", hint);
        m_width = row.fields.size();
    }

    std::string field(const CsvRow& row, Column column) const {
        return m_column[column] < 0 ? std::string()
                                    : trimmed(row.fields[static_cast<std::size_t>(m_column[column])]);
    }

    void readRow(const CsvRow& row) {
        const std::string where = placeOf(m_list, row.line);
        if (row.fields.size() != m_width)
            fail(where,
                 std::to_string(row.fields.size()) + " fields where the first line names " +
                     std::to_string(m_width),
                 "Put a field that holds a comma into double quotes.");
        const std::string path = checkedPath(field(row, Path), where);
        const ListedClip clip{where, labelsOf(field(row, Class)), field(row, Group), field(row, Split)};
        if (!clip.split.empty() && std::ranges::find(splitNames, clip.split) == splitNames.end())
            fail(where, "the split \"" + clip.split + "\" is not known",
                 "Did you mean " + nearest(clip.split, splitNames)[0] +
                     "? Choose train, validation or test, or leave it empty.");
        add(m_clips, path, clip, "A clip with several labels is one line with the class written a;b.");
    }

    std::filesystem::path m_list;
    std::array<int, columns> m_column{};
    std::size_t m_width = 0;
    ClipList m_clips;
};

} // namespace

ClipList readCsvList(const std::filesystem::path& list) {
    return CsvList(list).run();
}

} // namespace rankscope
