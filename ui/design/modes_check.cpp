// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/modes_check.h"

#include "engine/base/error.h"
#include "engine/format/factorisation.h"
#include "ui/bridge/problem.h"

#include <QCoreApplication>

#include <cmath>

namespace rankscope {

namespace {
constexpr std::size_t mostModes = 8; // as the engine's formats take

struct ModesCheckText {
    Q_DECLARE_TR_FUNCTIONS(rankscope::ModesCheckText)
};

double distance(Index a, Index b) {
    return std::abs(std::log(double(a) / double(b)));
}

/// The divisor of n nearest to `wish`, by ratio.
Index nearestDivisor(Index n, Index wish) {
    Index best = 1;
    for (Index low = 1; low <= n / low; ++low) {
        if (n % low != 0) continue;
        for (const Index divisor : {low, n / low})
            if (distance(divisor, wish) < distance(best, wish)) best = divisor;
    }
    return best;
}
} // namespace

ModesCheck readModes(const QString& text, const QString& what) {
    ModesCheck check;
    try {
        const Shape modes = parseShape(text.trimmed().toStdString(), what.toStdString());
        product(modes);
        if (modes.size() <= mostModes)
            check.modes = modes;
        else
            check.problem = ModesCheckText::tr("At most %1 modes can be used; here are %2.")
                                .arg(mostModes)
                                .arg(modes.size());
    } catch (const Error& error) {
        check.problem = problemOf(error).sentence();
    }
    return check;
}

ModesCheck checkInputModes(const QString& text, int width, int height, int channels) {
    ModesCheck check = readModes(text, ModesCheckText::tr("Input modes"));
    if (check.modes.empty()) return check;
    const Index made = product(check.modes), wanted = Index{width} * height * channels;
    if (made == wanted) return check;
    check.problem = ModesCheckText::tr("The input modes make %1, but a frame has %2 × %3 × %4 = %5 values.")
                        .arg(QString::fromStdString(grouped(made)))
                        .arg(width)
                        .arg(height)
                        .arg(channels)
                        .arg(QString::fromStdString(grouped(wanted)));
    check.suggestion = nearestModes(check.modes, wanted);
    return check;
}

ModesCheck checkModeCount(const Shape& modes, std::size_t wanted, const QString& what, const QString& other) {
    ModesCheck check;
    check.modes = modes;
    if (modes.empty() || wanted == 0 || modes.size() == wanted) return check;
    check.problem = ModesCheckText::tr("%1 and %2 must be equal in number; here are %3, there %4.")
                        .arg(what, other)
                        .arg(modes.size())
                        .arg(wanted);
    check.suggestion = modesFor(product(modes), wanted);
    return check;
}

Shape nearestModes(const Shape& typed, Index target) {
    Shape best;
    double least = 0;
    for (std::size_t k = 0; k < typed.size(); ++k) {
        Shape others = typed;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(k));
        const Index rest = product(others);
        if (target % rest != 0) continue;
        const double change = distance(typed[k], target / rest);
        if (!best.empty() && change >= least) continue;
        best = typed;
        best[k] = target / rest;
        least = change;
    }
    constexpr double tolerable = 1.1; // a factor of three: beyond it another list lies nearer
    if (!best.empty() && least < tolerable) return best;
    best.clear();
    Index rest = target;
    for (std::size_t k = 0; k + 1 < typed.size(); ++k) {
        best.push_back(nearestDivisor(rest, typed[k]));
        rest /= best.back();
    }
    best.push_back(rest);
    return best;
}

Shape modesFor(Index n, std::size_t d) {
    const auto found = balancedFactorisations(n, static_cast<int>(d), 1);
    Shape modes = found.empty() ? Shape{n} : found.front();
    modes.resize(d, 1);
    return modes;
}

QString modesText(const Shape& modes) {
    return QString::fromStdString(toString(modes, ","));
}

} // namespace rankscope
