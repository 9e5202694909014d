// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_spec.h"

#include "engine/base/error.h"
#include "engine/base/nearest.h"
#include "engine/base/number_text.h"
#include "engine/data/name_pattern.h"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <sstream>

namespace rankscope {

namespace {

constexpr const char* ruleForms =
    "Write none, random:0.2, group:0.2, groups:A,B, kfold:5/1, group-kfold:5/1 or list.";

void checkRange(const std::string& what, double value, double low, double high) {
    if (value >= low && value <= high) return;
    throw Error(what + ": " + plainNumber(value) + " is not possible.",
                "Choose " + plainNumber(low) + " to " + plainNumber(high) + "; the nearest is " +
                    plainNumber(value > high ? high : low) + ".");
}

bool hasFolds(const SplitRule& rule) {
    return rule.kind == SplitRule::Kind::KFold || rule.kind == SplitRule::Kind::GroupKFold;
}

void checkShare(const SplitRule& rule) {
    if (hasFolds(rule)) {
        checkRange("Split: number of folds", rule.folds, 2, SplitRule::mostFolds);
        checkRange("Split: fold", rule.fold, 1, rule.folds);
    }
    if (rule.kind != SplitRule::Kind::Random && rule.kind != SplitRule::Kind::Group) return;
    if (!(rule.fraction >= 0 && rule.fraction < 1))
        throw Error("Split: a share of " + plainNumber(rule.fraction) + " is not possible.",
                    "Choose a share from 0 to below 1, such as 0.2.");
}

/// The divisor of `whole` nearest to `part`, the smaller of two.
int nearestDivisor(int whole, int part) {
    int best = 1;
    for (int divisor = 1; divisor <= whole; ++divisor)
        if (whole % divisor == 0 && std::abs(divisor - part) < std::abs(best - part)) best = divisor;
    return best;
}

void checkPatches(const DataSpec& spec) {
    if (spec.layout != FrameLayout::Patches) return;
    checkRange("Patch width", spec.patchWidth, 1, spec.width);
    checkRange("Patch height", spec.patchHeight, 1, spec.height);
    if (spec.width % spec.patchWidth == 0 && spec.height % spec.patchHeight == 0) return;
    const auto text = [](int width, int height) {
        return std::to_string(width) + "x" + std::to_string(height);
    };
    throw Error(
        "Patches of " + text(spec.patchWidth, spec.patchHeight) + " do not divide frames of " +
            text(spec.width, spec.height) + ".",
        "The nearest that do: " +
            text(nearestDivisor(spec.width, spec.patchWidth), nearestDivisor(spec.height, spec.patchHeight)) +
            ".");
}

double parseShare(std::string_view text, std::string_view whole) {
    double share = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), share);
    if (failure != std::errc() || end != text.data() + text.size())
        throw Error("Split: \"" + std::string(whole) + "\" names no share.", ruleForms);
    return share;
}

/// "K/I"
void parseFolds(std::string_view text, std::string_view whole, SplitRule& rule) {
    const char* const end = text.data() + text.size();
    const auto [slash, badFolds] = std::from_chars(text.data(), end, rule.folds);
    const bool divided = badFolds == std::errc() && slash != end && *slash == '/';
    if (divided)
        if (const auto [rest, bad] = std::from_chars(slash + 1, end, rule.fold);
            bad == std::errc() && rest == end)
            return;
    throw Error("Split: \"" + std::string(whole) + "\" names no fold.",
                "Write the number of folds and which one, such as kfold:5/1. " + std::string(ruleForms));
}

} // namespace

SplitRule SplitRule::parse(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string kind(text.substr(0, colon));
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    SplitRule rule;
    if (kind == "random" || kind == "group") {
        rule.kind = kind == "random" ? Kind::Random : Kind::Group;
        rule.fraction = parseShare(value, text);
        checkShare(rule);
        return rule;
    }
    if (kind == "kfold" || kind == "group-kfold") {
        rule.kind = kind == "kfold" ? Kind::KFold : Kind::GroupKFold;
        parseFolds(value, text, rule);
        checkShare(rule);
        return rule;
    }
    if (kind == "groups") {
        rule.kind = Kind::Groups;
        std::istringstream names{std::string(value)};
        for (std::string name; std::getline(names, name, ',');)
            if (!name.empty()) rule.groups.push_back(name);
        if (rule.groups.empty())
            throw Error("Split: \"" + std::string(text) + "\" names no group.", ruleForms);
        return rule;
    }
    if (colon == std::string_view::npos && kind == "list")
        rule.kind = Kind::List;
    else if (colon != std::string_view::npos || kind != "none")
        throw Error("Split: \"" + std::string(text) + "\" is not known.",
                    "Did you mean " +
                        nearest(kind, {"none", "random:0.2", "group:0.2", "groups:A,B", "kfold:5/1",
                                       "group-kfold:5/1", "list"})[0] +
                        "? " + ruleForms);
    return rule;
}

std::string SplitRule::text() const {
    switch (kind) {
    case Kind::None:
        return "none";
    case Kind::Random:
        return "random:" + plainNumber(fraction);
    case Kind::Group:
        return "group:" + plainNumber(fraction);
    case Kind::List:
        return "list";
    case Kind::KFold:
        return "kfold:" + std::to_string(folds) + "/" + std::to_string(fold);
    case Kind::GroupKFold:
        return "group-kfold:" + std::to_string(folds) + "/" + std::to_string(fold);
    case Kind::Groups:
        break;
    }
    std::string result = "groups:";
    for (std::size_t i = 0; i < groups.size(); ++i) result += (i ? "," : "") + groups[i];
    return result;
}

void validate(const DataSpec& spec) {
    checkRange("Frames a clip", spec.frames, 1, 1000);
    checkRange("Whole clips: every k-th frame", spec.every, 0, 1000);
    checkRange("Whole clips: most frames", spec.mostFrames, 1, 1500);
    checkRange("Frame width", spec.width, 1, 4096);
    checkRange("Frame height", spec.height, 1, 4096);
    if (spec.channels != 1 && spec.channels != 3)
        throw Error("Channels: " + std::to_string(spec.channels) + " is not possible.",
                    "Choose 3 (red, green, blue) or 1 (grey).");
    checkRange("Candidates a clip", spec.candidates, 0, 10'000);
    if (!spec.wholeClips() && spec.candidates != 0 && spec.candidates < spec.frames)
        throw Error("Candidates: " + std::to_string(spec.candidates) + " a clip are fewer than the " +
                        std::to_string(spec.frames) + " frames shown.",
                    "Choose at least " + std::to_string(spec.frames) + ", or 0 for all frames.");
    if (spec.input != InputForm::Raw && spec.longest() < 2)
        throw Error("Input " + idOf(spec.input) + ": a difference needs at least 2 frames a clip.",
                    "Choose 2 or more frames, or raw pixels.");
    if (spec.input != InputForm::Raw && spec.frameOrder == TimeOrder::Repeated)
        throw Error("Input " + idOf(spec.input) + ": one frame repeated differs from itself nowhere.",
                    "Choose raw pixels, or another order of the frames.");
    checkPatches(spec);
    checkRange("Augmentation: shift", spec.augment.shift, 0, 0.5);
    checkRange("Augmentation: zoom", spec.augment.zoom, 0, 0.5);
    checkRange("Augmentation: brightness", spec.augment.brightness, 0, 1);
    checkRange("Augmentation: contrast", spec.augment.contrast, 0, 1);
    checkRange("Augmentation: crop", spec.augment.crop, 0, 0.9);
    checkRange("Augmentation: jitter", spec.augment.jitter, 0, 0.45);
    checkRange("Augmentation: noise", spec.augment.noise, 0, 1);
    if (spec.groups == GroupSource::Pattern) NamePattern{spec.groupPattern};
    checkShare(spec.validation);
    checkShare(spec.test);
    if (hasFolds(spec.test) && spec.test.text() == spec.validation.text())
        throw Error("Split: validation and test are the same fold, " + spec.test.text() + ".",
                    "Choose another fold for one of them.");
}

} // namespace rankscope
