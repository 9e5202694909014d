// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/csv.h"

#include "engine/base/error.h"
#include "engine/data/file_rules.h"

#include <string_view>
#include <utility>

namespace rankscope {

namespace {

class CsvParser {
public:
    CsvParser(std::string_view text, const std::string& name) : m_rest(text), m_name(name) {}

    std::vector<CsvRow> run() {
        std::vector<CsvRow> rows;
        while (!m_rest.empty()) {
            CsvRow row{m_line, {}};
            do row.fields.push_back(field());
            while (take(','));
            endLine();
            for (const std::string& value : row.fields)
                if (!isUtf8(value)) fail(row.line, "the text is not UTF-8", "Save the list as UTF-8.");
            if (row.fields.size() > 1 || !row.fields[0].empty()) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    bool take(char wanted) {
        if (m_rest.empty() || m_rest.front() != wanted) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::string field() {
        if (take('"')) return quoted();
        const std::size_t end = m_rest.find_first_of(",\r\n");
        std::string value(m_rest.substr(0, end));
        m_rest.remove_prefix(value.size());
        return value;
    }

    std::string quoted() {
        const int start = m_line;
        std::string value;
        while (!m_rest.empty()) {
            const char next = m_rest.front();
            m_rest.remove_prefix(1);
            if (next == '\n') ++m_line;
            if (next != '"') {
                value += next;
            } else if (take('"')) {
                value += '"';
            } else {
                if (!m_rest.empty() && m_rest.find_first_of(",\r\n") != 0)
                    fail(m_line, "text after a closing quote", "Write a quote inside a field twice.");
                return value;
            }
        }
        fail(start, "a quote that never ends");
    }

    void endLine() {
        const bool carriage = take('\r');
        if (take('\n') || carriage) ++m_line;
    }

    [[noreturn]] void fail(int line, const std::string& reason, const std::string& hint = {}) const {
        throw Error(m_name + ", line " + std::to_string(line) + ": " + reason + ".", hint);
    }

    std::string_view m_rest;
    const std::string& m_name;
    int m_line = 1;
};

} // namespace

std::vector<CsvRow> parseCsv(const std::string& text, const std::string& name) {
    std::string_view content = text;
    if (content.starts_with("\xef\xbb\xbf")) content.remove_prefix(3);
    return CsvParser(content, name).run();
}

std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

} // namespace rankscope
