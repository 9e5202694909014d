// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/class_table_model.h"
#include "ui/dataset/skipped_model.h"
#include "ui/dataset/thumbnail_model.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QTest>

using namespace rankscope;

namespace {
/// Three classes with 3, 1 and 2 clips; the last clip of the first class carries the second label too.
std::shared_ptr<Dataset> threeClasses() {
    auto dataset = std::make_shared<Dataset>();
    dataset->classes = {"jump", "run", "walk"};
    dataset->clips = {{"jump/a.avi", {0}, {}, {}},
                      {"jump/b.avi", {0}, {}, {}},
                      {"jump/c.avi", {0, 1}, {}, {}},
                      {"walk/a.avi", {2}, {}, {}},
                      {"walk/b.avi", {2}, {}, {}}};
    return dataset;
}

/// Two candidates a clip of one grey each, clip number * 10 + candidate; clips in `broken` have none.
class GreyFrames : public FrameSource {
public:
    explicit GreyFrames(std::vector<int> broken) : m_broken(std::move(broken)) {}
    int clips() const override { return 5; }
    int candidates(int clip) const override { return std::ranges::count(m_broken, clip) ? 0 : 2; }
    void read(int clip, int candidate, std::span<std::uint8_t> out) const override {
        std::ranges::fill(out, static_cast<std::uint8_t>(clip * 10 + candidate));
    }
    int width() const override { return 5; }
    int height() const override { return 3; }

private:
    std::vector<int> m_broken;
};

QString text(const QAbstractItemModel& model, int row, int column = 0) {
    return model.index(row, column).data().toString();
}
} // namespace

class TestDatasetModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesWithCountsAndShares() {
        ClassTableModel model;
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), 0);
        model.setDataset(threeClasses());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0, ClassTableModel::Name), QStringLiteral("jump"));
        QCOMPARE(text(model, 0, ClassTableModel::Clips), QStringLiteral("3"));
        QCOMPARE(text(model, 1, ClassTableModel::Clips), QStringLiteral("1"));
        QCOMPARE(model.index(2, ClassTableModel::Clips).data(ClassTableModel::ShareRole).toDouble(),
                 2.0 / 3.0);
        model.setDataset(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void oneThumbnailForEachClass() {
        ThumbnailModel model;
        QAbstractItemModelTester tester(&model);
        model.setData(threeClasses(), nullptr);
        QCOMPARE(model.rowCount(), 0);
        model.setData(threeClasses(), std::make_shared<GreyFrames>(std::vector{0, 3}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0), QStringLiteral("jump"));
        QCOMPARE(text(model, 2), QStringLiteral("walk"));
        // The first clips of jump and walk could not be decoded: the next ones stand for them, by the middle
        // candidate.
        const auto grey = [&](int row) {
            const auto icon = model.index(row).data(Qt::DecorationRole).value<QIcon>();
            return icon.pixmap(160, 120).toImage().pixelColor(4, 2);
        };
        QTRY_COMPARE(grey(0), QColor(11, 11, 11));
        QTRY_COMPARE(grey(2), QColor(41, 41, 41));
    }

    void thumbnailsOfOneClass() {
        ThumbnailModel model;
        QAbstractItemModelTester tester(&model);
        model.setData(threeClasses(), std::make_shared<GreyFrames>(std::vector<int>{}));
        model.showClass(0);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 2), QStringLiteral("c"));
        model.showClass(1);
        QCOMPARE(model.rowCount(), 1);
        model.showClass(-1);
        QCOMPARE(model.rowCount(), 3);
    }

    void skippedFilesCanBeCopied() {
        SkippedModel model;
        QAbstractItemModelTester tester(&model);
        model.setFiles({{"a/b.avi", "The file is empty."}, {"c.txt", "This is a text file."}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.text(), QStringLiteral("a/b.avi\tThe file is empty.\nc.txt\tThis is a text file.\n"));
    }
};

QTEST_MAIN(TestDatasetModels)
#include "test_dataset_models.moc"
