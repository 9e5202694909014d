// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/shape.h"
#include "engine/data/data_spec.h"

#include <QImage>
#include <QWidget>

namespace rankscope {

/// A frame on which the pixels are painted that one index of an input mode covers: strongly those of the
/// same leading indices, faintly all that share the index. The mouse or the arrow keys choose the place.
class ModesPicture : public QWidget {
    Q_OBJECT
public:
    explicit ModesPicture(QWidget* parent);

    /// `frame`: width x height pixels; null: a grid in its place. The modes must multiply to the values of
    /// the frame.
    void setFrame(const QImage& frame, const DataSpec& spec, const Shape& modes);
    /// Nothing to paint, and why.
    void setUnavailable(const QString& reason);
    void setMode(int mode);
    int mode() const { return m_mode; }

    /// The indices i_1..i_d of the place.
    Shape indices() const;
    /// Moves to a pixel.
    void setPlace(int column, int row);
    /// Whether a pixel is covered by the block (strong) at the place.
    bool covers(int column, int row) const;

    QSize minimumSizeHint() const override { return {160, 90}; }
    QSize sizeHint() const override { return {320, 200}; }

signals:
    void placeChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool isAvailable() const { return m_unavailable.isEmpty() && !m_values.empty(); }
    QRectF pictureRect() const;
    Index positionOf(int column, int row) const; ///< of the first channel of a pixel
    void setPosition(Index position);
    void paintCover();
    std::size_t pixelOf(std::size_t position) const {
        return static_cast<std::size_t>(m_values[position] / m_data.channels);
    }

    QImage m_frame, m_cover;
    DataSpec m_data;
    Shape m_modes;
    std::vector<int> m_values;    ///< of each position of the vector
    std::vector<int> m_positions; ///< of the first channel of each pixel
    QString m_unavailable;
    int m_mode = 0;
    Index m_position = 0;
};

} // namespace rankscope
