// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/number_text.h"
#include "engine/data/csv.h"
#include "engine/reproduce/result_table.h"

#include <QTest>

#include <cmath>

using namespace rankscope;

namespace {

const std::string nasty = "a|b \"c\", 50 % & $x_1^2$ {#} \\ ~ <i> *é* ± [r]`";

ResultTable sample() {
    ResultTable table;
    table.caption = "R&D_1";
    table.columns = {{"model", false}, {"accuracy, %", true}};
    table.rows = {{{nasty, ""}, {"81.3 %", "0.813"}}, {{"two\nlines", ""}}};
    table.notes = {"100 % of\nnothing"};
    return table;
}

/// Cells of a line of a pipe table as a reader of Markdown splits them.
QStringList cells(const QString& line) {
    QStringList found{QString()};
    for (qsizetype i = 1; i < line.size() - 1; ++i) {
        if (line[i] == '\\')
            found.back() += line.mid(i++, 2);
        else if (line[i] == '|')
            found << QString();
        else
            found.back() += line[i];
    }
    for (QString& cell : found) cell = cell.trimmed();
    return found;
}

} // namespace

class TestResultTable : public QObject {
    Q_OBJECT
private slots:
    void csvReadsBack() {
        const auto rows = parseCsv(toCsv(sample()), "table");
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows[0].fields == std::vector<std::string>({"model", "accuracy, %"}));
        QVERIFY(rows[1].fields == std::vector<std::string>({nasty, "0.813"}));
        QVERIFY(rows[2].fields == std::vector<std::string>({"two\nlines", ""}));
    }

    void markdownKeepsItsColumns() {
        const QStringList lines = QString::fromStdString(toMarkdown(sample())).split('\n');
        QCOMPARE(lines[0], QString("R&amp;D\\_1"));
        QCOMPARE(cells(lines[2]), QStringList({"model", "accuracy, %"}));
        QVERIFY2(cells(lines[3])[1].endsWith("-:"), qPrintable(lines[3]));
        const QStringList row = cells(lines[4]);
        QCOMPARE(row.size(), 2);
        QCOMPARE(row[0],
                 QString("a\\|b \"c\", 50 % &amp; $x\\_1^2$ {#} \\\\ \\~ &lt;i&gt; \\*é\\* ± \\[r\\]\\`"));
        QCOMPARE(row[1], QString("81.3 %"));
        QCOMPARE(cells(lines[5]), QStringList({"two<br>lines", ""}));
        // padded: every line of the table is as wide as the others
        for (int i = 3; i <= 5; ++i) QCOMPARE(lines[i].size(), lines[2].size());
    }

    void latexEscapesWhatTexReads() {
        const QString text = QString::fromStdString(toLatex(sample()));
        QVERIFY2(
            text.contains("a\\textbar{}b ''c'', 50 \\% \\& \\$x\\_1\\textasciicircum{}2\\$ \\{\\#\\} "
                          "\\textbackslash{} \\textasciitilde{} \\textless{}i\\textgreater{} *é* $\\pm$ [r]`"
                          " & 81.3 \\% \\\\\n"),
            qPrintable(text));
        QVERIFY(text.contains("\\caption{R\\&D\\_1}"));
        QVERIFY(text.contains("\\begin{tabular}{lr}"));
        QVERIFY(text.startsWith("% 100 % of nothing\n\\begin{table}"));
        QVERIFY(text.contains("two lines &  \\\\\n"));
        ResultTable table = sample();
        table.rows = {{{"[1]", ""}}};
        QVERIFY(toLatex(table).find("{[1]}") != std::string::npos);
    }

    void numbersReadBack() {
        for (const double value : {0.1, 1.0 / 3, 58982400.0, 1e-30})
            QCOMPARE(QString::fromStdString(plainNumber(value)).toDouble(), value);
    }
};

QTEST_APPLESS_MAIN(TestResultTable)
#include "test_result_table.moc"
