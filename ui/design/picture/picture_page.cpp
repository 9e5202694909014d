// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/design/picture/picture_page.h"

#include "ui/bridge/clip_pictures.h"
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
#include <set>

namespace rankscope {

namespace {
constexpr int largestPatch = 64;

/// The divisors that are not too large, and the present side whether it divides or not.
void fillSides(QComboBox* combo, int size, int now) {
    std::set<int> sides{now};
    for (int divisor = 1; divisor <= std::min(size, largestPatch); ++divisor)
        if (size % divisor == 0) sides.insert(divisor);
    const QSignalBlocker quiet(combo);
    combo->clear();
    for (const int side : sides) combo->addItem(QString::number(side), side);
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
      m_picture(new ModesPicture(this)),
      m_frames(new ClipPictures(this)) {
    build();
    connect(m_mode, &QComboBox::activated, m_picture, &ModesPicture::setMode);
    connect(m_layout, &QComboBox::activated, this, &PicturePage::editLayout);
    connect(m_patchWidth, &QComboBox::activated, this,
            [this] { editPatch(&DataSpec::patchWidth, m_patchWidth); });
    connect(m_patchHeight, &QComboBox::activated, this,
            [this] { editPatch(&DataSpec::patchHeight, m_patchHeight); });
    connect(m_frames, &ClipPictures::arrived, this, &PicturePage::refresh);
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
    fillSides(m_patchWidth, frame.width, frame.patchWidth);
    fillSides(m_patchHeight, frame.height, frame.patchHeight);
    for (QWidget* part : std::initializer_list<QWidget*>{m_patchWidth, m_patch, m_patchHeight})
        part->setVisible(frame.layout == FrameLayout::Patches);
    const QString problem =
        checkInputModes(modesText(modes), frame.width, frame.height, frame.channels).problem;
    m_mode->clear();
    if (!problem.isEmpty() || !patchesFit(frame)) {
        m_picture->setUnavailable(
            patchesFit(frame) ? problem : tr("Patches must divide the frame: choose another size."));
        return m_text->clear();
    }
    for (std::size_t k = 0; k < modes.size(); ++k)
        m_mode->addItem(QStringLiteral("I%1 = %2").arg(k + 1).arg(modes[k]));
    m_picture->setFrame(frameOfData(), frame, modes);
}

/// A frame of the data in the size the spec asks for; null: there is none yet.
QImage PicturePage::frameOfData() {
    const auto& frames = m_workspace.data().frames;
    m_frames->setFrames(frames);
    const DataSpec& spec = m_workspace.spec().data;
    if (!frames || frames->width() != spec.width || frames->height() != spec.height) return {};
    for (int clip = 0; clip < frames->clips(); ++clip)
        if (frames->candidates(clip) > 0 && !m_frames->isUnreadable(clip)) return m_frames->picture(clip);
    return {};
}

void PicturePage::showMode(int mode) {
    if (isVisible()) m_picture->setMode(mode);
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

void PicturePage::editPatch(int DataSpec::*side, const QComboBox* combo) {
    ExperimentSpec next = m_workspace.spec();
    next.data.*side = combo->currentData().toInt();
    m_workspace.edit(tr("Size of the patches"), next);
}

} // namespace rankscope
