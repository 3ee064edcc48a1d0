"""Shows who codes, and changes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from qualcode_app.ui import icons
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_words

AVATAR_PX = 24


class Person(Protocol):
    """Somebody who codes."""

    @property
    def uid(self) -> str:
        """Identity."""

    @property
    def name(self) -> str:
        """Full name."""

    @property
    def initials(self) -> str:
        """First letters."""


class CoderSwitch(QPushButton):
    """A button with initials and name; its menu lists the coders and adds one."""

    coder_chosen = Signal(str)
    new_coder_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person: Person | None = None
        self.setProperty("kind", "link")
        self.coders_menu = QMenu(self)
        self.setMenu(self.coders_menu)
        theme.changed.connect(self.update)

    def show_coders(self, people: Sequence[Person], acting_uid: str) -> None:
        """List the people and mark who is at work."""
        self.coders_menu.clear()
        group = QActionGroup(self.coders_menu)
        self._person = None
        for person in people:
            action = self.coders_menu.addAction(person.name)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(person.uid == acting_uid)
            action.triggered.connect(lambda _=False, uid=person.uid: self.coder_chosen.emit(uid))
            if person.uid == acting_uid:
                self._person = person
        self.coders_menu.addSeparator()
        self.coders_menu.addAction(self.tr("New coder…")).triggered.connect(
            self.new_coder_requested
        )
        name = self._person.name if self._person else self.tr("No coder")
        self.setAccessibleName(self.tr("Coder: {name}").format(name=name))
        self.setToolTip(self.tr("Who is coding. Every coding made now is of this coder."))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for initials, name and arrow."""
        width = self.fontMetrics().horizontalAdvance(self._name()) + AVATAR_PX + 40
        return QSize(min(width, 260), 32)

    def minimumSizeHint(self) -> QSize:
        """Return room for initials and arrow."""
        return QSize(AVATAR_PX + 40, 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw initials in a disc, the name, and an arrow down."""
        super().paintEvent(event)
        theme, person = self._theme, self._person
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().center().y()
        disc = QRect(4, middle - AVATAR_PX // 2 + 1, AVATAR_PX, AVATAR_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(disc)
        letters = person.initials[:2] if person else "?"
        draw_words(
            painter,
            disc,
            letters,
            theme.font("caption_strong"),
            theme.colour("on_accent"),
            Qt.AlignmentFlag.AlignHCenter,
        )
        words = self.rect().adjusted(AVATAR_PX + 12, 0, -22, 0)
        draw_words(painter, words, self._name(), theme.font("body"), theme.colour("text"))
        arrow = icons.pixmap(
            "chevron_down", theme.colour("text_muted").name(), 14, self.devicePixelRatioF()
        )
        painter.drawPixmap(self.width() - 20, middle - 6, arrow)

    def _name(self) -> str:
        return self._person.name if self._person else self.tr("No coder")
