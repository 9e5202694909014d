// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/synthetic.h"

#include "engine/base/error.h"
#include "engine/base/parallel.h"
#include "engine/base/random.h"
#include "engine/video/video_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <system_error>

namespace rankscope {

namespace fs = std::filesystem;

namespace {

constexpr double width = MovingShapes::width, height = MovingShapes::height,
                 framesOfClip = MovingShapes::frames;
constexpr double turn = 2 * std::numbers::pi;

enum class Motion { Left, Right, Up, Down, Clockwise, Anticlockwise, Growing, Shrinking };
enum class Outline { Disc, Square, Diamond };

struct Place {
    double x, y, radius;
};

/// All that is drawn once a clip. Place and size are drawn for the middle of the clip and the motion runs
/// through them, as far before as after: opposite classes show the same single frames, only their order tells
/// which it is.
struct Scene {
    Outline outline;
    std::array<double, 3> colour{}, background{};
    double noise, x, y, radius, distance, orbit, phase, turns, growth;

    explicit Scene(Random random)
        : outline(static_cast<Outline>(random.below(3))),
          noise(random.uniform(4, 10)),
          x(random.uniform(0.35, 0.65) * width),
          y(random.uniform(0.35, 0.65) * height),
          radius(5 * std::pow(1.8, random.uniform())),
          distance(random.uniform(0.4, 0.7)),
          orbit(random.uniform(9, 14)),
          phase(random.uniform(0, turn)),
          turns(random.uniform(0.7, 1.1)),
          growth(random.uniform(2, 3.2)) {
        for (double& channel : colour) channel = random.uniform(150, 255);
        colour[random.below(3)] = random.uniform(220, 255);
        for (double& channel : background) channel = random.uniform(10, 30);
    }

    /// `time` runs from -1/2 to 1/2.
    Place at(Motion motion, double time) const {
        const double angle = phase + turn * turns * time;
        switch (motion) {
        case Motion::Left:
            return {x - distance * width * time, y, radius};
        case Motion::Right:
            return {x + distance * width * time, y, radius};
        case Motion::Up:
            return {x, y - distance * height * time, radius};
        case Motion::Down:
            return {x, y + distance * height * time, radius};
        case Motion::Clockwise:
            return {x + orbit * std::cos(angle), y + orbit * std::sin(angle), radius}; // y points down
        case Motion::Anticlockwise:
            return {x + orbit * std::cos(angle), y - orbit * std::sin(angle), radius};
        case Motion::Growing:
            return {x, y, radius * std::pow(growth, time)};
        case Motion::Shrinking:
            return {x, y, radius * std::pow(growth, -time)};
        }
        return {x, y, radius};
    }
};

/// Share of a pixel that the shape covers; all outlines of one radius have the same area.
double coverage(Outline outline, double dx, double dy, double radius) {
    double beyond = 0;
    switch (outline) {
    case Outline::Disc:
        beyond = std::hypot(dx, dy) - radius;
        break;
    case Outline::Square:
        beyond = std::max(std::abs(dx), std::abs(dy)) - 0.886 * radius;
        break;
    case Outline::Diamond:
        beyond = (std::abs(dx) + std::abs(dy) - 1.253 * radius) * std::numbers::sqrt2 / 2;
        break;
    }
    return std::clamp(0.5 - beyond, 0.0, 1.0);
}

} // namespace

const std::vector<std::string>& MovingShapes::classes() {
    static const std::vector<std::string> names{"left",      "right",         "up",      "down",
                                                "clockwise", "anticlockwise", "growing", "shrinking"};
    return names;
}

std::vector<std::uint8_t> movingShapeFrame(const MovingShapes& shapes, int classIndex, int clip, int t) {
    const auto word = [](int value) { return static_cast<std::uint64_t>(value); };
    const Scene scene(Random{shapes.seed, purpose::synthetic, word(classIndex), word(clip)});
    Random noise{shapes.seed, purpose::synthetic, word(classIndex), word(clip), word(t)};
    const Place place = scene.at(static_cast<Motion>(classIndex), t / (framesOfClip - 1) - 0.5);
    std::vector<std::uint8_t> frame;
    frame.reserve(static_cast<std::size_t>(MovingShapes::width * MovingShapes::height * 3));
    for (int y = 0; y < MovingShapes::height; ++y)
        for (int x = 0; x < MovingShapes::width; ++x) {
            const double share = coverage(scene.outline, x - place.x, y - place.y, place.radius);
            for (std::size_t c = 0; c < 3; ++c) {
                const double value = share * scene.colour[c] + (1 - share) * scene.background[c] +
                                     noise.uniform(-scene.noise, scene.noise);
                frame.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0))));
            }
        }
    return frame;
}

void writeMovingShapes(const MovingShapes& shapes, const fs::path& folder, int threads, std::stop_token stop,
                       const Progress& progress) {
    if (shapes.clipsPerClass < 1 || shapes.clipsPerClass > 10'000)
        throw Error("Clips a class: " + std::to_string(shapes.clipsPerClass) + " is not possible.",
                    "Choose 1 to 10000.");
    const auto& classes = MovingShapes::classes();
    for (const std::string& name : classes) {
        std::error_code failure;
        fs::create_directories(folder / name, failure);
        if (failure)
            throw Error("The folder " + (folder / name).string() + " cannot be made: " + failure.message() +
                            ".",
                        "Choose another folder.");
    }
    const int total = shapes.clipsPerClass * static_cast<int>(classes.size());
    const auto writeClip = [&](int number) {
        const int classIndex = number / shapes.clipsPerClass, clip = number % shapes.clipsPerClass;
        std::array<char, 16> name{};
        std::snprintf(name.data(), name.size(), "%03d.avi", clip);
        const fs::path path = folder / classes[static_cast<std::size_t>(classIndex)] / name.data();
        std::error_code ignored;
        if (fs::exists(path, ignored)) return;
        std::vector<std::vector<std::uint8_t>> frames;
        for (int t = 0; t < MovingShapes::frames; ++t)
            frames.push_back(movingShapeFrame(shapes, classIndex, clip, t));
        writeVideo(path, frames, MovingShapes::width, MovingShapes::height, 12);
    };
    ThreadPool pool(threads);
    constexpr int portion = 16; // so that progress is told by the calling thread, a portion at a time
    for (int first = 0; first < total; first += portion) {
        if (progress) progress(first, total);
        pool.run(std::min(portion, total - first), [&](int piece) {
            if (stop.stop_requested()) throw Cancelled();
            writeClip(first + piece);
        });
    }
    if (progress) progress(total, total);
}

} // namespace rankscope
