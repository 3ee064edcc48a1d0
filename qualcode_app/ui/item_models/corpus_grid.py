"""The corpus as a grid: one row per document or per case, every cell edited in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from qualcode_app.services.cases import outside, typed
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument
from qualcode_app.ui import corpus_words
from qualcode_app.ui.wording import count

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
FIELD_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class What(StrEnum):
    """What a column shows."""

    DOCUMENT = "document"
    CASE = "case"
    CODE = "code"
    ALIASES = "aliases"
    WAVE = "wave"
    DATE = "date"
    STATE = "state"
    REASON = "reason"
    WORDS = "words"
    SYSTEM = "system"
    ATTRIBUTE = "attribute"
    DOCUMENTS = "documents"  # of one wave, or without one


READ_ONLY = frozenset((What.WORDS, What.DOCUMENTS))
OF_DOCUMENT = frozenset((What.DOCUMENT, What.WAVE, What.DATE, What.STATE, What.WORDS))


@dataclass(frozen=True, slots=True)
class Field:
    """A column; `uid` is that of the system, attribute or wave it shows."""

    what: What
    title: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A document with its case, or a case with all its documents."""

    case: CaseRow | None
    document: CorpusDocument | None
    documents: tuple[CorpusDocument, ...] = ()

    @property
    def uid(self) -> str:
        """What tells the row from others."""
        if self.document is not None:
            return self.document.uid
        return self.case.uid if self.case else ""

    @property
    def counts(self) -> bool:
        """Whether it is, or has, a document in the corpus."""
        listed = (self.document,) if self.document else self.documents
        return any(one.state == "in" for one in listed)


class CorpusGrid(QAbstractTableModel):
    """Shows the register; what is typed into a cell is a wish, told by `edited`."""

    edited = Signal(object, object, str)  # GridRow, Field, what was typed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register: Corpus | None = None
        self.by_case = False
        self._fields: list[Field] = []
        self._rows: list[GridRow] = []

    def show(self, register: Corpus, *, by_case: bool) -> None:
        """Show the register by document or by case."""
        self.beginResetModel()
        self.register, self.by_case = register, by_case
        self._fields = _case_fields(register) if by_case else _document_fields(register)
        self._rows = _case_rows(register) if by_case else _document_rows(register)
        self.endResetModel()

    @property
    def rows(self) -> Sequence[GridRow]:
        """All rows."""
        return self._rows

    @property
    def fields(self) -> Sequence[Field]:
        """The columns from left to right."""
        return self._fields

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, what is edited, the value to sort by, or row and field."""
        if not index.isValid() or self.register is None:
            return None
        row, field = self._rows[index.row()], self._fields[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, field)
            case Qt.ItemDataRole.EditRole:
                return self._typed(row, field)
            case Qt.ItemDataRole.ToolTipRole:
                return self._typed(row, field) or None
            case Qt.ItemDataRole.TextAlignmentRole if field.what is What.WORDS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case _ if role == ROW_ROLE:
                return row
            case _ if role == FIELD_ROLE:
                return field
            case _ if role == SORT_ROLE:
                return self._order(row, field)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self._fields[section].what is What.WORDS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._fields[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags
        row, what = self._rows[index.row()], self._fields[index.column()].what
        lacking = what in OF_DOCUMENT and row.document is None
        return flags if what in READ_ONLY or lacking else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed, if it is something else than before."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, field, text = self._rows[index.row()], self._fields[index.column()], str(value)
        if text.strip() != self._typed(row, field):
            self.edited.emit(row, field, text.strip())
        return True

    # Inside

    def _words(self, row: GridRow, field: Field) -> str:
        document = row.document
        if document is not None:
            match field.what:
                case What.STATE:
                    return corpus_words.state_name(document.state)
                case What.DATE:
                    return corpus_words.day(document.dated)
                case What.SYSTEM:
                    return typed.groups_on_day(self._register, document, field.uid)
        elif field.what is What.STATE:
            return corpus_words.without_document()
        if field.what is What.ATTRIBUTE:
            return corpus_words.shown_values(self._register, owners(row), field.uid)
        return self._typed(row, field)

    def _typed(self, row: GridRow, field: Field) -> str:
        """Return the cell as it is typed."""
        register, case, document = self._register, row.case, row.document
        match field.what:
            case What.CASE:
                return case.name if case else ""
            case What.CODE:
                return case.code if case else ""
            case What.ALIASES:
                return "; ".join(case.aliases) if case else ""
            case What.SYSTEM:
                return typed.groups(register, owners(row), field.uid)
            case What.ATTRIBUTE:
                return typed.values(register, owners(row), field.uid)
            case What.DOCUMENTS:
                own = [
                    one for one in row.documents if (one.wave.uid if one.wave else "") == field.uid
                ]
                return "; ".join(corpus_words.document_name(one) for one in own)
        if field.what is What.REASON and case is not None and document is None:
            return outside.reason(register, case.uid)
        return _of_document(document, field.what) if document else ""

    def _order(self, row: GridRow, field: Field) -> object:
        if field.what is What.WORDS:
            return row.document.n_words if row.document else -1
        if field.what is What.DATE:
            return row.document.dated.isoformat() if row.document and row.document.dated else ""
        if field.what is What.ATTRIBUTE:
            return corpus_words.sortable(self._register, owners(row), field.uid)
        return self._words(row, field).casefold()

    @property
    def _register(self) -> Corpus:
        assert self.register is not None  # noqa: S101  asked only when something is shown
        return self.register


def owners(row: GridRow) -> tuple[str, ...]:
    """Return whose groups and values a row shows: those of the document, else of its case."""
    return tuple(one.uid for one in (row.document, row.case) if one is not None)


def _of_document(document: CorpusDocument, what: What) -> str:
    match what:
        case What.DOCUMENT:
            return document.title
        case What.WAVE:
            return document.wave.title if document.wave else ""
        case What.DATE:
            return document.dated.isoformat() if document.dated else ""
        case What.STATE:
            return document.state
        case What.REASON:
            return document.out_reason
        case What.WORDS:
            return count(document.n_words)
        case _:
            return ""


def _named(*whats: What) -> list[Field]:
    return [Field(what, corpus_words.heading(what.value)) for what in whats]


def _document_fields(register: Corpus) -> list[Field]:
    return [
        *_named(What.DOCUMENT, What.CASE, What.WAVE, What.DATE, What.STATE, What.REASON),
        *(Field(What.SYSTEM, system.title, system.uid) for system in register.systems),
        *(
            Field(What.ATTRIBUTE, corpus_words.titled(row), row.uid)
            for row in register.attributes
            if row.key != outside.NO_DOCUMENT  # it stands under Reason
        ),
        *_named(What.WORDS),
    ]


def _case_fields(register: Corpus) -> list[Field]:
    loose = any(document.wave is None for document in register.everything)
    return [
        *_named(What.CASE, What.CODE, What.ALIASES),
        *(Field(What.DOCUMENTS, wave.title, wave.uid) for wave in register.waves),
        *(_named(What.DOCUMENTS) if loose or not register.waves else ()),
        *(Field(What.SYSTEM, system.title, system.uid) for system in register.systems),
        *(
            Field(What.ATTRIBUTE, corpus_words.titled(row), row.uid)
            for row in register.attributes
            if row.of == "case"
        ),
    ]


def _document_rows(register: Corpus) -> list[GridRow]:
    """One row per document, then one per case without any."""
    rows = [GridRow(document.case, document, (document,)) for document in register.everything]
    have = {row.case.uid for row in rows if row.case}
    return rows + [GridRow(case, None) for case in register.cases if case.uid not in have]


def _case_rows(register: Corpus) -> list[GridRow]:
    by_case: dict[str, list[CorpusDocument]] = defaultdict(list)
    for document in register.everything:
        if document.case is not None:
            by_case[document.case.uid].append(document)
    return [GridRow(case, None, tuple(by_case[case.uid])) for case in register.cases]
