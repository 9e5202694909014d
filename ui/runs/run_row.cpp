// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_row.h"

#include "engine/base/error.h"
#include "engine/format/format.h"
#include "engine/model/counts.h"

#include <algorithm>

namespace rankscope {

bool RunRow::operator==(const RunRow& other) const {
    return info.folder == other.info.folder && info.state == other.info.state &&
           info.spec == other.info.spec && info.history.size() == other.info.history.size() &&
           info.bestEpoch == other.info.bestEpoch && info.testAccuracy == other.info.testAccuracy &&
           problem == other.problem;
}

std::vector<RunRow> readRuns(const std::filesystem::path& root, std::stop_token stop) {
    std::vector<RunRow> rows;
    std::error_code ignored;
    if (!std::filesystem::is_directory(root, ignored)) return rows;
    for (const std::filesystem::path& folder : listRuns(root)) {
        if (stop.stop_requested()) throw Cancelled();
        RunRow row;
        row.info.folder = folder;
        try {
            row.info = readRun(folder);
            const CountReport counts = countParameters(row.info.spec.model);
            row.parameters = counts.model;
            row.mapRatio = counts.inputToHiddenRatio();
            row.modelRatio = counts.modelRatio();
        } catch (const Error& error) {
            row.problem = QString::fromUtf8(error.what());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QString ranksText(const MapSpec& map) {
    const auto text = [](const Shape& sizes) { return QString::fromStdString(toString(sizes, ",")); };
    QStringList parts;
    try {
        const RankFields fields = formatNamed(map.format).rankFields(static_cast<Index>(map.inModes.size()));
        if (fields.ranks > 0) parts << text(map.ranks);
        if (fields.tucker > 0) parts << QStringLiteral("R ") + text(map.tuckerRanks);
        if (fields.blocks) parts << QStringLiteral("N ") + QString::number(map.blocks);
    } catch (const Error&) { // a format of a newer program
        return {};
    }
    return parts.join(QStringLiteral("  "));
}

std::optional<double> bestAccuracy(const RunInfo& run) {
    const auto best = std::ranges::find(run.history, run.bestEpoch, &EpochRecord::epoch);
    return best == run.history.end() ? std::nullopt : best->validationAccuracy;
}

} // namespace rankscope
