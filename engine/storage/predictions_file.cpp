// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/predictions_file.h"

#include "engine/base/error.h"
#include "engine/base/number_text.h"
#include "engine/data/csv.h"
#include "engine/storage/file_io.h"
#include "engine/storage/run_files.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

namespace rankscope {
namespace {

constexpr std::size_t largest = std::size_t{32} << 20;
constexpr std::ptrdiff_t mostFields = 4'000'000; // a field of one byte takes many in memory
const std::vector<std::string> fixedColumns{"epoch", "set", "clip", "group", "labels"};

template <class Value>
std::optional<Value> parsed(const std::string& text) {
    Value value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

bool fits(std::string_view text) {
    return text.size() <= largest &&
           std::ranges::count(text, ',') + std::ranges::count(text, '\n') <= mostFields;
}

/// Turns the fields of one row into a prediction.
class RowReader {
public:
    RowReader(std::string origin, std::size_t classes, bool multiLabel)
        : m_origin(std::move(origin)), m_classes(classes), m_multiLabel(multiLabel) {}

    ClipPrediction read(const CsvRow& row) {
        if (row.fields.size() != fixedColumns.size() + m_classes)
            fail(row, "it has " + std::to_string(row.fields.size()) + " fields instead of " +
                          std::to_string(fixedColumns.size() + m_classes));
        ClipPrediction clip{row.fields[1], row.fields[2], row.fields[3], labels(row), {}};
        if (clip.set != "validation" && clip.set != "test")
            fail(row, "the set \"" + clip.set + "\" is neither validation nor test");
        if (clip.clip.empty() || !m_seen.emplace(clip.set, clip.clip).second)
            fail(row, "the clip \"" + clip.clip + "\" is named twice, or not at all");
        for (std::size_t i = 0; i < m_classes; ++i) {
            const std::string& text = row.fields[fixedColumns.size() + i];
            const auto value = parsed<float>(text);
            if (!value || !(*value >= 0 && *value <= 1)) fail(row, "\"" + text + "\" is no probability");
            clip.probabilities.push_back(*value);
        }
        return clip;
    }

private:
    std::vector<int> labels(const CsvRow& row) const {
        std::vector<int> labels;
        std::istringstream words(row.fields[4]);
        for (std::string word; words >> word;) {
            const auto label = parsed<int>(word);
            if (!label || *label < 0 || static_cast<std::size_t>(*label) >= m_classes)
                fail(row, "\"" + word + "\" is the number of no class");
            labels.push_back(*label);
        }
        if (!m_multiLabel && labels.size() != 1) fail(row, "it does not have exactly one label");
        return labels;
    }
    [[noreturn]] void fail(const CsvRow& row, const std::string& why) const {
        throw Error(m_origin + ", line " + std::to_string(row.line) + ": " + why + ".",
                    "Evaluate the run again, which writes the file anew.");
    }

    std::string m_origin;
    std::size_t m_classes;
    bool m_multiLabel;
    std::set<std::pair<std::string, std::string>> m_seen;
};

} // namespace

void writePredictions(const std::filesystem::path& run, const Predictions& predictions) {
    std::string text;
    for (const std::string& name : fixedColumns) text += (text.empty() ? "" : ",") + name;
    for (const std::string& name : predictions.classes) text += "," + csvField(name);
    text += "\n";
    for (const ClipPrediction& clip : predictions.clips) {
        text += std::to_string(predictions.epoch) + "," + clip.set + "," + csvField(clip.clip) + "," +
                csvField(clip.group) + ",";
        for (std::size_t i = 0; i < clip.labels.size(); ++i)
            text += (i > 0 ? " " : "") + std::to_string(clip.labels[i]);
        for (const float probability : clip.probabilities) text += "," + plainNumber(probability);
        text += "\n";
    }
    const auto path = run / runfile::predictions;
    if (!fits(text))
        throw Error("The predictions of this run are not kept: \"" + path.string() +
                        "\" would be larger than is read again.",
                    "Validate and test on fewer clips.");
    writeText(path, text);
}

std::optional<Predictions> readPredictions(const std::filesystem::path& run,
                                           const std::vector<std::string>& classes, bool multiLabel,
                                           int epoch) {
    const auto path = run / runfile::predictions;
    if (!fileExists(path)) return {};
    const std::string origin = path.string();
    const auto rows = [&] {
        const std::string text = readText(path, largest);
        if (!fits(text)) throw Error("\"" + origin + "\" has more fields than are possible.");
        return parseCsv(text, origin);
    }();
    std::vector<std::string> header = fixedColumns;
    header.insert(header.end(), classes.begin(), classes.end());
    if (rows.empty() || rows[0].fields != header)
        throw Error("\"" + origin + "\" is not of this run: its columns are others.",
                    "Evaluate the run again, which writes the file anew.");
    Predictions result{epoch, classes, {}};
    RowReader reader(origin, classes.size(), multiLabel);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].fields[0] != std::to_string(epoch)) return {}; // of weights that were the best before
        result.clips.push_back(reader.read(rows[i]));
    }
    return result;
}

} // namespace rankscope
