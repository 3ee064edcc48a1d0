"""The card of the guided tour, and the ring around what a step is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.words import label

LETTERS = 44  # of a line
GAP_PX = 12
RING_PX = 2


class TourRing(QFrame):
    """A frame around a part of the window; the pointer goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("What this step is about"))

    def surround(self, rect: QRect) -> None:
        """Stand around a part of the window; a null one hides the ring."""
        self.setVisible(not rect.isNull())
        self.setGeometry(rect.adjusted(-RING_PX, -RING_PX, RING_PX, RING_PX))
        self.raise_()


class TourCard(QFrame):
    """Says one step, and lets the user go on or leave."""

    next_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_card")
        self._place = label("", "caption", self)
        self.title = label("", "title", self)
        self.words = label("", "", self)
        for each in (self.title, self.words):
            each.setWordWrap(True)
        self.waiting = label(self.tr("Waiting until you have done it."), "caption", self)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("kind", "primary")
        self.stop_button = QPushButton(self.tr("&Stop the tour"), self)
        self.stop_button.setAccessibleName(self.tr("Stop the tour"))
        column = QVBoxLayout(self)
        edge = theme.space("l")
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.space("s"))
        for each in (self._place, self.title, self.words, self.waiting):
            column.addWidget(each)
        foot = QHBoxLayout()
        foot.addWidget(self.stop_button)
        foot.addStretch(1)
        foot.addWidget(self.next_button)
        column.addLayout(foot)
        self.next_button.clicked.connect(self.next_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)

    def tell(self, title: str, words: str, number: int, total: int) -> None:
        """Show a step."""
        place = self.tr("Guided tour, step {n} of {total}").format(n=number, total=total)
        self._place.setText(place)
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(place)
        self.setAccessibleDescription(f"{title}. {words}")
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {words}"))

    def let_go_on(self, can: bool, *, is_last: bool) -> None:
        """Offer to go on, or say that the act is waited for."""
        self.next_button.setText(self.tr("&Finish") if is_last else self.tr("&Next"))
        self.next_button.setAccessibleName(self.next_button.text().replace("&", ""))
        self.next_button.setEnabled(can)
        self.stop_button.setVisible(not (can and is_last))
        self.waiting.setVisible(not can)

    def stand_beside(self, rect: QRect, within: QRect) -> None:
        """Stand where it hides least of a part of the window: beside it, else in its corner."""
        size = self._size()
        spots = [
            QPoint(rect.left() - GAP_PX - size.width(), rect.bottom() - GAP_PX - size.height()),
            QPoint(rect.left(), rect.bottom() + GAP_PX),
            QPoint(rect.right() + GAP_PX, rect.bottom() - GAP_PX - size.height()),
            QPoint(rect.right() - size.width(), rect.bottom() + GAP_PX),
        ]
        corner = rect.bottomRight() if not rect.isNull() else within.bottomRight()
        inside = corner - QPoint(size.width() + GAP_PX, size.height() + GAP_PX)
        fitting = (QRect(at, size) for at in spots if within.contains(QRect(at, size)))
        beside = QRect() if rect.isNull() else next(fitting, QRect())
        self.setGeometry(beside if not beside.isNull() else QRect(inside, size))
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the tour with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop_wanted.emit()
            return
        super().keyPressEvent(event)

    def _size(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * LETTERS
        layout = self.layout()
        if layout is None:
            return self.sizeHint()
        layout.activate()
        width = max(width, layout.minimumSize().width())
        return QSize(width, layout.totalHeightForWidth(width))
