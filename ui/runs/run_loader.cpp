// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_loader.h"

#include <QtConcurrent/QtConcurrentMap>

#include <algorithm>
#include <chrono>

namespace rankscope {

namespace {
using namespace std::chrono_literals;
constexpr auto batchTime = 60ms; // rows appear this often
constexpr int atOnce = 32;       // runs, shared out among the cores
} // namespace

void RunLoader::load(const std::filesystem::path& root) {
    if (busy() && root == m_root) {
        m_again = true;
        return;
    }
    m_root = root;
    m_read.cancel();
    m_list.start(
        this,
        [root, known = m_known](std::stop_token stop) {
            Listing listing{listRuns(root), {}};
            for (const auto& folder : listing.all) {
                if (stop.stop_requested()) throw Cancelled();
                const auto found = known.find(folder);
                if (found == known.end() || found->second != runStampOf(folder))
                    listing.changed.push_back(folder);
            }
            return listing;
        },
        [this](JobResult<Listing> result) {
            if (!result.error.isEmpty()) {
                end(Problem{result.error, result.hint}.sentence());
                return;
            }
            std::erase_if(m_known, [&](const auto& entry) {
                return !std::ranges::binary_search(result.value.all, entry.first);
            });
            emit listed(result.value.all);
            m_left = std::move(result.value.changed);
            std::ranges::reverse(m_left);
            readSome();
        });
}

void RunLoader::readSome() {
    if (m_left.empty()) {
        end();
        return;
    }
    m_read.start(
        this,
        [folders = m_left](std::stop_token stop) {
            std::vector<RunRowPtr> rows;
            const auto until = std::chrono::steady_clock::now() + batchTime;
            for (auto next = folders.rbegin(); next != folders.rend();) {
                if (stop.stop_requested()) throw Cancelled();
                const auto end = next + std::min<std::ptrdiff_t>(atOnce, folders.rend() - next);
                const auto read = [](const std::filesystem::path& folder) {
                    return RunRowPtr(std::make_shared<const RunRow>(readRow(folder)));
                };
                const auto some = QtConcurrent::blockingMapped<QList<RunRowPtr>>(next, end, read);
                rows.insert(rows.end(), some.begin(), some.end());
                next = end;
                if (std::chrono::steady_clock::now() > until) break;
            }
            return rows;
        },
        [this](JobResult<std::vector<RunRowPtr>> result) {
            if (!result.error.isEmpty()) {
                end(Problem{result.error, result.hint}.sentence());
                return;
            }
            for (const RunRowPtr& row : result.value) m_known[row->info.folder] = row->stamp;
            m_left.resize(m_left.size() - result.value.size());
            emit rowsRead(result.value);
            readSome();
        });
}

void RunLoader::end(const QString& problem) {
    m_left.clear();
    if (std::exchange(m_again, false))
        load(m_root);
    else
        emit finished(problem);
}

} // namespace rankscope
