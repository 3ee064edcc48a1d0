"""Controls side by side, on more lines where text is large or the panel narrow."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

SPACE_PX = 8


@dataclass(slots=True)
class _Line:
    items: list[QLayoutItem] = field(default_factory=list)
    width_px: int = 0
    height_px: int = 0


class Flow(QLayout):
    """Lays items on lines; none gets less room than it asks for while the panel has it."""

    def __init__(self, space_px: int = SPACE_PX) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}  # by width; Qt asks for each a dozen times
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(space_px)
        self._items: list[QLayoutItem] = []
        self._right: list[QLayoutItem] = []

    def add(self, *widgets: QWidget) -> None:
        """Put widgets next; given together, they stay together on one line."""
        if len(widgets) == 1:
            self.addWidget(widgets[0])
            return
        together = QHBoxLayout()
        together.setSpacing(self.spacing())
        for widget in widgets:
            together.addWidget(widget)
        self.add_layout(together)

    def add_layout(self, together: QLayout) -> None:
        """Put next what stays together on one line."""
        self.addChildLayout(together)
        self.addItem(together)

    def add_right(self, *widgets: QWidget) -> None:
        """Put widgets next, at the right end of the line they are on."""
        for widget in widgets:
            self.addWidget(widget)
            self._right.append(self._items[-1])

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item; Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Ask for no more room than the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Say that a narrow place makes it taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def invalidate(self) -> None:
        """Work all sizes out anew."""
        self._heights.clear()
        super().invalidate()

    def _height(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        gaps = max(0, len(lines) - 1) * self.spacing()
        return sum(line.height_px for line in lines) + gaps + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        hints = [_needed(item) for item in self._shown()]
        width = sum(hint.width() for hint in hints) + max(0, len(hints) - 1) * self.spacing()
        return self._with_margins(QSize(width, max((h.height() for h in hints), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest item."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Lay the items out."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            self._lay(line, QRect(inner.left(), top, inner.width(), line.height_px))
            top += line.height_px + self.spacing()

    # Inside

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in self._shown():
            hint = _needed(item)
            if not lines or lines[-1].width_px + self.spacing() + hint.width() > width:
                lines.append(_Line(width_px=-self.spacing()))
            line = lines[-1]
            line.items.append(item)
            line.width_px += self.spacing() + hint.width()
            line.height_px = max(line.height_px, hint.height())
        return lines

    def _lay(self, line: _Line, place: QRect) -> None:
        left, spare = place.left(), max(0, place.width() - line.width_px)
        sizes = [_needed(item) for item in line.items]
        for number, item in enumerate(line.items):
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                more = max(0, min(spare, item.maximumSize().width() - sizes[number].width()))
                sizes[number] += QSize(more, 0)
                spare -= more
        for item, needed in zip(line.items, sizes, strict=True):
            if item in self._right:
                left, spare = left + spare, 0
            size = needed.boundedTo(QSize(place.width(), line.height_px))
            top = place.top() + (line.height_px - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()


def _needed(item: QLayoutItem) -> QSize:
    """Return the least room an item has; what can grow takes more where a line has it."""
    can_grow = item.expandingDirections() & Qt.Orientation.Horizontal
    return QSize(
        (item.minimumSize() if can_grow else item.sizeHint()).width(), item.sizeHint().height()
    )
