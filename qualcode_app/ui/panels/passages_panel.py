"""The passages behind a figure: where the coders differ, and the way to the page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualcode_app.services.agreement.agreement_passages import Kind, Passage, Passages
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.item_models.passages_list import PassagesList, kind_names
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.widgets.flow import Flow
from qualcode_app.ui.widgets.passage_delegate import PassageDelegate
from qualcode_app.ui.widgets.region import Region
from qualcode_app.ui.widgets.row_list import RowList
from qualcode_app.ui.widgets.words import ActionKey, ElidedLabel, Ground, KeyCaps, label
from qualcode_app.ui.wording import count


class PassagesPanel(Region):
    """Lists passages; tells which one is to be seen on its page."""

    page_requested = Signal(object)  # Passage
    back_requested = Signal()  # to the table

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side", "", parent)
        self.setAccessibleName(self.tr("Passages"))
        self._theme = theme
        self._actions = actions
        self._found: Passages | None = None
        self.title = ElidedLabel("", "title", self)
        self.figure = ElidedLabel("", "muted", self)
        self.chips = Flow()
        self.kinds = QButtonGroup(self)
        self.nothing = label("", "empty", self)
        self.nothing.setWordWrap(True)
        self.model = PassagesList(self)
        self.list = RowList(self.tr("Passages"), self)
        self.page_button = QPushButton(self.tr("To the page"), self)
        self.page_button.setProperty("kind", "primary")
        self.rule_button = QPushButton(self.tr("Write boundary rule"), self)
        self.rule_button.setToolTip(actions["boundary_rule"].toolTip())
        self.list.take(self.model, PassageDelegate(theme, self.model, self.list), theme)
        self._lay_out()
        self.rule_button.clicked.connect(actions["boundary_rule"].trigger)
        self.page_button.clicked.connect(self._on_page_button_clicked)
        self.list.activated.connect(self._on_list_activated)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_requested)
        self.ask_for_choice()

    def ask_for_choice(self) -> None:
        """Show nothing, and say how to get passages."""
        self.show_head("", "")
        self._tell(None, self.tr("Choose a figure to see the passages behind it."))

    def show_head(self, title: str, figure: str) -> None:
        """Name what the passages belong to."""
        self.head.setVisible(bool(title))
        self.title.setText(title)
        self.figure.setText(figure)
        if title and not self.model.rowCount():
            self.nothing.setText("")  # they are being read

    def show_passages(self, found: Passages, keys: Mapping[str, str], near: int = -1) -> None:
        """List passages; the one that was marked before stays marked if it is still there.

        Args:
            found: The passages.
            keys: Of codes, by uid.
            near: A place in the text; the passage nearest to it is marked.
        """
        before = self.current()
        self.model.choose(None)
        self.model.show(found.rows, keys)
        self._tell(found, self.tr("The coders do not differ here."))
        rows = range(self.model.rowCount())
        at = 0
        if near >= 0 and rows:
            at = min(rows, key=lambda row: abs(self.model.row(row).anchor.start - near))
        elif before is not None:
            place = (before.document_uid, before.anchor, before.code_uid)
            for number in rows:
                row = self.model.row(number)
                if (row.document_uid, row.anchor, row.code_uid) == place:
                    at = number
        if rows:
            self.list.setCurrentIndex(self.model.index(at, 0))

    def current(self) -> Passage | None:
        """Return the marked passage."""
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def focus_list(self) -> None:
        """Put the focus on the passages."""
        self.list.setFocus()

    # Inside

    def _lay_out(self) -> None:
        theme = self._theme
        self.head = Ground("panel_head", self)
        column = QVBoxLayout(self.head)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(theme.space("xs"))
        column.addWidget(self.title)
        column.addWidget(self.figure)
        self.chips.setSpacing(theme.space("xs"))
        column.addLayout(self.chips)
        foot = Ground("foot", self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self.page_button)
        row.addWidget(KeyCaps("Return", foot))
        row.addStretch(1)
        row.addWidget(self.rule_button)
        row.addWidget(ActionKey(self._actions["boundary_rule"], foot))
        self.body.insertWidget(0, self.head)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.body.addWidget(foot)

    def _tell(self, found: Passages | None, words: str) -> None:
        self._found = found
        has_rows = found is not None and bool(found.rows)
        if not has_rows:
            self.model.show((), {})
        self.nothing.setText(words)
        self.nothing.setVisible(not has_rows)
        self.list.setVisible(has_rows)
        self.page_button.setEnabled(has_rows)
        self.rule_button.setEnabled(has_rows)
        self._fill_chips(found)

    def _fill_chips(self, found: Passages | None) -> None:
        while (item := self.chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if found is None or not found.rows:
            return
        names = kind_names()
        chosen: list[tuple[Kind | None, str]] = [
            (None, self.tr("All {n}").format(n=count(found.n_all)))
        ]
        chosen += [(kind, f"{names[kind]} {count(n)}") for kind, n in found.n_of_kind.items()]
        for kind, words in chosen:
            self._add_chip(kind, words)

    def _add_chip(self, kind: Kind | None, words: str) -> None:
        chip = QPushButton(words, self)
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.setChecked(kind is None)
        self.kinds.addButton(chip)
        chip.clicked.connect(lambda: self._choose(kind))
        self.chips.addWidget(chip)

    def _choose(self, kind: Kind | None) -> None:
        self.model.choose(kind)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _on_list_activated(self, index: QModelIndex) -> None:
        self.page_requested.emit(self.model.row(index.row()))

    def _on_page_button_clicked(self) -> None:
        row = self.current()
        if row is not None:
            self.page_requested.emit(row)
