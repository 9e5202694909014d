// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reproduce/result_table.h"
#include "engine/reproduce/study_plan.h"

/// Models by starting values by learning rates on one data set: a rate that suits one start ruins another,
/// and gates that are saturated at the start learn slowly at any.
namespace rankscope {

struct StartStudyRequest {
    StudyRequest study;
    std::vector<Start> starts{Start::Matched, Start::TtCode, Start::BtCode};
    std::vector<double> rates{1e-4, 1e-3, 1e-2};
};

/// The runs of one learning rate: a study of its own in <out>/lr-<rate>, whose models are every model with
/// every start, "<model>-<start>".
struct RateStudy {
    double rate = 0;
    std::filesystem::path out;
    Study study;
};

/// Finds the data as `planStudy` does. Throws Error, Cancelled.
std::vector<RateStudy> planStartStudy(const StartStudyRequest& request, const Observer& observer,
                                      std::stop_token stop);

/// What the run folders hold so far: share of saturated gates before the first update, training and
/// validation accuracy of the best epoch, means over the runs that are done.
ResultTable startStudyTable(const std::vector<RateStudy>& studies);

} // namespace rankscope
