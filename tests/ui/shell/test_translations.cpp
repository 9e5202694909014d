// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/small_data.h"
#include "ui/bridge/translated.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences_dialog.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFontMetrics>
#include <QLabel>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTest>
#include <QXmlStreamReader>

using namespace rankscope;

namespace {

struct Message {
    QString context, source;
    QStringList translations; // several where it depends on a number
    bool finished = false;
    QString name() const { return context + ": \"" + source + '"'; }
};

std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == QLatin1String("message"))
            continue;
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) messages.push_back({context, {}, {}, true});
        if (xml.name() == QLatin1String("source")) messages.back().source = xml.readElementText();
        if (xml.name() == QLatin1String("translation")) {
            messages.back().finished = xml.attributes().value("type").isEmpty();
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement &&
                     xml.name() == QLatin1String("translation"))) {
                if (xml.isStartElement()) messages.back().translations << xml.readElementText();
                if (xml.isCharacters()) text += xml.text();
            }
            if (messages.back().translations.isEmpty()) messages.back().translations << text;
        }
    }
    return messages;
}

QStringList found(const QString& text, const char* pattern) {
    QStringList all;
    auto matches = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (matches.hasNext()) all << matches.next().captured(1);
    all.sort();
    return all;
}

bool isChinese(const QString& text) {
    return text.contains(QRegularExpression(QStringLiteral("\\p{Han}")));
}

/// Two English words or more; names, units and formulas are none.
bool isEnglish(const QString& text) {
    static const QRegularExpression words(QStringLiteral("[a-z]{3,}[ ,.:]+(?:[a-z]+[ ,.:]+)*[a-z]{3,}"));
    return !isChinese(text) && text.contains(words);
}

} // namespace

/// The Chinese texts are complete, fit where the English ones do, and reach the window.
class TestTranslations : public QObject {
    Q_OBJECT

    TemporaryHome m_home;
    QTemporaryDir m_folder;
    const QDir m_source{QStringLiteral(RANKSCOPE_SOURCE_DIR)};
    std::vector<Message> m_messages; // of the sources as they are, with the translations there are
    QByteArray m_complaints;

    void holds(const std::function<QString(const Message&, const QString& translation)>& problemOf) {
        QStringList problems;
        for (const Message& message : m_messages)
            for (const QString& translation : message.translations)
                if (const QString problem = problemOf(message, translation);
                    message.finished && !problem.isEmpty())
                    problems << message.name() + ": " + problem;
        QVERIFY2(problems.isEmpty(), qPrintable("\n  " + problems.join("\n  ")));
    }

private slots:
    void initTestCase() {
        const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + "/lupdate";
        if (!QFile::exists(lupdate)) QSKIP("lupdate is not installed (Debian: qt6-l10n-tools)");
        const QString copy = m_folder.filePath("rankscope_zh_CN.ts");
        QVERIFY(QFile::copy(m_source.filePath("resources/translations/rankscope_zh_CN.ts"), copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QProcess process;
        process.setWorkingDirectory(m_source.path());
        process.start(lupdate,
                      {"-I", ".", "-locations", "none", "-no-obsolete", "ui", "app/gui", "-ts", copy});
        const bool done = process.waitForFinished(120'000) && process.exitCode() == 0;
        m_complaints = process.readAllStandardError();
        QVERIFY2(done, m_complaints.constData());
        m_messages = messagesOf(copy);
        QVERIFY(m_messages.size() > 300);
    }

    void everyTextCanBeFound() {
        // Texts that it drops or puts under a name that they do not have when the program runs.
        for (const char* complaint : {"Discarding", "lacks Q_OBJECT"})
            QVERIFY2(!m_complaints.contains(complaint), m_complaints.constData());
        // A text handed on through a function of its own is not seen by lupdate.
        static const QRegularExpression hidden(QStringLiteral("\\btranslate\\(\\s*\"[^\"]*\",\\s*[^\"\\s]"));
        QDirIterator files(m_source.filePath("ui"), {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith("engine_texts.cpp")) continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!QString::fromUtf8(file.readAll()).contains(hidden), qPrintable(file.fileName()));
        }
    }

    void everyTextIsTranslated() {
        QStringList missing;
        for (const Message& message : m_messages)
            if (!message.finished || message.translations.join(QString()).isEmpty())
                missing << message.name();
        QVERIFY2(missing.isEmpty(),
                 qPrintable(QString("%1 texts:\n  ").arg(missing.size()) + missing.join("\n  ")));
    }

    void placesForValuesAreKept() {
        holds([](const Message& message, const QString& translation) {
            const char* places = "(%L?[0-9n])";
            return found(message.source, places) == found(translation, places)
                       ? QString()
                       : "other places for values: " + translation;
        });
    }

    void mnemonicsAreKept() {
        holds([](const Message& message, const QString& translation) {
            const char* mnemonic = "(?:^|[^&])&([A-Za-z0-9])";
            const qsizetype wanted = found(message.source, mnemonic).size();
            return wanted == found(translation, mnemonic).size() ? QString() : "mnemonic: " + translation;
        });
    }

    void endsAreKept() {
        holds([](const Message& message, const QString& translation) {
            const bool more = message.source.endsWith(QStringLiteral("…"));
            const bool space = message.source.startsWith(' ') || message.source.endsWith(' ');
            const bool moreThere = translation.contains(QStringLiteral("…"));
            const bool spaceThere = translation.startsWith(' ') || translation.endsWith(' ');
            return (!more || moreThere) && (!space || spaceThere) ? QString() : "its end: " + translation;
        });
    }

    /// Controls are as wide as their texts; sentences may wrap.
    void textsOfControlsAreNotOverlong() {
        const QFontMetrics metrics{QFont()};
        const int slack = 2 * metrics.horizontalAdvance(QStringLiteral("汉"));
        holds([&](const Message& message, const QString& translation) {
            if (message.source.size() > 32 || message.source.contains('\n')) return QString();
            const int english = metrics.horizontalAdvance(message.source);
            const int chinese = metrics.horizontalAdvance(translation);
            return chinese <= 1.6 * english + slack
                       ? QString()
                       : QString("%1 pixels for %2: %3").arg(chinese).arg(english).arg(translation);
        });
    }

    void everyTitleOfTheEngineIsListed() {
        QStringList listed;
        for (const char* text : engineTexts()) listed << QString::fromUtf8(text);
        QSet<QString> titles;
        QDirIterator files(m_source.path(), {"*.h", "*.cpp", "*.json"}, QDir::Files,
                           QDirIterator::Subdirectories);
        static const QRegularExpression names("Named<\\w+> all\\[\\] = \\{(.*?)\\};",
                                              QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression entry("\\{\\s*[\\w:]+,\\s*\"[^\"]*\",\\s*\"([^\"]*)\"\\s*\\}");
        static const QRegularExpression format("title\\(\\) const override \\{ return \"([^\"]*)\"");
        static const QRegularExpression preset("^\\s*\"title\": \"([^\"]*)\"",
                                               QRegularExpression::MultilineOption);
        const auto add = [&](const QRegularExpression& pattern, const QString& text) {
            for (auto matches = pattern.globalMatch(text); matches.hasNext();)
                titles << matches.next().captured(1);
        };
        while (files.hasNext()) {
            const QString path = m_source.relativeFilePath(files.next());
            const bool ofPresets = path.startsWith("resources/presets/");
            if (!ofPresets && !path.startsWith("engine/") && !path.startsWith("ui/")) continue;
            QFile file(m_source.filePath(path));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            if (ofPresets) add(preset, text);
            for (auto tables = names.globalMatch(text); tables.hasNext();)
                add(entry, tables.next().captured(1));
            add(format, text);
        }
        QVERIFY(titles.size() > 50);
        QStringList missing, needless;
        for (const QString& title : titles)
            if (!listed.contains(title)) missing << title;
        for (const QString& text : listed)
            if (!titles.contains(text)) needless << text;
        QVERIFY2(missing.isEmpty(), qPrintable("not in engine_texts.cpp: " + missing.join(" | ")));
        QVERIFY2(needless.isEmpty(), qPrintable("no title any more: " + needless.join(" | ")));
    }

    /// Last of all: the texts stay for the whole program.
    void windowSpeaksChinese() {
        QCoreApplication::setOrganizationName("rankscope-test");
        QCoreApplication::setApplicationName("rankscope-translations-test");
        QSettings().clear();
        applyLanguage(Language::Chinese);
        QCOMPARE(languageInUse(), "zh_CN");
        MainWindow window;
        window.begin({});
        window.actions()[ActionId::Preferences]->trigger();
        QStringList english;
        const auto check = [&](const QObject* where, const QString& text) {
            if (isEnglish(text)) english << QString("%1: %2").arg(where->metaObject()->className(), text);
        };
        for (const auto* label : window.findChildren<QLabel*>()) check(label, label->text());
        for (const auto* button : window.findChildren<QAbstractButton*>()) check(button, button->text());
        for (const auto* action : window.findChildren<QAction*>()) {
            check(action, action->text());
            check(action, action->statusTip());
        }
        for (const auto* tabs : window.findChildren<QTabBar*>())
            for (int i = 0; i < tabs->count(); ++i) check(tabs, tabs->tabText(i));
        for (const auto* widget : window.findChildren<QWidget*>()) {
            check(widget, widget->toolTip());
            check(widget, widget->accessibleName());
        }
        english.removeDuplicates();
        QVERIFY2(english.isEmpty(), qPrintable("\n  " + english.join("\n  ")));
    }
};

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
