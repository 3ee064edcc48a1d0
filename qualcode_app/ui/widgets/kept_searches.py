"""A button that offers the searches that were kept, to be done once more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from qualcode_app.services.search.search_runs import RunRow
from qualcode_app.ui.wording import count, date

SHOWN_MAX = 25


class KeptSearches(QPushButton):
    """Opens a menu of kept searches with what they found; hidden while there are none."""

    chosen = Signal(object)  # Query

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "link")
        self.setMenu(QMenu(self))

    def show_runs(self, runs: Sequence[RunRow]) -> None:
        """Offer these searches, the newest first."""
        menu = self.menu()
        menu.clear()
        for row in runs[:SHOWN_MAX]:
            words = self.tr("“{words}”: {hits} in {documents}, {coder}, {date}").format(
                words=row.query.words.replace("&", "&&"),
                hits=self.tr("%n hits", "", row.n_hits),
                documents=self.tr("%n documents", "", row.n_documents),
                coder=row.coder_name,
                date=date(row.made_at),
            )
            menu.addAction(words).triggered.connect(
                lambda _=False, query=row.query: self.chosen.emit(query)
            )
        self.setVisible(bool(runs))
        self.setText(self.tr("Kept results {n}").format(n=count(len(runs))))
