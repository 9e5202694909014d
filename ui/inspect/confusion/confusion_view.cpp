// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/confusion/confusion_view.h"

#include "ui/bridge/number_text.h"
#include "ui/inspect/confusion/class_score_model.h"
#include "ui/inspect/confusion/clip_browser.h"
#include "ui/inspect/work_bar.h"
#include "ui/plot/heat_map.h"
#include "ui/shell/plain_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace rankscope {

namespace {
int mostProbable(const std::vector<float>& probabilities) {
    return static_cast<int>(std::ranges::max_element(probabilities) - probabilities.begin());
}

} // namespace

ConfusionView::ConfusionView(Inspection& inspection, QWidget* parent)
    : InspectView(inspection, parent),
      m_matrix(new HeatMap(this)),
      m_work(new WorkBar(this)),
      m_scores(new ClassScoreModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_browser(new ClipBrowser(this)) {
    m_matrix->setAccessibleName(tr("Confusion matrix"));
    m_matrix->setSquareCells(true);
    m_matrix->setTitles(tr("true class"), tr("predicted class"));
    m_matrix->setDescriber([this](int row, int column) { return describe(row, column); });
    auto* right = new QSplitter(Qt::Vertical, this);
    right->addWidget(buildTable());
    right->addWidget(m_browser);
    right->setStretchFactor(0, 1);
    right->setStretchFactor(1, 1);
    right->setChildrenCollapsible(false);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_matrix);
    split->addWidget(right);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildTop());
    layout->addWidget(m_work);
    layout->addWidget(split, 1);
    connect(m_matrix, &HeatMap::currentChanged, this, &ConfusionView::listCell);
    connect(m_work, &WorkBar::cancelled, this, &ConfusionView::cancel);
    connect(&inspection, &Inspection::clipsChanged, this, [this] {
        if (m_waiting && !this->inspection().openingClips()) predict();
    });
    say(emptyText());
}

QWidget* ConfusionView::buildTop() {
    auto* top = new QWidget(this);
    m_set = new QComboBox(top);
    m_set->addItems({tr("Validation clips"), tr("Test clips"), tr("Training clips")});
    m_set->setAccessibleName(tr("Clips"));
    m_normalised = new QCheckBox(tr("&Shares of each row"), top);
    m_normalised->setToolTip(tr("Of the clips of each true class, the share called so"));
    m_summary = new QLabel(top);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins({});
    row->addWidget(m_set);
    row->addWidget(m_normalised);
    row->addStretch();
    row->addWidget(m_summary);
    connect(m_set, &QComboBox::activated, this, &ConfusionView::start);
    connect(m_normalised, &QCheckBox::toggled, this, &ConfusionView::drawMatrix);
    return top;
}

QTableView* ConfusionView::buildTable() {
    m_sorted->setSourceModel(m_scores);
    m_sorted->setSortRole(ClassScoreModel::sortRole);
    m_table = plainTable(m_sorted, tr("Scores of each class"), this);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ClassScoreModel::Name, Qt::AscendingOrder);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ClassScoreModel::Name, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConfusionView::listClass);
    return m_table;
}

void ConfusionView::showRun() {
    const auto& run = inspection().run();
    if (run && m_set->currentIndex() == 0 && run->header.validationClips.empty())
        m_set->setCurrentIndex(
            static_cast<int>(run->header.testClips.empty() ? ClipSetName::Train : ClipSetName::Test));
    start();
}

void ConfusionView::start() {
    m_job.cancel();
    m_work->end();
    m_waiting = false;
    if (!inspection().run()) return say(emptyText());
    say({});
    if (inspection().clips()) return predict();
    m_waiting = true;
    inspection().openClips(m_work->begin(tr("Opening the clips…")));
}

void ConfusionView::predict() {
    m_waiting = false;
    m_work->end();
    const auto& clips = inspection().clips();
    if (!clips || !inspection().run()) return say(inspection().run() ? emptyClipsText() : emptyText());
    m_job.start(
        this,
        [run = inspection().run(), clips, set = static_cast<ClipSetName>(m_set->currentIndex()),
         threads = inspection().resources().threads,
         progress = m_work->begin(tr("Classifying the clips…"))](std::stop_token stop) {
            return std::make_shared<const ClipPredictions>(
                predictClips(*run, *clips, set, threads, stop, progress));
        },
        [this](JobResult<std::shared_ptr<const ClipPredictions>> result) {
            m_work->end();
            if (result.value)
                show(std::move(result.value));
            else
                say(Problem{result.error, result.hint}.sentence());
        });
}

void ConfusionView::cancel() {
    m_job.cancel();
    m_waiting = false;
    m_work->end();
    if (inspection().openingClips()) inspection().cancelClips();
    say(tr("Cancelled. Choose a set of clips to begin again."));
}

void ConfusionView::say(const QString& text) {
    m_predictions.reset();
    m_matrix->setEmptyText(text);
    m_matrix->setValues({});
    m_scores->setScores({});
    m_summary->clear();
    m_browser->clear({});
}

void ConfusionView::show(std::shared_ptr<const ClipPredictions> predictions) {
    m_predictions = std::move(predictions);
    const Evaluation& evaluation = m_predictions->evaluation;
    QString summary = tr("Accuracy %1, loss %2, clips: %3")
                          .arg(percentText(evaluation.accuracy), QLocale().toString(evaluation.loss, 'g', 4),
                               QLocale().toString(static_cast<int>(m_predictions->clips.size())));
    if (evaluation.meanAveragePrecision)
        summary =
            tr("%1, mean average precision %2").arg(summary, percentText(*evaluation.meanAveragePrecision));
    m_summary->setText(summary);
    m_scores->setScores(evaluation.perClass);
    m_table->setColumnHidden(ClassScoreModel::AveragePrecision, !m_scores->hasAveragePrecision());
    m_matrix->setEmptyText(
        tr("Clips have several labels: there is no confusion matrix. The table tells how well "
           "each class is found; choose one to see its clips."));
    drawMatrix();
    m_browser->clear(tr("Choose a cell or a class to see its clips."));
}

void ConfusionView::drawMatrix() {
    HeatMapValues values;
    if (m_predictions)
        for (const auto& row : m_predictions->evaluation.confusion) {
            const int support = std::accumulate(row.begin(), row.end(), 0);
            values.rows = values.columns = static_cast<int>(row.size());
            values.rowNames << className(static_cast<int>(values.rowNames.size()));
            for (const int count : row)
                values.values.push_back(m_normalised->isChecked()
                                            ? static_cast<float>(count) /
                                                  static_cast<float>(std::max(1, support))
                                            : static_cast<float>(count));
        }
    values.columnNames = values.rowNames;
    if (m_normalised->isChecked()) values.limit = 1;
    m_matrix->setValues(values);
    m_matrix->setCellText([this, shares = m_normalised->isChecked()](int row, int column) {
        const HeatMapValues& shown = m_matrix->values();
        const float value = shown.values[static_cast<std::size_t>(row * shown.columns + column)];
        if (value == 0) return QString();
        return shares ? QLocale().toString(100 * value, 'f', 0) : QLocale().toString(static_cast<int>(value));
    });
}

QString ConfusionView::className(int index) const {
    return QString::fromStdString(
        m_predictions->evaluation.perClass.at(static_cast<std::size_t>(index)).name);
}

QString ConfusionView::describe(int row, int column) const {
    if (!m_predictions) return {};
    const auto& counts = m_predictions->evaluation.confusion[static_cast<std::size_t>(row)];
    const int count = counts[static_cast<std::size_t>(column)],
              support = std::accumulate(counts.begin(), counts.end(), 0);
    const QString text = row == column
                             ? tr("%1 recognised: %2").arg(className(row)).arg(count)
                             : tr("%1 taken for %2: %3").arg(className(row), className(column)).arg(count);
    return support > 0 ? tr("%1 (%2 of %3)").arg(text, percentText(double(count) / support)).arg(support)
                       : text;
}

template <typename Wanted>
void ConfusionView::listClips(const QString& title, Wanted wanted) {
    std::vector<ClipListModel::Entry> entries;
    const auto& clips = inspection().clips();
    if (!clips) return;
    for (std::size_t i = 0; i < m_predictions->clips.size(); ++i) {
        const int clip = m_predictions->clips[i];
        const auto& labels = clips->data.labels[static_cast<std::size_t>(clip)];
        const int guess = mostProbable(m_predictions->probabilities[i]);
        if (!wanted(labels, guess)) continue;
        const float probability = m_predictions->probabilities[i][static_cast<std::size_t>(guess)];
        entries.push_back({clip, tr("%1 %2").arg(className(guess), percentText(probability))});
    }
    m_browser->setClips(title, clips, inspection().run()->header.spec.data, std::move(entries));
}

void ConfusionView::listCell(int row, int column) {
    if (!m_predictions || row < 0 || !inspection().run()) return;
    m_table->clearSelection();
    listClips(describe(row, column), [=](const std::vector<int>& labels, int guess) {
        return labels.front() == row && guess == column;
    });
}

void ConfusionView::listClass() {
    const auto rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() || !m_predictions || !inspection().run()) return;
    const int chosen = m_sorted->mapToSource(rows.front()).row();
    listClips(tr("Clips of %1").arg(className(chosen)), [=](const std::vector<int>& labels, int) {
        return std::ranges::find(labels, chosen) != labels.end();
    });
}

} // namespace rankscope
