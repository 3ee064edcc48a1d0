"""The passages behind a figure, as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt

from qualcode_app.services.agreement.agreement_passages import Kind, Passage
from qualcode_app.ui.item_models.rows_list import Index, RowsList
from qualcode_app.ui.wording import count, listing, page, translate

PASSAGE_ROLE = Qt.ItemDataRole.UserRole


class PassagesList(RowsList[Passage]):
    """One row per passage; only one kind of difference when that is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Passage, ...] = ()
        self._kind: Kind | None = None
        self.keys: Mapping[str, str] = {}  # of codes, by uid

    def show(self, rows: Sequence[Passage], keys: Mapping[str, str]) -> None:
        """Show passages."""
        self._all, self.keys = tuple(rows), keys
        self.choose(self._kind)

    def choose(self, kind: Kind | None) -> None:
        """Show one kind of difference, or all."""
        self._kind = kind
        self.put([row for row in self._all if kind in (None, row.kind)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a passage, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == PASSAGE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.quote
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = ", ".join(f"{bar.name}: {bar.said}" for bar in row.bars if bar.said)
            return f"{place(row)}. {kind_words(row, self.keys)}. {said or size(row)}. {row.quote}"
        return None


def place(row: Passage) -> str:
    """Return document and page."""
    return f"{row.document_title}, {page(row.page_label, row.page_number)}"


def size(row: Passage) -> str:
    """Return how many characters, or how much of the page, the coders disagree about."""
    if row.area is not None:
        return translate("passages", "{n} square points").format(n=count(row.n_disagreeing))
    if not row.code_uid:
        return ""  # a verdict has no size
    return translate("passages", "{n} characters").format(n=count(row.n_disagreeing))


def kind_words(row: Passage, keys: Mapping[str, str]) -> str:
    """Return how the coders differ, naming who or which code."""
    others = listing([keys.get(uid, "") for uid in row.other_uids])
    match row.kind:
        case Kind.ONLY:
            names = [name.split(maxsplit=1)[0] for name in row.marked_by]
            return translate("passages", "only {names}").format(names=listing(names))
        case Kind.BOUNDARY:
            return translate("passages", "other boundary")
        case Kind.OTHER_CODE:
            return translate("passages", "other code: {codes}").format(codes=others)
        case Kind.OTHER_VALUE if not row.code_uid:
            return translate("passages", "other verdict")
        case Kind.OTHER_VALUE:
            return translate("passages", "other value")
        case _:
            return translate("passages", "parent against child: {codes}").format(codes=others)


def kind_names() -> dict[Kind, str]:
    """Return what the kinds are called on their chips."""
    return {
        Kind.ONLY: translate("passages", "Only one"),
        Kind.BOUNDARY: translate("passages", "Other boundary"),
        Kind.OTHER_CODE: translate("passages", "Other code"),
        Kind.PARENT_CHILD: translate("passages", "Parent, child"),
        Kind.OTHER_VALUE: translate("passages", "Other value"),
    }
