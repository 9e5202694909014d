// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/sweep/queue_file.h"

#include "engine/storage/file_io.h"
#include "engine/storage/json_reader.h"
#include "engine/storage/spec_json.h"

namespace rankscope {

namespace {

constexpr std::size_t largestQueue = std::size_t{64} << 20;

QueueItem itemOf(const nlohmann::json& object, const std::string& origin) {
    QueueItem item;
    std::string data, run;
    JsonReader reader(object, "items", origin);
    if (const auto* spec = reader.find("spec")) fromJson(*spec, item.spec, origin);
    reader.read("label", item.label);
    reader.read("data", data);
    reader.read("run", run);
    reader.read("state", item.state);
    reader.read("problem", item.problem);
    reader.read("seconds", item.seconds);
    reader.finish();
    item.data = data;
    item.run = run;
    return item;
}

} // namespace

std::vector<QueueItem> readQueue(const std::filesystem::path& file) {
    std::vector<QueueItem> items;
    if (!fileExists(file)) return items;
    const std::string origin = file.string();
    const nlohmann::json object = parseJson(readText(file, largestQueue), origin, largestQueue);
    JsonReader reader(object, "", origin);
    if (const auto* list = reader.find("items")) {
        if (!list->is_array()) reader.fail("items", "a list");
        for (const nlohmann::json& entry : *list) items.push_back(itemOf(entry, origin));
    }
    reader.finish();
    return items;
}

void writeQueue(const std::filesystem::path& file, const std::vector<QueueItem>& items) {
    nlohmann::json list = nlohmann::json::array();
    for (const QueueItem& item : items)
        list.push_back({{"spec", toJson(item.spec)},
                        {"label", item.label},
                        {"data", item.data.string()},
                        {"run", item.run.string()},
                        {"state", idOf(item.state)},
                        {"problem", item.problem},
                        {"seconds", item.seconds}});
    std::filesystem::create_directories(file.parent_path());
    writeText(file,
              nlohmann::json{{"items", list}}.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace rankscope
