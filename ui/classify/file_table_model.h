// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classify/classifier.h"

#include <QAbstractTableModel>

namespace rankscope {

/// The videos to classify: each with its class and probability, its error, or still waiting.
class FileTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { File, Class, Probability, ColumnCount };
    /// Frames take memory: those of the clips looked at last are kept, the others are read again when asked
    /// for.
    static constexpr int clipsKept = 16;
    static constexpr std::size_t bytesKept = std::size_t{256}
                                             << 20; ///< and no more; the watched one in any case

    struct Entry {
        QString path;
        std::vector<ClassProbability> ranking; ///< empty: not classified yet, or failed
        QString error, hint;
        std::shared_ptr<const ShownClip> clip; ///< null: not classified, or no longer kept
        int weights = -1;                      ///< which weights said it; -1: none yet
        QString reason() const;                ///< the error without the path that stands beside it
        bool waiting() const { return ranking.empty() && error.isEmpty(); }
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// Files that are listed already are classified again. Returns the row of the first of them.
    int addFiles(const QStringList& paths);
    void clear();
    /// All wait again. What older weights of the same run said stays until the new ones have spoken.
    void weightsChanged(bool sameRun);
    /// `watched`: the row whose clip is kept in any case.
    void setClip(int row, std::shared_ptr<const ShownClip> clip, int watched);
    void setError(int row, const QString& error, const QString& hint);
    const Entry& entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }
    int nextWaiting() const; ///< the row that has waited longest; -1: none
    bool upToDate(int row) const { return entry(row).weights == m_weights; }
    /// For the clipboard, tab-separated, and as a file (RFC 4180): a heading, then of every file its class,
    /// the probability with a decimal point, or what is wrong with it; in the file also the probability of
    /// every class.
    QString text() const;
    QString csv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void changed(int row);
    void dropOldClips(int watched);
    std::vector<Entry> m_entries;
    int m_weights = 0;
    std::vector<int> m_kept; ///< rows whose clips are kept, oldest first
};

} // namespace rankscope
