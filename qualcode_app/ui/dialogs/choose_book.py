"""Which of several codebooks is meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from qualcode_app.services.exchange.codebooks import BookRow
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import count, in_language

WIDTH_PX = 440


class ChooseBook(Dialog):
    """Asks for one codebook of the project."""

    wanted = Signal(object)  # BookRow

    def __init__(self, theme: Theme, rows: Sequence[BookRow], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.name_it(self.tr("Export codebook"), self.tr("Continue"))
        self.books = QComboBox(self)
        for row in rows:
            words = self.tr("{title} ({n} codes)")
            title = in_language(row.title_nl, row.title_en)
            self.books.addItem(words.format(title=title, n=count(row.n_codes)), row)
        self.add_field(self.tr("Codebook"), self.books)
        self.be_wide(WIDTH_PX)
        self.accepted.connect(lambda: self.wanted.emit(self.books.currentData()))
