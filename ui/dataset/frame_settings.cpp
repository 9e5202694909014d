// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/frame_settings.h"

#include "ui/training/calm.h"

#include <QGridLayout>
#include <QSignalBlocker>

namespace rankscope {

namespace {
constexpr int mergeId = 0x20000; // apart from the ids of other panes
constexpr int largestSide = 1024, mostFrames = 512;
} // namespace

FrameSettings::FrameSettings(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_frames(addSpin(tr("Frames of a clip"),
                       tr("T: frames of each clip shown to the network, in order of time"), 1, mostFrames)),
      m_width(addSpin(tr("Frame width"), tr("Frames are resized to this width in pixels"), 1, largestSide)),
      m_height(
          addSpin(tr("Frame height"), tr("Frames are resized to this height in pixels"), 1, largestSide)),
      m_note(new QLabel(this)) {
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("frameNote"));
    auto* framesLabel = new QLabel(tr("&Frames of a clip"), this);
    framesLabel->setBuddy(m_frames);
    auto* sizeLabel = new QLabel(tr("Frame si&ze"), this);
    sizeLabel->setBuddy(m_width);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(framesLabel, 0, 0);
    layout->addWidget(m_frames, 0, 1);
    layout->addWidget(sizeLabel, 1, 0);
    layout->addWidget(m_width, 1, 1);
    layout->addWidget(new QLabel(QStringLiteral("×"), this), 1, 2);
    layout->addWidget(m_height, 1, 3);
    layout->addWidget(m_note, 2, 0, 1, 4);
    layout->setColumnStretch(1, 1);
    layout->setColumnStretch(3, 1);
    connect(&workspace, &Workspace::specChanged, this, &FrameSettings::load);
    load();
}

QSpinBox* FrameSettings::addSpin(const QString& name, const QString& what, int low, int high) {
    auto* spin = new Calm<QSpinBox>(this);
    spin->setRange(low, high);
    spin->setKeyboardTracking(false);
    spin->setAccessibleName(name);
    spin->setToolTip(what);
    connect(spin, &QSpinBox::valueChanged, this, &FrameSettings::commit);
    return spin;
}

void FrameSettings::load() {
    const ExperimentSpec& spec = m_workspace.spec();
    for (const auto& [spin, value] :
         {std::pair{m_frames, spec.data.frames}, std::pair{m_width, spec.data.width},
          std::pair{m_height, spec.data.height}}) {
        const QSignalBlocker quiet(spin);
        spin->setValue(value);
    }
    m_frames->setEnabled(!spec.data.wholeClips());
    const Index values = Index{spec.data.width} * spec.data.height * spec.data.channels;
    const bool fits = spec.model.inputSize() == values;
    const QString frame = tr("%1 values a frame").arg(QString::fromStdString(grouped(values)));
    m_note->setText(fits ? frame
                         : tr("⚠ %1; the input modes %2 make %3. Choose modes that fit under Design.")
                               .arg(frame, QString::fromStdString(toString(spec.model.map.inModes)),
                                    QString::fromStdString(grouped(spec.model.inputSize()))));
}

void FrameSettings::commit() {
    ExperimentSpec next = m_workspace.spec();
    next.data.frames = m_frames->value();
    next.data.width = m_width->value();
    next.data.height = m_height->value();
    m_workspace.edit(tr("Frames"), next, mergeId);
}

} // namespace rankscope
