// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/frame_order.h"
#include "engine/data/synthetic.h"
#include "engine/evaluation/predictor.h"
#include "engine/model/sequence_model.h"
#include "engine/storage/run_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace rankscope;

/// A run is read with the frame layout and the hidden-to-hidden format it was trained with.
class TestPredictorLayout : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    static RunHeader header(FrameLayout layout) {
        RunHeader made;
        made.spec.data.width = 16;
        made.spec.data.height = 12;
        made.spec.data.layout = layout;
        made.spec.data.patchWidth = 4;
        made.spec.data.patchHeight = 6;
        made.spec.model.map = {"dense", {576}, {8}, {}, {}, 1};
        made.spec.model.recurrent = {"tt", {4, 2}, {2, 4}, {3}, {}, 1};
        made.spec.model.classes = 3;
        made.classes = {"a", "b", "c"};
        made.statistics = {{100, 120, 140}, {50, 60, 70}};
        made.dataRoot = "/data";
        return made;
    }

    /// Weights of the channel-last run, the map's columns moved to where the layout puts their values.
    static std::vector<float> weightsFor(const DataSpec& data, const ModelSpec& model) {
        std::vector<float> weights(static_cast<std::size_t>(layoutOf(model).size));
        Random random{3, 3};
        for (float& value : weights) value = static_cast<float>(0.1 * random.normal());
        const FrameOrder order(data);
        if (order.isIdentity()) return weights;
        for (std::size_t row = 0; row < 4 * 8; ++row) {
            std::vector<float> columns(weights.begin() + static_cast<std::ptrdiff_t>(row * 576),
                                       weights.begin() + static_cast<std::ptrdiff_t>((row + 1) * 576));
            order.apply(columns.data(), weights.data() + row * 576);
        }
        return weights;
    }

    std::vector<double> probabilities(const char* run, const RunHeader& described,
                                      const std::vector<float>& weights) const {
        {
            RunWriter writer = RunWriter::create(path(run), described);
            TrainerState state;
            state.model = described.spec.model;
            state.weights = weights;
            state.optimizer.moments.assign(2, std::vector<float>(weights.size(), 0.0f));
            writer.commit(state);
        }
        if (!(readHeader(path(run)).spec == described.spec)) throw std::runtime_error("another spec");
        const auto ranking = Predictor(path(run)).classify(path("clips/left/000.avi")).ranking;
        std::vector<double> found;
        for (const char* name : {"a", "b", "c"})
            found.push_back(std::ranges::find(ranking, name, &ClassProbability::name)->probability);
        return found;
    }

private slots:
    void permutedWeightsSayTheSame() {
        writeMovingShapes({1, 1}, path("clips"), 1);
        const RunHeader plain = header(FrameLayout::ChannelLast);
        const auto weights = weightsFor(plain.spec.data, plain.spec.model);
        const auto wanted = probabilities("plain", plain, weights);
        QVERIFY(std::abs(wanted[0] - wanted[1]) > 1e-3);
        for (const FrameLayout layout : {FrameLayout::ChannelFirst, FrameLayout::Patches}) {
            const RunHeader other = header(layout);
            const std::string name = idOf(layout);
            const auto found =
                probabilities(name.c_str(), other, weightsFor(other.spec.data, other.spec.model));
            for (std::size_t i = 0; i < 3; ++i) QVERIFY(std::abs(found[i] - wanted[i]) < 1e-5);
            const auto wrong = probabilities((name + "-unmoved").c_str(), other, weights);
            QVERIFY(std::abs(wrong[0] - wanted[0]) > 1e-3);
        }
    }
};

QTEST_APPLESS_MAIN(TestPredictorLayout)
#include "test_predictor_layout_decode.moc"
