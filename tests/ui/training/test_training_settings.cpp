// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/experiment/presets.h"
#include "ui/training/training_settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace rankscope;

class TestTrainingSettings : public QObject {
    Q_OBJECT

    /// The editor with that accessible name.
    template <class Widget>
    static Widget* editor(QWidget& form, const QString& name) {
        const auto all = form.findChildren<Widget*>();
        for (Widget* widget : all)
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }
    static QLabel* label(QWidget& form, QWidget* buddy) {
        const auto all = form.findChildren<QLabel*>();
        for (QLabel* candidate : all)
            if (candidate->buddy() == buddy) return candidate;
        return nullptr;
    }

private slots:
    void editsGoThroughTheWorkspace() {
        Workspace workspace;
        TrainingSettings form(workspace);
        auto* epochs = editor<QSpinBox>(form, "Epochs");
        QVERIFY(epochs);
        const int before = workspace.spec().training.epochs;
        epochs->setValue(before + 5);
        QCOMPARE(workspace.spec().training.epochs, before + 5);
        workspace.undoStack().undo();
        QCOMPARE(workspace.spec().training.epochs, before);
        QCOMPARE(epochs->value(), before);
    }

    void foldsGroupsAndWholeClips() {
        Workspace workspace;
        TrainingSettings form(workspace);
        auto* rule = editor<QComboBox>(form, "Validation");
        auto *folds = editor<QSpinBox>(form, "Validation folds"),
             *fold = editor<QSpinBox>(form, "Validation fold");
        QVERIFY(rule && folds && fold && !folds->isEnabled());
        QVERIFY(folds->isHidden() && !editor<QDoubleSpinBox>(form, "Validation share")->isHidden());
        rule->setCurrentText("Fold of groups");
        QVERIFY(folds->isEnabled() && fold->isEnabled() && !folds->isHidden());
        QVERIFY(editor<QDoubleSpinBox>(form, "Validation share")->isHidden());
        folds->setValue(10);
        fold->setValue(7);
        QCOMPARE(workspace.spec().data.validation.text(), std::string("group-kfold:10/7"));
        folds->setValue(4); // there is no seventh of four
        QCOMPARE(workspace.spec().data.validation.text(), std::string("group-kfold:4/4"));
        QCOMPARE(fold->value(), 4);

        auto* pattern = editor<QLineEdit>(form, "Group pattern");
        QVERIFY(pattern && !pattern->isEnabled());
        editor<QComboBox>(form, "Groups")->setCurrentText("Pattern of the file names");
        QVERIFY(pattern->isEnabled());

        QVERIFY(editor<QSpinBox>(form, "Frames")->isEnabled());
        QVERIFY(!editor<QSpinBox>(form, "Most frames")->isEnabled());
        editor<QSpinBox>(form, "Whole clips: every")->setValue(5);
        QVERIFY(workspace.spec().data.wholeClips());
        QVERIFY(!editor<QSpinBox>(form, "Frames")->isEnabled());
        QVERIFY(editor<QSpinBox>(form, "Most frames")->isEnabled());
        editor<QDoubleSpinBox>(form, "Noise")->setValue(5);
        QVERIFY(std::abs(workspace.spec().data.augment.noise - 0.05) < 1e-12);
    }

    void whatDiffersFromThePresetIsMarked() {
        Workspace workspace;
        workspace.setPreset("shapes-tt-lstm");
        workspace.reset(presetNamed("shapes-tt-lstm").spec);
        TrainingSettings form(workspace);
        auto* epochs = editor<QSpinBox>(form, "Epochs");
        const QString plain = label(form, epochs)->text();
        epochs->setValue(epochs->value() + 1);
        QVERIFY(label(form, epochs)->font().bold());
        QVERIFY(label(form, epochs)->text() != plain);
        epochs->setValue(epochs->value() - 1);
        QVERIFY(!label(form, epochs)->font().bold());
        QCOMPARE(label(form, epochs)->text(), plain);
    }

    void emptyLearningRateIsAutomatic() {
        Workspace workspace;
        workspace.reset(presetNamed("shapes-tt-lstm").spec);
        TrainingSettings form(workspace);
        auto* rate = editor<QLineEdit>(form, "Learning rate");
        rate->selectAll();
        QTest::keyClicks(rate, "1e-2");
        QTest::keyClick(rate, Qt::Key_Return);
        QCOMPARE(workspace.spec().training.learningRate, std::optional(1e-2));
        rate->selectAll();
        QTest::keyClick(rate, Qt::Key_Delete);
        QTest::keyClick(rate, Qt::Key_Return);
        QVERIFY(!workspace.spec().training.learningRate);
        QVERIFY(rate->placeholderText().contains(
            QLocale().toString(defaultLearningRate(workspace.spec().model), 'g', 3)));
    }

    void badTextIsNotTaken() {
        Workspace workspace;
        TrainingSettings form(workspace);
        auto* decay = editor<QLineEdit>(form, "Weight decay");
        const double before = workspace.spec().training.weightDecay;
        const QString shown = decay->text();
        decay->selectAll();
        QTest::keyClicks(decay, "much");
        bool said = false;
        const auto labels = form.findChildren<QLabel*>();
        for (const QLabel* note : labels) said |= note->text().startsWith("A number from");
        QVERIFY(said);
        QTest::keyClick(decay, Qt::Key_Return);
        QCOMPARE(workspace.spec().training.weightDecay, before);
        QCOMPARE(decay->text(), shown);
        QCOMPARE(workspace.undoStack().count(), 0);
    }

    void augmentationSwitchesAsAWhole() {
        Workspace workspace;
        TrainingSettings form(workspace);
        auto* on = editor<QCheckBox>(form, "Augment");
        on->setChecked(true);
        QVERIFY(workspace.spec().data.augment.any());
        on->setChecked(false);
        QVERIFY(!workspace.spec().data.augment.any());
    }

    void splitRuleAsksForWhatItNeeds() {
        Workspace workspace;
        TrainingSettings form(workspace);
        auto* kind = editor<QComboBox>(form, "Validation");
        auto* groups = editor<QLineEdit>(form, "Validation groups");
        kind->setCurrentIndex(static_cast<int>(SplitRule::Kind::Random));
        QVERIFY(!groups->isEnabled());
        kind->setCurrentIndex(static_cast<int>(SplitRule::Kind::Groups));
        QVERIFY(groups->isEnabled());
        QTest::keyClicks(groups, "S02, S07");
        QTest::keyClick(groups, Qt::Key_Return);
        QCOMPARE(workspace.spec().data.validation.groups, (std::vector<std::string>{"S02", "S07"}));
        QCOMPARE(workspace.spec().data.validation.text(), std::string("groups:S02,S07"));
    }

    void everyEditorHasAName() {
        Workspace workspace;
        TrainingSettings form(workspace);
        const auto editors = form.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget* widget : editors)
            if (widget->focusPolicy() != Qt::NoFocus) QVERIFY(!widget->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestTrainingSettings)
#include "test_training_settings.moc"
