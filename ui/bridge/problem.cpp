// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/problem.h"

#include "engine/base/error.h"
#include "ui/bridge/engine_messages.h"

#include <QCoreApplication>

#include <new>

namespace rankscope {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(rankscope::Problem)
};
} // namespace

Problem problemOf(const std::exception& error) {
    if (const auto* known = dynamic_cast<const Error*>(&error))
        return {translatedMessage(QString::fromUtf8(known->what())),
                translatedMessage(QString::fromStdString(known->hint()))};
    if (dynamic_cast<const std::bad_alloc*>(&error))
        return {Texts::tr("There is not enough memory for this."),
                Texts::tr(
                    "Close other programs, or use a smaller model, batch, frame size or number of frames.")};
    return {QString::fromUtf8(error.what()), {}};
}

} // namespace rankscope
