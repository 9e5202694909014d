// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/run_notes.h"

#include "engine/storage/file_io.h"
#include "engine/storage/json_reader.h"
#include "engine/storage/run_files.h"
#include "engine/storage/spec_json.h"

namespace rankscope {

namespace {
constexpr std::size_t largestNotes = std::size_t{1} << 16; // escapes take up to six bytes a character
} // namespace

RunNotes readRunNotes(const std::filesystem::path& run) {
    RunNotes notes;
    const auto path = run / runfile::notes;
    if (!fileExists(path)) return notes;
    const std::string origin = path.string();
    const nlohmann::json object = parseJson(readText(path, largestNotes), origin, largestNotes);
    JsonReader reader(object, "", origin);
    reader.read("text", notes.text);
    reader.read("color", notes.color);
    reader.finish();
    if (notes.text.size() > longestNote)
        reader.fail("text", "at most " + std::to_string(longestNote) + " bytes");
    if (notes.color && (*notes.color < 0 || *notes.color > 999)) reader.fail("color", "a number 0 to 999");
    return notes;
}

void writeRunNotes(const std::filesystem::path& run, const RunNotes& notes) {
    if (notes.text.size() > longestNote)
        throw Error("The note has " + std::to_string(notes.text.size()) + " bytes.",
                    "A note has at most " + std::to_string(longestNote) + ".");
    nlohmann::json object = {{"text", notes.text}};
    if (notes.color) object["color"] = *notes.color;
    writeText(run / runfile::notes,
              object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

} // namespace rankscope
