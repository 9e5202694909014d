// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_output.h"

#include "app/cli/interrupt_watch.h"

#include <iostream>

namespace rankscope {

Json epochJson(const EpochRecord& record) {
    return {{"epoch", record.epoch},
            {"trainLoss", record.trainLoss},
            {"trainAccuracy", record.trainAccuracy},
            {"validationLoss", orNull(record.validationLoss)},
            {"validationAccuracy", orNull(record.validationAccuracy)},
            {"clipsPerSecond", record.clipsPerSecond},
            {"seconds", record.seconds},
            {"gradientNorm", orNull(record.gradientNorm)},
            {"gateSaturation", orNull(record.gateSaturation)},
            {"validationMeanPrecision", orNull(record.validationMeanPrecision)}};
}

std::string epochLine(const EpochRecord& record, int epochs) {
    std::string line = "epoch " + std::to_string(record.epoch) + "/" + std::to_string(epochs) + "  loss " +
                       fixed(record.trainLoss, 4) + "  accuracy " + percent(record.trainAccuracy);
    if (record.validationLoss) line += "  validation loss " + fixed(*record.validationLoss, 4);
    if (record.validationAccuracy) line += "  accuracy " + percent(*record.validationAccuracy);
    if (record.validationMeanPrecision) line += "  mAP " + percent(*record.validationMeanPrecision);
    return line + "  " + fixed(record.clipsPerSecond, 0) + " clips/s  " + duration(record.seconds);
}

void TrainOutput::operator()(const Event& event) {
    std::visit([this](const auto& one) { show(one); }, event);
}

void TrainOutput::print(const Json& json, const std::string& line) {
    m_bar.clear();
    if (m_json)
        printJson(json);
    else
        printLine(line);
}

void TrainOutput::show(const ProgressEvent& event) {
    std::string label = titleOf(event.phase), rest;
    if (event.epoch > 0)
        label += " epoch " + std::to_string(event.epoch) + "/" + std::to_string(event.epochs);
    if (event.clipsPerSecond > 0) rest += fixed(event.clipsPerSecond, 0) + " clips/s";
    if (event.loss) rest += "  loss " + fixed(*event.loss, 3);
    if (event.remainingSeconds) rest += "  " + duration(*event.remainingSeconds) + " left";
    m_bar.show(label, event.done, event.total, rest);
}

void TrainOutput::show(const StartEvent& event) {
    if (m_json || event.gateSaturation)
        print({{"event", "start"}, {"gateSaturation", orNull(event.gateSaturation)}},
              "saturated gates at the start " + percent(event.gateSaturation.value_or(0)));
}

void TrainOutput::show(const EpochEvent& event) {
    const int epoch = event.record.epoch;
    if (epoch != 1 && epoch != m_epochs && epoch % m_every != 0) return;
    Json json{{"event", "epoch"}};
    json.update(epochJson(event.record));
    print(json, epochLine(event.record, m_epochs) + (event.best ? "  best" : ""));
}

void TrainOutput::show(const RanksEvent& event) {
    const RankRecord& change = event.record;
    print({{"event", "ranks"},
           {"epoch", change.epoch},
           {"batch", change.batch},
           {"from", change.from},
           {"to", change.to},
           {"parametersBefore", change.parametersBefore},
           {"parametersAfter", change.parametersAfter},
           {"error", change.error},
           {"optimizer", event.optimizer}},
          "ranks " + change.from + " -> " + change.to + ", parameters " + grouped(change.parametersBefore) +
              " -> " + grouped(change.parametersAfter) + ", error of the map " + percent(change.error) +
              "; " + event.optimizer);
}

void TrainOutput::show(const SkippedEvent& event) {
    print({{"event", "skipped"}, {"path", event.path}, {"reason", event.reason}},
          "skipped " + event.path + ": " + event.reason);
}

void TrainOutput::show(const WarningEvent& event) {
    print({{"event", "warning"}, {"what", event.what}}, "Warning: " + event.what);
}

void TrainOutput::show(const StoppedEvent& event) {
    print({{"event", "stopped"}, {"epoch", event.epoch}, {"why", event.why}},
          "stopped after " + std::to_string(event.epoch) + " complete epochs: " + event.why);
}

void TrainOutput::show(const DoneEvent& event) {
    std::string line =
        event.bestEpoch > 0 ? "best epoch " + std::to_string(event.bestEpoch) : "no complete epoch";
    if (event.bestValidationAccuracy)
        line += ", validation accuracy " + percent(*event.bestValidationAccuracy);
    if (event.bestValidationMeanPrecision)
        line += ", mean average precision " + percent(*event.bestValidationMeanPrecision);
    if (event.testAccuracy) line += ", test accuracy " + percent(*event.testAccuracy);
    if (event.testMeanPrecision) line += ", mean average precision " + percent(*event.testMeanPrecision);
    print({{"event", "done"},
           {"bestEpoch", event.bestEpoch},
           {"bestValidationAccuracy", orNull(event.bestValidationAccuracy)},
           {"bestValidationMeanPrecision", orNull(event.bestValidationMeanPrecision)},
           {"testAccuracy", orNull(event.testAccuracy)},
           {"testMeanPrecision", orNull(event.testMeanPrecision)}},
          line);
}

TrainResult trainWithOutput(const TrainRequest& request, TrainOutput& output) {
    Interruption interruption;
    try {
        const DoneEvent done =
            trainRun(request, std::ref(output), interruption.control, interruption.stop.get_token());
        return {done, interruption.watch.interrupted()};
    } catch (const Cancelled&) {
        output(StoppedEvent{0, "stopped by the user"});
        return {{}, true};
    }
}

} // namespace rankscope
