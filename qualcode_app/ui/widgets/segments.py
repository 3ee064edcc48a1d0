"""Segments: the options of one question side by side, each with the key that chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
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

EDGE_PX, TIGHT_EDGE_PX, GAP_PX = 6, 5, 4
WORDING_FOR_MS = 3500


@dataclass(frozen=True, slots=True)
class SegmentWords:
    """What stands on a segment."""

    value: str
    text: str
    key: str = ""
    wording: str = ""
    chosen: bool = False
    short: str = ""  # what stands there instead where there is little room


def without_shared_words(texts: Sequence[str]) -> list[str]:
    """Return texts without the words they begin or end with as another one does.

    So what tells them apart is read first: "municipality steers" beside "municipality helps",
    "with the source" beside "against the source". No text is left without a word.
    """
    return _without_shared_ends(_without_shared_beginnings(texts))


def _without_shared_beginnings(texts: Sequence[str]) -> list[str]:
    split = [text.split() for text in texts]
    found = []
    for number, words in enumerate(split):
        others = split[:number] + split[number + 1 :]
        shared = max((_n_shared(words, other) for other in others), default=0)
        found.append(" ".join(words[shared:] or words))
    return found


def _without_shared_ends(texts: Sequence[str]) -> list[str]:
    backwards = [" ".join(reversed(text.split())) for text in texts]
    return [" ".join(reversed(text.split())) for text in _without_shared_beginnings(backwards)]


def _n_shared(words: Sequence[str], other: Sequence[str]) -> int:
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, other, strict=False))
    )


class Segment(QAbstractButton):
    """One option; it gives way to the width there is."""

    def __init__(self, theme: Theme, words: SegmentWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = words
        self._room_px: int | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: SegmentWords) -> None:
        """Show other words or another state."""
        self.words = words
        self.setText(self._text)
        self.setChecked(words.chosen)
        tip = f"{words.text}: {words.wording}" if words.wording else words.text
        self.setToolTip(f"{tip} ({words.key})" if words.key else tip)
        self.setAccessibleName(words.text)
        self.setAccessibleDescription(words.wording)
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802  Qt's name
        """Stay as it is: what is chosen is shown when it is stored."""

    def give_way(self, room_px: int | None) -> None:
        """Stand short and in no more than some room; None: have all that the words take."""
        self._room_px = room_px
        self.setText(self._text)
        self.updateGeometry()
        self.update()

    @property
    def needed_px(self) -> int:
        """The width that the words as they now are take, with their key."""
        return self._width(self._text)

    @property
    def _text(self) -> str:
        is_short = self._room_px is not None and self.words.short
        return self.words.short if is_short else self.words.text

    @property
    def _underlines_key(self) -> bool:
        """Whether the key is the first letter, which is underlined where there is little room."""
        key, text = self.words.key.casefold(), self._text.casefold()
        return self._room_px is not None and bool(key) and text.startswith(key)

    def sizeHint(self) -> QSize:
        """Return room for the words and the key."""
        width = self.needed_px if self._room_px is None else min(self.needed_px, self._room_px)
        return QSize(width, self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters and the key."""
        few = self._text[:4] + "…" if len(self._text) > 5 else self._text
        return QSize(self._width(few), self._theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw ground, words and key."""
        theme, painter = self._theme, QPainter(self)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), theme.colour("accent_soft" if chosen else "hover"))
        inside = self.rect().adjusted(self._edge_px, 0, -self._edge_px, 0)
        font = self._font(is_strong=chosen)
        colour = theme.colour("on_accent_soft" if chosen else "text")
        has_cap = bool(self.words.key) and not self._underlines_key
        if has_cap:
            small = theme.font("caption")
            width = QFontMetrics(small).horizontalAdvance(self.words.key)
            at = QRect(inside.right() - width + 1, inside.top(), width, inside.height())
            muted = theme.colour("on_accent_soft" if chosen else "text_muted")
            draw_words(painter, at, self.words.key, small, muted)
            inside.setRight(at.left() - GAP_PX)
        align = Qt.AlignmentFlag.AlignLeft if self.words.key else Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, inside, self._text, font, colour, align)
        if self._underlines_key:
            metrics = QFontMetrics(font)
            below = inside.center().y() + (metrics.ascent() - metrics.descent()) // 2 + 3
            painter.setPen(QPen(colour, 1))
            first = metrics.horizontalAdvance(self._text[0])
            painter.drawLine(inside.left(), below, inside.left() + first - 1, below)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _width(self, text: str) -> int:
        # Room for strong words keeps all in place when one is chosen; where it is short it is used.
        is_strong = self._room_px is None or self.isChecked()
        metrics = QFontMetrics(self._font(is_strong=is_strong))
        width = metrics.horizontalAdvance(text) + 2 * self._edge_px + 2
        if self.words.key and not self._underlines_key:
            caption = QFontMetrics(self._theme.font("caption"))
            width += caption.horizontalAdvance(self.words.key) + GAP_PX
        return width

    @property
    def _edge_px(self) -> int:
        return EDGE_PX if self._room_px is None else TIGHT_EDGE_PX

    def _font(self, *, is_strong: bool) -> QFont:
        """Return the font of the words: small letters where there is little room."""
        if self._room_px is None:
            return self._theme.font("strong" if is_strong else "body")
        font = QFont(self._theme.font("caption"))
        if is_strong:
            font.setWeight(self._theme.font("strong").weight())
        return font


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
        columns: int = 0,  # at most so many side by side, fewer where they do not fit
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = False
        self._most_columns = self._columns = columns
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(1)
        self.segments = [Segment(theme, each, self) for each in words]
        self._grid = grid
        self._place()
        for segment in self.segments:
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
    def full_width_px(self) -> int:
        """The width at which no segment has to give way, folded ones counted."""
        return sum(segment.needed_px for segment in self.segments) + self.frame_px

    @property
    def frame_px(self) -> int:
        """The width of the border and of the lines between the segments that show."""
        n_shown = sum(not segment.isHidden() for segment in self.segments)
        return 2 + max(0, n_shown - 1)

    @property
    def is_hollow(self) -> bool:
        """Whether an answer is missing."""
        return self._open

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand on more lines where the words do not fit side by side."""
        super().resizeEvent(event)
        fitting = next(
            (n for n in range(self._most_columns, 1, -1) if self._width_of(n) <= self.width()),
            min(1, self._most_columns),
        )
        if fitting != self._columns:
            self._columns = fitting
            self._place()
            self.updateGeometry()

    def _place(self) -> None:
        for i, segment in enumerate(self.segments):
            at = divmod(i, self._columns) if self._columns else (0, i)
            self._grid.addWidget(segment, *at)

    def _width_of(self, columns: int) -> int:
        """Return the width that all the words take in so many columns."""
        needed = [
            max((segment.needed_px for segment in self.segments[i::columns]), default=0)
            for i in range(columns)
        ]
        return sum(needed) + columns + 1

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
