// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/aligned.h"
#include "engine/base/random.h"
#include "engine/kernel/kernels.h"
#include "engine/network/frame_block.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace rankscope;

/// x = scale[channel] * value + offset[channel], whichever index the channel is.
class TestFrameBlock : public QObject {
    Q_OBJECT
private slots:
    void scalesByChannel_data() {
        QTest::addColumn<bool>("asBytes");
        QTest::addColumn<int>("channelRun");
        QTest::addColumn<double>("dropout");
        QTest::addColumn<int>("channels");
        for (const bool asBytes : {true, false})
            for (const int run : {1, 2, 35, 70})
                for (const double dropout : {0.0, 0.3})
                    for (const int channels : {3, 5})
                        QTest::addRow("%s run %d dropout %g channels %d", asBytes ? "bytes" : "floats", run,
                                      dropout, channels)
                            << asBytes << run << dropout << channels;
    }

    void scalesByChannel() {
        QFETCH(bool, asBytes);
        QFETCH(int, channelRun);
        QFETCH(double, dropout);
        QFETCH(int, channels);
        FrameBlock block;
        block.count = 7;
        block.size = 210;
        block.clips = 3;
        block.dropout = dropout;
        block.scale = {0.5f, 2.0f, 3.0f};
        block.offset = {-1.0f, 4.0f, 0.25f};
        for (int channel = 3; channel < channels; ++channel) {
            block.scale.push_back(0.75f * static_cast<float>(channel));
            block.offset.push_back(-0.5f);
        }
        block.channelRun = channelRun;
        Random random{1, 2};
        for (Index i = 0; i < block.count * block.size; ++i) {
            const auto value = static_cast<std::uint8_t>(random.below(256));
            if (asBytes)
                block.bytes.push_back(value);
            else
                block.values.push_back(value);
        }
        std::vector<double> x(static_cast<std::size_t>(block.count * block.size));
        block.convert(0, block.count, x.data());
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i] == 0 && dropout > 0) continue;
            const auto channel = i % 210 / static_cast<std::size_t>(channelRun) % block.scale.size();
            const double value = asBytes ? block.bytes[i] : double(block.values[i]);
            const double wanted = double(block.scale[channel]) * value + double(block.offset[channel]);
            QVERIFY(std::abs(x[i] * (1 - dropout) - wanted) < 1e-9);
        }
        // any piece of any frames, as lines
        for (const auto& [first, n, begin, length] : {std::array<int, 4>{0, 7, 0, 210},
                                                      {2, 3, 1, 50},
                                                      {6, 1, 69, 72},
                                                      {0, 4, 34, 2},
                                                      {3, 2, 209, 1}}) {
            AlignedVector<double> lines(static_cast<std::size_t>(length * lineLength), -7);
            block.lines(first, n, begin, length, lines.data());
            for (int i = 0; i < length; ++i)
                for (int lane = 0; lane < lineLength; ++lane) {
                    const double wanted =
                        lane < n ? x[static_cast<std::size_t>((first + lane) * 210 + begin + i)] : 0;
                    QVERIFY(std::abs(lines[static_cast<std::size_t>(i * lineLength + lane)] - wanted) < 1e-9);
                }
            std::vector<double> piece(static_cast<std::size_t>(length) + 1, -7);
            block.piece(first, begin, length, piece.data());
            for (int i = 0; i < length; ++i)
                QVERIFY(std::abs(piece[static_cast<std::size_t>(i)] -
                                 x[static_cast<std::size_t>(first * 210 + begin + i)]) < 1e-9);
            QVERIFY(piece.back() == -7);
        }
    }
};

QTEST_APPLESS_MAIN(TestFrameBlock)
#include "test_frame_block.moc"
