// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/version.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QThreadPool>

namespace {

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Laboratory for tensor-compressed recurrent networks on video.\n"
                                            "Example: rankscope ~/videos/gestures"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        "path",
        QCoreApplication::translate(
            "main", "A run folder, a folder of videos with one sub-folder per class, or videos to classify."),
        "[RUN|FOLDER|VIDEO...]");
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setOrganizationName("rankscope");
    QCoreApplication::setApplicationName("rankscope");
    QCoreApplication::setApplicationVersion(rankscope::version);

    QCommandLineParser parser;
    describe(parser);
    {
        const QCoreApplication console(argc, argv); // --help and --version need no display
        parser.parse(QCoreApplication::arguments());
        if (parser.isSet("help")) parser.showHelp();
        if (parser.isSet("version")) parser.showVersion();
    }
    const QApplication app(argc, argv);
    QApplication::setApplicationDisplayName("Rankscope");
    QApplication::setDesktopFileName("rankscope");
    parser.process(app);

    // Background jobs mostly wait for disks and for threads of the engine; one must not hold up the next.
    QThreadPool::globalInstance()->setMaxThreadCount(8);

    rankscope::MainWindow window;
    window.begin(parser.positionalArguments());
    window.show();
    return QApplication::exec();
}
