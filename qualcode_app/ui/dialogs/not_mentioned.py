"""The judgements that a document does not mention a code; what is open again stands first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from qualcode_app.services.coding.absence import AbsenceRow
from qualcode_app.services.search.search_runs import RunRow
from qualcode_app.ui.actions import Actions
from qualcode_app.ui.dialogs.frame import Dialog
from qualcode_app.ui.shortcuts import with_keys
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import date, date_time, label


class NotMentionedDialog(Dialog):
    """Lists judgements with coder and time; a double click opens the document."""

    document_wished = Signal(str)  # uid
    withdrawal_wished = Signal(object)  # AbsenceRow
    link_wished = Signal(object, str)  # AbsenceRow, uid of a kept search or ""

    def __init__(
        self,
        theme: Theme,
        actions: Actions,
        searches: Callable[[AbsenceRow], Sequence[RunRow]],
        parent: QWidget,
    ) -> None:
        """Make it empty.

        Args:
            theme: How it looks.
            actions: Know the key that judges.
            searches: Returns the kept searches that a judgement can rest on.
            parent: The window.
        """
        super().__init__(theme, parent)
        self._actions = actions
        self._searches = searches
        self.name_it(self.tr("Not mentioned"))
        self._rows: list[AbsenceRow] = []
        self.table = QTableWidget(0, 6, self)
        self.table.setAccessibleName(self.tr("Judgements that a code is not mentioned"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Document"),
                self.tr("Code"),
                self.tr("State"),
                self.tr("Coder"),
                self.tr("Judged on"),
                self.tr("Search"),
            ]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.content.addWidget(self.table, 1)
        self.withdraw_button = QPushButton(self.tr("Take the judgement back"), self)
        self.withdraw_button.setAutoDefault(False)
        self.link_button = QPushButton(self.tr("Rests on a search…"), self)
        self.link_button.setAutoDefault(False)
        self.foot.insertWidget(0, self.withdraw_button)
        self.foot.insertWidget(0, self.link_button)
        self.link_button.clicked.connect(self._on_link_clicked)
        self.withdraw_button.clicked.connect(self._on_withdraw_clicked)
        self.table.itemDoubleClicked.connect(self._on_item_double_clicked)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.take_room(1120, 420)

    def show_rows(self, rows: Sequence[AbsenceRow]) -> None:
        """Show these judgements."""
        self._rows = list(rows)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            texts = (
                row.document_title,
                f"{row.code_key} {label(row)}",
                self._state_words(row),
                row.coder_name,
                date_time(row.judged_at),
                f"“{row.search_words}”" if row.search_words else "",
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if row.state != "stands":
                    item.setForeground(self.theme.colour("warning"))
                self.table.setItem(number, column, item)
        if not rows:
            words = self.tr(
                "No code was judged as not mentioned. Mark a code, then press {not_mentioned}."
            )
            self.message.tell(with_keys(self._actions, words), "info")
        self._on_selection_changed()

    def _state_words(self, row: AbsenceRow) -> str:
        match row.state:
            case "coded":
                return self.tr("Open again: the code is coded in this document")
            case "theme_open":
                return self.tr("Open again: the theme is not read any more")
            case "stands":
                return self.tr("Stands")

    def _marked(self) -> AbsenceRow | None:
        chosen = [index.row() for index in self.table.selectionModel().selectedRows()]
        return self._rows[chosen[0]] if chosen and chosen[0] < len(self._rows) else None

    def _on_withdraw_clicked(self) -> None:
        row = self._marked()
        if row is not None:
            self.withdrawal_wished.emit(row)

    def _on_link_clicked(self) -> None:
        """Offer the kept searches that went through the document."""
        row = self._marked()
        if row is None:
            return
        menu = self.search_menu(row)
        if menu.isEmpty():
            words = self.tr("No kept search went through this document. Search, then keep it.")
            self.message.tell(words, "info")
            return
        menu.popup(self.link_button.mapToGlobal(self.link_button.rect().topLeft()))

    def search_menu(self, row: AbsenceRow) -> QMenu:
        """Return the menu of searches that a judgement can rest on."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for run in self._searches(row):
            hits = self.tr("%n hits", "", run.n_hits)
            words = self.tr("“{words}”: {hits}, {date}").format(
                words=run.query.words.replace("&", "&&"), hits=hits, date=date(run.made_at)
            )
            menu.addAction(words).triggered.connect(
                lambda _=False, uid=run.uid: self.link_wished.emit(row, uid)
            )
        if row.search_run_uid:
            menu.addSeparator()
            menu.addAction(self.tr("On no search")).triggered.connect(
                lambda: self.link_wished.emit(row, "")
            )
        return menu

    def _on_item_double_clicked(self, item: QTableWidgetItem) -> None:
        self.document_wished.emit(self._rows[item.row()].document_uid)
        self.accept()

    def _on_selection_changed(self) -> None:
        for button in (self.withdraw_button, self.link_button):
            button.setEnabled(self._marked() is not None)
