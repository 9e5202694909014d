// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/split.h"

#include "engine/base/error.h"
#include "engine/base/nearest.h"
#include "engine/base/random.h"
#include "engine/data/folds.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

namespace rankscope {

namespace {

using Clips = std::vector<int>;
enum class Part : std::uint64_t { Validation = 0, Test = 1 };

template <class T>
void shuffle(std::vector<T>& items, Random random) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
}

class Divider {
public:
    Divider(const Dataset& dataset, const Clips& usable, std::uint64_t seed)
        : m_dataset(dataset), m_rest(usable), m_seed(seed) {
        std::ranges::sort(m_rest);
        m_usable = m_rest;
    }

    Split run(const DataSpec& spec) {
        m_marked = std::ranges::any_of(m_dataset.clips, [](const Clip& clip) { return !clip.split.empty(); });
        Split split;
        split.test = take(spec.test, Part::Test);
        split.validation = take(spec.validation, Part::Validation);
        split.train = m_rest;
        split.warnings = std::move(m_warnings);
        if (split.train.empty())
            throw Error("Split: no clip is left to train on (" + std::to_string(m_usable.size()) +
                            " usable, " + std::to_string(split.validation.size()) + " for validation, " +
                            std::to_string(split.test.size()) + " for the test).",
                        m_usable.empty()
                            ? "None of the videos could be decoded; see the list of skipped files."
                            : "Choose a smaller share or fewer groups.");
        warnOfLeaks(split, split.validation, spec.validation, "validation");
        warnOfLeaks(split, split.test, spec.test, "test");
        warnOfLoneClips(split, spec);
        warnOfClasses(split);
        if (split.validation.empty() && spec.validation.kind != SplitRule::Kind::None)
            split.warnings.push_back(
                "No clip is left for validation: the epoch of lowest training loss counts as the best.");
        if (split.test.empty() && spec.test.kind != SplitRule::Kind::None)
            split.warnings.push_back("No clip is left for the test.");
        return split;
    }

private:
    const Clip& clip(int index) const { return m_dataset.clips[static_cast<std::size_t>(index)]; }

    /// Moves what a rule takes out of the rest.
    Clips take(const SplitRule& rule, Part part) {
        Clips taken = choose(rule, part);
        std::ranges::sort(taken);
        std::erase_if(m_rest, [&](int index) { return std::ranges::binary_search(taken, index); });
        return taken;
    }

    Clips choose(const SplitRule& rule, Part part) {
        const std::string mark = part == Part::Test ? "test" : "validation";
        const bool hasMark =
            std::ranges::any_of(m_dataset.clips, [&](const Clip& other) { return other.split == mark; });
        if (rule.kind == SplitRule::Kind::List && !m_marked)
            throw Error("Split: the data names no " + mark + " clips.",
                        "Give a list with a column split, or choose random:0.2 or group:0.2.");
        if (hasMark || rule.kind == SplitRule::Kind::List) {
            if (rule.kind == SplitRule::Kind::Groups)
                m_warnings.push_back("The list marks the " + mark + " clips; \"" + rule.text() +
                                     "\" is not used.");
            return where([&](int index) { return clip(index).split == mark; });
        }
        switch (rule.kind) {
        case SplitRule::Kind::Random:
            return chooseClips(rule.fraction, part);
        case SplitRule::Kind::Group:
            return chooseGroups(rule.fraction, part);
        case SplitRule::Kind::Groups:
            return namedGroups(rule);
        case SplitRule::Kind::KFold:
        case SplitRule::Kind::GroupKFold:
            return chooseFold(rule);
        default:
            return {};
        }
    }

    template <class Predicate>
    Clips where(Predicate wanted) const {
        Clips found;
        std::ranges::copy_if(m_rest, std::back_inserter(found), wanted);
        return found;
    }
    /// Clips that a rule may take: not those that the list gives to another set.
    bool isFree(int index) const { return clip(index).split.empty() || clip(index).split == "train"; }
    Clips unmarked() const {
        return where([this](int index) { return isFree(index); });
    }

    Random random(Part part, std::uint64_t stratum) const {
        return Random{m_seed, purpose::split, static_cast<std::uint64_t>(part), stratum};
    }

    void checkShare(double fraction) const {
        if (!(fraction >= 0 && fraction < 1))
            throw Error("Split: a share of " + std::to_string(fraction) + " is not possible.",
                        "Choose a share from 0 to below 1, such as 0.2.");
    }

    /// A share of the clips of every set of labels; of two or more at least one goes and one stays.
    Clips chooseClips(double fraction, Part part) const {
        checkShare(fraction);
        std::map<std::vector<int>, Clips> strata;
        for (const int index : unmarked()) strata[clip(index).labels].push_back(index);
        Clips taken;
        std::uint64_t stratum = 0;
        for (auto& [labels, clips] : strata) {
            shuffle(clips, random(part, stratum++));
            if (fraction == 0 || clips.size() < 2) continue;
            const auto share = std::lround(fraction * static_cast<double>(clips.size()));
            const auto count = std::clamp<long>(share, 1, static_cast<long>(clips.size()) - 1);
            taken.insert(taken.end(), clips.begin(), clips.begin() + count);
        }
        return taken;
    }

    /// Whole groups, drawn until their share of the clips is nearest the one asked for. Where no group spans
    /// classes (scenes of one action) each class gives its share.
    Clips chooseGroups(double fraction, Part part) const {
        checkShare(fraction);
        std::map<std::vector<int>, std::vector<Clips>> strata;
        for (const FoldUnit& group : groupsOf(unmarked())) strata[group.stratum].push_back(group.clips);
        Clips taken;
        std::uint64_t stratum = 0;
        for (auto& [labels, members] : strata) {
            shuffle(members, random(part, stratum++));
            const Clips some = nearestShare(members, fraction);
            taken.insert(taken.end(), some.begin(), some.end());
        }
        return taken;
    }

    /// The groups of some clips by name; of one stratum unless each group is of one class alone.
    std::vector<FoldUnit> groupsOf(const Clips& clips) const {
        if (!m_dataset.hasGroups())
            throw Error(
                "Split: the data has no groups.",
                "Put the clips of each group into a folder below the class, give a list with a column "
                "group or a pattern of the file names, or choose random:0.2.");
        std::map<std::string, Clips> groups;
        for (const int index : clips) groups[groupOf(index)].push_back(index);
        const bool inOneClass = std::ranges::all_of(groups, [&](const auto& group) {
            return std::ranges::all_of(
                group.second, [&](int index) { return clip(index).labels == clip(group.second[0]).labels; });
        });
        std::vector<FoldUnit> units;
        for (const auto& [name, members] : groups)
            units.push_back({members, inOneClass ? clip(members[0]).labels : std::vector<int>{}});
        return units;
    }

    /// A fold of all clips that are free, less what the other set has taken.
    Clips chooseFold(const SplitRule& rule) const {
        const bool ofGroups = rule.kind == SplitRule::Kind::GroupKFold;
        Clips clips;
        std::ranges::copy_if(m_usable, std::back_inserter(clips),
                             [this](int index) { return isFree(index); });
        std::vector<FoldUnit> units;
        if (ofGroups) units = groupsOf(clips);
        for (const int index : clips)
            if (!ofGroups) units.push_back({{index}, clip(index).labels});
        if (static_cast<int>(units.size()) < rule.folds)
            throw Error("Split: " + std::to_string(units.size()) + (ofGroups ? " groups" : " clips") +
                            " cannot be dealt into " + std::to_string(rule.folds) + " folds.",
                        units.size() < 2 ? "Folds need at least two; choose another rule, such as random:0.2."
                                         : "Choose at most " + std::to_string(units.size()) + " folds.");
        const std::vector<int> fold = dealFolds(units, rule.folds, m_seed);
        Clips taken;
        for (std::size_t i = 0; i < units.size(); ++i)
            if (fold[i] == rule.fold - 1)
                taken.insert(taken.end(), units[i].clips.begin(), units[i].clips.end());
        std::erase_if(taken, [this](int index) { return !std::ranges::binary_search(m_rest, index); });
        return taken;
    }

    static Clips nearestShare(const std::vector<Clips>& groups, double fraction) {
        std::size_t all = 0;
        for (const Clips& group : groups) all += group.size();
        const double wanted = fraction * static_cast<double>(all);
        Clips taken;
        std::size_t used = 0;
        for (const Clips& group : groups) {
            const auto size = static_cast<double>(taken.size());
            const bool nearer =
                std::abs(size + static_cast<double>(group.size()) - wanted) < std::abs(size - wanted);
            const bool needed = fraction > 0 && used == 0;
            if (!(nearer || needed) || used + 1 >= groups.size()) continue;
            taken.insert(taken.end(), group.begin(), group.end());
            ++used;
        }
        return taken;
    }

    std::string groupOf(int index) const {
        return clip(index).group.empty() ? clip(index).path : clip(index).group; // alone: a group of its own
    }

    /// By full name; a name without class stands for the folders of that name in all classes.
    Clips namedGroups(const SplitRule& rule) const {
        const std::vector<std::string> known = m_dataset.groups();
        const auto matches = [](const std::string& group, const std::string& name) {
            return group == name || (group.ends_with(name) && group.size() > name.size() &&
                                     group[group.size() - name.size() - 1] == '/');
        };
        for (const std::string& name : rule.groups)
            if (std::ranges::none_of(known, [&](const std::string& group) { return matches(group, name); })) {
                const auto near = nearest(name, known, 3);
                std::string choices;
                for (const std::string& choice : near) choices += (choices.empty() ? "" : ", ") + choice;
                throw Error("Split: the group \"" + name + "\" is not known.",
                            known.empty() ? "The data has no groups." : "Did you mean " + choices + "?");
            }
        return where([&](int index) {
            return std::ranges::any_of(
                rule.groups, [&](const std::string& name) { return matches(clip(index).group, name); });
        });
    }

    void warnOfLeaks(Split& split, const Clips& held, const SplitRule& rule, const std::string& what) const {
        const bool ofClips = rule.kind == SplitRule::Kind::Random || rule.kind == SplitRule::Kind::KFold;
        if (!ofClips || !m_dataset.hasGroups()) return;
        std::set<std::string> here, both;
        for (const int index : held)
            if (!clip(index).group.empty()) here.insert(clip(index).group);
        for (const int index : split.train)
            if (here.contains(clip(index).group)) both.insert(clip(index).group);
        if (both.empty()) return;
        split.warnings.push_back(
            "The random " + what + " share divides groups: " + std::to_string(both.size()) + " of " +
            std::to_string(m_dataset.groups().size()) + " stand in training and " + what +
            ". Clips of one group are often near copies, so the accuracy may say little about new "
            "ones; " +
            (rule.kind == SplitRule::Kind::KFold ? "group-kfold:5/1" : "group:0.2") + " keeps groups whole.");
    }

    /// Where groups are to stay whole, each clip without one counts as a group of its own.
    void warnOfLoneClips(Split& split, const DataSpec& spec) const {
        const auto ofGroups = [](const SplitRule& rule) {
            return rule.kind == SplitRule::Kind::Group || rule.kind == SplitRule::Kind::GroupKFold;
        };
        if (!ofGroups(spec.validation) && !ofGroups(spec.test)) return;
        const auto lone =
            std::ranges::count_if(m_usable, [this](int index) { return clip(index).group.empty(); });
        if (lone > 0)
            split.warnings.push_back(std::to_string(lone) + " of " + std::to_string(m_usable.size()) +
                                     " clips have no group; each counts as a group of its own.");
    }

    void warnOfClasses(Split& split) const {
        std::set<int> trained;
        for (const int index : split.train)
            trained.insert(clip(index).labels.begin(), clip(index).labels.end());
        for (std::size_t label = 0; label < m_dataset.classes.size(); ++label)
            if (!trained.contains(static_cast<int>(label)))
                split.warnings.push_back("The class \"" + m_dataset.classes[label] +
                                         "\" has no clip to train on: it cannot be learnt.");
    }

    const Dataset& m_dataset;
    Clips m_usable, m_rest;
    std::uint64_t m_seed;
    bool m_marked = false;
    std::vector<std::string> m_warnings;
};

} // namespace

Split divide(const Dataset& dataset, const std::vector<int>& usable, const DataSpec& spec,
             std::uint64_t seed) {
    return Divider(dataset, usable, seed).run(spec);
}

} // namespace rankscope
