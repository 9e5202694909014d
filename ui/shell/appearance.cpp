// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
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
    const QString style = theme == Theme::System ? systemStyle : QStringLiteral("fusion");
    if (QApplication::style()->objectName().compare(style, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(style));
    const QPalette palette =
        theme == Theme::System ? QPalette() : paletteOf(theme == Theme::Dark ? dark : light);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace rankscope
