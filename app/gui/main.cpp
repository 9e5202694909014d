// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/version.h"
#include "ui/shell/language.h"
#include "ui/shell/latency_probe.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QThreadPool>

#include <cstdio>

namespace {

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Laboratory for tensor-compressed recurrent networks on video.\n"
                                            "Example: rankscope ~/videos/gestures"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {"measure-latency",
         QCoreApplication::translate(
             "main", "Train the first preset for so long, edit ranks and replot meanwhile; print how "
                     "quickly the window answered as one line of JSON, and end."),
         "SECONDS"});
    parser.addPositionalArgument(
        "path",
        QCoreApplication::translate(
            "main", "A run folder, a folder of videos with one sub-folder per class, or videos to classify."),
        "[RUN|FOLDER|VIDEO...]");
}

/// Answers what the option says on standard output; the user's settings and runs are left alone.
int measureLatency(const QString& option) {
    bool ok = false;
    const double seconds = option.toDouble(&ok);
    if (!ok || !(seconds >= 1 && seconds <= 86'400)) {
        std::fprintf(stderr, "--measure-latency: \"%s\" is not a number of seconds from 1 to 86400.\n",
                     qPrintable(option));
        return 2;
    }
    QCoreApplication::setApplicationName("rankscope-measure");
    QSettings().clear();
    rankscope::MainWindow window;
    rankscope::LatencyProbe probe(window, seconds);
    QObject::connect(&probe, &rankscope::LatencyProbe::finished, [] { QCoreApplication::exit(0); });
    QObject::connect(&probe, &rankscope::LatencyProbe::failed, [](const QString& why) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        QCoreApplication::exit(1);
    });
    probe.begin();
    window.show();
    const int result = QApplication::exec();
    if (result == 0) std::printf("%s\n", probe.figures().json().c_str());
    QSettings().clear();
    return result;
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

    if (parser.isSet("measure-latency")) return measureLatency(parser.value("measure-latency"));

    rankscope::applyLanguage(rankscope::readPreferences().language);
    rankscope::MainWindow window;
    window.begin(parser.positionalArguments());
    window.show();
    return QApplication::exec();
}
