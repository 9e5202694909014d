// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_settings.h"

#include "engine/base/error.h"
#include "engine/data/name_pattern.h"
#include "ui/bridge/number_text.h"

#include <QStringList>

#include <algorithm>

namespace rankscope {

namespace {

template <class T>
SettingField<T> ofTraining(T TrainingSpec::*member) {
    return settingField<T>([member](auto& spec) -> auto& { return spec.training.*member; });
}

template <class T>
SettingField<T> ofData(T DataSpec::*member) {
    return settingField<T>([member](auto& spec) -> auto& { return spec.data.*member; });
}

template <class T>
SettingField<T> ofAugmentation(T Augmentation::*member) {
    return settingField<T>([member](auto& spec) -> auto& { return spec.data.augment.*member; });
}

/// A number that is always there, typed like those that may be left to the program.
SettingField<std::optional<double>> typed(double TrainingSpec::*member) {
    return {[member](const ExperimentSpec& spec) { return std::optional(spec.training.*member); },
            [member](ExperimentSpec& spec, const std::optional<double>& value) {
                spec.training.*member = value.value_or(spec.training.*member);
            }};
}

SettingField<QString> seedField() {
    return {[](const ExperimentSpec& spec) { return QString::number(spec.training.seed); },
            [](ExperimentSpec& spec, const QString& text) {
                bool ok = false;
                const std::uint64_t seed = text.toULongLong(&ok);
                if (!ok) throw Error(TrainingSettings::tr("A whole number from 0 on.").toStdString());
                spec.training.seed = seed;
            }};
}

SettingField<QString> patternField() {
    return {[](const ExperimentSpec& spec) { return QString::fromStdString(spec.data.groupPattern); },
            [](ExperimentSpec& spec, const QString& text) {
                const NamePattern checked(text.toStdString());
                spec.data.groupPattern = text.toStdString();
            }};
}

SettingField<QString> groupsField(SplitRule DataSpec::*rule) {
    return {[rule](const ExperimentSpec& spec) {
                QStringList names;
                for (const std::string& name : (spec.data.*rule).groups)
                    names << QString::fromStdString(name);
                return names.join(QStringLiteral(", "));
            },
            [rule](ExperimentSpec& spec, const QString& text) {
                (spec.data.*rule).groups.clear();
                for (const QString& name : text.split(',', Qt::SkipEmptyParts))
                    (spec.data.*rule).groups.push_back(name.trimmed().toStdString());
            }};
}

} // namespace

TrainingSettings::TrainingSettings(Workspace& workspace, QWidget* parent) : SettingsForm(workspace, parent) {
    addCourse();
    addOptimizer();
    addRegularization();
    addClips();
    addSplit();
    addAugmentation();
}

void TrainingSettings::addCourse() {
    addSection(tr("Course"));
    addInteger({tr("Epochs"), tr("How often every training clip is seen.")},
               ofTraining(&TrainingSpec::epochs), 1, 100'000);
    addInteger({tr("Batch"), tr("Clips a step: more is steadier, fewer learns in fewer epochs.")},
               ofTraining(&TrainingSpec::batch), 1, 4096);
    addInteger({tr("Patience"), tr("Epochs without improvement after which the run ends.")},
               ofTraining(&TrainingSpec::patience), 0, 100'000, tr("off"));
    addText({tr("Seed"), tr("The same seed, spec and data give the same run, bit for bit.")}, seedField());
}

void TrainingSettings::addOptimizer() {
    addSection(tr("Optimizer"));
    addChoice<OptimizerKind>(
        {tr("Method"), tr("Adam needs little tuning; SGD with momentum is the classic.")},
        ofTraining(&TrainingSpec::optimizer));
    addTypedNumber({tr("Learning rate"),
                    tr("Size of a step. Left empty it follows the format: dense maps of many inputs "
                       "need a far smaller one.")},
                   ofTraining(&TrainingSpec::learningRate), 0, 10, [](const ExperimentSpec& spec) {
                       try {
                           return tr("automatic (%1)").arg(rateText(defaultLearningRate(spec.model)));
                       } catch (const Error&) { // the modes are being typed
                           return tr("automatic");
                       }
                   });
    addNumber({tr("Momentum"), tr("Share of the last step kept in the next one.")},
              ofTraining(&TrainingSpec::momentum), 0, 0.999, 3);
    enableLastRowIf([](const ExperimentSpec& spec) { return spec.training.optimizer == OptimizerKind::Sgd; });
    addChoice<ScheduleKind>(
        {tr("Schedule"), tr("How the rate changes: step takes a tenth after half and again after three "
                            "quarters of the epochs, cosine falls to 0.")},
        ofTraining(&TrainingSpec::schedule));
    addTypedNumber(
        {tr("Gradient clip"), tr("Longer gradients are scaled down to this norm; 0 switches it off.")},
        typed(&TrainingSpec::clip), 0, 1e6);
}

void TrainingSettings::addRegularization() {
    addSection(tr("Regularisation"));
    addTypedNumber(
        {tr("Weight decay"), tr("Pulls weights towards 0 at every step, by rate times this share.")},
        typed(&TrainingSpec::weightDecay), 0, 10);
    addNumber({tr("Input dropout"), tr("Share of the cell's inputs that is left out at random.")},
              ofTraining(&TrainingSpec::inputDropout), 0, 0.95, 0, 100, tr(" %"));
    addNumber({tr("Recurrent dropout"), tr("The same for the state that is handed on from frame to frame.")},
              ofTraining(&TrainingSpec::recurrentDropout), 0, 0.95, 0, 100, tr(" %"));
}

void TrainingSettings::addClips() {
    addSection(tr("Clips"));
    addChoice<InputForm>(
        {tr("Input"), tr("What the network sees: a difference removes the background and leaves movement.")},
        ofData(&DataSpec::input));
    addCheck({tr("Absolute"), tr("Differences without their sign.")}, ofData(&DataSpec::absolute));
    enableLastRowIf([](const ExperimentSpec& spec) { return spec.data.input != InputForm::Raw; });
    const auto whole = [](const ExperimentSpec& spec) { return spec.data.wholeClips(); };
    const auto fixed = [](const ExperimentSpec& spec) { return !spec.data.wholeClips(); };
    addInteger({tr("Frames"), tr("Frames of a clip that are shown to the network (T).")},
               ofData(&DataSpec::frames), 1, 512);
    enableLastRowIf(fixed);
    addInteger({tr("Candidates"), tr("Evenly spaced frames kept of each clip, from which training draws.")},
               ofData(&DataSpec::candidates), 0, 1'000'000, tr("all"));
    enableLastRowIf(fixed);
    addInteger({tr("Whole clips: every"), tr("Shows each clip from its start to its end, every k-th frame, "
                                             "instead of T frames.")},
               ofData(&DataSpec::every), 0, 1000, tr("off"));
    addInteger({tr("Most frames"), tr("Longer clips end there.")}, ofData(&DataSpec::mostFrames), 1, 1500);
    showLastRowIf(whole);
    addInteger(
        {tr("Frame width"), tr("Pixels; width × height × 3 must equal the product of the input modes.")},
        ofData(&DataSpec::width), 1, 1024);
    addInteger({tr("Frame height"), tr("Pixels; clips are resized, whatever their shape.")},
               ofData(&DataSpec::height), 1, 1024);
    addChoice<FrameLayout>(
        {tr("Layout"), tr("In which order the values of a frame fill the input modes: row, "
                          "column, channel; channel, row, column; or patch by patch.")},
        ofData(&DataSpec::layout));
    const auto inPatches = [](const ExperimentSpec& spec) {
        return spec.data.layout == FrameLayout::Patches;
    };
    addInteger({tr("Patch width"), tr("Pixels; it divides the frame width.")}, ofData(&DataSpec::patchWidth),
               1, 1024);
    showLastRowIf(inPatches);
    addInteger({tr("Patch height"), tr("Pixels; it divides the frame height.")},
               ofData(&DataSpec::patchHeight), 1, 1024);
    showLastRowIf(inPatches);
}

void TrainingSettings::addSplit() {
    addSection(tr("Validation and test"));
    addChoice<GroupSource>(
        {tr("Groups"),
         tr("What must not stand on both sides, such as the clips of one person. Folders shared "
            "by all classes suit folders named by person.")},
        ofData(&DataSpec::groups));
    addText(
        {tr("Group pattern"), tr("A regular expression with one pair of parentheses around what tells the "
                                 "group in a file name, such as _g(\\d+)_ or ^(S\\d+).")},
        patternField());
    showLastRowIf([](const ExperimentSpec& spec) { return spec.data.groups == GroupSource::Pattern; });
    addSplitRule(tr("Validation"), &DataSpec::validation,
                 tr("Clips that are held back to see how well unseen ones are told apart."));
    addSplitRule(tr("Test"), &DataSpec::test, tr("Clips that are looked at once, after the last epoch."));
}

void TrainingSettings::addSplitRule(const QString& set, SplitRule DataSpec::*rule,
                                    const QString& explanation) {
    using Kind = SplitRule::Kind;
    const auto kindOf = [rule](const ExperimentSpec& spec) { return (spec.data.*rule).kind; };
    // In the order of SplitRule::Kind.
    addList({set, explanation},
            {tr("None"), tr("Random share of clips"), tr("Random share of groups"), tr("Named groups"),
             tr("As the list says"), tr("Fold of clips"), tr("Fold of groups")},
            settingField<int>([rule](auto& spec) -> auto& { return (spec.data.*rule).kind; }));
    addNumber({tr("%1 share").arg(set), tr("Of all clips, class by class, or of all groups.")},
              settingField<double>([rule](auto& spec) -> auto& { return (spec.data.*rule).fraction; }), 0.01,
              0.9, 0, 100, tr(" %"));
    showLastRowIf([kindOf](const ExperimentSpec& spec) {
        return kindOf(spec) == Kind::Random || kindOf(spec) == Kind::Group;
    });
    addText({tr("%1 groups").arg(set), tr("Names with commas between them, such as S02, S07.")},
            groupsField(rule));
    showLastRowIf([kindOf](const ExperimentSpec& spec) { return kindOf(spec) == Kind::Groups; });
    const auto hasFolds = [kindOf](const ExperimentSpec& spec) {
        return kindOf(spec) == Kind::KFold || kindOf(spec) == Kind::GroupKFold;
    };
    addInteger({tr("%1 folds").arg(set), tr("How many parts the clips or groups are dealt into.")},
               {[rule](const ExperimentSpec& spec) { return (spec.data.*rule).folds; },
                [rule](ExperimentSpec& spec, int folds) {
                    (spec.data.*rule).folds = folds;
                    (spec.data.*rule).fold = std::min((spec.data.*rule).fold, folds);
                }},
               2, SplitRule::mostFolds);
    showLastRowIf(hasFolds);
    addInteger({tr("%1 fold").arg(set), tr("Which of them is held back, counted from 1.")},
               {[rule](const ExperimentSpec& spec) { return (spec.data.*rule).fold; },
                [rule](ExperimentSpec& spec, int fold) {
                    (spec.data.*rule).fold = std::min(fold, (spec.data.*rule).folds);
                }},
               1, SplitRule::mostFolds);
    showLastRowIf(hasFolds);
}

void TrainingSettings::addAugmentation() {
    addSection(tr("Augmentation"));
    const auto on = [](const ExperimentSpec& spec) { return spec.data.augment.any(); };
    addCheck({tr("Augment"),
              tr("Random changes of training clips, one draw for all frames of a clip: the largest gain on "
                 "small sets of real videos.")},
             {on, [](ExperimentSpec& spec, bool wanted) {
                  spec.data.augment = wanted ? Augmentation{} : Augmentation::off();
              }});
    addNumber({tr("Shift"), tr("At most this share of the frame's width.")},
              ofAugmentation(&Augmentation::shift), 0, 0.5, 1, 100, tr(" %"));
    showLastRowIf(on);
    addNumber({tr("Zoom"), tr("In or out by at most this share.")}, ofAugmentation(&Augmentation::zoom), 0,
              0.5, 1, 100, tr(" %"));
    showLastRowIf(on);
    addNumber({tr("Brightness"), tr("Share of full scale that is added or taken.")},
              ofAugmentation(&Augmentation::brightness), 0, 0.9, 1, 100, tr(" %"));
    showLastRowIf(on);
    addNumber({tr("Contrast"), tr("More or less by at most this share.")},
              ofAugmentation(&Augmentation::contrast), 0, 0.9, 1, 100, tr(" %"));
    showLastRowIf(on);
    addCheck({tr("Mirror"), tr("Half of the clips are mirrored; not where left and right are classes.")},
             ofAugmentation(&Augmentation::mirror));
    showLastRowIf(on);
    addNumber({tr("Crop"), tr("A window smaller than the frame by at most this share fills the frame.")},
              ofAugmentation(&Augmentation::crop), 0, 0.9, 1, 100, tr(" %"));
    showLastRowIf(on);
    addNumber({tr("Temporal jitter"), tr("At most this share of the clip is left out at its start, and as "
                                         "much at its end.")},
              ofAugmentation(&Augmentation::jitter), 0, 0.45, 1, 100, tr(" %"));
    showLastRowIf(on);
    addNumber({tr("Noise"), tr("Deviation of Gaussian noise, a share of full scale, new for every frame.")},
              ofAugmentation(&Augmentation::noise), 0, 1, 1, 100, tr(" %"));
    showLastRowIf(on);
}

} // namespace rankscope
