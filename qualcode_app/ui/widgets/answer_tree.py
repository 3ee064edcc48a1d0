"""An answer as a table: each finding with n of N, below it the documents by name and state."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from qualcode_app.services.analysis import room
from qualcode_app.services.analysis.quantifiers import Step, quantifier
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named
from qualcode_app.ui.language import language_code
from qualcode_app.ui.theme import Theme
from qualcode_app.ui.wording import count, number, translate
from qualcode_app.ui.wording import label as label_of

LINE, DOCUMENT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
ABOUT, SHARE, SAID = range(3)


class AnswerTree(QTreeWidget):
    """Shows an answer; a row tells what its evidence is, a ticked document is an example."""

    row_chosen = Signal(object, str)  # Line, uid of a document or "" for all
    examples_changed = Signal(list)  # uids of documents

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Answer"))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Finding"), self.tr("n of N"), self.tr("In words")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(ABOUT, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(ABOUT, 420)
        header.resizeSection(SHARE, 90)
        self.currentItemChanged.connect(self._on_current_item_changed)
        self.itemChanged.connect(self._on_item_changed)

    def show_answer(self, answer: Answer | None) -> None:
        """Show an answer, or nothing."""
        with QSignalBlocker(self):
            self.clear()
            for line in answer.lines if answer is not None else ():
                self._add(line, answer)
        first = self.topLevelItem(0)
        if first is not None:
            first.setExpanded(self.topLevelItemCount() == 1)
            self.setCurrentItem(first)

    def _add(self, line: Line, answer: Answer | None) -> None:
        kind = answer.question.kind if answer is not None else Kind.ALL_OF
        item = QTreeWidgetItem(self, _words(line, kind, answer.scale if answer else ()))
        item.setData(0, LINE, line)
        item.setSizeHint(0, QSize(0, self._theme.size("row_dense")))
        item.setTextAlignment(SHARE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for state, names in _by_state(line, kind):
            for one in names:
                reason = f"{state} ({one.reason})" if one.reason else state
                child = QTreeWidgetItem(item, [one.name, "", reason])
                child.setData(0, LINE, line)
                child.setData(0, DOCUMENT, one.document_uid)
                if names is line.names and kind == Kind.ALL_OF:
                    child.setFlags(child.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    child.setCheckState(0, Qt.CheckState.Unchecked)
                    child.setToolTip(0, self.tr("Tick to name it as an example"))

    def _on_current_item_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.row_chosen.emit(item.data(0, LINE), item.data(0, DOCUMENT) or "")

    def _on_item_changed(self) -> None:
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        children = [top.child(row) for top in tops if top for row in range(top.childCount())]
        chosen = [
            child.data(0, DOCUMENT)
            for child in children
            if child is not None and child.checkState(0) == Qt.CheckState.Checked
        ]
        self.examples_changed.emit(chosen)


def _words(line: Line, kind: Kind, scale: Sequence[Step]) -> list[str]:
    if kind == Kind.ROOM:
        share = number(room.share(line), 1) if line.of else translate("analysis", "not read")
        return [label_of(line.label), f"{share} %" if line.of else "", share if not line.of else ""]
    if kind == Kind.WORDS:
        hits = translate("analysis", "{n} hits").format(n=count(int(line.value)))
        return [label_of(line.label), f"{line.n}/{line.of}", hits]
    if kind == Kind.PROFILE:
        shown = "" if isnan(line.value) or not line.of else count(int(line.value))
        return [label_of(line.label), shown, "" if line.of else translate("analysis", "not read")]
    return [
        label_of(line.label),
        f"{line.n}/{line.of}",
        quantifier(line.n, line.of, language_code(), scale),
    ]


def _by_state(line: Line, kind: Kind) -> list[tuple[str, tuple[Named, ...]]]:
    there, not_there = translate("analysis", "there"), translate("analysis", "not there")
    return [
        (not_there if kind == Kind.NONE_OF else there, line.names),
        (translate("analysis", "not read"), line.unread),
        (translate("analysis", "coded, not marked as read"), line.coded_unread),
        (translate("analysis", "coded by too few"), line.by_fewer),
        (translate("analysis", "outside the corpus"), line.outside),
    ]
