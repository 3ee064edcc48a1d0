"""What stands above the list of codings: how many, what is unanswered, which ones and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from qualcode_app.services.coding.coding_order import GroupBy
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.fields import SearchField
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.words import Ground, label
from qualcode_app.ui.wording import count

FILTER_AFTER_MS = 200  # after the last key, so that a long list is not filtered per letter
ORIGIN_MAX = 70  # characters on a chip; its tooltip has them all
FIELD_PX = (90, 190)  # it gives way to the chips


class CodingsHead(Ground):
    """Shows counts and tells which codings are wanted, in which order and groups."""

    words_typed = Signal(str)
    without_chosen = Signal(str)  # uid of the facet whose answer is missing, "" for all codings
    group_chosen = Signal(str)
    scope_chosen = Signal(bool)  # whether all documents are wanted
    fold_all_chosen = Signal(bool)  # whether the groups are to be folded away
    sort_chosen = Signal(int)  # column
    origin_wished = Signal()  # only codings of one file or time
    origin_dropped = Signal()  # all codings again, wherever they came from
    left = Signal()  # done here: on to the list

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("panel_head", parent)
        self.title = label("", "strong", self)
        self.chips: dict[str, QPushButton] = {}
        self.filter_field = SearchField(theme, "search", self.tr("Filter the codings"), self)
        self.filter_field.setMinimumWidth(FIELD_PX[0])
        self.filter_field.setMaximumWidth(FIELD_PX[1])
        self.beside = QWidget(self)  # stands beside the tabs, where there is room
        self.group_button = QPushButton(self.beside)
        self.scope_button = QPushButton(self.beside)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FILTER_AFTER_MS)
        self._fill_scope_menu()
        self._group_menu = QMenu(self.group_button)
        self.group_button.setMenu(self._group_menu)
        for button in (self.group_button, self.scope_button):
            theme.set_icon(button, "chevron_down", "text_muted")
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setProperty("kind", "link")
        tools = QHBoxLayout(self.beside)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.group_button)
        tools.addWidget(self.scope_button)
        row = Flow()
        row.add(self.title)
        self._chip_row = QHBoxLayout()
        self._chip_row.setContentsMargins(8, 0, 0, 0)
        self._without = label(self.tr("without"), "caption", self)
        self._without.hide()
        self._chip_row.addWidget(self._without)
        self.origin_chip = QPushButton(self)
        self.origin_chip.setProperty("kind", "chip")
        self.origin_chip.hide()
        row.add_layout(self._chip_row)
        row.add_right(self.filter_field)
        below = QHBoxLayout()
        below.addWidget(self.origin_chip)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 3, 8, 3)
        column.setSpacing(3)
        column.addLayout(row)
        column.addLayout(below)

        self.origin_chip.clicked.connect(self.origin_dropped)
        self.filter_field.textChanged.connect(self._timer.start)
        self.filter_field.returnPressed.connect(self._on_filter_return_pressed)
        self.filter_field.moved.connect(self.left)
        self.filter_field.left.connect(self.left)
        self._timer.timeout.connect(self._tell_words)

    def show_count(self, n: int) -> None:
        """Say how many codings are listed."""
        self.title.setText(self.tr("Codings {n}").format(n=count(n)))

    def show_scope(self, *, in_all: bool) -> None:
        """Say whether codings of all documents are listed."""
        self._scopes[in_all].setChecked(True)
        self.scope_button.setText(self._scopes[in_all].text())

    def show_origin(self, words: str) -> None:
        """Say with which file or when the listed codings came; nothing for all."""
        shown = words if len(words) <= ORIGIN_MAX else f"{words[:ORIGIN_MAX]}…"
        self.origin_chip.setText(f"{shown}  ×")
        name = self.tr("Only {origin}. Press to show all again.").format(origin=words)
        self.origin_chip.setAccessibleName(name)
        self.origin_chip.setToolTip(name)
        self.origin_chip.setVisible(bool(words))

    def show_order(
        self,
        group_by: GroupBy,
        columns: Sequence[str],
        sorted_by: int,
        systems: Mapping[GroupBy, str],
    ) -> None:
        """Offer to group, also by these systems, and to sort by these columns."""
        menu = self._group_menu
        menu.clear()
        menu.addSection(self.tr("Group by"))
        groups: dict[GroupBy, str] = {
            "": self.tr("No groups"),
            "code": self.tr("By code"),
            "family": self.tr("By family"),
            "document": self.tr("By document"),
            "coder": self.tr("By coder"),
            "case": self.tr("By case"),
            "wave": self.tr("By wave"),
            **systems,
        }
        grouping = QActionGroup(menu)
        for key, words in groups.items():
            action = _choice(menu, grouping, words, chosen=key == group_by)
            action.triggered.connect(lambda _=False, k=key: self.group_chosen.emit(k))
        if group_by:
            menu.addSeparator()
            for words, folded in ((self.tr("Fold all"), True), (self.tr("Open all"), False)):
                action = menu.addAction(words)
                action.triggered.connect(lambda _=False, f=folded: self.fold_all_chosen.emit(f))
        menu.addSection(self.tr("Sort by"))
        sorting = QActionGroup(menu)
        for column, words in enumerate(columns):
            action = _choice(menu, sorting, words, chosen=column == sorted_by)
            action.triggered.connect(lambda _=False, c=column: self.sort_chosen.emit(c))
        if group_by not in groups:  # a system that is gone
            group_by = ""
        self.group_button.setText(groups[group_by])
        self.group_button.setAccessibleName(
            self.tr("Group and sort: {now}").format(now=groups[group_by])
        )

    def show_missing(
        self, names: Mapping[str, str], counts: Mapping[str, int], without: str
    ) -> None:
        """Say of each required facet how many codings have no answer.

        Args:
            names: The required facets, by uid.
            counts: How many codings have no answer to them.
            without: The facet whose chip is pressed, "" for none.
        """
        for uid, name in names.items():
            chip = self.chips.get(uid) or self._add_chip(uid)
            is_on = uid == without
            n = counts.get(uid, 0)
            words = self.tr("without {facet} ({n})").format(facet=name.lower(), n=count(n))
            short = f"{name.lower()} {count(n)}"
            chip.setText(f"{short}  ×" if is_on else short)
            chip.setToolTip(words)
            chip.setAccessibleName(words)
            chip.setChecked(is_on)
            chip.setVisible(is_on or n > 0)
        self._without.setVisible(any(not chip.isHidden() for chip in self.chips.values()))

    def _add_chip(self, uid: str) -> QPushButton:
        chip = self.chips[uid] = QPushButton(self)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.clicked.connect(lambda on: self.without_chosen.emit(uid if on else ""))
        self._chip_row.addWidget(chip)
        return chip

    def _fill_scope_menu(self) -> None:
        menu = QMenu(self.scope_button)
        group = QActionGroup(menu)
        self._scopes: dict[bool, QAction] = {}
        for words, in_all in (
            (self.tr("In this document"), False),
            (self.tr("In all documents"), True),
        ):
            action = _choice(menu, group, words, chosen=not in_all)
            action.triggered.connect(lambda _=False, v=in_all: self.scope_chosen.emit(v))
            self._scopes[in_all] = action
        menu.addSeparator()
        by_origin = menu.addAction(self.tr("By file, batch and time…"))
        by_origin.triggered.connect(self.origin_wished)
        self.scope_button.setMenu(menu)

    def _tell_words(self) -> None:
        self._timer.stop()
        self.words_typed.emit(self.filter_field.text().strip())

    def _on_filter_return_pressed(self) -> None:
        self._tell_words()
        self.left.emit()


def _choice(menu: QMenu, group: QActionGroup, words: str, *, chosen: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(chosen)
    action.setActionGroup(group)
    return action
