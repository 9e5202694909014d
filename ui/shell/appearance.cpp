// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOptionButton>
#include <QToolTip>

namespace rankscope {

namespace {

struct Colors {
    QRgb window, text, base, alternate, button, highlight, highlightText, link, disabled, toolTip,
        placeholder;
};

constexpr Colors light = {0xfff3f3f2, 0xff1d1f21, 0xffffffff, 0xfff6f6f5, 0xffececeb, 0xff1f6fb2,
                          0xffffffff, 0xff1a5fa0, 0xff9a9a98, 0xffffffff, 0xff757575};
constexpr Colors dark = {0xff26282b, 0xffe6e6e4, 0xff1c1e20, 0xff222427, 0xff33363a, 0xff2f7fc4,
                         0xffffffff, 0xff6db3f2, 0xff76797d, 0xff33363a, 0xff8c9095};

/// Fusion outlines check boxes and radio buttons darker than the window, which is not seen on a dark one.
class VisibleOutlines : public QProxyStyle {
public:
    VisibleOutlines() : QProxyStyle(QStringLiteral("fusion")) { setObjectName(QStringLiteral("fusion")); }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button || (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton))
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        QStyleOptionButton outlined = *button;
        const QColor text = outlined.palette.windowText().color();
        if (text.lightness() > outlined.palette.window().color().lightness())
            outlined.palette.setColor(QPalette::Window, text); // it draws the outline from it, darker
        QProxyStyle::drawPrimitive(element, &outlined, painter, widget);
    }
};

QPalette paletteOf(const Colors& colors) {
    QPalette palette(QColor::fromRgb(colors.button), QColor::fromRgb(colors.window));
    const auto set = [&](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor::fromRgb(color));
    };
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, colors.text);
    set(QPalette::Base, colors.base);
    set(QPalette::AlternateBase, colors.alternate);
    set(QPalette::Highlight, colors.highlight);
    set(QPalette::HighlightedText, colors.highlightText);
    set(QPalette::Link, colors.link);
    set(QPalette::LinkVisited, colors.link);
    set(QPalette::ToolTipBase, colors.toolTip);
    set(QPalette::PlaceholderText, colors.placeholder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(colors.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(colors.disabled));
    return palette;
}

} // namespace

void applyTheme(Theme theme, const QString& systemStyle) {
    const bool own = dynamic_cast<VisibleOutlines*>(QApplication::style()) != nullptr;
    if (theme == Theme::System) {
        if (own) QApplication::setStyle(QStyleFactory::create(systemStyle));
    } else if (!own) {
        QApplication::setStyle(new VisibleOutlines);
    }
    const QPalette palette =
        theme == Theme::System ? QPalette() : paletteOf(theme == Theme::Dark ? dark : light);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace rankscope
