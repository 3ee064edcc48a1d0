"""The clashes of a merge, one at a time, and the names of which it is asked: one or two?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.merging import clashes
from qualcode_app.services.merging.clashes import Side
from qualcode_app.services.merging.outcomes import Doubt, Key, MergePlan, Outcome, Version
from qualcode_app.ui.item_models.merge_words import (
    clash_name,
    doubt_name,
    field_name,
    field_words,
    kind_name,
    origin_name,
    story_lines,
)
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.clash_card import ClashCard
from qualcode_app.ui.widgets.words import label
from qualcode_app.ui.wording import date_time

LIST_PX = 130
SHOWN_MAX = 400  # characters of a field on a card
KEYS = "123456789"
Open = Outcome | Doubt


class ClashPanel(QWidget):
    """Shows what has to be decided, one at a time; what is chosen goes on to the next."""

    decided = Signal()

    def __init__(self, theme: Theme, plan: MergePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan = plan
        self._open: tuple[Open, ...] = (*plan.doubts, *(() if plan.doubts else plan.clashes))
        self.choices: dict[Key, Version] = {}
        self.same: dict[tuple[str, ...], bool] = {}  # uids of a doubt: is it one?
        self.heading = label("", "title", self)
        self.cards: list[ClashCard] = []
        self._place = QWidget(self)
        self._column = QVBoxLayout(self._place)
        self._column.setContentsMargins(0, 0, theme.space("s"), 0)
        self._column.setSpacing(theme.space("s"))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._place)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What has to be decided"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        row_px = theme.size("row_dense")
        self.list.setFixedHeight(min(LIST_PX, (len(self._open) + 1) * row_px))
        for one in self._open:
            QListWidgetItem(self._name(one), self.list).setSizeHint(QSize(0, row_px))
        self.all_button = QPushButton(self.tr("The same for all that are open"), self)
        self.all_button.setAutoDefault(False)
        self.all_button.setToolTip(
            self.tr("Chooses for each open clash the version of the same file.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(area, 1)
        row = QHBoxLayout()
        row.addWidget(self.all_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.list)
        self.list.currentRowChanged.connect(self._show)
        self.all_button.clicked.connect(self._choose_for_all)
        self.list.setVisible(bool(self._open))
        if self._open:
            self.list.setCurrentRow(0)
        else:
            self._show(-1)

    @property
    def n_open(self) -> int:
        """How many are still to be decided."""
        return len(self._open) - len(self.choices) - len(self.same)

    def step(self, by: int) -> None:
        """Go to the next or previous one."""
        self.list.setCurrentRow((self.list.currentRow() + by) % max(1, self.list.count()))

    def choose(self, number: int) -> None:
        """Take a version of the one in sight, and go on to the next that is open."""
        if not 0 <= number < len(self.cards):
            return
        row = self.list.currentRow()
        self._take(self._open[row], number)
        self._mark(row)
        following = [i for i in range(len(self._open)) if not self._is_decided(self._open[i])]
        later = [i for i in following if i > row] or following
        if later:
            self.list.setCurrentRow(later[0])
        else:
            self._check_card()
        self.decided.emit()

    def _take(self, one: Open, number: int) -> None:
        if isinstance(one, Doubt):
            self.same[one.uids] = number == 0
        else:
            self.choices[one.key] = self._versions(one)[number]

    def _choose_for_all(self) -> None:
        """Choose as in the one in sight, wherever that file has a say."""
        shown = self._open[self.list.currentRow()]
        chosen = next((i for i, card in enumerate(self.cards) if card.isChecked()), 0)
        for row, one in enumerate(self._open):
            if self._is_decided(one) and one is not shown:
                continue
            if isinstance(one, Doubt) or isinstance(shown, Doubt):
                self._take(one, chosen)
            else:
                file = self._versions(shown)[min(chosen, len(self._versions(shown)) - 1)].file
                numbers = [i for i, each in enumerate(self._versions(one)) if each.file == file]
                if numbers:
                    self._take(one, numbers[0])
            self._mark(row)
        self._check_card()
        self.decided.emit()

    def _versions(self, one: Outcome) -> list[Version]:
        both = clashes.joined(one)
        return [*one.contents, *([both] if both is not None else [])]

    def _is_decided(self, one: Open) -> bool:
        return one.uids in self.same if isinstance(one, Doubt) else one.key in self.choices

    def _mark(self, row: int) -> None:
        one = self._open[row]
        if self._is_decided(one):
            self.list.item(row).setText(f"✓ {self._name(one)}")

    def _name(self, one: Open) -> str:
        return doubt_name(one) if isinstance(one, Doubt) else clash_name(one)

    def _show(self, row: int) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        self.cards = []
        self.all_button.setVisible(len(self._open) > 1)
        if not 0 <= row < len(self._open):
            self.heading.setText(self.tr("No clashes"))
            return
        one = self._open[row]
        self.heading.setText(self.tr("{n} of {total}").format(n=row + 1, total=len(self._open)))
        if isinstance(one, Doubt):
            self._show_doubt(one)
        else:
            self._show_clash(one)
        self._column.addStretch(1)
        self._check_card()

    def _show_doubt(self, one: Doubt) -> None:
        self._say(doubt_name(one), "strong")
        if one.same_text:
            words = self.tr("Their files differ, but the text is the same. Are they one document?")
        else:
            words = self.tr("They were made apart and bear one name. Are they the same?")
        self._say(words, "muted")
        names = list(zip(one.names, one.files, strict=True))
        said = [(origin_name(self._plan, file), name) for name, file in names]
        self._add_card(
            self.tr("They are one"), "", [("", self.tr("One stays, with all its work."))]
        )
        self._add_card(self.tr("They are two"), "", said)

    def _show_clash(self, one: Outcome) -> None:
        self._say(clash_name(one), "strong")
        if one.needed_by:
            n = len(one.needed_by)
            words = self.tr("%n rows need it and go with it when it is deleted:", "", n)
            kinds = sorted({kind_name(kind) for kind, _ in one.needed_by})
            self._say(f"{words} {', '.join(kinds)}", "muted")
        for line in story_lines(self._plan, one):
            self._say(line, "muted")
        for side in clashes.sides(one):
            when = date_time(side.changed_at) if side.changed_at else ""
            self._add_card(self._whose(side), when, self._said(side))
        if clashes.joined(one) is not None:
            if clashes.woven(one) is not None:
                together = self.tr("What each side changed: these are different things.")
            else:
                together = self.tr("The texts below each other, to be edited afterwards.")
            self._add_card(self.tr("Both together"), "", [("", together)])

    def _whose(self, side: Side) -> str:
        origin = origin_name(self._plan, side.version.file)
        name = self._plan.people.get(side.changed_by_uid, "")
        return f"{name} ({origin})" if name else origin

    def _said(self, side: Side) -> list[tuple[str, str]]:
        if side.version.stored is None:
            return [("", self.tr("Deleted"))]
        said = [
            (field_name(name), field_words(name, text)[:SHOWN_MAX] or "–")
            for name, text in side.said.items()
        ]
        return said or [("", self.tr("Kept"))]

    def _say(self, words: str, kind: str) -> None:
        says = label(words, kind, self)
        says.setWordWrap(True)
        self._column.addWidget(says)

    def _add_card(self, title: str, when: str, said: list[tuple[str, str]]) -> None:
        number = len(self.cards)
        card = ClashCard(self._theme, title, when, KEYS[number : number + 1], self)
        card.say(said)
        card.clicked.connect(partial(self.choose, number))
        self.cards.append(card)
        self._column.addWidget(card)

    def _check_card(self) -> None:
        row = self.list.currentRow()
        one = self._open[row] if 0 <= row < len(self._open) else None
        for number, card in enumerate(self.cards):
            if isinstance(one, Doubt):
                card.setChecked(one.uids in self.same and self.same[one.uids] == (number == 0))
            elif one is not None:
                taken = self.choices.get(one.key)
                card.setChecked(taken is not None and taken == self._versions(one)[number])
