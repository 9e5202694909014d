// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classify/probability_bars.h"

#include "ui/bridge/number_text.h"
#include "ui/classify/file_table_model.h"

#include <QPainter>

#include <algorithm>

namespace rankscope {

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Most probable classes"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProbabilityBars::setRanking(const std::vector<ClassProbability>& ranking) {
    m_top.assign(ranking.begin(),
                 ranking.begin() + static_cast<std::ptrdiff_t>(std::min(shownClasses, ranking.size())));
    QStringList texts;
    for (const auto& entry : m_top)
        texts << tr("%1 %2").arg(QString::fromStdString(entry.name), percentText(entry.probability));
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    update();
}

int ProbabilityBars::rowHeight() const {
    return 2 * fontMetrics().height() + 10;
}
QSize ProbabilityBars::sizeHint() const {
    return {260, rowHeight() * static_cast<int>(shownClasses)};
}
QSize ProbabilityBars::minimumSizeHint() const {
    return {160, sizeHint().height()};
}

void ProbabilityBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont plain = font();
    QFont bold = plain;
    bold.setBold(true);
    const int textHeight = fontMetrics().height();
    int top = 0;
    for (std::size_t i = 0; i < m_top.size(); ++i, top += rowHeight()) {
        const QRect line(0, top, width(), textHeight + 2);
        const QString percent = percentText(m_top[i].probability);
        painter.setFont(i == 0 ? bold : plain);
        painter.setPen(palette().color(QPalette::WindowText));
        const int percentWidth = painter.fontMetrics().horizontalAdvance(percent);
        const QString name = painter.fontMetrics().elidedText(QString::fromStdString(m_top[i].name),
                                                              Qt::ElideRight, width() - percentWidth - 12);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, percent);

        const QRectF track(0, line.bottom() + 2, width(), 8);
        QColor trough = palette().color(QPalette::WindowText);
        trough.setAlphaF(0.12f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(trough);
        painter.drawRoundedRect(track, 4, 4);
        QRectF bar = track;
        bar.setWidth(std::max(track.height(), track.width() * std::clamp(m_top[i].probability, 0.0, 1.0)));
        QColor fill = palette().color(QPalette::Highlight);
        if (i > 0) fill.setAlphaF(0.55f);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 4, 4);
    }
}

} // namespace rankscope
