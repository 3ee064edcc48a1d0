"""What one coder says on a place: codes with their words and facets, or a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qualcode_app.ui.adjudication_names import Voice
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_card import Stripe
from qualcode_app.ui.widgets.coder_disc import CoderDisc
from qualcode_app.ui.widgets.words import ActionKey, ElidedLabel, label


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing a coder says; what differs from others is in strong type."""

    head: str  # key of the code, or the verdict
    title: str
    quote: str
    details: str
    colour: str = ""
    strong: frozenset[str] = frozenset()  # of head, quote, details


class VoiceBlock(QWidget):
    """A coder's name with the button that takes what is said below it."""

    taken = Signal()

    def __init__(
        self,
        theme: Theme,
        voice: Voice,
        remarks: Sequence[Remark],
        take: QAction | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(theme.space("xs"))
        head = QHBoxLayout()
        head.setSpacing(theme.space("s"))
        head.addWidget(CoderDisc(theme, voice.initials, voice.colour, self))
        head.addWidget(label(voice.name, "strong", self), 1)
        if take is not None:
            self.button = QPushButton(self.tr("Take this"), self)
            self.button.setAccessibleName(self.tr("Take what {name} says").format(name=voice.name))
            self.button.setEnabled(bool(remarks))
            self.button.clicked.connect(self.taken)
            head.addWidget(self.button)
            head.addWidget(ActionKey(take, self))
        column.addLayout(head)
        for remark in remarks:
            self._add(column, remark)
        if not remarks:
            column.addWidget(label(self.tr("Nothing marked here"), "muted", self))

    def _add(self, column: QVBoxLayout, remark: Remark) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._theme.space("s"))
        if remark.colour:
            stripe = Stripe(self._theme, self)
            stripe.show_colour(remark.colour)
            line.addWidget(stripe)
        line.addWidget(label(remark.head, "strong" if "head" in remark.strong else "", self))
        line.addWidget(ElidedLabel(remark.title, "muted", self), 1)
        column.addLayout(line)
        for part, words in (("quote", remark.quote), ("details", remark.details)):
            if words:
                kind = "strong" if part in remark.strong else "muted"
                said = label(words, kind, self)
                said.setWordWrap(True)
                column.addWidget(said)
