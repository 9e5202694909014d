// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/small_data.h"
#include "ui/design/design_pane.h"
#include "ui/design/modes_editor.h"
#include "ui/design/network_diagram.h"
#include "ui/design/rank_editor.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

namespace rankscope {

/// A pane on a preset, and its parts.
struct DesignBench {
    Workspace workspace;
    DataOpener opener{workspace};
    TrainingSession session{workspace, opener};
    std::unique_ptr<DesignPane> pane;

    explicit DesignBench(const char* preset) {
        workspace.reset(presetNamed(preset).spec);
        workspace.setPreset(QString::fromLatin1(preset));
        pane = std::make_unique<DesignPane>(workspace, session);
        pane->resize(1000, 600);
        pane->show();
    }
    const MapSpec& map() const { return workspace.spec().model.map; }
    ModesEditor& modes(const char* name) const {
        for (auto* editor : pane->findChildren<ModesEditor*>())
            if (editor->line()->accessibleName() == QLatin1String(name)) return *editor;
        qFatal("no such editor");
    }
    RankEditor* ranks(const char* all) const {
        for (auto* editor : pane->findChildren<RankEditor*>())
            if (editor->all()->accessibleName().startsWith(QLatin1String(all))) return editor;
        qFatal("no such editor");
    }
    NetworkDiagram& diagram() const { return *pane->findChild<NetworkDiagram*>(); }
    QComboBox& combo(const char* name) const {
        for (auto* combo : pane->findChildren<QComboBox*>())
            if (combo->accessibleName() == QLatin1String(name)) return *combo;
        qFatal("no such list");
    }
    QString total(int row, int column) const {
        return pane->findChild<QTableView*>(QStringLiteral("totals"))
            ->model()
            ->index(row, column)
            .data()
            .toString();
    }
    void wheel(RankRef rank, int steps) const {
        const QPointF at = diagram().labelRect(rank).center();
        QWheelEvent event(at, diagram().mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&diagram(), &event);
    }
    void choose(const char* list, const QString& text) const {
        QComboBox& box = combo(list);
        box.setCurrentText(text);
        QCOMPARE(box.currentText(), text);
        Q_EMIT box.activated(box.currentIndex());
    }
};

} // namespace rankscope
