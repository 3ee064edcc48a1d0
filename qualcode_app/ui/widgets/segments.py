"""Segments: the options of one question side by side, each with the key that chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_words
from qualcode_app.ui.widgets.words import label

EDGE_PX, GAP_PX = 6, 4
WORDING_FOR_MS = 3500


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """What stands on a segment."""

    value: str
    text: str
    key: str = ""
    wording: str = ""
    chosen: bool = False


class Segment(QAbstractButton):
    """One option; it gives way to the width there is."""

    def __init__(self, theme: Theme, words: SegmentWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = words
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: SegmentWords) -> None:
        """Show other words or another state."""
        self.words = words
        self.setText(words.text)
        self.setChecked(words.chosen)
        tip = f"{words.text}: {words.wording}" if words.wording else words.text
        self.setToolTip(f"{tip} ({words.key})" if words.key else tip)
        self.setAccessibleName(words.text)
        self.setAccessibleDescription(words.wording)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802  Qt's name
        """Stay as it is: what is chosen is shown when it is stored."""

    def sizeHint(self) -> QSize:
        """Return room for the words and the key."""
        return QSize(self._width(self.words.text), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters and the key."""
        few = self.words.text[:4] + "…" if len(self.words.text) > 5 else self.words.text
        return QSize(self._width(few), self._theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw ground, words and key."""
        theme, painter = self._theme, QPainter(self)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), theme.colour("accent_soft" if chosen else "hover"))
        inside = self.rect().adjusted(EDGE_PX, 0, -EDGE_PX, 0)
        strong = theme.font("strong" if chosen else "body")
        colour = theme.colour("on_accent_soft" if chosen else "text")
        if self.words.key:
            small = theme.font("caption")
            width = QFontMetrics(small).horizontalAdvance(self.words.key)
            at = QRect(inside.right() - width + 1, inside.top(), width, inside.height())
            muted = theme.colour("on_accent_soft" if chosen else "text_muted")
            draw_words(painter, at, self.words.key, small, muted)
            inside.setRight(at.left() - GAP_PX)
        align = Qt.AlignmentFlag.AlignLeft if self.words.key else Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, inside, self.words.text, strong, colour, align)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _width(self, text: str) -> int:
        width = QFontMetrics(self._theme.font("strong")).horizontalAdvance(text) + 2 * EDGE_PX + 2
        if self.words.key:
            caption = QFontMetrics(self._theme.font("caption"))
            width += caption.horizontalAdvance(self.words.key) + GAP_PX
        return width


class SegmentGroup(QWidget):
    """The segments of one question; hollow, with a broken line, while an answer is missing."""

    chosen = Signal(str)  # the value of the segment

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: Sequence[SegmentWords],
        parent: QWidget,
        *,
        columns: int = 0,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(1)
        self.segments = [Segment(theme, each, self) for each in words]
        for i, segment in enumerate(self.segments):
            at = divmod(i, columns) if columns else (0, i)
            grid.addWidget(segment, *at)
            segment.clicked.connect(lambda _=False, s=segment: self.chosen.emit(s.words.value))

    def say(self, words: Sequence[SegmentWords], *, is_open: bool) -> None:
        """Show other words and states on the same segments."""
        self._open = is_open
        for segment, each in zip(self.segments, words, strict=True):
            if segment.words != each:
                segment.say(each)
        missing = self.tr("not answered yet") if is_open else ""
        self.setAccessibleDescription(missing)
        self.update()

    def fold(self, *, folded: bool) -> None:
        """Show the chosen segments only, to save room; a click takes an answer off again."""
        for segment in self.segments:
            segment.setVisible(not folded or segment.isChecked())

    @property
    def is_hollow(self) -> bool:
        """Whether an answer is missing."""
        return self._open

    def tell_wording(self, value: str) -> None:
        """Show the wording of a segment above it for a moment."""
        for segment in self.segments:
            if segment.words.value == value and segment.words.wording:
                above = segment.mapToGlobal(QPoint(0, -2 * segment.height() - 8))
                QToolTip.showText(above, segment.words.wording, segment, QRect(), WORDING_FOR_MS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw the border and the lines between the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("warning" if self._open else "line_strong"), 1)
        if self._open:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        for segment in self.segments:
            place = segment.geometry()
            if segment.isHidden():
                continue
            if place.left() > 2:
                painter.drawLine(place.left() - 1, place.top(), place.left() - 1, place.bottom())
            if place.top() > 2:
                painter.drawLine(place.left(), place.top() - 1, place.right(), place.top() - 1)


class NamedSegments(QWidget):
    """A group of segments after its name; the name gives way first."""

    def __init__(self, group: SegmentGroup, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.group = group
        self.name = label(name, "muted", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name)
        row.addWidget(group, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
