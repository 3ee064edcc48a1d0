"""Regions beside each other, parted by a hairline that is easy to grab."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from qualcode_app.settings import Settings
from qualcode_app.ui.theme import Theme


class _Handle(QSplitterHandle):
    """One pixel drawn; the splitter's handle width is what can be grabbed."""

    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw the hairline in the middle."""
        rect = self.rect()
        if self.orientation() == Qt.Orientation.Horizontal:
            line = QRect(rect.center().x(), rect.top(), 1, rect.height())
        else:
            line = QRect(rect.left(), rect.center().y(), rect.width(), 1)
        painter = QPainter(self)
        painter.fillRect(rect, self._theme.colour("surface"))
        painter.fillRect(line, self._theme.colour("line"))


class Splitter(QSplitter):
    """Keeps its widths in the settings under a name."""

    def __init__(
        self,
        name: str,
        orientation: Qt.Orientation,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._name = name
        self._settings = settings
        self._theme = theme
        self._wanted: list[int] = []
        self._stretch = 0
        self.setHandleWidth(theme.scale.size["splitter_grab"])
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)
        theme.changed.connect(self.update)

    def put(self, *widgets: QWidget, sizes: tuple[int, ...], stretch: int) -> None:
        """Lay out the widgets; the one at `stretch` takes what a larger window gains."""
        for widget in widgets:
            self.addWidget(widget)
        for number in range(len(widgets)):
            self.setStretchFactor(number, 1 if number == stretch else 0)
        kept = self._settings.widths_px.get(self._name, [])
        self._wanted = kept if len(kept) == len(widgets) else list(sizes)
        self._stretch = stretch

    def showEvent(self, event: QShowEvent) -> None:
        """Take the wanted sizes once the room is known: one region gets what the others leave."""
        super().showEvent(event)
        if not self._wanted:
            return
        is_row = self.orientation() == Qt.Orientation.Horizontal
        room = (self.width() if is_row else self.height()) - self.handleWidth() * (self.count() - 1)
        others = sum(self._wanted) - self._wanted[self._stretch]
        if is_row and others > room // 2:  # what is looked at has at least half
            self._wanted = [px * (room // 2) // others for px in self._wanted]
            others = sum(self._wanted) - self._wanted[self._stretch]
        self._wanted[self._stretch] = max(1, room - others)
        self.setSizes(self._wanted)
        self._wanted = []

    def createHandle(self) -> QSplitterHandle:  # noqa: N802  Qt's name
        """Return a handle that draws a hairline."""
        return _Handle(self._theme, self)

    def _on_moved(self) -> None:
        sizes = self.sizes()
        if all(sizes):  # a folded region is no width to keep
            self._settings.widths_px[self._name] = sizes
