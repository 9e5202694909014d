// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/patterns/patterns_view.h"

#include "ui/plot/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace rankscope {

namespace {
constexpr int unitsAtOnce = 16; // so that the first ones are seen soon
}

/// The pattern as large as fits, each value a rectangle.
class PatternsView::Picture : public QWidget {
public:
    explicit Picture(QWidget* parent) : QWidget(parent) {
        setMinimumSize(200, 150);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }
    void setImage(const QImage& image) {
        m_image = image;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        if (m_image.isNull()) return;
        QPainter painter(this);
        QRectF place(QPointF(), QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio));
        place.moveCenter(QRectF(rect()).center());
        painter.drawImage(place, m_image);
    }

private:
    QImage m_image;
};

PatternsView::PatternsView(Inspection& inspection, QWidget* parent)
    : InspectView(inspection, parent),
      m_model(new PatternModel(this)),
      m_gate(new QComboBox(this)),
      m_list(new QListView(this)),
      m_note(new QLabel(emptyText(), this)),
      m_words(new QLabel(this)),
      m_picture(new Picture(this)) {
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Hidden units"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setIconSize({80, 60});
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(4);
    m_note->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_picture->setAccessibleName(tr("Pattern of the chosen unit"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Gate"), m_gate);
    auto* left = new QVBoxLayout;
    left->addLayout(form);
    left->addWidget(m_list, 1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_note);
    right->addWidget(m_picture, 1);
    right->addWidget(m_words);
    auto* layout = new QHBoxLayout(this);
    layout->addLayout(left, 2);
    layout->addLayout(right, 3);
    connect(m_gate, &QComboBox::activated, this, &PatternsView::start);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PatternsView::showUnit);
}

void PatternsView::showRun() {
    const auto& run = inspection().run();
    const int chosen = std::max(0, m_gate->currentIndex());
    m_gate->clear();
    const CellKind kind = run ? run->model.cell.kind : CellKind::Mean;
    for (int gate = 0; run && gate < gateCount(kind); ++gate)
        m_gate->addItem(QString::fromLatin1(gateName(kind, gate)));
    m_gate->setCurrentIndex(chosen < m_gate->count() ? chosen : 0);
    m_gate->setEnabled(m_gate->count() > 1);
    start();
}

int PatternsView::gate() const {
    return std::max(0, m_gate->currentIndex());
}

void PatternsView::start() {
    m_job.cancel();
    m_model->clear();
    m_picture->setImage({});
    m_words->clear();
    const auto& run = inspection().run();
    m_note->setText(
        run ? tr("What a unit looks for: its row of W as a picture. Grey: no weight; brighter: more "
                 "than the mean drives the gate up; darker: down.")
            : emptyText());
    if (run) computeFrom(0);
}

void PatternsView::computeFrom(int unit) {
    const auto& run = inspection().run();
    const int end =
        static_cast<int>(std::min<Index>({run->model.hiddenSize(), mostUnits, unit + unitsAtOnce}));
    if (unit >= end) return;
    m_job.start(
        this,
        [run, gate = gate(), unit, end](std::stop_token stop) {
            const DataSpec& spec = run->header.spec.data;
            std::vector<UnitPattern> patterns;
            for (int next = unit; next < end && !stop.stop_requested(); ++next)
                patterns.push_back(patternOf(next, inputPattern(run->model, run->weights, spec, gate, next),
                                             spec.width, spec.height));
            return patterns;
        },
        [this, end](JobResult<std::vector<UnitPattern>> result) {
            if (!result.error.isEmpty())
                return m_note->setText(Problem{result.error, result.hint}.sentence());
            m_model->add(std::move(result.value));
            if (!m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_model->index(0));
            computeFrom(end);
        });
}

void PatternsView::showUnit() {
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) return;
    const UnitPattern& pattern = m_model->pattern(current.row());
    m_picture->setImage(pattern.picture);
    m_words->setText(tr("Unit %1 of gate %2: norm %3, largest weight %4")
                         .arg(pattern.unit)
                         .arg(m_gate->currentText(), QLocale().toString(pattern.norm, 'g', 4),
                              QLocale().toString(pattern.limit, 'g', 4)));
}

} // namespace rankscope
