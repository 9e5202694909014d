// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_window.h"

#include "ui/bridge/translated.h"
#include "ui/shell/help_pages.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

namespace rankscope {

namespace {

QString textOf(const QString& page) {
    return helpText(page, QLatin1String(languageInUse()));
}

/// Markdown says nothing about widths and lines of tables.
void layTables(QTextDocument& document, const QBrush& line) {
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(line);
        table->setFormat(format);
    }
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_text(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("help"));
    setWindowTitle(tr("Rankscope help"));
    m_search->setPlaceholderText(tr("Find in all pages"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Text of the page"));
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(14);
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    auto* split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(side);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    split->setSizes({220, 640});
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(split);
    resize(900, 640);
    setTabOrder(m_search, m_list);
    setTabOrder(m_list, m_text);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item) show(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.isRelative())
            showPage(link.path().section('.', 0, 0));
        else
            QDesktopServices::openUrl(link);
    });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));
    fillList();
}

void HelpWindow::showPage(const QString& page) {
    const QString wanted = helpPages().contains(page) ? page
                           : m_page.isEmpty()         ? helpPages().front()
                                                      : m_page;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(Qt::UserRole) == wanted) m_list->setCurrentRow(i);
    QDialog::show();
    raise();
    activateWindow();
}

void HelpWindow::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_page.isEmpty()) show(m_page); // colours of links
}

void HelpWindow::fillList() {
    for (const QString& page : helpPages()) {
        auto* item = new QListWidgetItem(helpTitle(textOf(page)), m_list);
        item->setData(Qt::UserRole, page);
    }
}

void HelpWindow::show(const QString& page) {
    const bool same = page == m_page;
    const int position = m_text->verticalScrollBar()->value();
    m_page = page;
    m_text->setMarkdown(textOf(page));
    layTables(*m_text->document(), palette().mid());
    m_text->verticalScrollBar()->setValue(same ? position : 0);
    mark();
}

/// Pages without the words are hidden; the first one left is shown.
void HelpWindow::search() {
    const QString words = m_search->text().trimmed();
    QListWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        const bool found = textOf(item->data(Qt::UserRole).toString()).contains(words, Qt::CaseInsensitive);
        item->setHidden(!found);
        if (found && !first) first = item;
    }
    const QListWidgetItem* current = m_list->currentItem();
    if (first && (!current || current->isHidden()))
        m_list->setCurrentItem(first);
    else
        mark();
}

/// Every place with the words, the first one in sight.
void HelpWindow::mark() {
    QList<QTextEdit::ExtraSelection> places;
    const QString words = m_search->text().trimmed();
    QTextCursor place(m_text->document());
    while (!words.isEmpty() && !(place = m_text->document()->find(words, place)).isNull()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = place;
        selection.format.setBackground(palette().highlight());
        selection.format.setForeground(palette().highlightedText());
        places << selection;
    }
    m_text->setExtraSelections(places);
    if (places.isEmpty()) return;
    QTextCursor first = places.front().cursor;
    first.clearSelection();
    m_text->setTextCursor(first);
    m_text->ensureCursorVisible();
}

} // namespace rankscope
