// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/job.h"
#include "ui/runs/run_row.h"

#include <QObject>

#include <map>

namespace rankscope {

/// Reads the runs of a folder in the background, some at a time, and again only those that changed since.
class RunLoader : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Looks through the folder; asked for while it does, it looks once more afterwards.
    void load(const std::filesystem::path& root);

signals:
    void listed(const std::vector<std::filesystem::path>& folders); ///< all that there are, sorted
    void rowsRead(const std::vector<rankscope::RunRowPtr>& rows);   ///< sorted
    void finished(const QString& problem);                          ///< empty: all could be read

private:
    struct Listing {
        std::vector<std::filesystem::path> all, changed;
    };
    bool busy() const { return m_list.running() || m_read.running(); }
    void readSome();
    void end(const QString& problem = {});

    std::filesystem::path m_root;
    std::map<std::filesystem::path, RunStamp> m_known;
    std::vector<std::filesystem::path> m_left; ///< to be read, last one first
    bool m_again = false;
    Job<Listing> m_list;
    Job<std::vector<RunRowPtr>> m_read;
};

} // namespace rankscope
