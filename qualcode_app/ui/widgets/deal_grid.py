"""Who codes which document: a grid that a plan fills and a hand can change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store.people import CoderRow
from qualcode_app.ui.widgets.vacancy import Vacancy
from qualcode_app.ui.wording import count

CHOSEN = 0  # column that says whether a document takes part
CODER_PX = 128
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class DealGrid(QTableWidget):
    """Documents by coders; the head of a column says how much its coder has to read."""

    documents_changed = Signal()  # others take part

    def __init__(
        self,
        documents: Sequence[DocumentRow],
        coders: Sequence[CoderRow],
        in_corpus: Collection[str],
        parent: QWidget,
    ) -> None:
        super().__init__(len(documents), len(coders) + 1, parent)
        self._documents, self._coders = list(documents), list(coders)
        self.setAccessibleName(self.tr("Who codes what"))
        Vacancy(self, self.tr("No documents yet. Add the ones to be handed out first."))
        outside = self.tr("{title} (out of the corpus)")
        self.setVerticalHeaderLabels(
            [
                row.title if row.uid in in_corpus else outside.format(title=row.title)
                for row in documents
            ]
        )
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.verticalHeader().setDefaultAlignment(left)
        self.horizontalHeader().setDefaultSectionSize(CODER_PX)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for row, document in enumerate(documents):
            self.setItem(row, CHOSEN, _box(ticked=document.uid in in_corpus))
            for column in range(1, len(coders) + 1):
                self.setItem(row, column, _box(ticked=False))
        self._tell_loads()
        self.itemChanged.connect(self._on_item_changed)

    def chosen(self) -> list[DocumentRow]:
        """Return the documents that take part."""
        return [row for at, row in enumerate(self._documents) if self._is_on(at, CHOSEN)]

    def choose(self, uids: Sequence[str]) -> None:
        """Let only these documents take part."""
        self.blockSignals(True)
        for at, row in enumerate(self._documents):
            self._tick(at, CHOSEN, ticked=row.uid in uids)
        self.blockSignals(False)

    def deal(self, dealt: Mapping[str, Sequence[str]]) -> None:
        """Show a plan: the coders of each document that takes part."""
        self.blockSignals(True)
        for at, row in enumerate(self._documents):
            for column, coder in enumerate(self._coders, start=1):
                self._tick(at, column, ticked=coder.uid in dealt.get(row.uid, ()))
                self._field(at, column).setFlags(_flags(enabled=row.uid in dealt))
        self.blockSignals(False)
        self._tell_loads()

    def of_coder(self, uid: str) -> tuple[str, ...]:
        """Return the documents of a coder as the grid now stands."""
        column = 1 + [coder.uid for coder in self._coders].index(uid)
        return tuple(
            row.uid
            for at, row in enumerate(self._documents)
            if self._is_on(at, CHOSEN) and self._is_on(at, column)
        )

    # Inside

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == CHOSEN:
            self.documents_changed.emit()
        self._tell_loads()

    def _tell_loads(self) -> None:
        heads = [self.tr("Takes part")]
        for coder in self._coders:
            mine = set(self.of_coder(coder.uid))
            n_pages = sum(row.n_pages for row in self._documents if row.uid in mine)
            words = self.tr("%n documents", "", len(mine))
            pages = self.tr("{n} pages").format(n=count(n_pages))
            heads.append(f"{coder.name}\n{words}\n{pages}")
        self.setHorizontalHeaderLabels(heads)

    def _is_on(self, row: int, column: int) -> bool:
        return self._field(row, column).checkState() is ON

    def _tick(self, row: int, column: int, *, ticked: bool) -> None:
        self._field(row, column).setCheckState(ON if ticked else OFF)

    def _field(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None  # noqa: S101  every field is filled from the start
        return item


def _box(*, ticked: bool) -> QTableWidgetItem:
    item = QTableWidgetItem()
    item.setFlags(_flags(enabled=True))
    item.setCheckState(ON if ticked else OFF)
    return item


def _flags(*, enabled: bool) -> Qt.ItemFlag:
    checkable = Qt.ItemFlag.ItemIsUserCheckable
    return checkable | Qt.ItemFlag.ItemIsEnabled if enabled else checkable
