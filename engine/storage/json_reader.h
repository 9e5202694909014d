// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/names.h"
#include "engine/base/shape.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rankscope {

/// Reads the members of one JSON object into variables, strictly: a wrong type or an unknown key is an Error
/// that names it; a missing key leaves its variable alone.
class JsonReader {
public:
    /// `where` is the path of the object for messages: "model.map".
    JsonReader(const nlohmann::json& object, std::string where, std::string_view origin);

    void read(const char* key, bool& value);
    void read(const char* key, int& value);
    void read(const char* key, Index& value);
    void read(const char* key, std::uint64_t& value);
    void read(const char* key, double& value);
    void read(const char* key, std::string& value);
    void read(const char* key, Shape& value); ///< a list, or one number for a list of one
    void read(const char* key, std::vector<std::string>& value);
    void read(const char* key, std::vector<float>& value);
    template <class T>
    void read(const char* key, std::optional<T>& value) {
        const auto* member = find(key);
        if (!member) return;
        if (member->is_null()) {
            value.reset();
        } else {
            T inner{};
            read(key, inner);
            value = inner;
        }
    }
    template <class E>
    requires std::is_enum_v<E>
    void read(const char* key, E& value) {
        std::string id;
        if (!find(key)) return;
        read(key, id);
        rethrowNamed(key, [&] { value = parseId<E>(id); });
    }

    /// The member where it is there, for a reader of its own; null: missing.
    const nlohmann::json* find(const char* key);
    /// Path of a member for messages.
    std::string path(const char* key) const;
    /// Runs `step`; an Error in it is thrown again with file and key in front.
    template <class Step>
    void rethrowNamed(const char* key, Step step) const {
        try {
            step();
        } catch (const Error& failure) {
            throw Error(m_origin + ", \"" + path(key) + "\": " + failure.what(), failure.hint());
        }
    }
    [[noreturn]] void fail(const char* key, const std::string& expected) const;

    /// Throws where the object has keys that were never asked for.
    void finish() const;

private:
    std::int64_t integer(const char* key, const nlohmann::json& value, std::int64_t low,
                         std::int64_t high) const;

    const nlohmann::json& m_object;
    std::string m_where, m_origin;
    std::vector<std::string> m_known;
};

} // namespace rankscope
