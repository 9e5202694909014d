// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/translated.h"

#include <QCoreApplication>

namespace rankscope {

namespace {

constexpr const char* texts[] = {
    // titles of choices
    QT_TRANSLATE_NOOP("rankscope::Engine", "Raw pixels"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Difference from the clip's mean frame"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Difference from the first frame"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Difference from the previous frame"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Channel last"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Channel first"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Patches"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "True order"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Shuffled"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "One frame repeated"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "By the list or class folders"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Folder names, shared by all classes"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Pattern of the file names"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Undisturbed"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Gaussian noise"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Occlusion"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Dropped frames"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Shuffled frames"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Best epoch"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Last epoch"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Validation"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Test"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Training"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Balanced"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Fewest parameters"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Fewest multiplications"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Aligned with image rows"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "LSTM"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "GRU"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "SRNN"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Mean over time (not recurrent)"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Concatenated"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Separate"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Logistic"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Hard"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Matched variance"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "TT-RNN code"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "BT-RNN code"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Groups kept apart, tested once"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Five folds over clips, last epoch"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Random 80/20 of clips, epoch of lowest loss on the 20 %"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Hollywood2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "YouTube Celebrities"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Folder of classes"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Does a sequence of MNIST digits hold a zero"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Empty"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Unfinished"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Stopped"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Done"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Adam"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "SGD with momentum"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Constant"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Step"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Cosine"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Waiting"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Failed"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Skipped"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "System"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Light"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Dark"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "English"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "简体中文"),
    // formats
    QT_TRANSLATE_NOOP("rankscope::Engine", "Block term"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Canonical polyadic"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Dense"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Hierarchical Tucker"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Tensor ring"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Tensor train"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Tucker"),
    // presets
    QT_TRANSLATE_NOOP("rankscope::Engine", "Hollywood2: TT-GRU, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Hollywood2: TT-LSTM, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Hollywood2: TT-SRNN, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Moving shapes: BT-LSTM, Tucker rank 4, CP rank 2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Moving shapes: dense LSTM"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Moving shapes: TT-LSTM, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "Real videos: TT-LSTM, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: BT-GRU, Tucker rank 4, CP rank 2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: BT-LSTM, Tucker rank 1, CP rank 2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: BT-LSTM, Tucker rank 2, CP rank 2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: BT-LSTM, Tucker rank 4, CP rank 2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: BT-SRNN, Tucker rank 4, CP rank 2"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: dense GRU"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: dense LSTM"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: dense SRNN"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: TT-GRU, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: TT-LSTM, rank 4, hidden to hidden in TT too"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: TT-LSTM, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "UCF11: TT-SRNN, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "YouTube faces: TT-GRU, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "YouTube faces: TT-LSTM, rank 4"),
    QT_TRANSLATE_NOOP("rankscope::Engine", "YouTube faces: TT-SRNN, rank 4"),
};

} // namespace

const char* languageInUse() {
    //: The code of the language of these texts: "zh_CN" in the Chinese translation.
    return QCoreApplication::translate("rankscope::Language", "en") == QLatin1String("zh_CN") ? "zh_CN"
                                                                                              : "en";
}

QString translated(const char* engineText) {
    return QCoreApplication::translate("rankscope::Engine", engineText);
}

std::span<const char* const> engineTexts() {
    return texts;
}

} // namespace rankscope
