// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs.h"

#include "engine/base/version.h"
#include "ui/shell/actions.h"
#include "ui/shell/glyph_icon.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rankscope {

namespace {
struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(rankscope::Dialogs)
};
} // namespace

void showShortcuts(QWidget* window, const Actions& actions) {
    std::vector<std::pair<QString, QString>> rows;
    for (const Actions::Entry& entry : actions.table())
        if (!entry.shortcut.isEmpty())
            rows.emplace_back(entry.shortcut.toString(QKeySequence::NativeText), entry.explanation);
    rows.emplace_back(Dialogs::tr("+  -  arrows  Home"), Dialogs::tr("In a plot: zoom, move, show all"));

    auto* dialog = new QDialog(window);
    dialog->setObjectName("shortcutSheet");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Dialogs::tr("Keyboard shortcuts"));
    auto* table = new QTableWidget(static_cast<int>(rows.size()), 2);
    table->setHorizontalHeaderLabels({Dialogs::tr("Keys"), Dialogs::tr("What they do")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setAccessibleName(dialog->windowTitle());
    for (int i = 0; i < table->rowCount(); ++i) {
        table->setItem(i, 0, new QTableWidgetItem(rows[static_cast<std::size_t>(i)].first));
        table->setItem(i, 1, new QTableWidgetItem(rows[static_cast<std::size_t>(i)].second));
    }
    table->resizeColumnToContents(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(table);
    layout->addWidget(buttons);
    dialog->resize(620, 560);
    dialog->open();
}

void showAbout(QWidget* window) {
    auto* box = new QMessageBox(window);
    box->setObjectName("aboutBox");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(glyphIcon(Glyph::Application).pixmap(64, 64));
    box->setWindowTitle(Dialogs::tr("About Rankscope"));
    box->setText(Dialogs::tr("<b>Rankscope %1</b>").arg(QLatin1String(version)));
    box->setInformativeText(Dialogs::tr("A laboratory for tensor-compressed recurrent networks: choose the "
                                        "ranks, see what they cost, train on "
                                        "folders of videos, classify a clip.<br><br>Free software under the "
                                        "GNU General Public License, version "
                                        "3 or later; it comes without any warranty.<br><br>Built on Qt %1, "
                                        "Eigen, OpenCV and QCustomPlot.")
                                .arg(QLatin1String(qVersion())));
    box->open();
}

void askBeforeClosing(QWidget* window, std::function<void(CloseChoice)> answer) {
    auto* box = new QMessageBox(QMessageBox::Question, Dialogs::tr("A run is training"),
                                Dialogs::tr("A run is still training. What should happen to it?"),
                                QMessageBox::NoButton, window);
    box->setObjectName("closeQuestion");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        Dialogs::tr("Keep training: the window is put away and closes when the run is done.\n"
                    "Stop and save: the run ends after this batch and can be continued later."));
    const auto add = [&](const QString& text, const char* name, QMessageBox::ButtonRole role) {
        QPushButton* button = box->addButton(text, role);
        button->setObjectName(QLatin1String(name));
        return button;
    };
    const auto* keep = add(Dialogs::tr("&Keep training"), "keepTraining", QMessageBox::AcceptRole);
    const auto* stop = add(Dialogs::tr("&Stop and save"), "stopAndSave", QMessageBox::DestructiveRole);
    QPushButton* cancel = add(Dialogs::tr("Cancel"), "cancelClosing", QMessageBox::RejectRole);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [=](const QAbstractButton* clicked) {
        answer(clicked == keep   ? CloseChoice::KeepTraining
               : clicked == stop ? CloseChoice::StopAndSave
                                 : CloseChoice::Cancel);
    });
    box->open();
}

} // namespace rankscope
