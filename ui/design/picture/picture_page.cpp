// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/picture/picture_page.h"

#include "engine/base/error.h"
#include "ui/bridge/translated.h"
#include "ui/design/modes_check.h"
#include "ui/design/picture/modes_picture.h"
#include "ui/design/picture/pixel_cover.h"
#include "ui/training/calm.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace rankscope {

namespace {
constexpr int largestPatch = 64;

/// A frame of the data in the size the spec asks for; null: there is none yet.
QImage frameOf(const OpenedData& data, const DataSpec& spec) {
    const FrameCache* frames = data.frames.get();
    if (!frames || frames->width() != spec.width || frames->height() != spec.height) return {};
    for (int clip = 0; clip < frames->clips(); ++clip) {
        if (frames->candidates(clip) == 0) continue;
        std::vector<std::uint8_t> pixels(frames->frameBytes());
        try {
            frames->read(clip, frames->candidates(clip) / 2, pixels);
        } catch (const Error&) {
            continue; // gone since it was read; another clip will do
        }
        return QImage(pixels.data(), spec.width, spec.height, spec.width * 3, QImage::Format_RGB888).copy();
    }
    return {};
}

void fillDivisors(QComboBox* combo, int size, int now) {
    const QSignalBlocker quiet(combo);
    combo->clear();
    for (int divisor = 1; divisor <= std::min(size, largestPatch); ++divisor)
        if (size % divisor == 0) combo->addItem(QString::number(divisor), divisor);
    combo->setCurrentIndex(combo->findData(now));
}
} // namespace

PicturePage::PicturePage(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_mode(addCombo(tr("Input mode"), tr("The mode whose indices are painted"))),
      m_layout(
          addCombo(tr("Layout"), tr("The order in which the modes read the frame; it costs no parameter"))),
      m_patchWidth(addCombo(tr("Patch width"), tr("Columns of a patch"))),
      m_patchHeight(addCombo(tr("Patch height"), tr("Rows of a patch"))),
      m_patch(new QLabel(QStringLiteral("×"), this)),
      m_text(new QLabel(this)),
      m_picture(new ModesPicture(this)) {
    build();
    connect(m_mode, &QComboBox::activated, m_picture, &ModesPicture::setMode);
    connect(m_layout, &QComboBox::activated, this, &PicturePage::editLayout);
    connect(m_patchWidth, &QComboBox::activated, this, &PicturePage::editPatch);
    connect(m_patchHeight, &QComboBox::activated, this, &PicturePage::editPatch);
    connect(m_picture, &ModesPicture::placeChanged, this, &PicturePage::showText);
    connect(&workspace, &Workspace::specChanged, this, &PicturePage::refresh);
    connect(&workspace, &Workspace::dataChanged, this, &PicturePage::refresh);
}

QComboBox* PicturePage::addCombo(const QString& name, const QString& what) {
    auto* combo = new Calm<QComboBox>(this);
    combo->setAccessibleName(name);
    combo->setToolTip(what);
    return combo;
}

void PicturePage::build() {
    for (const auto& entry : Names<FrameLayout>::all)
        m_layout->addItem(translated(entry.title), static_cast<int>(entry.value));
    auto* row = new QHBoxLayout;
    const auto addField = [&](const QString& text, QComboBox* combo) {
        auto* label = new QLabel(text, this);
        label->setBuddy(combo);
        row->addWidget(label);
        row->addWidget(combo);
    };
    addField(tr("Inde&x of"), m_mode);
    row->addSpacing(8);
    addField(tr("&Layout"), m_layout);
    row->addWidget(m_patchWidth);
    row->addWidget(m_patch);
    row->addWidget(m_patchHeight);
    row->addStretch(1);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("coverText"));
    m_text->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 4, 2, 0);
    layout->addLayout(row);
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_text);
}

void PicturePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void PicturePage::refresh() {
    if (!isVisible()) return; // done as soon as it is looked at
    const DataSpec& frame = m_workspace.spec().data;
    const Shape& modes = m_workspace.spec().model.map.inModes;
    m_layout->setCurrentIndex(m_layout->findData(static_cast<int>(frame.layout)));
    fillDivisors(m_patchWidth, frame.width, frame.patchWidth);
    fillDivisors(m_patchHeight, frame.height, frame.patchHeight);
    for (QWidget* part : std::initializer_list<QWidget*>{m_patchWidth, m_patch, m_patchHeight})
        part->setVisible(frame.layout == FrameLayout::Patches);
    const QString problem =
        checkInputModes(modesText(modes), frame.width, frame.height, frame.channels).problem;
    const bool patchesFit = frame.layout != FrameLayout::Patches ||
                            (frame.width % frame.patchWidth == 0 && frame.height % frame.patchHeight == 0);
    m_mode->clear();
    if (!problem.isEmpty() || !patchesFit) {
        m_picture->setUnavailable(patchesFit ? problem
                                             : tr("Patches must divide the frame: choose another size."));
        return m_text->clear();
    }
    for (std::size_t k = 0; k < modes.size(); ++k)
        m_mode->addItem(QStringLiteral("I%1 = %2").arg(k + 1).arg(modes[k]));
    m_picture->setFrame(frameOf(m_workspace.data(), frame), frame, modes);
}

void PicturePage::showMode(int mode) {
    m_picture->setMode(mode);
}

void PicturePage::showText() {
    m_mode->setCurrentIndex(m_picture->mode());
    const DataSpec& frame = m_workspace.spec().data;
    const Shape& modes = m_workspace.spec().model.map.inModes;
    const int mode = m_picture->mode();
    QStringList place;
    const Shape indices = m_picture->indices();
    for (std::size_t k = 0; k < indices.size(); ++k)
        place << QStringLiteral("i%1 = %2").arg(k + 1).arg(indices[k] + 1);
    QString text = tr("One index of I%1 covers %2.").arg(mode + 1).arg(coverText(modes, mode, frame));
    QStringList across;
    for (int k = 0; k + 1 < static_cast<int>(modes.size()); ++k)
        if (!isCleanCut(modes, k, frame)) across << QStringLiteral("I%1").arg(k + 1);
    if (!across.isEmpty())
        text +=
            QLatin1Char(' ') + tr("⚠ %1 cut across rows or patches.").arg(across.join(QStringLiteral(", ")));
    m_text->setText(text + QLatin1Char('\n') + tr("Here: %1").arg(place.join(QStringLiteral(", "))));
}

void PicturePage::editLayout() {
    ExperimentSpec next = m_workspace.spec();
    next.data.layout = static_cast<FrameLayout>(m_layout->currentData().toInt());
    m_workspace.edit(tr("Layout of the frame"), next);
}

void PicturePage::editPatch() {
    ExperimentSpec next = m_workspace.spec();
    next.data.patchWidth = m_patchWidth->currentData().toInt();
    next.data.patchHeight = m_patchHeight->currentData().toInt();
    m_workspace.edit(tr("Size of the patches"), next);
}

} // namespace rankscope
