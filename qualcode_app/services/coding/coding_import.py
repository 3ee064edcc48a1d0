"""Codings of the sample: one line names document, coder, code and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import QualcodeError, UnreadableTable
from qualcode_app.domain.reading_text import ReadingText, find_quote
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.store import journal, people

Line = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be placed, by its number in the file, and why."""

    number: int
    error: QualcodeError


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines of a table as codings, and the lines that could not be placed."""

    new: tuple[NewCoding, ...]
    bad: tuple[BadLine, ...]


def place(session: Session, lines: Sequence[Line]) -> Placed:
    """Find the place of every line; nothing is written."""
    finder = _Finder(session)
    new: list[NewCoding] = []
    bad: list[BadLine] = []
    for number, line in enumerate(lines, start=2):  # line 1 holds the headings
        try:
            new.append(finder.coding(line))
        except QualcodeError as error:
            bad.append(BadLine(number, error))
    return Placed(tuple(new), tuple(bad))


def add(session: Session, placed: Placed, *, label: str) -> Changes:
    """Write the codings as one batch; those that exist already stay as they are."""
    batch_uid = journal.new_uid()
    columns = {
        "uid": batch_uid,
        "kind": "import",
        "label": label,
        "source_name": label,
        "source_sha256": "",
        "source_replica_uid": None,
        "coder_uid": journal.pen(session).author_uid,
        "withdrawn_at": None,
    }
    journal.add(session, "batch.open", Kind.BATCH, columns)
    return codings.add_many(session, "coding.import", placed.new, batch_uid=batch_uid)


class _Finder:
    """Finds what lines name, each document's text prepared once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents: dict[str, DocumentRow] = {}
        self._readings: dict[str, ReadingText] = {}
        self._coders: dict[str, str] = {}
        self._tree = codebook.rows(session, counted=False)
        self._codes: dict[str, str] = {}
        self._round = people.present_round(session)

    def coding(self, line: Line) -> NewCoding:
        document = self._document(line["document"])
        return NewCoding(
            revision_uid=document.revision_uid,
            round_uid=self._round,
            coder_uid=self._coder(line["coder"]),
            code_uid=self._code(line["code"]),
            anchor=self._anchor(document, line),
            origin="import",
            memo=line.get("memo") or "",
        )

    def _document(self, name: str) -> DocumentRow:
        if name not in self._documents:
            self._documents[name] = documents.named(self._session, name)
        return self._documents[name]

    def _coder(self, name: str) -> str:
        if name not in self._coders:
            self._coders[name] = people.coder_named(self._session, name).uid
        return self._coders[name]

    def _code(self, key: str) -> str:
        if key not in self._codes:
            self._codes[key] = codebook.keyed(self._tree, key).uid
        return self._codes[key]

    def _anchor(self, document: DocumentRow, line: Line) -> TextAnchor:
        if line.get("start") and line.get("end"):
            return TextAnchor(_whole(line["start"]), _whole(line["end"]))
        quote = line.get("quote") or ""
        occurrence = _whole(line.get("occurrence") or "1")
        found = find_quote(self._reading(document), quote, occurrence) if quote.strip() else None
        if found is None:
            raise UnreadableTable(
                "The words {quote} do not stand in {document}. Check the quote.",
                quote=f"“{quote[:60]}”",
                document=document.title,
            )
        return found

    def _reading(self, document: DocumentRow) -> ReadingText:
        if document.uid not in self._readings:
            self._readings[document.uid] = ReadingText.of(
                documents.text(self._session, document.revision_uid),
                documents.regions(self._session, document.revision_uid),
            )
        return self._readings[document.uid]


def _whole(said: str) -> int:
    try:
        return int(said)
    except ValueError:
        raise UnreadableTable(
            "{said} is not a whole number. Write digits only.", said=said
        ) from None
