// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/bridge/number_text.h"
#include "ui/classify/classify_pane.h"
#include "ui/classify/clip_player.h"
#include "ui/classify/frame_strip.h"
#include "ui/classify/probability_bars.h"
#include "ui/classify/probability_timeline.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace rankscope;

class TestClassifyPaneDecode : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    std::filesystem::path m_data, m_run;

    struct Bench {
        ClassifyPane pane;
        Bench() {
            pane.resize(1000, 600);
            pane.show();
        }
        QString message() const {
            const auto* label = pane.findChild<QLabel*>(QStringLiteral("classifyMessage"));
            return label->isVisible() ? label->text() : QString();
        }
        QAbstractItemModel* files() const { return pane.findChild<QTableView*>()->model(); }
        QString cell(int row, int column) const { return files()->index(row, column).data().toString(); }
        QAbstractButton* button(const QString& text) const {
            for (auto* found : pane.findChildren<QAbstractButton*>())
                if (found->text() == text) return found;
            return nullptr;
        }
        bool classified(int row) const { return !cell(row, FileTableModel::Probability).isEmpty(); }
    };

    QString clip(const char* path) const { return QString::fromStdString((m_data / path).string()); }

private Q_SLOTS:
    void initTestCase() {
        m_data = writeSmallShapes(m_home / "shapes");
        m_run = m_home / "run";
        Control control;
        trainRun({m_data, m_run, smallSpec(1), false, {}}, [](const Event&) {}, control, {});
    }

    void emptyStatesSayWhatToDo() {
        Bench bench;
        QCOMPARE(bench.message(), QStringLiteral("Train a model or open a run first"));
        bench.pane.setRun(m_run);
        QCOMPARE(bench.message(), QStringLiteral("Drop videos or a folder of them here"));
        bench.pane.setRun({});
        QCOMPARE(bench.message(), QStringLiteral("Train a model or open a run first"));
    }

    void videosWaitForARunAndAreClassified() {
        Bench bench;
        QAbstractItemModelTester tester(bench.files());
        bench.pane.classify({clip("left/000.avi"), clip("up/001.avi")});
        QCOMPARE(bench.files()->rowCount(), 2);
        QVERIFY(bench.message().startsWith(QStringLiteral("Train a model")));
        bench.pane.setRun(m_run);
        QTRY_VERIFY(bench.classified(0) && bench.classified(1));
        const auto& classes = MovingShapes::classes();
        QVERIFY(std::ranges::count(classes, bench.cell(0, FileTableModel::Class).toStdString()) == 1);
        QVERIFY(bench.message().isEmpty());
        QVERIFY(bench.pane.findChild<ProbabilityBars*>()->accessibleDescription().contains(
            bench.cell(0, FileTableModel::Class)));
        QCOMPARE(bench.pane.findChild<ProbabilityBars*>()->accessibleDescription().count(QLatin1Char(',')),
                 4);
        auto* files = qobject_cast<FileTableModel*>(bench.files());
        bench.pane.setRun(m_run); // retrained meanwhile: the weights are read again
        QVERIFY(bench.classified(1) && !files->upToDate(0) && !files->upToDate(1));
        QTRY_VERIFY(files->upToDate(0) && files->upToDate(1));
        bench.pane.setRun(m_home / "another"); // its results are not those of the first
        QVERIFY(!bench.classified(0) && !bench.classified(1));
    }

    void newWeightsDoNotInterruptAVideo() {
        Bench bench;
        bench.pane.setRun(m_run);
        bench.pane.classify({clip("left/000.avi")});
        QSignalSpy answers(bench.files(), &QAbstractItemModel::dataChanged);
        bench.pane.setRun(m_run); // while it is read
        // With the weights it was begun with, then with the new ones.
        QTRY_COMPARE(answers.count(), 2);
        QVERIFY(bench.classified(0));
        QVERIFY(qobject_cast<FileTableModel*>(bench.files())->upToDate(0));
    }

    void aBadFileHasItsErrorInline() {
        const QString bad = QString::fromStdString((m_home / "notes.avi").string());
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("these are notes, not a video\n");
        file.close();
        Bench bench;
        bench.pane.setRun(m_run);
        bench.pane.classify({bad, clip("down/000.avi")});
        QTRY_VERIFY(bench.classified(1));
        QVERIFY(!bench.classified(0));
        QVERIFY(bench.cell(0, FileTableModel::Class) != QStringLiteral("waiting…"));
        QVERIFY(bench.files()
                    ->index(0, FileTableModel::Class)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("notes.avi")));
        QVERIFY(bench.pane.findChild<QLabel*>(QStringLiteral("classifyTitle"))
                    ->text()
                    .startsWith(QStringLiteral("notes.avi")));
        QVERIFY(!bench.pane.findChild<ClipPlayer*>()->isVisible());
    }

    void aRunThatCannotBeReadIsSaid() {
        Bench bench;
        bench.pane.setRun(m_home / "no-run");
        bench.pane.classify({clip("left/000.avi")});
        QTRY_VERIFY(bench.cell(0, FileTableModel::Class).contains(QStringLiteral("no-run")));
    }

    void playerAndStripFollowEachOther() {
        Bench bench;
        bench.pane.setRun(m_run);
        bench.pane.classify({clip("growing/000.avi")});
        QTRY_VERIFY(bench.classified(0));
        auto* slider = bench.pane.findChild<QSlider*>();
        auto* strip = bench.pane.findChild<FrameStrip*>();
        auto* play = bench.pane.findChild<ClipPlayer*>()->findChild<QToolButton*>();
        QVERIFY(play->isChecked());
        QTRY_VERIFY(slider->value() > 0);
        play->click();
        slider->setValue(0);
        QTest::keyClick(strip, Qt::Key_Right);
        const int first = slider->value();
        QTest::keyClick(strip, Qt::Key_Right);
        QVERIFY(first > 0 && slider->value() > first);
        QTest::keyClick(strip, Qt::Key_Left);
        QCOMPARE(slider->value(), first);
        QVERIFY(!play->isChecked());
    }

    void theTimelineScrubsThePlayerAndShowsWindows() {
        Bench bench;
        bench.pane.setRun(m_run);
        bench.pane.classify({clip("growing/000.avi")});
        QTRY_VERIFY(bench.classified(0));
        auto* timeline = bench.pane.findChild<ProbabilityTimeline*>();
        auto* slider = bench.pane.findChild<QSlider*>();
        QTest::keyClick(timeline, Qt::Key_Home);
        QCOMPARE(slider->value(), 0);
        QTest::keyClick(timeline, Qt::Key_Right);
        QCOMPARE(slider->value(), 1);
        QTest::mouseClick(timeline, Qt::LeftButton, {}, {timeline->width() - 8, timeline->height() / 2});
        QCOMPARE(slider->value(), slider->maximum());
        // at the end, the answer to the whole video
        const auto* files = qobject_cast<FileTableModel*>(bench.files());
        const ClassProbability best = files->entry(0).ranking.front();
        const QString answer =
            QString::fromStdString(best.name) + QLatin1Char(' ') + percentText(best.probability);
        QVERIFY2(timeline->accessibleDescription().contains(answer),
                 qPrintable(timeline->accessibleDescription()));
        auto* window = bench.pane.findChild<QComboBox*>();
        const QImage before = timeline->grab().toImage();
        window->setCurrentIndex(2);
        Q_EMIT window->activated(2);
        QTRY_VERIFY(timeline->grab().toImage() != before);
        const auto choose = [window](int index) {
            window->setCurrentIndex(index);
            Q_EMIT window->activated(index);
        };
        choose(1);
        choose(0); // the answer to the choice before comes too late
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents();
        QCOMPARE(timeline->grab().toImage(), before);
    }

    void aTimelineThatCannotBeComputedIsSaid() {
        Classifier classifier;
        QSignalSpy failed(&classifier, &Classifier::timelineFailed);
        classifier.setRun(m_home / "no-run");
        classifier.startTimeline(std::make_shared<ShownClip>(), 1);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().value<Problem>().what.contains(QStringLiteral("no-run")));
    }

    void aMovedRunStillClassifies() {
        Bench bench;
        const std::filesystem::path moved = m_home / "moved";
        bench.pane.setRun(m_run);
        bench.pane.classify({clip("left/000.avi")});
        QTRY_VERIFY(bench.classified(0));
        std::filesystem::rename(m_run, moved);
        bench.pane.setRun(m_run); // as when it has trained on: there are no newer weights to be read
        bench.pane.classify({clip("right/000.avi")});
        QTRY_VERIFY(bench.classified(1));
        QTRY_VERIFY(qobject_cast<FileTableModel*>(bench.files())->upToDate(0));
        QVERIFY(bench.classified(0));
        std::filesystem::rename(moved, m_run);
    }

    void foldersAreSearchedForVideos() {
        Bench bench;
        bench.pane.setRun(m_run);
        bench.pane.classifyFolder(m_data / "left");
        QTRY_COMPARE(bench.files()->rowCount(), 3);
        QTRY_VERIFY(bench.classified(0) && bench.classified(1) && bench.classified(2));
    }

    void clearingAlsoForgetsAFolderThatIsBeingSearched() {
        Bench bench;
        bench.pane.setRun(m_run);
        bench.pane.classify({clip("left/000.avi")});
        bench.pane.classifyFolder(m_data / "right");
        bench.button(QStringLiteral("C&lear"))->click();
        QVERIFY(QThreadPool::globalInstance()->waitForDone());
        QCoreApplication::processEvents();
        QCOMPARE(bench.files()->rowCount(), 0);
    }

    void notesStandBesideTheRun() {
        Bench bench;
        bench.pane.setRun(m_run);
        const auto* note = bench.pane.findChild<QLabel*>(QStringLiteral("classifyNote"));
        QVERIFY(note->isHidden());
        const std::filesystem::path empty = m_home / "empty";
        std::filesystem::create_directory(empty);
        bench.pane.classifyFolder(empty);
        QTRY_VERIFY(note->isVisible() && note->text().contains(QStringLiteral("empty")));
        QStringList texts;
        for (const auto* label : bench.pane.findChildren<QLabel*>()) texts << label->text();
        QVERIFY(texts.contains(QStringLiteral("Run: run")));
        bench.pane.classify({clip("left/000.avi")});
        QVERIFY(note->isHidden());
    }

    void aFolderThatWentWhileItWasDraggedIsSaid() {
        Bench bench;
        bench.pane.setRun(m_run);
        const std::filesystem::path folder = m_home / "gone";
        std::filesystem::create_directory(folder);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QString::fromStdString(folder.string()))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.pane, &enter);
        QVERIFY(enter.isAccepted());
        std::filesystem::remove(folder);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&bench.pane, &drop);
        const auto* note = bench.pane.findChild<QLabel*>(QStringLiteral("classifyNote"));
        QVERIFY(note->isVisible() && note->text().contains(QStringLiteral("gone")));
    }

    void resultsAreExported() {
        FileTableModel model;
        model.addFiles({QStringLiteral("/v/a, b.avi"), QStringLiteral("/v/c.avi")});
        auto shown = std::make_shared<ShownClip>();
        shown->result.ranking = {{"up", 0.75}, {"down \"x\"", 0.25}};
        model.setClip(0, shown, 0);
        model.setError(1, QStringLiteral("/v/c.avi: empty."), {});
        const QStringList lines = model.csv().split(QLatin1Char('\n'));
        QCOMPARE(lines.at(0), QStringLiteral("file,class,probability,error,\"down \"\"x\"\"\",up"));
        QCOMPARE(lines.at(1), QStringLiteral("\"/v/a, b.avi\",up,0.750000,,0.250000,0.750000"));
        QCOMPARE(lines.at(2), QStringLiteral("/v/c.avi,,,/v/c.avi: empty.,,"));
    }

    void framesOfManyClipsAreNotAllKept() {
        FileTableModel model;
        QStringList paths;
        for (int i = 0; i < FileTableModel::clipsKept + 3; ++i) paths << QStringLiteral("/v/%1.avi").arg(i);
        QCOMPARE(model.addFiles(paths), 0);
        for (int row = 0; row < model.rowCount(); ++row) {
            auto clip = std::make_shared<ShownClip>();
            clip->result.ranking = {{"left", 0.75}};
            model.setClip(row, clip, 1);
        }
        int kept = 0;
        for (int row = 0; row < model.rowCount(); ++row) kept += model.entry(row).clip != nullptr;
        QCOMPARE(kept, FileTableModel::clipsKept);
        QVERIFY(model.entry(1).clip);
        QVERIFY(!model.entry(0).clip && !model.entry(0).ranking.empty());
        QCOMPARE(model.nextWaiting(), -1);
        QVERIFY(model.text().contains(QStringLiteral("/v/0.avi\tleft\t0.7500\n")));
        QCOMPARE(model.addFiles({paths.at(2)}), 2); // again
        QCOMPARE(model.nextWaiting(), 2);
    }

    void theReasonStandsWithoutThePath() {
        FileTableModel::Entry entry;
        entry.path = QStringLiteral("/v/a.avi");
        entry.error = QStringLiteral("/v/a.avi: the file is empty.");
        QCOMPARE(entry.reason(), QStringLiteral("the file is empty."));
        entry.error = QStringLiteral("/v/a.avi：文件为空。");
        QCOMPARE(entry.reason(), QStringLiteral("文件为空。"));
        entry.error = QStringLiteral("The run is gone.");
        QCOMPARE(entry.reason(), entry.error);
    }

    void longClipsAreKeptByTheirSize() {
        FileTableModel model;
        model.addFiles({QStringLiteral("/v/0.avi"), QStringLiteral("/v/1.avi"), QStringLiteral("/v/2.avi")});
        for (int row = 0; row < 3; ++row) {
            auto clip = std::make_shared<ShownClip>();
            clip->result.ranking = {{"left", 0.75}};
            clip->width = clip->height = 6000; // too large for two
            clip->result.clip.frames.resize(2);
            model.setClip(row, clip, 1);
        }
        QVERIFY(!model.entry(0).clip && model.entry(1).clip && !model.entry(2).clip);
    }
};

QTEST_MAIN(TestClassifyPaneDecode)
#include "test_classify_pane_decode.moc"
