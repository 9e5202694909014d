// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_export.h"

#include "engine/base/error.h"
#include "ui/bridge/problem.h"
#include "ui/plot/curve_plot.h"
#include "ui/shell/ask_files.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace rankscope {

namespace {

constexpr double pixelScale = 3; // of PNG: sharp in print

struct PlotExport {
    Q_DECLARE_TR_FUNCTIONS(rankscope::PlotExport)
};

void writeSvg(CurvePlot& plot, QIODevice& file) {
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(plot.size());
    svg.setViewBox(QRect({}, plot.size()));
    svg.setResolution(plot.logicalDpiX());
    svg.setTitle(plot.accessibleName());
    plot.paintOn(svg, plot.size());
}

void writePdf(CurvePlot& plot, QIODevice& file) {
    constexpr double pointsPerInch = 72;
    QPdfWriter pdf(&file);
    pdf.setTitle(plot.accessibleName());
    pdf.setResolution(plot.logicalDpiX());
    pdf.setPageSize(QPageSize(QSizeF(plot.size()) * pointsPerInch / plot.logicalDpiX(), QPageSize::Point, {},
                              QPageSize::ExactMatch));
    pdf.setPageMargins({});
    plot.paintOn(pdf, plot.size());
}

} // namespace

void exportPlot(CurvePlot& plot, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "png" && ending != "svg" && ending != "pdf")
        throw Error(PlotExport::tr("A picture cannot be written as \"%1\".").arg(path).toStdString(),
                    PlotExport::tr("End the name in .png, .svg or .pdf.").toStdString());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        if (ending == "png")
            plot.paperPixmap(pixelScale).save(&file, "PNG");
        else if (ending == "svg")
            writeSvg(plot, file);
        else
            writePdf(plot, file);
    }
    if (!file.commit())
        throw Error(PlotExport::tr("Cannot write \"%1\": %2.").arg(path, file.errorString()).toStdString(),
                    PlotExport::tr("Choose another folder, or make room on the disk.").toStdString());
}

void askAndExportPlot(CurvePlot& plot) {
    const auto write = [&plot](const QStringList& chosen) {
        try {
            exportPlot(plot, chosen.front());
        } catch (const Error& error) {
            auto* message = new QMessageBox(QMessageBox::Warning, PlotExport::tr("Export the picture"),
                                            problemOf(error).what, QMessageBox::Ok, &plot);
            message->setInformativeText(problemOf(error).hint);
            message->setAttribute(Qt::WA_DeleteOnClose);
            message->open();
        }
    };
    askFiles(&plot, PlotExport::tr("Export the picture"), QFileDialog::AnyFile,
             PlotExport::tr("Vector graphics (*.svg);;Document (*.pdf);;Picture (*.png)"), {}, write);
}

void showPlotMenu(CurvePlot& plot, const QPoint& place) {
    auto* menu = new QMenu(&plot);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(PlotExport::tr("Export the picture…"), &plot, [&plot] { askAndExportPlot(plot); });
    menu->addAction(PlotExport::tr("Copy the picture"), &plot,
                    [&plot] { QApplication::clipboard()->setPixmap(plot.paperPixmap(pixelScale)); });
    menu->addSeparator();
    QAction* all = menu->addAction(PlotExport::tr("Show all"), &plot, &CurvePlot::followData);
    all->setEnabled(!plot.followsData());
    menu->popup(place);
}

} // namespace rankscope
