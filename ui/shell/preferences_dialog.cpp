// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences_dialog.h"

#include "engine/data/cache_file.h"
#include "ui/bridge/translated.h"
#include "ui/shell/folder_field.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <thread>

namespace rankscope {

namespace {
constexpr int dialogWidth = 560;

template <class E>
QComboBox* choiceOf(QWidget* parent, const QString& name) {
    auto* combo = new QComboBox(parent);
    combo->setAccessibleName(name);
    for (const Named<E>& entry : Names<E>::all)
        combo->addItem(translated(entry.title), static_cast<int>(entry.value));
    return combo;
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent), m_preferences(preferences) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addLooks(*form);
    addWork(*form);
    addCache(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { change([](Preferences& all) { all = defaultPreferences(); }); });
    for (QAbstractButton* button : buttons->buttons())
        qobject_cast<QPushButton*>(button)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(dialogWidth, layout->totalHeightForWidth(dialogWidth));
    show(preferences);
    measureCache();
}

void PreferencesDialog::addLooks(QFormLayout& form) {
    m_language = choiceOf<Language>(this, tr("Language"));
    m_theme = choiceOf<Theme>(this, tr("Theme"));
    addRow(form, tr("&Language"), m_language, tr("Texts and numbers, from the next start of Rankscope on."));
    addRow(form, tr("&Theme"), m_theme, tr("Colours of the window and its plots."));
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        change([this](Preferences& all) {
            all.language = static_cast<Language>(m_language->currentData().toInt());
        });
    });
    connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
        change([this](Preferences& all) { all.theme = static_cast<Theme>(m_theme->currentData().toInt()); });
    });
}

void PreferencesDialog::addWork(QFormLayout& form) {
    m_threads = new QSpinBox(this);
    m_threads->setRange(0, 256);
    m_threads->setSpecialValueText(tr("one per core (%1)").arg(std::thread::hardware_concurrency()));
    m_threads->setAccessibleName(tr("Threads"));
    addRow(form, tr("T&hreads"), m_threads,
           tr("For training and for reading videos, from the next run on. They never change a result."));
    m_runs = new FolderField(tr("Run folder"), tr("New runs are made here; the Runs pane shows it."), this);
    form.addRow(tr("&Run folder"), m_runs);
    connect(m_threads, &QSpinBox::valueChanged, this, [this](int threads) {
        change([threads](Preferences& all) { all.resources.threads = threads; });
    });
    connect(m_runs, &FolderField::chosen, this, [this](const std::filesystem::path& folder) {
        change([&](Preferences& all) { all.runsFolder = folder; });
    });
}

void PreferencesDialog::addCache(QFormLayout& form) {
    m_cache = new FolderField(
        tr("Frame cache"), tr("Decoded frames, so that the next run need not read the videos again."), this);
    form.addRow(tr("&Frame cache"), m_cache);
    m_limit = new QSpinBox(this);
    m_limit->setRange(1, 100'000);
    m_limit->setSuffix(tr(" GB"));
    m_limit->setAccessibleName(tr("Largest size of the frame cache"));
    addRow(form, tr("Ca&che size"), m_limit, tr("At most; what was not used for longest goes first."));
    m_used = new QLabel(this);
    m_used->setObjectName(QStringLiteral("cacheUsed"));
    m_used->setWordWrap(true);
    m_clear = new QPushButton(tr("Cl&ear cache"), this);
    m_clear->setObjectName(QStringLiteral("clearCache"));
    m_clear->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_used, 1);
    row->addWidget(m_clear);
    form.addRow(tr("In use"), row);
    connect(m_cache, &FolderField::chosen, this, [this](const std::filesystem::path& folder) {
        change([&](Preferences& all) { all.resources.cache.folder = folder; });
        measureCache();
    });
    connect(m_limit, &QSpinBox::valueChanged, this, [this](int size) {
        change([size](Preferences& all) {
            all.resources.cache.limitBytes = static_cast<std::uint64_t>(size) << 30;
        });
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { measureCache(true); });
}

/// As a FolderField: the explanation close below the field.
void PreferencesDialog::addRow(QFormLayout& form, const QString& name, QWidget* field, const QString& text) {
    auto* label = new QLabel(name, this);
    label->setBuddy(field);
    auto* note = new QLabel(text, this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(field, 0, Qt::AlignLeft);
    column->addWidget(note);
    form.addRow(label, column);
}

void PreferencesDialog::change(const std::function<void(Preferences&)>& change) {
    if (m_showing) return;
    change(m_preferences);
    show(m_preferences);
    emit edited(m_preferences);
}

void PreferencesDialog::setPreferences(const Preferences& preferences) {
    m_preferences = preferences;
    show(m_preferences);
}

void PreferencesDialog::show(const Preferences& preferences) {
    const QScopedValueRollback showing(m_showing, true);
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(preferences.language)));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(preferences.theme)));
    m_threads->setValue(preferences.resources.threads);
    m_runs->setFolder(preferences.runsFolder);
    m_cache->setFolder(preferences.resources.cache.folder);
    m_limit->setValue(static_cast<int>(preferences.resources.cache.limitBytes >> 30));
}

void PreferencesDialog::measureCache(bool empty) {
    m_used->setText(tr("…"));
    m_clear->setEnabled(false);
    m_cacheJob.start(
        this,
        [empty, folder = m_preferences.resources.cache.folder](std::stop_token) {
            if (empty) clearCache(folder);
            return cacheBytes(folder);
        },
        [this](const JobResult<std::uint64_t>& result) {
            m_used->setText(result.error.isEmpty() ? QString::fromStdString(sizeText(result.value))
                                                   : Problem{result.error, result.hint}.sentence());
            m_clear->setEnabled(!result.error.isEmpty() || result.value > 0); // or once more
        });
}

} // namespace rankscope
