// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/training_options.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <sstream>

namespace rankscope {
namespace {

void setSize(const std::string& text, const char* option, int& width, int& height) {
    const Shape size = parseShape(text, option);
    constexpr Index most = std::numeric_limits<int>::max();
    if (size.size() != 2 || size[0] > most || size[1] > most)
        throw Error(std::string(option) + ": \"" + text + "\" is not a width and a height.",
                    "Write it as 160x120.");
    width = static_cast<int>(size[0]);
    height = static_cast<int>(size[1]);
}

/// "shift=0.05,mirror=1"
void setChanges(const std::string& text, Augmentation& augment) {
    const std::pair<const char*, double*> shares[] = {
        {"shift", &augment.shift},       {"zoom", &augment.zoom}, {"brightness", &augment.brightness},
        {"contrast", &augment.contrast}, {"crop", &augment.crop}, {"jitter", &augment.jitter},
        {"noise", &augment.noise}};
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const std::size_t equals = part.find('=');
        const std::string name = part.substr(0, equals);
        const char* const end = part.data() + part.size();
        double value = 0;
        const bool isNumber =
            equals != std::string::npos &&
            std::from_chars(part.data() + equals + 1, end, value) == std::from_chars_result{end, std::errc()};
        const auto* share = std::ranges::find(shares, name, [](const auto& known) { return known.first; });
        if (!isNumber || (share == std::end(shares) && name != "mirror"))
            throw Error(
                "--augment: \"" + part + "\" is not known.",
                "Write off, default, or shares of shift, zoom, brightness, contrast, crop, jitter and "
                "noise and mirror=1, such as shift=0.05,mirror=1.");
        if (share == std::end(shares))
            augment.mirror = value != 0;
        else
            *share->second = value;
    }
}

void setAugment(const std::string& text, DataSpec& data) {
    if (text == "off")
        data.augment = Augmentation::off();
    else if (text == "default")
        data.augment = Augmentation{};
    else
        setChanges(text, data.augment);
}

void setGroups(const std::string& text, DataSpec& data) {
    constexpr std::string_view pattern = "pattern:";
    data.groupPattern = text.starts_with(pattern) ? text.substr(pattern.size()) : std::string();
    data.groups = text.starts_with(pattern) ? GroupSource::Pattern : parseId<GroupSource>(text);
}

} // namespace

void addResourceOptions(CLI::App& command, ResourceOptions& options) {
    command.add_option("--threads", options.threads, "Threads; 0: one per core. Results do not depend on it")
        ->check(CLI::Range(0, 4096))
        ->option_text("N");
    command.add_option("--cache", options.cache, "Folder of decoded frames; by default below ~/.cache")
        ->option_text("DIR");
}

Resources resourcesOf(const ResourceOptions& options) {
    Resources resources;
    resources.threads = options.threads;
    resources.cache.folder = options.cache;
    return resources;
}

void addTrainingOptions(CLI::App& command, TrainingOptions& options) {
    const char* group = "Training";
    const auto add = [&](const char* name, auto& value, const char* help, const char* form) {
        command.add_option(name, value, help)->group(group)->option_text(form);
    };
    add("--epochs", options.epochs, "Times all training clips are seen", "N");
    add("--batch", options.batch, "Clips a step", "16");
    add("--lr", options.rate, "Learning rate; by default what suits the format", "X");
    add("--optimizer", options.optimizer, "How steps are made", "adam|sgd");
    add("--schedule", options.schedule, "How the learning rate falls", "constant|step|cosine");
    add("--weight-decay", options.weightDecay, "Share of rate times weight taken off a step", "X");
    add("--clip", options.clip, "Largest norm of a gradient; 0: off", "5");
    add("--dropout", options.dropout, "Share of inputs and of states dropped in training", "X");
    add("--patience", options.patience, "Stop after N epochs without improvement; 0: off", "N");
    add("--seed", options.seed, "The same seed gives the same run", "S");
    group = "Data";
    add("--frames", options.frames, "Frames of a clip the network sees", "6");
    add("--size", options.size, "Width and height of frames", "160x120");
    add("--channels", options.channels, "3: red, green, blue; 1: grey", "3|1");
    add("--candidates", options.candidates, "Evenly spaced frames kept of a clip; 0: all", "24");
    add("--list", options.list,
        "List instead of a folder per class: CSV path,class[,group][,split], trainlist01.txt (with the "
        "testlist "
        "and classInd.txt beside it), or a folder of <class>_train.txt and <class>_test.txt",
        "FILE|DIR");
    add("--groups", options.groups,
        "Groups of clips: given (by the list, or a folder in a class), folder (of that name in any class, "
        "such "
        "as a person), or pattern:REGEX with one capture in the file name",
        "given|folder|pattern:REGEX");
    const char* rules = "random:0.2|group:0.2|groups:A,B|kfold:K/I|group-kfold:K/I|list|none";
    add("--validate", options.validation, "Clips for validation", rules);
    add("--test", options.test, "Clips for the test at the end", rules);
    add("--every", options.every, "Whole clips: every K-th frame; 0: --frames of each clip", "K");
    add("--most-frames", options.mostFrames, "Frames of a whole clip, at most", "1500");
    add("--frame-order", options.frameOrder, "Order in which the frames of a clip are shown",
        "true|shuffled|repeated");
    add("--input", options.input, "What the network sees of a frame",
        "raw|mean-difference|first-difference|previous-difference");
    command.add_flag("--absolute", options.absolute, "Absolute value of the difference")->group(group);
    add("--layout", options.layout,
        "Order of a frame's values in the input modes, first index slowest: row, column, channel; channel, "
        "row, "
        "column; or patch row, patch column, row in patch, column in patch, channel",
        "channel-last|channel-first|patches");
    add("--patch", options.patch, "Width and height of patches; they divide the frame", "8x8");
    add("--augment", options.augment,
        "Random changes of training clips; off, default, or shares that replace those of the preset, such as "
        "shift=0.05,zoom=0.1,brightness=0.2,contrast=0.2,mirror=1,crop=0.2,jitter=0.1,noise=0.02",
        "off|default|NAME=X,..");
}

void applyTrainingOptions(const TrainingOptions& options, ExperimentSpec& spec) {
    TrainingSpec& training = spec.training;
    const auto set = [](const auto& option, auto& value) {
        if (option) value = *option;
    };
    set(options.epochs, training.epochs);
    set(options.batch, training.batch);
    set(options.weightDecay, training.weightDecay);
    set(options.clip, training.clip);
    set(options.dropout, training.inputDropout);
    set(options.dropout, training.recurrentDropout);
    set(options.patience, training.patience);
    set(options.seed, training.seed);
    if (options.rate) training.learningRate = options.rate;
    if (options.optimizer) training.optimizer = parseId<OptimizerKind>(*options.optimizer);
    if (options.schedule) training.schedule = parseId<ScheduleKind>(*options.schedule);

    DataSpec& data = spec.data;
    set(options.frames, data.frames);
    set(options.channels, data.channels);
    set(options.candidates, data.candidates);
    if (options.size) setSize(*options.size, "--size", data.width, data.height);
    set(options.every, data.every);
    set(options.mostFrames, data.mostFrames);
    if (options.groups) setGroups(*options.groups, data);
    if (options.list) data.list = *options.list;
    if (!data.list.empty()) data.list = std::filesystem::absolute(data.list).lexically_normal();
    if (options.validation) data.validation = SplitRule::parse(*options.validation);
    if (options.test) data.test = SplitRule::parse(*options.test);
    if (options.frameOrder) data.frameOrder = parseId<TimeOrder>(*options.frameOrder);
    if (options.input) data.input = parseId<InputForm>(*options.input);
    if (options.absolute) data.absolute = true;
    if (options.layout) data.layout = parseId<FrameLayout>(*options.layout);
    if (options.patch) setSize(*options.patch, "--patch", data.patchWidth, data.patchHeight);
    if (options.augment) setAugment(*options.augment, data);
}

} // namespace rankscope
