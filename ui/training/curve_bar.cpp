// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace rankscope {

namespace {

constexpr int storeDelay = 300; // ms
constexpr double mostSmoothing = 0.999;
constexpr int sliderSteps = 300; // three decades: 0, 0.9, 0.99, 0.999

double smoothingAt(int step) {
    return std::min(1 - std::pow(10.0, -step / 100.0), mostSmoothing);
}

int stepAt(double smoothing) {
    return static_cast<int>(std::lround(-100 * std::log10(1 - std::min(smoothing, mostSmoothing))));
}

} // namespace

CurveBar::CurveBar(QWidget* parent)
    : QWidget(parent),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_smoothing(new QDoubleSpinBox(this)),
      m_x(new QComboBox(this)),
      m_logX(new QCheckBox(tr("log x"), this)),
      m_logY(new QCheckBox(tr("log y"), this)),
      m_follow(new QToolButton(this)),
      m_export(new QToolButton(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    auto* label = new QLabel(tr("S&moothing"), this);
    label->setBuddy(m_smoothing);
    layout->addWidget(label);
    layout->addWidget(m_slider);
    layout->addWidget(m_smoothing);
    layout->addSpacing(6);
    layout->addWidget(m_x);
    layout->addWidget(m_logX);
    layout->addWidget(m_logY);
    layout->addStretch();
    layout->addWidget(m_follow);
    layout->addWidget(m_export);
    buildSmoothing();
    buildAxes();
    m_storeDelay.setSingleShot(true);
    m_storeDelay.setInterval(storeDelay);
    connect(&m_storeDelay, &QTimer::timeout, this, &CurveBar::store);
    restore();
}

CurveBar::~CurveBar() {
    if (m_storeDelay.isActive()) store();
}

void CurveBar::buildSmoothing() {
    const QString explanation = tr("Moving average of the curves, from 0 (off) to 0.999; the raw curve stays "
                                   "faint behind it");
    m_slider->setRange(0, sliderSteps);
    m_slider->setMaximumWidth(80);
    m_slider->setToolTip(explanation);
    m_slider->setAccessibleName(tr("Smoothing of the curves, coarse"));
    m_smoothing->setRange(0, mostSmoothing);
    m_smoothing->setDecimals(3);
    m_smoothing->setSingleStep(0.05);
    m_smoothing->setKeyboardTracking(false);
    m_smoothing->setToolTip(explanation);
    m_smoothing->setAccessibleName(tr("Smoothing of the curves"));
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int step) { m_smoothing->setValue(smoothingAt(step)); });
    connect(m_smoothing, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(stepAt(value));
        change();
    });
}

void CurveBar::buildAxes() {
    m_x->addItems({tr("Epoch"), tr("Step"), tr("Time")}); // in the order of CurveX
    m_x->setToolTip(tr("What runs from left to right"));
    m_x->setAccessibleName(tr("X axis of the curves"));
    m_logX->setToolTip(tr("Logarithmic x axis"));
    m_logX->setAccessibleName(m_logX->toolTip());
    m_logY->setToolTip(tr("Logarithmic y axis of losses and norms"));
    m_logY->setAccessibleName(m_logY->toolTip());
    m_follow->setText(tr("Follow"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Show all and follow the newest values; zooming or moving a plot freezes it"));
    m_export->setText(tr("Export"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolTip(tr("Write a plot as SVG, PDF or PNG"));
    connect(m_x, &QComboBox::currentIndexChanged, this, &CurveBar::change);
    connect(m_logX, &QCheckBox::toggled, this, &CurveBar::change);
    connect(m_logY, &QCheckBox::toggled, this, &CurveBar::change);
    connect(m_follow, &QToolButton::clicked, this, [this] {
        m_follow->setChecked(true);
        emit followAsked();
    });
}

void CurveBar::setPlots(const QStringList& names) {
    auto* menu = new QMenu(m_export);
    for (int i = 0; i < names.size(); ++i)
        menu->addAction(tr("%1…").arg(names[i]), this, [this, i] { emit exportAsked(i); });
    delete m_export->menu();
    m_export->setMenu(menu);
}

CurveOptions CurveBar::options() const {
    return {m_smoothing->value(), static_cast<CurveX>(m_x->currentIndex()), m_logX->isChecked(),
            m_logY->isChecked()};
}

void CurveBar::setFollowing(bool follows) {
    m_follow->setChecked(follows);
}

void CurveBar::restore() {
    const QSignalBlocker blocker(this);
    const QSettings settings;
    const double smoothing = settings.value("curves/smoothing").toDouble();
    const int x = settings.value("curves/x").toInt();
    const bool logX = settings.value("curves/logX").toBool(), logY = settings.value("curves/logY").toBool();
    m_smoothing->setValue(smoothing);
    m_x->setCurrentIndex(std::clamp(x, 0, m_x->count() - 1));
    m_logX->setChecked(logX);
    m_logY->setChecked(logY);
}

void CurveBar::change() {
    m_storeDelay.start();
    emit changed();
}

void CurveBar::store() {
    const CurveOptions now = options();
    QSettings settings;
    settings.setValue("curves/smoothing", now.smoothing);
    settings.setValue("curves/x", static_cast<int>(now.x));
    settings.setValue("curves/logX", now.logX);
    settings.setValue("curves/logY", now.logY);
}

} // namespace rankscope
