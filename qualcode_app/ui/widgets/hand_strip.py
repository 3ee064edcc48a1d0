"""The strip under the page: what is marked now, and what the next key will do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.facet_book import FacetBook
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.code_card import Stripe
from qualcode_app.ui.widgets.facet_bar import FacetBar
from qualcode_app.ui.widgets.words import ActionKey, ElidedLabel, Ground, KeyCaps, label

ROOMY_PX = 680  # narrower, the key of "More" leaves its room to the facets


class HandStrip(Ground):
    """Always there, never over the text; one of three faces: reading, selection, active coding."""

    def __init__(
        self, theme: Theme, actions: Actions, book: FacetBook, parent: QWidget | None = None
    ) -> None:
        super().__init__("hand_strip", parent)
        self._actions = actions
        self.stripe = Stripe(theme, self)
        self.key = label("", "strong", self)
        self.says = ElidedLabel("", "", self)
        self.facets = FacetBar(book, theme, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 10, 6)
        self._row.setSpacing(theme.space("s"))
        self._row.addWidget(self.stripe)
        self._row.addWidget(self.key)
        self._row.addWidget(self.says, 1)
        self._row.addWidget(self.facets, 1)
        self.setFixedHeight(theme.size("tool_row"))
        self.code = self._act("code_found", self.tr("Find a code"))
        self.again = self._act("code_again", self.tr("Again"))
        self.more = QPushButton(self.tr("More"), self)
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("Number, instrument, new or continued"))
        self._row.addWidget(self.more)
        self.more_key = ActionKey(actions["facet_more"], self)
        self._row.addWidget(self.more_key)
        self.show_reading("")

    def show_reading(self, last_key: str) -> None:
        """Nothing is marked."""
        words = (
            self.tr("Select text, then press {code_found} or {code_again} for {key} again.")
            if last_key
            else self.tr("Select text, then press {code_found} or double-click a code.")
        )
        self._show("", "", with_keys(self._actions, words, key=last_key))
        self._offer(find=False, last_key="", coding=False)

    def show_selection(self, quote: str, last_key: str) -> None:
        """Text is selected."""
        words = " ".join(quote.split())
        with self._laid_out_once():
            self._show("", self.tr("Selection"), f"“{words}”")
            self._offer(find=True, last_key=last_key, coding=False)

    def show_coding(self, row: CodingRow, says: str) -> None:
        """A coding is active: what is asked about it, and what was answered."""
        with self._laid_out_once():
            self._show(row.colour, row.code_key, says)
            self.key.setToolTip(says)
            self.facets.show_coding(row)
            self._offer(find=False, last_key="", coding=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self._show_more_key()

    def _show_more_key(self) -> None:
        self.more_key.setVisible(not self.more.isHidden() and self.width() >= ROOMY_PX)

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Change several things: Qt would place all anew after each that comes or goes."""
        self._row.setEnabled(False)
        try:
            yield
        finally:
            self._row.setEnabled(True)
            self._row.activate()

    def _act(self, action: str, text: str) -> tuple[QPushButton, KeyCaps]:
        button = QPushButton(text, self)
        button.clicked.connect(self._actions[action].trigger)
        caps = ActionKey(self._actions[action], self)
        self._row.addWidget(button)
        self._row.addWidget(caps)
        return button, caps

    def _show(self, colour: str, key: str, says: str) -> None:
        self.stripe.show_colour(colour)
        self.stripe.setVisible(bool(colour))
        self.key.setText(key)
        self.key.setVisible(bool(key))
        self.says.setText(says)

    def _offer(self, *, find: bool, last_key: str, coding: bool) -> None:
        again, _ = self.again
        again.setText(self.tr("Again: {key}").format(key=last_key))
        for pair, shown in (
            (self.code, find),
            (self.again, bool(last_key)),
        ):
            for widget in pair:
                widget.setVisible(shown)
        self.facets.setVisible(coding)
        self.more.setVisible(coding)
        self._show_more_key()
        self.says.setVisible(not coding)
