// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/scrubber/quality_curves.h"

#include "engine/ranks/rank_list.h"
#include "ui/bridge/number_text.h"
#include "ui/plot/curve_plot.h"

#include <QBoxLayout>
#include <QLocale>

namespace rankscope {

namespace {
/// What is left of rounding alone is no error.
double percentOf(double error) {
    return error < 1e-9 ? 0 : 100 * error;
}
} // namespace

QualityCurves::QualityCurves(QWidget* parent)
    : QWidget(parent), m_accuracy(new CurvePlot(this)), m_error(new CurvePlot(this)) {
    m_accuracy->setAccessibleName(tr("Accuracy against parameters"));
    m_error->setAccessibleName(tr("Error against parameters"));
    m_accuracy->setLabels(tr("parameters of the map"), tr("accuracy (%)"));
    m_error->setLabels(tr("parameters of the map"), tr("error (%)"));
    m_error->setValueRange(0, {});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_accuracy, 1);
    layout->addWidget(m_error, 1);
}

void QualityCurves::setPoints(const std::map<Index, RankQuality>& points,
                              const std::optional<RankQuality>& now) {
    if (points.empty()) {
        m_accuracy->clear();
        return m_error->clear();
    }
    QVector<double> parameters, accuracy, map, output;
    for (const auto& [size, quality] : points) {
        parameters << double(size);
        accuracy << 100 * quality.accuracy.value_or(0);
        map << percentOf(quality.error);
        output << percentOf(quality.outputError.value_or(0));
    }
    m_accuracy->setCurve(QStringLiteral("accuracy"), parameters, accuracy,
                         {.name = {}, .series = 0, .points = true});
    m_error->setCurve(QStringLiteral("output"), parameters, output,
                      {.name = tr("output"), .series = 0, .points = true});
    m_error->setCurve(QStringLiteral("map"), parameters, map,
                      {.name = tr("map"), .series = 0, .dashed = true, .points = true});
    if (!now) return;
    m_accuracy->setHighlight(QPointF(double(now->parameters), 100 * now->accuracy.value_or(0)), 1);
    m_error->setHighlight(QPointF(double(now->parameters), 100 * now->outputError.value_or(0)), 1);
}

QString qualityText(const RankQuality& quality, const std::optional<double>& accuracy) {
    QString text = QualityCurves::tr("Ranks %1: %2 parameters, map error %3 %")
                       .arg(QString::fromStdString(ranksText(quality.map)),
                            QString::fromStdString(grouped(quality.parameters)), fewDigits(quality.error));
    if (quality.outputError)
        text += QualityCurves::tr(", output error %1 %").arg(fewDigits(*quality.outputError));
    if (quality.accuracy)
        text += QualityCurves::tr(", accuracy %1 (run %2)")
                    .arg(percentText(*quality.accuracy), percentText(accuracy.value_or(0)));
    return text;
}

QString fewDigits(double share) {
    return QLocale().toString(percentOf(share), 'g', 3);
}

} // namespace rankscope
