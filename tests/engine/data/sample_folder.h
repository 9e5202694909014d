// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

/// A folder for one test, with small helpers to fill it.
namespace rankscope {

class SampleFolder {
public:
    SampleFolder() = default;
    /// QTemporaryDir leaves files whose names it cannot decode.
    ~SampleFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path(), ignored);
    }
    SampleFolder(const SampleFolder&) = delete;
    SampleFolder& operator=(const SampleFolder&) = delete;

    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path operator/(const std::string& name) const { return path() / name; }

    /// Writes a file and the folders above it.
    void write(const std::string& name, const std::string& content = "content") const {
        std::filesystem::create_directories((path() / name).parent_path());
        std::ofstream(path() / name, std::ios::binary) << content;
    }

private:
    QTemporaryDir m_folder;
};

/// What `code` throws as Error: "what|hint"; empty where it throws nothing.
template <class Code>
std::string errorOf(Code code) {
    try {
        code();
    } catch (const Error& error) {
        return std::string(error.what()) + "|" + error.hint();
    }
    return {};
}

} // namespace rankscope
