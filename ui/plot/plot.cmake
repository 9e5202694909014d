# SPDX-FileCopyrightText: 2026 The Rankscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
# What draws the plots is known in this folder alone. To be included after Qt 6 was found, and included it must be: what
# a folder of its own finds is unknown where the translations of `ui` look at its links.
find_package(QCustomPlotQt6 REQUIRED)
set_package_properties(QCustomPlotQt6 PROPERTIES TYPE REQUIRED PURPOSE "curves")
target_link_libraries(ui PUBLIC Qt6::PrintSupport QCustomPlotQt6::QCustomPlotQt6) # qcustomplot.h includes the first
