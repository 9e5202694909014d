// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/network_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace rankscope {

namespace {
struct NetworkText {
    Q_DECLARE_TR_FUNCTIONS(rankscope::NetworkText)
};
QString number(Index value) {
    return QString::fromStdString(grouped(value));
}
} // namespace

QString edgeSymbol(const Edge& edge, Index gates) {
    switch (edge.kind) {
    case EdgeKind::Input:
        return QStringLiteral("I%1").arg(edge.mode + 1);
    case EdgeKind::Output: {
        const QString size = QStringLiteral("J%1").arg(edge.mode + 1);
        return edge.mode == 0 && gates > 1 ? QStringLiteral("G·") + size : size;
    }
    case EdgeKind::Bond:
        break;
    }
    return edge.rank == RankKind::Blocks ? QStringLiteral("N") : QString::fromStdString(edge.name);
}

QString edgeText(const TensorNetwork& network, int edge, Index gates) {
    const Edge& e = network.edges[static_cast<std::size_t>(edge)];
    const QString name = edgeSymbol(e, gates);
    if (e.kind == EdgeKind::Output && e.mode == 0 && gates > 1)
        return QStringLiteral("%1 = %2·%3").arg(name).arg(gates).arg(e.size / gates);
    return QStringLiteral("%1 = %2").arg(name, number(e.size));
}

QString coreFormula(const TensorNetwork& network, int core, Index gates) {
    QStringList symbols;
    for (const int edge : network.cores[static_cast<std::size_t>(core)].edges)
        symbols << edgeSymbol(network.edges[static_cast<std::size_t>(edge)], gates);
    return symbols.join(QStringLiteral("·"));
}

QString coreText(const TensorNetwork& network, int core, Index gates) {
    QStringList numbers;
    for (const int edge : network.cores[static_cast<std::size_t>(core)].edges) {
        numbers << QString::number(network.edges[static_cast<std::size_t>(edge)].size);
    }
    return NetworkText::tr("%1 has the shape %2: %3 = %4 = %5 parameters")
        .arg(QString::fromStdString(network.cores[static_cast<std::size_t>(core)].name),
             numbers.join(QStringLiteral(" × ")), coreFormula(network, core, gates),
             numbers.join(QStringLiteral("·")), number(network.parameters(core)));
}

QString gaugeText(const BondGauge& gauge) {
    const QString less = gauge.cost
                             ? NetworkText::tr("One less than %1 costs %2 % of the output and saves %3.")
                                   .arg(number(gauge.measuredAt),
                                        QLocale().toString(100 * *gauge.cost, 'g', 3), number(gauge.saved))
                             : NetworkText::tr("It cannot shrink.");
    const QString more = gauge.promise
                             ? NetworkText::tr("One more promises %1 per parameter and adds %2.")
                                   .arg(QLocale().toString(*gauge.promise, 'g', 2), number(gauge.added))
                             : NetworkText::tr("What one more promises is not known.");
    return less + QLatin1Char(' ') + more;
}

} // namespace rankscope
