"""What the code in focus is for, and what it is not for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui import icons
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.painting import draw_stripe
from qualcode_app.ui.widgets.words import ElidedLabel, Ground, label
from qualcode_app.ui.wording import in_language
from qualcode_app.ui.wording import label as label_of

BOUNDARIES_MAX = 4


class Stripe(QWidget):
    """The colour of a code."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = ""
        self.setFixedSize(6, 22)
        theme.changed.connect(self.update)

    def show_colour(self, colour: str) -> None:
        """Show the colour of another code; an empty one shows nothing."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Draw the stripe."""
        if self._colour:
            draw_stripe(QPainter(self), self._theme.code_colours(self._colour).stripe, self.rect())


class CodeCard(Ground):
    """Key, label, short and full definition, and boundaries of one code."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._theme = theme
        self._row: CodeRow | None = None
        self._full = ""
        self.stripe = Stripe(theme, self)
        self.key = label("", "strong", self)
        self.title = ElidedLabel("", "", self)
        self.definition, self.full = label("", "", self), label("", "muted", self)
        for words in (self.definition, self.full):
            words.setWordWrap(True)
        self._boundaries = QGridLayout()
        self._boundaries.setColumnStretch(1, 1)
        self._boundaries.setHorizontalSpacing(theme.space("s"))
        self._boundaries.setVerticalSpacing(theme.space("xs"))

        head = QHBoxLayout()
        head.setSpacing(theme.space("s"))
        head.addWidget(self.stripe)
        head.addWidget(self.key)
        head.addWidget(self.title, 1)
        said = QWidget(self)
        below = QVBoxLayout(said)
        below.setContentsMargins(0, 0, 4, 0)
        below.setSpacing(theme.space("s"))
        below.addWidget(self.definition)
        below.addWidget(self.full)
        below.addLayout(self._boundaries)
        below.addStretch(1)
        self.area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Definition"))
        area.setWidget(said)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 8)
        column.setSpacing(theme.space("s"))
        column.addLayout(head)
        column.addWidget(area, 1)
        self.setFixedHeight(theme.size("card"))  # so that the tree above never jumps
        theme.changed.connect(self._on_theme_changed)
        self.show_code(None)

    def show_code(self, row: CodeRow | None, full: str = "") -> None:
        """Show another code with its full definition, or that there is none."""
        if self._row is None or row is None or row.uid != self._row.uid:
            self.area.verticalScrollBar().setValue(0)
        self._row, self._full = row, full
        self._clear_boundaries()
        self.stripe.show_colour(row.colour if row else "")
        self.key.setText(row.key if row else "")
        self.key.setVisible(row is not None)
        self.full.setText(full)
        self.full.setVisible(bool(full))
        if row is None:
            self.title.setText("")
            self.definition.setText(self.tr("Mark a code to read what it is for."))
            return
        self.title.setText(label_of(row))
        definition = in_language(row.short_nl, row.short_en)
        self.definition.setText(definition or self.tr("This code has no definition yet."))
        for number, text in enumerate(row.not_when[:BOUNDARIES_MAX]):
            self._add_boundary(number, text)
        self.setAccessibleName(f"{row.key} {label_of(row)}")
        self.setAccessibleDescription(f"{self.definition.text()} {full}".strip())

    def show_boundaries(self) -> None:
        """Scroll to what the code in focus is not for."""
        QTimer.singleShot(0, self, self._scroll_to_boundaries)  # once the words have their places

    def _scroll_to_boundaries(self) -> None:
        if (first := self._boundaries.itemAtPosition(0, 1)) is not None:
            self.area.verticalScrollBar().setValue(first.geometry().top())

    def _add_boundary(self, number: int, text: str) -> None:
        sign = QLabel(self)
        colour = self._theme.colour("danger").name()
        sign.setPixmap(icons.pixmap("close", colour, 14, self.devicePixelRatioF()))
        sign.setAccessibleName(self.tr("Not for"))
        words = label(text, "", self)
        words.setWordWrap(True)
        self._boundaries.addWidget(sign, number, 0, Qt.AlignmentFlag.AlignTop)
        self._boundaries.addWidget(words, number, 1)

    def _clear_boundaries(self) -> None:
        while (item := self._boundaries.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.size("card"))
        self.show_code(self._row, self._full)
