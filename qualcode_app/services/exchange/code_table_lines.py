"""The lines of a table of codings: each placed in a document, or told with why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor, trimmed
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.domain.errors import QualcodeError, UnknownRecord
from qualcode_app.domain.reading_text import ReadingText, find_quote
from qualcode_app.formats import foreign_codes
from qualcode_app.formats.foreign_codes import ForeignCode
from qualcode_app.services.codebook import codebook, codebook_rows
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.documents import documents, imports
from qualcode_app.services.documents.documents import DocumentRow
from qualcode_app.services.exchange.code_table import CodeTable, Line, Tells
from qualcode_app.services.exchange.placing import How, StoredText
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.people import NewCoder


class Fate(StrEnum):
    """What becomes of a line."""

    EXACT = "exact"  # its words stand there as they are
    NORMALISED = "normalised"  # but for blanks, hyphens or quotation marks
    OFFSETS = "offsets"  # placed by numbers alone
    HERE = "here"  # this coding is in the project, or was deleted there
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class LinePlan:
    """A line with the words it would put its code on."""

    number: int  # as the sheet counts, headings are line 1
    document: str
    code: str
    coder: str
    quote: str
    fate: Fate
    is_one_of_several: bool = False  # the words stand elsewhere too; the nearest place is taken
    problem: QualcodeError | None = None


@dataclass(slots=True)
class _Text:
    """A document in which quotes are looked for."""

    row: DocumentRow
    stored: StoredText
    reading: ReadingText


class Finder:
    """Finds what lines name, and makes coders and codes that are not here yet."""

    def __init__(
        self, session: Session, table: CodeTable, *, makes_codes: bool, makes_coders: bool
    ) -> None:
        self._session = session
        self._table = table
        self._study = journal.pen(session).study_uid
        self._documents = dict(_titles(session))
        self._texts: dict[str, _Text] = {}  # by uid of the document
        self._round = people.present_round(session)
        everybody = people.coders(session)
        self._makes_coders = makes_coders
        self._everybody = ", ".join(row.name for row in everybody)
        initials = Counter(row.initials.casefold() for row in everybody)
        self._coders = {
            row.initials.casefold(): row.uid
            for row in everybody
            if initials[row.initials.casefold()] == 1
        }
        self._coders |= {row.name.casefold(): row.uid for row in everybody}
        self._author = journal.pen(session).author_uid
        self._author_name = next((c.name for c in everybody if c.uid == self._author), "")
        self._codes = dict(_codes(session))
        self.new_coders: dict[str, NewCoder] = {}
        self.book = self._new_codes() if makes_codes else None

    def line(self, number: int, line: Line) -> tuple[LinePlan, NewCoding | None]:
        """Place one line; without a coding where it has no place."""
        table = self._table
        document, code = table.cell(line, Tells.DOCUMENT), table.cell(line, Tells.CODE)
        coder = table.cell(line, Tells.CODER) or self._author_name
        quote = table.cell(line, Tells.QUOTE)
        try:
            text = self._text(document)
            code_uid = self._code(code)
            anchor, fate, several = self._place(line, text, quote)
            coder_uid = self._coder(coder)
        except QualcodeError as error:
            lost = LinePlan(number, document, code, coder, quote, Fate.UNPLACED, problem=error)
            return lost, None
        new = NewCoding(
            text.row.revision_uid,
            self._round,
            coder_uid,
            code_uid,
            anchor,
            origin="import",
            memo=table.cell(line, Tells.MEMO),
            uid=journal.derived_uid(
                self._study,
                f"table {coder_uid} {code_uid} {text.row.revision_uid} {anchor.start} {anchor.end}",
            ),
        )
        found = text.stored.text[anchor.start : anchor.end]
        return LinePlan(number, text.row.title, code, coder, found, fate, several), new

    def _place(self, line: Line, text: _Text, quote: str) -> tuple[TextAnchor, Fate, bool]:
        start = self._whole(line, Tells.START)
        if not quote:
            end = self._whole(line, Tells.END)
            if start is None or end is None or not 0 <= start < end <= len(text.stored.text):
                raise UnknownRecord(
                    "{start} to {end} is no place in {document}, which has {n} characters. "
                    "Correct start and end, or give the quote.",
                    start=start if start is not None else "–",
                    end=end if end is not None else "–",
                    document=text.row.title,
                    n=len(text.stored.text),
                )
            return trimmed(text.stored.text, start, end), Fate.OFFSETS, False
        occurrence = self._whole(line, Tells.OCCURRENCE)
        if occurrence is not None:
            anchor = find_quote(text.reading, quote, occurrence)
            if anchor is not None:
                return anchor, Fate.EXACT, False
        elif (found := text.stored.place(quote, start or 0)) is not None:
            fate = Fate.EXACT if found.how is How.EXACT else Fate.NORMALISED
            return found.anchor, fate, found.is_one_of_several and start is None
        raise UnknownRecord(
            "The words {quote} do not stand in {document}. Check the quote.",
            quote=f"“{quote[:60]}”",
            document=text.row.title,
        )

    def _whole(self, line: Line, tells: Tells) -> int | None:
        said = self._table.cell(line, tells)
        if not said:
            return None
        digits = said.removesuffix(".0")  # as workbooks write whole numbers now and then
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            raise UnknownRecord("{said} is not a whole number. Write digits only.", said=said[:40])
        return int(digits)

    def _text(self, name: str) -> _Text:
        found = self._documents.get(_titled(name), [])
        if len(found) != 1:
            raise UnknownRecord(
                "{count} documents are called {name}. Use a title that one document has.",
                count=len(found),
                name=name[:80] or "–",
            )
        (row,) = found
        if row.uid not in self._texts:
            text = documents.text(self._session, row.revision_uid)
            regions = documents.regions(self._session, row.revision_uid)
            reading = ReadingText.of(text, regions)
            self._texts[row.uid] = _Text(row, StoredText(text, regions), reading)
        return self._texts[row.uid]

    def _coder(self, name: str) -> str:
        key = " ".join(name.split()).casefold()
        if key not in self._coders:
            if not self._makes_coders:
                raise UnknownRecord(
                    "There is no coder {name}. Choose one of: {names}.",
                    name=name,
                    names=self._everybody,
                )
            uid = journal.derived_uid(self._study, f"coder {key}")
            self.new_coders[key] = NewCoder(" ".join(name.split()), uid=uid)
            self._coders[key] = uid
        return self._coders[key]

    def _code(self, name: str) -> str:
        uid = self._codes.get(" ".join(name.split()).casefold())
        if uid is None:
            raise UnknownRecord(
                "There is no code {name} in this project. Correct the name, or have new codes "
                "made.",
                name=name[:80] or "–",
            )
        if not uid:
            raise UnknownRecord(
                "Several codes are called {name}. Use their keys instead.", name=name[:80]
            )
        return uid

    def _new_codes(self) -> ArrivedCodebook | None:
        """Make a codebook of the codes that are not here."""
        cells = (self._table.cell(line, Tells.CODE) for line in self._table.lines)
        names = dict.fromkeys(" ".join(cell.split()) for cell in cells)
        wanted = [name for name in names if name and name.casefold() not in self._codes]
        codes = [
            ForeignCode(foreign_codes.guid_of("table", name.casefold()), name) for name in wanted
        ]
        arrived = foreign_codes.book(Path(self._table.source.name), "", codes)
        if arrived is None:
            return None
        uids = {
            str(row.columns["key"]): str(row.columns["uid"])
            for row in codebook_rows.of(arrived.book)
            if row.kind is Kind.CODE
        }
        for name, entry in zip(wanted, arrived.book.codes, strict=True):
            self._codes[name.casefold()] = uids[entry.key]
        return arrived


def _titles(session: Session) -> Iterator[tuple[str, list[DocumentRow]]]:
    found: dict[str, dict[str, DocumentRow]] = {}
    for row in documents.rows(session):
        for name in (row.title, row.short_title):
            found.setdefault(_titled(name), {})[row.uid] = row
    return ((name, list(rows.values())) for name, rows in found.items())


def _titled(name: str) -> str:
    """Return what documents are compared by: their name without its ending."""
    known = (".pdf", ".txt", ".md", ".docx", ".odt", ".doc", ".rtf", ".html")
    ending = next((one for one in known if name.casefold().strip().endswith(one)), "")
    stem = name.strip()[: len(name.strip()) - len(ending)]
    return imports.title_of(f"{stem}.x").casefold()


def _codes(session: Session) -> Iterator[tuple[str, str]]:
    """Yield every key and label with its code, and with nothing where several have it."""
    found: dict[str, set[str]] = {}
    rows = codebook.rows(session)
    for row in rows:
        for label in {row.label_nl.casefold(), row.label_en.casefold()}:
            found.setdefault(label, set()).add(row.uid)
    keys: dict[str, set[str]] = {}
    for row in rows:
        keys.setdefault(row.key.casefold(), set()).add(row.uid)
    for name, uids in (found | keys).items():
        yield name, next(iter(uids)) if len(uids) == 1 else ""
