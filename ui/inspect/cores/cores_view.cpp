// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/cores/cores_view.h"

#include "engine/base/error.h"
#include "ui/plot/bar_plot.h"
#include "ui/plot/heat_map.h"
#include "ui/training/calm.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>
#include <cmath>

namespace rankscope {

namespace {
constexpr std::size_t bins = 31;

Index sizeOf(const WeightTensor& tensor) {
    Index size = 1;
    for (const TensorAxis& axis : tensor.axes) size *= axis.size;
    return size;
}

QString titleOf(const WeightTensor& tensor) {
    QStringList sizes;
    for (const TensorAxis& axis : tensor.axes) sizes << QString::number(axis.size);
    return QStringLiteral("%1  [%2]")
        .arg(QString::fromStdString(tensor.name), sizes.join(QStringLiteral(" × ")));
}
} // namespace

/// A sheet, and what is told of the whole tensor.
struct CoresView::Drawn {
    WeightTensor tensor;
    TensorView view;
    TensorSheet sheet;
    std::array<Index, bins> counts{}; ///< over -largest .. largest
    double largest = 0, mean = 0, deviation = 0, norm = 0;

    static Drawn of(const WeightTensor& tensor, const std::vector<float>& weights, const TensorView& view) {
        Drawn drawn{tensor, view, sheetOf(tensor, weights, view)};
        const std::span values(weights.data() + tensor.offset, static_cast<std::size_t>(sizeOf(tensor)));
        double sum = 0, squares = 0;
        for (const float value : values) {
            drawn.largest = std::max(drawn.largest, std::abs(double(value)));
            sum += double(value);
            squares += double(value) * double(value);
        }
        const auto count = static_cast<double>(values.size());
        drawn.mean = sum / count;
        drawn.deviation = std::sqrt(std::max(0.0, squares / count - drawn.mean * drawn.mean));
        drawn.norm = std::sqrt(squares);
        for (const float value : values) {
            const double share = drawn.largest > 0 ? 0.5 + 0.5 * double(value) / drawn.largest : 0.5;
            ++drawn.counts[std::min(bins - 1, static_cast<std::size_t>(share * bins))];
        }
        return drawn;
    }
};

CoresView::CoresView(Inspection& inspection, QWidget* parent)
    : InspectView(inspection, parent), m_map(new HeatMap(this)) {
    m_map->setAccessibleName(tr("Values of the core"));
    m_map->setColorMap(ColorMap::Diverging);
    m_map->setEmptyText(emptyText());
    m_map->setDescriber([this](int row, int column) { return describe(row, column); });
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(buildSide());
    layout->addWidget(m_map, 1);
}

QWidget* CoresView::buildSide() {
    auto* side = new QWidget(this);
    side->setFixedWidth(270);
    m_choice = new QComboBox(side);
    m_rows = new QComboBox(side);
    m_columns = new QComboBox(side);
    m_tiled = new QCheckBox(tr("All slices side by side"), side);
    m_numbers = new QLabel(side);
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_histogram = new BarPlot(side);
    m_histogram->setAccessibleName(tr("How the values are spread"));
    m_form = new QFormLayout;
    m_form->addRow(tr("&Core"), m_choice);
    m_form->addRow(tr("&Rows"), m_rows);
    m_form->addRow(tr("C&olumns"), m_columns);
    m_form->addRow(m_tiled);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addLayout(m_form);
    layout->addStretch();
    layout->addWidget(m_numbers);
    layout->addWidget(m_histogram);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CoresView::chooseTensor);
    connect(m_rows, &QComboBox::activated, this, &CoresView::chooseAxes);
    connect(m_columns, &QComboBox::activated, this, &CoresView::chooseAxes);
    connect(m_tiled, &QCheckBox::clicked, this, &CoresView::chooseAxes);
    return side;
}

void CoresView::showRun() {
    const auto& run = inspection().run();
    const QString chosen = m_choice->currentText().section(QLatin1Char(' '), 0, 0);
    m_tensors = run ? weightTensors(run->model) : std::vector<WeightTensor>();
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        for (const WeightTensor& tensor : m_tensors) m_choice->addItem(titleOf(tensor));
        const auto same = std::ranges::find(m_tensors, chosen.toStdString(), &WeightTensor::name);
        if (same != m_tensors.end()) m_choice->setCurrentIndex(static_cast<int>(same - m_tensors.begin()));
    }
    m_map->setEmptyText(emptyText());
    chooseTensor();
}

const WeightTensor* CoresView::tensor() const {
    const int index = m_choice->currentIndex();
    return index < 0 || index >= static_cast<int>(m_tensors.size())
               ? nullptr
               : &m_tensors[static_cast<std::size_t>(index)];
}

void CoresView::chooseTensor() {
    for (QSpinBox* spin : m_at)
        if (spin) m_form->removeRow(spin);
    m_at.clear();
    m_rows->clear();
    m_columns->clear();
    const WeightTensor* chosen = tensor();
    if (!chosen) return draw();
    for (const TensorAxis& axis : chosen->axes) {
        const QString name = QString::fromStdString(axis.name);
        const QString text = tr("%1 (%2 values)").arg(name).arg(axis.size);
        m_rows->addItem(text);
        m_columns->addItem(text);
        auto* spin = new Calm<QSpinBox>(this);
        spin->setRange(0, static_cast<int>(axis.size) - 1);
        spin->setAccessibleName(tr("Index of %1").arg(name));
        connect(spin, &QSpinBox::valueChanged, this, &CoresView::draw);
        m_form->addRow(tr("Index of %1").arg(name), spin);
        m_at.push_back(spin);
    }
    // An input or output leg on each side where there is one: i downwards, j across.
    const auto leg = [chosen](char kind, int otherwise) {
        const auto found = std::ranges::find_if(chosen->axes, [kind](const TensorAxis& axis) {
            return axis.name.front() == kind && axis.size > 1;
        });
        return found == chosen->axes.end() ? otherwise : static_cast<int>(found - chosen->axes.begin());
    };
    const int last = static_cast<int>(chosen->axes.size()) - 1;
    const int rows = leg('i', std::max(0, last - 1)), columns = leg('j', last);
    m_rows->setCurrentIndex(rows);
    m_columns->setCurrentIndex(columns == rows && last > 0 ? (rows == last ? 0 : last) : columns);
    m_tiled->setChecked(sizeOf(*chosen) <= mostTiled);
    chooseAxes();
}

void CoresView::chooseAxes() {
    const WeightTensor* chosen = tensor();
    if (!chosen) return;
    const bool small = sizeOf(*chosen) <= mostTiled;
    m_tiled->setEnabled(small);
    m_tiled->setToolTip(small ? QString() : tr("This core has too many values to show all of them at once."));
    for (std::size_t axis = 0; axis < m_at.size(); ++axis) {
        const int number = static_cast<int>(axis);
        m_form->setRowVisible(m_at[axis], !m_tiled->isChecked() && number != m_rows->currentIndex() &&
                                              number != m_columns->currentIndex());
    }
    draw();
}

TensorView CoresView::view() const {
    TensorView view;
    view.rows = m_rows->currentIndex();
    view.columns = m_columns->currentIndex() == view.rows ? -1 : m_columns->currentIndex();
    view.tiled = m_tiled->isChecked();
    for (const QSpinBox* spin : m_at) view.at.push_back(spin->value());
    return view;
}

void CoresView::draw() {
    const WeightTensor* chosen = tensor();
    if (!chosen || m_at.size() != chosen->axes.size() || !inspection().run()) {
        m_job.cancel();
        m_drawn.reset();
        m_map->setValues({});
        m_histogram->setBars({});
        m_numbers->clear();
        return;
    }
    m_job.start(
        this,
        [run = inspection().run(), tensor = *chosen, view = view()](std::stop_token) {
            return std::make_shared<const Drawn>(Drawn::of(tensor, run->weights, view));
        },
        [this](JobResult<std::shared_ptr<const Drawn>> result) {
            m_drawn = std::move(result.value);
            if (m_drawn) show(*m_drawn);
        });
}

void CoresView::show(const Drawn& drawn) {
    HeatMapValues values{static_cast<int>(drawn.sheet.rows), static_cast<int>(drawn.sheet.columns),
                         drawn.sheet.values};
    values.limit = drawn.largest; // one scale for all slices
    if (drawn.sheet.tileRows != drawn.sheet.rows || drawn.sheet.tileColumns != drawn.sheet.columns) {
        values.tileRows = static_cast<int>(drawn.sheet.tileRows);
        values.tileColumns = static_cast<int>(drawn.sheet.tileColumns);
    }
    m_map->setTitles(
        QString::fromStdString(drawn.tensor.axes[static_cast<std::size_t>(drawn.view.rows)].name),
        drawn.view.columns < 0
            ? QString()
            : QString::fromStdString(drawn.tensor.axes[static_cast<std::size_t>(drawn.view.columns)].name));
    m_map->setValues(std::move(values));
    const auto number = [](double value) { return QLocale().toString(value, 'g', 4); };
    m_numbers->setText(
        tr("Mean %1, standard deviation %2\nLargest magnitude %3, norm %4")
            .arg(number(drawn.mean), number(drawn.deviation), number(drawn.largest), number(drawn.norm)));
    std::vector<Bar> bars;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const double width = 2 * drawn.largest / bins,
                     low = -drawn.largest + static_cast<double>(bin) * width;
        Bar bar;
        bar.value = static_cast<double>(drawn.counts[bin]);
        if (bin == 0 || bin + 1 == bins || bin == bins / 2)
            bar.name = QLocale().toString(bin == bins / 2 ? 0.0
                                          : bin == 0      ? -drawn.largest
                                                          : drawn.largest,
                                          'g', 2);
        bar.words =
            tr("Between %1 and %2: %3 values").arg(number(low), number(low + width)).arg(drawn.counts[bin]);
        bars.push_back(std::move(bar));
    }
    m_histogram->setBars(std::move(bars));
}

QString CoresView::describe(int row, int column) const {
    if (!m_drawn) return {};
    const Shape at = indicesAt(m_drawn->tensor, m_drawn->view, row, column);
    QStringList places;
    for (std::size_t axis = 0; axis < at.size(); ++axis)
        places << tr("%1 = %2").arg(QString::fromStdString(m_drawn->tensor.axes[axis].name)).arg(at[axis]);
    const float value =
        m_drawn->sheet.values[static_cast<std::size_t>(row * m_drawn->sheet.columns + column)];
    return tr("%1: %2").arg(places.join(QStringLiteral(", ")), QLocale().toString(value, 'g', 6));
}

} // namespace rankscope
