// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/glyph_icon.h"

#include "ui/plot/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace rankscope {

namespace {

/// Shapes on a square of 16 units.
void paintArrow(QPainter& painter, bool mirrored) {
    if (mirrored) {
        painter.translate(16, 0);
        painter.scale(-1, 1);
    }
    QPainterPath arc;
    arc.moveTo(3, 6);
    arc.lineTo(9.5, 6);
    arc.arcTo(QRectF(6, 6, 7, 7), 90, -180);
    arc.lineTo(6, 13);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arc);
    painter.drawPolyline(QPolygonF({{6, 2.8}, {2.8, 6}, {6, 9.2}}));
}

/// The program's own: three cores of a train with their bonds and legs.
void paintTrain(QPainter& painter, const QPalette& palette) {
    painter.drawLine(QPointF(2, 8), QPointF(14, 8));
    for (int i = 0; i < 3; ++i) {
        const double x = 2.5 + 5.5 * i;
        painter.drawLine(QPointF(x, 2.5), QPointF(x, 13.5));
    }
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 3; ++i) {
        painter.setBrush(seriesColor(i, palette));
        painter.drawEllipse(QPointF(2.5 + 5.5 * i, 8), 2.2, 2.2);
    }
}

void paintGlyph(QPainter& painter, Glyph glyph, const QPalette& palette) {
    switch (glyph) {
    case Glyph::Start:
        painter.drawPolygon(QPolygonF({{4.5, 3}, {13, 8}, {4.5, 13}}));
        break;
    case Glyph::Pause:
        painter.drawRect(QRectF(4, 3.5, 2.5, 9));
        painter.drawRect(QRectF(9.5, 3.5, 2.5, 9));
        break;
    case Glyph::Stop:
        painter.drawRect(QRectF(4, 4, 8, 8));
        break;
    case Glyph::Undo:
        paintArrow(painter, false);
        break;
    case Glyph::Redo:
        paintArrow(painter, true);
        break;
    case Glyph::Folder:
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(QPolygonF({{2, 4}, {6.5, 4}, {8, 5.5}, {14, 5.5}, {14, 13}, {2, 13}}));
        break;
    case Glyph::Application:
        paintTrain(painter, palette);
        break;
    case Glyph::None:
        break;
    }
}

class GlyphEngine : public QIconEngine {
public:
    explicit GlyphEngine(Glyph glyph) : m_glyph(glyph) {}
    QIconEngine* clone() const override { return new GlyphEngine(m_glyph); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor color = palette.color(group, QPalette::ButtonText);
        const double side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side / 2, side / 2));
        painter->scale(side / 16, side / 16);
        painter->setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(color);
        paintGlyph(*painter, m_glyph, palette);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

private:
    Glyph m_glyph;
};

} // namespace

QIcon glyphIcon(Glyph glyph) {
    return glyph == Glyph::None ? QIcon() : QIcon(new GlyphEngine(glyph));
}

} // namespace rankscope
