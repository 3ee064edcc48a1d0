"""A chart as it will be saved, in which every mark leads to its coding."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolTip, QWidget

from qualcode_app.domain.charts import Chart
from qualcode_app.formats.chart_frame import told
from qualcode_app.formats.chart_svg import drawing
from qualcode_app.formats.svg_canvas import Drawing, Spot
from qualcode_app.ui.theme import Theme

NEAR_PX, RING_PX = 12.0, 8.0
LARGEST = 1.2  # a drawing is not blown up further than this
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class PlotView(QWidget):
    """Draws a chart on paper; a click or Enter tells the coding of a mark, arrows walk them."""

    spot_chosen = Signal(str)  # uid of the coding
    spot_activated = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing | None = None
        self._renderer = QSvgRenderer(self)
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The marks that lead somewhere, in the order in which they are drawn."""
        return self._drawing.spots if self._drawing is not None else ()

    def show_chart(self, chart: Chart | None) -> None:
        """Draw another chart, or none."""
        self._drawing = None if chart is None else drawing(chart)
        self._at = -1
        self.setAccessibleName("" if chart is None else chart.caption.title)
        self.setAccessibleDescription("" if chart is None else told(chart))
        if self._drawing is not None:
            self._renderer.load(QByteArray(self._drawing.svg.encode()))
        self._fit()

    def place_of(self, spot: Spot) -> QPointF:
        """Return where a mark is in the widget."""
        return QPointF(spot.x * self._scale, spot.y * self._scale)

    def sizeHint(self) -> QSize:
        """Return the size of the drawing as it is shown."""
        if self._drawing is None:
            return QSize(0, 0)
        return QSize(self.width(), round(self._drawing.height * self._scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the drawing to the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw the chart, and a ring round the mark in focus."""
        shown = self._drawing
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = QRectF(0, 0, shown.width * self._scale, shown.height * self._scale)
        self._renderer.render(painter, size)
        if self._at >= 0:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawEllipse(self.place_of(shown.spots[self._at]), RING_PX, RING_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark at the pointer."""
        self._choose(self._near(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark at the pointer."""
        at = self._near(event.position())
        if at >= 0:
            self.spot_activated.emit(self.spots[at].uid)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a mark leads somewhere."""
        over = self._near(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the marks by arrows, open one by Enter."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None and self.spots:
            first = 0 if step > 0 else len(self.spots) - 1
            self._choose(first if self._at < 0 else (self._at + step) % len(self.spots))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.spot_activated.emit(self.spots[self._at].uid)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the mark; only the ring is drawn anew."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say what a mark is when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.spots[at].words if at >= 0 else "", self)
            return True
        return super().event(event)

    @property
    def _scale(self) -> float:
        if self._drawing is None or not self.width():
            return 1.0
        return min(LARGEST, self.width() / self._drawing.width)

    def _near(self, place: QPointF) -> int:
        """Return the mark nearest to a place, -1 where none is near."""
        far = [
            hypot(spot.x * self._scale - place.x(), spot.y * self._scale - place.y())
            for spot in self.spots
        ]
        at = min(range(len(far)), key=far.__getitem__, default=-1)
        return at if at >= 0 and far[at] <= NEAR_PX else -1

    def _choose(self, at: int) -> None:
        self._at = at
        self.update()
        if at >= 0:
            self.spot_chosen.emit(self.spots[at].uid)

    def _fit(self) -> None:
        height = 0 if self._drawing is None else round(self._drawing.height * self._scale)
        self.setMinimumHeight(height)
        self.updateGeometry()
        self.update()
