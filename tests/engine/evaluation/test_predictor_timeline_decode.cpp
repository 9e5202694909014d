// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "engine/data/synthetic.h"
#include "engine/evaluation/predictor.h"
#include "engine/model/sequence_model.h"
#include "engine/model/start.h"
#include "engine/storage/run_writer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rankscope;

/// The timeline of a video, against the model applied to its parts one by one.
class TestPredictorTimeline : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_run, m_video;
    RunHeader m_header;
    std::vector<float> m_weights;

    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    std::vector<float> answer(std::vector<std::vector<std::uint8_t>> part) const {
        SequenceModel<float> model(m_header.spec.model, m_header.spec.data.frames);
        model.weights().assign(m_weights.begin(), m_weights.end());
        ThreadPool pool(1);
        const auto& said = model.forward(
            evaluationBlock(part, m_header.spec.data, m_header.statistics, inputScale(Start::Matched)), pool);
        return {said.begin(), said.end()};
    }

private slots:
    void initTestCase() {
        m_run = path("run");
        writeMovingShapes({1, 1}, path("clips"), 1);
        m_video = path("clips/clockwise/000.avi");
        m_header.spec.data.width = 16;
        m_header.spec.data.height = 12;
        m_header.spec.data.frames = 4;
        m_header.spec.data.candidates = 12;
        m_header.spec.model.map = {"tt", {24, 24}, {2, 4}, {3}, {}, 1};
        m_header.spec.model.classes = 3;
        m_header.classes = {"a", "b", "c"};
        m_header.statistics = {{100, 120, 140}, {50, 60, 70}};
        m_header.dataRoot = "/data";
        m_weights.resize(static_cast<std::size_t>(layoutOf(m_header.spec.model).size));
        Random random{5, 5};
        for (float& value : m_weights) value = static_cast<float>(0.5 * random.normal());
        RunWriter writer = RunWriter::create(m_run, m_header);
        TrainerState state;
        state.model = m_header.spec.model;
        state.weights = m_weights;
        state.optimizer.moments.assign(2, std::vector<float>(m_weights.size(), 0.0f));
        writer.commit(state);
    }

    void eachMomentIsTheAnswerToTheVideoSoFar() {
        Predictor predictor(m_run);
        const ClassifiedClip clip = predictor.classify(m_video);
        const ClassTimeline timeline = predictor.timeline(clip.clip.frames);
        QCOMPARE(timeline.moments.size(), std::size_t{12});
        for (std::size_t k = 0; k < 12; ++k) {
            QCOMPARE(timeline.moments[k], static_cast<int>(k));
            QCOMPARE(timeline.probabilities[k],
                     answer({clip.clip.frames.begin(), clip.clip.frames.begin() + static_cast<int>(k) + 1}));
        }
        QVERIFY(timeline.probabilities.front() != timeline.probabilities.back());
        for (const ClassProbability& entry : clip.ranking) {
            const auto found =
                std::ranges::find(predictor.classes(), entry.name) - predictor.classes().begin();
            QCOMPARE(static_cast<double>(timeline.probabilities.back()[static_cast<std::size_t>(found)]),
                     entry.probability);
        }
    }

    void windowsStayWithinTheVideo() {
        Predictor predictor(m_run);
        const auto frames = predictor.classify(m_video).clip.frames;
        const ClassTimeline timeline = predictor.timeline(frames, 6);
        for (std::size_t k = 0; k < 12; ++k) {
            const int first = std::clamp(static_cast<int>(k) - 3, 0, 6);
            QCOMPARE(timeline.probabilities[k], answer({frames.begin() + first, frames.begin() + first + 6}));
        }
        const ClassTimeline whole = predictor.timeline(frames, 1000);
        for (const auto& said : whole.probabilities) QCOMPARE(said, answer(frames));
    }

    void longVideosHaveABoundedNumberOfMoments() {
        Predictor predictor(m_run);
        const auto frames = predictor.classify(m_video).clip.frames;
        const std::vector<std::vector<std::uint8_t>> many(1000, frames.front());
        const ClassTimeline timeline = predictor.timeline(many, 4);
        QCOMPARE(static_cast<int>(timeline.moments.size()), Predictor::mostMoments);
        QCOMPARE(timeline.moments.back(), 999);
        QVERIFY(std::ranges::adjacent_find(timeline.moments, std::greater_equal<>()) ==
                timeline.moments.end());
        QVERIFY(predictor.timeline({}).moments.empty());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, predictor.timeline(many, 4, stop.get_token()));
    }

    void itWorksAfterTheRunWasMoved() {
        Predictor predictor(m_run);
        const auto before = predictor.classify(m_video).ranking;
        std::filesystem::rename(m_run, path("moved"));
        const auto after = predictor.classify(m_video).ranking,
                   anew = Predictor(path("moved")).classify(m_video).ranking;
        std::filesystem::rename(path("moved"), m_run);
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(after[i].probability, before[i].probability);
            QCOMPARE(anew[i].probability, before[i].probability);
        }
    }
};

QTEST_APPLESS_MAIN(TestPredictorTimeline)
#include "test_predictor_timeline_decode.moc"
