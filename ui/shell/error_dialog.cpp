// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/error_dialog.h"

#include "engine/base/version.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSysInfo>

namespace rankscope {

namespace {
struct ErrorDialog {
    Q_DECLARE_TR_FUNCTIONS(rankscope::ErrorDialog)
};
} // namespace

void showError(QWidget* window, const QString& what, const QString& hint, const QString& details) {
    QStringList lines{what};
    if (!hint.isEmpty()) lines << hint;
    if (!details.isEmpty()) lines << details;
    lines << ErrorDialog::tr("Rankscope %1, Qt %2, %3, %4")
                 .arg(QLatin1String(version), QLatin1String(qVersion()), QSysInfo::prettyProductName(),
                      QDateTime::currentDateTime().toString(Qt::ISODate));
    const QString all = lines.join(QLatin1Char('\n'));

    auto* box =
        new QMessageBox(QMessageBox::Warning, ErrorDialog::tr("Rankscope"), what, QMessageBox::Close, window);
    box->setObjectName(QStringLiteral("errorDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setInformativeText(hint);
    box->setDetailedText(all);
    QPushButton* copy = box->addButton(ErrorDialog::tr("&Copy details"), QMessageBox::ActionRole);
    copy->disconnect(box); // it copies and leaves the box open
    QObject::connect(copy, &QPushButton::clicked, box, [all] { QGuiApplication::clipboard()->setText(all); });
    box->setDefaultButton(QMessageBox::Close);
    box->open();
}

} // namespace rankscope
