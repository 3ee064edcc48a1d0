"""The codes as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qualcode_app.services.codebook.code_counts import CodeCounts
from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.ui.wording import count, label, translate

CODE_MIME = "application/x-qualcode-code"
SELECTION_MIME = "application/x-qualcode-selection"

ROW_ROLE = Qt.ItemDataRole.UserRole  # the CodeRow
TOTAL_ROLE = Qt.ItemDataRole.UserRole + 1  # passages coded with it or with a code below it
EVERY_ROLE = Qt.ItemDataRole.UserRole + 2  # the same of all coders: of the code, and rolled up

Index = QModelIndex | QPersistentModelIndex


def code_mime(uid: str) -> QMimeData:
    """Return what is dragged when a code is dragged."""
    data = QMimeData()
    data.setData(CODE_MIME, QByteArray(uid.encode()))
    return data


class CodeTreeModel(QAbstractItemModel):
    """Codes below their parents; one column, painted by a delegate."""

    selection_dropped = Signal(str)  # uid of the code the selected text was dropped on
    code_dropped = Signal(str, str, str)  # code, code above or "", brother it goes before or ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CodeRow] = []
        self._children: dict[int, list[int]] = {-1: []}
        self._parents: list[int] = []
        self._places: list[int] = []  # of a row among its brothers
        self._by_uid: dict[str, int] = {}
        self._counts = CodeCounts()
        self._is_counted = False  # until then no number is told
        self._totals: dict[str, int] = {}
        self._every: dict[str, int] = {}
        self._coders: Mapping[str, str] = {}  # names by uid
        self.has_others = False  # others than the acting coder coded too
        self.widest = "000"  # figures as wide as those of the code that was used most

    @property
    def rows(self) -> Sequence[CodeRow]:
        """All codes in the order of the tree."""
        return self._rows

    def show(self, rows: Sequence[CodeRow]) -> None:
        """Show these codes; where only words differ, nothing folds or jumps."""
        same = [(row.uid, row.parent_uid) for row in rows] == [
            (row.uid, row.parent_uid) for row in self._rows
        ]
        if same:
            self.patch([row for row, before in zip(rows, self._rows, strict=True) if row != before])
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._by_uid = {row.uid: number for number, row in enumerate(self._rows)}
        self._children = {-1: []}
        self._parents, self._places = [], []
        for number, row in enumerate(self._rows):
            above = self._by_uid.get(row.parent_uid or "", -1)
            brothers = self._children.setdefault(above, [])
            self._parents.append(above)
            self._places.append(len(brothers))
            brothers.append(number)
        self.endResetModel()

    def patch(self, rows: Iterable[CodeRow]) -> None:
        """Let codes that stand where they stood say something else."""
        for row in rows:
            number = self._by_uid[row.uid]
            self._rows[number] = row
            self._tell_changed(number)

    def show_counts(
        self, told: CodeCounts | None, coder_uid: str, coder_names: Mapping[str, str]
    ) -> None:
        """Show how often each code was used, by the acting coder and by all; None: nobody knows."""
        self._is_counted = told is not None
        counts = told or CodeCounts()
        parents = {row.uid: row.parent_uid for row in self._rows}
        before = self._totals, self._every
        self._counts, self._coders = counts, coder_names
        self.has_others = any(uid != coder_uid for by in counts.by_code.values() for uid in by)
        self._totals = counts.rolled_up(parents, coder_uid)
        self._every = counts.rolled_up(parents)
        most = (max(each.values(), default=0) for each in (self._totals, self._every))
        own_most, every_most = ("0" * len(count(n)) for n in most)
        widest = f"{own_most}/{every_most}" if self.has_others else max("000", own_most)
        changed = set() if widest == self.widest else {row.uid for row in self._rows}
        self.widest = widest
        for was, now in zip(before, (self._totals, self._every), strict=True):
            changed |= {uid for uid in was.keys() | now.keys() if was.get(uid) != now.get(uid)}
        for number, row in enumerate(self._rows):
            own = counts.own(row.uid, coder_uid)
            if own != row.n_codings:  # as with codes that were read again without their counts
                self._rows[number] = replace(row, n_codings=own)
            elif row.uid not in changed:
                continue
            self._tell_changed(number)

    def row_of(self, uid: str) -> CodeRow | None:
        """Return the code with that uid."""
        number = self._by_uid.get(uid)
        return None if number is None else self._rows[number]

    def index_of(self, uid: str) -> QModelIndex:
        """Return where a code stands; invalid when it is not in the tree."""
        number = self._by_uid.get(uid)
        return QModelIndex() if number is None else self._index(number)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a child."""
        brothers = self._children.get(self._number(parent), [])
        if column != 0 or not 0 <= row < len(brothers):
            return QModelIndex()
        return self.createIndex(row, 0, brothers[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the index of the code above."""
        number = self._number(index)
        above = self._parents[number] if number >= 0 else -1
        return self._index(above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of codes right below."""
        return len(self._children.get(self._number(parent), []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Return one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the code, its words or its counts."""
        number = self._number(index)
        if number < 0:
            return None
        row = self._rows[number]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.key} {label(row)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                counted = f", {self._totals.get(row.uid, 0)}" if self._is_counted else ""
                return f"{row.key} {label(row)}{counted}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(row)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == TOTAL_ROLE:
                return self._totals.get(row.uid, 0)
            case _ if role == EVERY_ROLE:
                return self._counts.own(row.uid), self._every.get(row.uid, 0)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let codes be dragged, and selected text be dropped on them."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [SELECTION_MIME, CODE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged code."""
        return code_mime(self._rows[self._number(indexes[0])].uid)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that dropping leaves the text where it is."""
        return Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802  Qt's name
        """Return that dragging leaves the code where it is."""
        return Qt.DropAction.CopyAction

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002
        row: int,
        column: int,  # noqa: ARG002
        parent: Index,
    ) -> bool:
        """Tell which code the selected text was dropped on, or where a code was dropped."""
        number = self._number(parent)
        if data.hasFormat(CODE_MIME):
            uid = bytes(data.data(CODE_MIME).data()).decode()
            brothers = self._children.get(number, [])
            before = self._rows[brothers[row]].uid if 0 <= row < len(brothers) else ""
            above = self._rows[number].uid if number >= 0 else ""
            if uid not in self._by_uid or uid in (above, before):
                return False
            self.code_dropped.emit(uid, above, before)
            return True
        if number < 0 or not data.hasFormat(SELECTION_MIME):
            return False
        self.selection_dropped.emit(self._rows[number].uid)
        return True

    def _told(self, row: CodeRow) -> str:
        """Return the name of a code, and below it who used it how often."""
        lines = [f"{row.key} {label(row)}"]
        if not row.is_active:
            lines.append(translate("code_tree", "not in use in this round"))
        by_coder = self._counts.by_code.get(row.uid, {})
        lines += [
            f"{name}: {count(by_coder[uid])}"
            for uid, name in self._coders.items()
            if uid in by_coder
        ]
        own, total = self._counts.own(row.uid), self._every.get(row.uid, 0)
        if total != own:
            words = translate("code_tree", "with the codes below: {n} passages")
            lines.append(words.format(n=count(total)))
        return "\n".join(lines)

    def _number(self, index: Index) -> int:
        return int(index.internalId()) if index.isValid() else -1

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._places[number], 0, number)

    def _tell_changed(self, number: int) -> None:
        while number >= 0:  # the count of a folded code holds those below
            index = self._index(number)
            self.dataChanged.emit(index, index)
            number = self._parents[number]
