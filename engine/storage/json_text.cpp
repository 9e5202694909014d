// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storage/spec_json.h"

#include <nlohmann/json.hpp>

#include <unordered_set>

namespace rankscope {
namespace {

constexpr std::size_t deepest = 16;

/// A first pass that bounds the depth and refuses an object that names a key twice (readers would differ on
/// which counts). The library's own parser callback would do, but it takes quadratic time on long lists of
/// objects.
class Guard final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Guard(std::string_view origin) : m_origin(origin) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (!m_keys.back().insert(name).second) throw Error(m_origin + ": \"" + name + "\" is there twice.");
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception& failure) override {
        std::string why = failure.what(); // "[json.exception.parse_error.101] parse error at ..."
        if (const auto end = why.find("] "); end != std::string::npos) why.erase(0, end + 2);
        throw Error(m_origin + " is not valid JSON: " + why + ".");
    }

private:
    bool open() {
        if (m_keys.size() == deepest)
            throw Error(m_origin + ": lists and objects are nested deeper than " + std::to_string(deepest) +
                        ".");
        m_keys.emplace_back();
        return true;
    }
    bool close() {
        m_keys.pop_back();
        return true;
    }

    std::string m_origin;
    std::vector<std::unordered_set<std::string>> m_keys; ///< of the objects that are open, outermost first
};

} // namespace

nlohmann::json parseJson(std::string_view text, std::string_view origin, std::size_t limit) {
    if (text.size() > limit)
        throw Error(std::string(origin) + " has " + std::to_string(text.size()) + " bytes of JSON; at most " +
                    std::to_string(limit) + " are read.");
    Guard guard(origin);
    nlohmann::json::sax_parse(text, &guard);
    return nlohmann::json::parse(text);
}

} // namespace rankscope
