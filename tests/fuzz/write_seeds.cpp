// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "engine/model/sequence_model.h"
#include "engine/ranks/model_ranks.h"
#include "engine/storage/run_writer.h"
#include "engine/storage/spec_json.h"
#include "engine/storage/tensor_file.h"
#include "tests/fuzz/fuzz_input.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <iterator>
#include <set>

/// write-fuzz-seeds FOLDER: good files for every target to start from, FOLDER/<target>/*, as the program
/// itself writes them, and FOLDER/words, a dictionary of the keys and names in them.
using namespace rankscope;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Seeds {
public:
    explicit Seeds(fs::path folder) : m_folder(std::move(folder)) {}

    void add(const std::string& target, const std::string& input) {
        const fs::path path = m_folder / target / std::to_string(++m_count);
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << input;
    }

    void addWords(const nlohmann::json& json) {
        if (json.is_string()) m_words.insert(json.get<std::string>());
        if (json.is_object())
            for (const auto& [key, value] : json.items()) m_words.insert(key);
        if (json.is_structured())
            for (const auto& value : json) addWords(value);
    }

    void writeWords() const {
        std::ofstream file(m_folder / "words");
        for (const std::string& word : m_words)
            if (!word.empty() && word.find_first_of("\\\"") == std::string::npos && word.size() < 40)
                file << '"' << word << "\"\n";
        for (const char* number : {"1000000000000000", "9223372036854775807", "18446744073709551615", "-1",
                                   "1e308", "0", "null", "NaN"})
            file << '"' << number << "\"\n";
    }

private:
    fs::path m_folder;
    std::set<std::string> m_words;
    int m_count = 0;
};

RunHeader headerOf(MapSpec map, CellKind cell) {
    RunHeader header;
    header.spec.model.map = std::move(map);
    header.spec.model.cell.kind = cell;
    header.spec.model.classes = 2;
    header.spec.data.width = 4;
    header.spec.data.height = 2;
    header.dataRoot = "clips";
    header.dataIdentity = "0123abcd";
    header.classes = {"jump", "run"};
    header.statistics = {{0.1f, 0.2f, 0.3f}, {1.1f, 1.2f, 1.3f}};
    header.trainClips = {"jump/1.avi", "run/1.avi"};
    header.validationClips = {"jump/2.avi"};
    return header;
}

TrainerState stateOf(const ModelSpec& model) {
    TrainerState state;
    state.model = completedModel(model);
    const auto size = static_cast<std::size_t>(layoutOf(model).size);
    state.weights.assign(size, 0.5f);
    state.optimizer.moments.assign(2, std::vector<float>(size, 0.25f));
    state.optimizer.step = 7;
    state.optimizer.ranges = {{static_cast<Index>(size), 0, 2}};
    state.epoch = state.bestEpoch = 1;
    EpochRecord record;
    record.epoch = 1;
    record.trainLoss = record.trainAccuracy = 0.5;
    record.validationLoss = 0.7;
    state.history = {record};
    state.rankChanges = {{0, 1, "2", "1", 100, 60, 0.1}};
    return state;
}

void addRun(Seeds& seeds, const RunHeader& header, const fs::path& folder) {
    fs::remove_all(folder);
    {
        RunWriter writer = RunWriter::create(folder, header);
        writer.commit(stateOf(header.spec.model));
        writer.setTestResult({0.5, {}});
    }
    const std::string description = contentOf(folder / "run.json"), state = contentOf(folder / "last.state");
    seeds.add("run", description + '\0' + contentOf(folder / "clips.json") + '\0' +
                         contentOf(folder / "result.json"));
    seeds.add("state", fuzz::tensorInput(state));
    seeds.add("state", "f" + state);
    const std::string weights = contentOf(folder / "best.safetensors");
    seeds.add("safetensors", fuzz::tensorInput(weights));
    seeds.add("safetensors", "f" + weights);
    seeds.addWords(nlohmann::json::parse(description));
    seeds.addWords(nlohmann::json::parse(TensorReader(folder / "last.state").metadata().at("state")));
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "write-fuzz-seeds FOLDER\n";
        return 2;
    }
    Seeds seeds(arguments[1]);
    const fuzz::Scratch scratch;
    const fs::path run = scratch.folder() / "run";
    addRun(seeds, headerOf({"tt", {4, 6}, {2, 2}, {2}, {}, 1}, CellKind::Lstm), run);
    addRun(seeds, headerOf({"bt", {4, 6}, {2, 2}, {}, {1, 2}, 2}, CellKind::Gru), run);
    addRun(seeds, headerOf({"dense", {24}, {3}, {}, {}, 1}, CellKind::Mean), run);
    for (const Preset& preset : presets()) {
        seeds.add("spec", toJson(preset.spec).dump());
        seeds.addWords(toJson(preset.spec));
    }
    seeds.add("safetensors",
              "h\4" + std::string(1, '\0') + R"({"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})");
    for (const char* list :
         {"path,class\na/1.avi,x\na/2.avi,y\n", "\xef\xbb\xbfPath;Class\r\na/1.avi;x\r\n",
          "path,class,group,split\r\n\"b,c/1.avi\",\"x;y\",g,train\r\na/1.avi,z,h,test\r\n",
          "path,class\n../outside.avi,x\n/outside.avi,y\na/../../outside.avi,z\n"})
        seeds.add("list", list);
    // training, test, classes, pattern, apart by zeros
    const std::string end(1, '\0');
    seeds.add("text_list", "a/v_g01_1.avi 1\na/v_g02_2.avi 2\n" + end + "b/v_g01_3.avi\n" + end +
                               "1 x\n2 y\n" + end + "_g(\\d+)_");
    seeds.add("text_list", "v_g01_1 1\r\nv_g02_2 -1\r\n" + end + "v_g01_3  1\n" + end +
                               "v_g01_1 -1\nv_g02_2 1\n" + end + "^v_(?:g0[12]|h)_?(.*)[.]");
    seeds.add("text_list", "../outside.avi 1\n/outside.avi x\n" + end + end + end + "((a{3})+)");
    const auto joined = [](std::initializer_list<const char*> parts) {
        std::string all;
        for (const char* part : parts) all += std::string(part) + '\0';
        return all;
    };
    seeds.add("predictions", joined({R"({"text": "a note", "color": 3})",
                                     "epoch,set,clip,group,labels,jump,run\n"
                                     "1,validation,jump/1.avi,g,0,0.75,0.25\n1,test,b,,0 1,1e-3,1\n"}));
    constexpr unsigned char digits[]{0x00, 0x00, 0x08, 0x03, 0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x02,
                                     0x00, 0x00, 0x00, 0x02, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08};
    constexpr unsigned char packed[]{0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xff,
                                     0x63, 0x60, 0xe0, 0x60, 0x66, 0x60, 0x60, 0x60, 0x82, 0x61,
                                     0x46, 0x26, 0x66, 0x16, 0x56, 0x36, 0x76, 0x0e, 0x00, 0x65,
                                     0x34, 0xe2, 0xa1, 0x18, 0x00, 0x00, 0x00};
    seeds.add("idx", std::string(std::begin(digits), std::end(digits)));
    seeds.add("idx", std::string(std::begin(packed), std::end(packed))); // by gzip
    seeds.writeWords();
}
