// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_export.h"

#include "engine/base/error.h"
#include "engine/base/number_text.h"
#include "engine/storage/file_io.h"
#include "ui/runs/run_table_model.h"
#include "ui/training/curve_data.h"

#include <algorithm>

namespace rankscope {

namespace {

using Column = RunTableModel::Column;

bool isText(int column) {
    return column == Column::Name || column == Column::State || column == Column::FormatColumn ||
           column == Column::Ranks || column == Column::Note || column == Column::CellColumn;
}

std::string numberOrNothing(const std::optional<double>& value) {
    return value ? plainNumber(*value) : std::string();
}

/// As programs read it.
std::string valueOf(const RunRow& run, int column) {
    switch (column) {
    case Column::Parameters:
        return std::to_string(run.parameters);
    case Column::MapRatio:
        return plainNumber(run.mapRatio);
    case Column::ModelRatio:
        return plainNumber(run.modelRatio);
    case Column::BestAccuracy:
        return numberOrNothing(run.bestAccuracy);
    case Column::LastAccuracy:
        return numberOrNothing(run.lastAccuracy);
    case Column::TestAccuracy:
        return numberOrNothing(run.testAccuracy());
    case Column::Epochs:
        return std::to_string(run.epochs);
    case Column::Time: // known once there are epochs
        return run.epochs > 0 ? plainNumber(run.seconds) : std::string();
    case Column::Rate:
        return run.epochs > 0 ? plainNumber(run.learningRate) : std::string();
    default:
        return {};
    }
}

} // namespace

ResultTable runTable(const std::vector<RunRowPtr>& runs) {
    ResultTable table;
    const RunTableModel model;
    std::vector<int> columns;
    for (int column = 0; column < Column::ColumnCount; ++column) {
        if (column == Column::AtEpoch) continue;
        columns.push_back(column);
        table.columns.push_back(
            {model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toStdString(),
             !isText(column)});
    }
    for (const RunRowPtr& run : runs) {
        std::vector<ResultCell> row;
        for (const int column : columns)
            row.push_back({model.text(*run, column).toStdString(),
                           run->problem.isEmpty() ? valueOf(*run, column) : std::string()});
        table.rows.push_back(std::move(row));
    }
    return table;
}

ResultTable curveTable(const std::vector<std::filesystem::path>& runs) {
    ResultTable table;
    table.columns.push_back({"epoch", true});
    std::vector<RunInfo> infos;
    std::size_t epochs = 0;
    for (const auto& folder : runs) {
        infos.push_back(readRun(folder));
        epochs = std::max(epochs, infos.back().history.size());
        for (const char* what :
             {"training loss", "validation loss", "training accuracy",
              hasMeanPrecision(infos.back()) ? "validation mean average precision" : "validation accuracy",
              "learning rate"})
            table.columns.push_back({folder.filename().string() + " " + what, true});
    }
    for (std::size_t i = 0; i < epochs; ++i) {
        std::vector<ResultCell> row{{std::to_string(i + 1), {}}};
        for (const RunInfo& run : infos) {
            if (i >= run.history.size()) {
                row.insert(row.end(), 5, {});
                continue;
            }
            const EpochRecord& record = run.history[i];
            row.push_back({plainNumber(record.trainLoss), {}});
            row.push_back({numberOrNothing(record.validationLoss), {}});
            row.push_back({plainNumber(record.trainAccuracy), {}});
            row.push_back({numberOrNothing(record.validationScore()), {}});
            row.push_back({plainNumber(record.learningRate), {}});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void exportTable(const ResultTable& table, const std::filesystem::path& path) {
    const QString ending = QString::fromStdString(path.extension().string()).toLower();
    if (ending == ".csv")
        writeText(path, toCsv(table));
    else if (ending == ".tex")
        writeText(path, toLatex(table));
    else if (ending == ".md")
        writeText(path, toMarkdown(table));
    else
        throw Error("A table cannot be written as \"" + path.string() + "\".",
                    "End the name in .csv, .tex or .md.");
}

} // namespace rankscope
