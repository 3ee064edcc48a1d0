"""What came in with a merge, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from qualcode_app.services.merging.batches import BatchFacts
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.action_card import ActionCard
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import count, date_time

LEFT_SHOWN = 12  # codings without a place that are named
ROWS_SHOWN = 6  # doubtful codings before their list scrolls


@dataclass(frozen=True, slots=True)
class Done:
    """What a merge did.

    Args:
        batch: Under which it can be withdrawn; None where nothing was new.
        coders: New and changed codings by name of their coder.
        left: Codings whose words the present text of their document does not have.
        doubtful: Codings whose place in a new text may be another: uid and words of each.
        is_update: Whether it came from the lead, into a file where one sees only one's own work.
    """

    batch: BatchFacts | None
    coders: Sequence[tuple[str, int]]
    left: Sequence[str] = ()
    doubtful: Sequence[tuple[str, str]] = ()
    is_update: bool = False


class AfterMerge(QWidget):
    """Names the next steps of a study; each is one click away."""

    withdraw_wanted = Signal(object)  # BatchFacts
    codings_wanted = Signal(object)  # BatchFacts
    coding_wanted = Signal(str)  # uid of a coding to be looked at

    def __init__(
        self, theme: Theme, actions: Actions, done: Done, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("s"))
        self.says: list[str] = []
        self._tell(done)
        if done.left:
            self._say(self.tr("%n codings were not found in a new text:", "", len(done.left)))
            for words in done.left[:LEFT_SHOWN]:
                self._say(words, "muted")
        if done.doubtful:
            self._list_doubtful(theme, done.doubtful)
        self._column.addSpacing(theme.space("m"))
        self._say(self.tr("What you can do next"), "strong")
        if not done.is_update:
            agree = self.tr("How far the coders agree")
            self._card(theme, actions, ("space_agreement", "table", agree))
            settle = self.tr("Where they do not")
            self._card(theme, actions, ("space_adjudication", "check", settle))
        if done.batch is not None:
            batch = done.batch
            self.look_button = QPushButton(self.tr("See the codings that came in"), self)
            self.look_button.clicked.connect(lambda: self.codings_wanted.emit(batch))
            self._column.addWidget(self.look_button)
            self.withdraw_button = QPushButton(self.tr("Withdraw this merge"), self)
            self.withdraw_button.clicked.connect(lambda: self.withdraw_wanted.emit(batch))
            self._column.addWidget(self.withdraw_button)
        self._column.addStretch(1)

    def _tell(self, done: Done) -> None:
        if done.batch is None:
            self._say(self.tr("Everything was here already: nothing has changed."))
            return
        when = self.tr("Merged on {moment}.").format(moment=date_time(done.batch.made_at))
        rows = self.tr("%n rows came in or changed.", "", done.batch.n_rows)
        self._say(f"{when} {rows}")
        if done.coders:
            named = ", ".join(f"{name} {count(n)}" for name, n in done.coders)
            self._say(self.tr("Codings by coder: {named}.").format(named=named))

    def _list_doubtful(self, theme: Theme, doubtful: Sequence[tuple[str, str]]) -> None:
        """List codings that went along to a new text, for a look at each."""
        n = len(doubtful)
        words = self.tr("%n codings went along to a new text; look at them:", "", n)
        self._say(words)
        self.doubtful = QListWidget(self)
        self.doubtful.setAccessibleName(words)
        row_px = theme.size("row_dense")
        self.doubtful.setFixedHeight(min(len(doubtful), ROWS_SHOWN) * row_px + 4)
        for uid, said in doubtful:
            item = QListWidgetItem(said, self.doubtful)
            item.setData(Qt.ItemDataRole.UserRole, uid)
            item.setToolTip(said)
            item.setSizeHint(QSize(0, row_px))
        self.doubtful.itemActivated.connect(self._on_doubtful_item_activated)
        self.doubtful.itemClicked.connect(self._on_doubtful_item_activated)
        self._column.addWidget(self.doubtful)

    def _on_doubtful_item_activated(self, item: QListWidgetItem) -> None:
        self.coding_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def _say(self, words: str, kind: str = "") -> None:
        self.says.append(words)
        made = label(words, kind, self)
        made.setWordWrap(True)
        self._column.addWidget(made)

    def _card(self, theme: Theme, actions: Actions, about: tuple[str, str, str]) -> None:
        name, icon, says = about
        self._column.addWidget(ActionCard(theme, actions[name], icon, says, self))
