// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace rankscope {

/// The help beside the window: all pages in a list, one of them in full, and a field that finds words in all
/// of them.
class HelpWindow : public QDialog {
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// Empty or unknown: the page last shown, at first the first one.
    void showPage(const QString& page);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillList();
    void show(const QString& page);
    void search();
    void mark();

    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QString m_page;
};

} // namespace rankscope
