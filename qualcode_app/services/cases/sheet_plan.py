"""What a sheet of cases would do: each line matched by name, with its doubts to be settled.

A line is matched by code, by name or other name, or by its spelling; what only looks alike is
a doubt and is asked. A name that looks like none makes a new case. Nothing is left out unsaid:
every line is told with how it was matched, and why when it cannot be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePath
from typing import Literal

from sqlalchemy.orm import Session

from qualcode_app.domain import case_names
from qualcode_app.domain.errors import QualcodeError, RefusedChange
from qualcode_app.services.cases import sheet_cells
from qualcode_app.services.cases.case_rows import CaseRow
from qualcode_app.services.cases.corpus import Corpus, CorpusDocument, corpus
from qualcode_app.services.cases.sheet import Line, Sheet, Use
from qualcode_app.services.cases.sheet_cells import Cells

FIRST_LINE = 2  # below the headings
NEW = "new"
LEAVE = "leave"
NONE = "none"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class How(StrEnum):
    """By what a line was matched."""

    CODE = "code"
    NAME = "name"
    ALIAS = "alias"
    SPELLING = "spelling"
    TITLE = "title"  # a document, by the name of the case in its title
    NEW = "new"
    NONE = "none"
    DOUBT = "doubt"
    CHOSEN = "chosen"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class CaseMatch:
    """The case of a line: known, new, or to be chosen among candidates."""

    how: How
    case: CaseRow | None = None
    candidates: tuple[CaseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentMatch:
    """The document of a line, or those it may be."""

    how: How
    document: CorpusDocument | None = None
    candidates: tuple[CorpusDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class LinePlan:
    """What becomes of one line of the sheet."""

    number: int  # as the sheet counts, headings are line 1
    name: str
    code: str
    case: CaseMatch
    document: DocumentMatch
    cells: Cells | None  # None where they cannot be read
    problem: QualcodeError | None = None

    @property
    def is_open(self) -> bool:
        """Whether something has to be settled first."""
        return self.problem is None and How.DOUBT in (self.case.how, self.document.how)

    @property
    def is_used(self) -> bool:
        """Whether the line will change anything."""
        return self.problem is None and self.case.how is not How.LEFT

    @property
    def lacks_document(self) -> bool:
        """Whether it says something of a document that is not there, which stays unused."""
        if not self.is_used or self.document.document is not None or self.cells is None:
            return False
        return self.cells.state != "out" and (self.tells_of_document or self.cells.of_document)

    @property
    def tells_of_document(self) -> bool:
        """Whether it says something that only a document can have."""
        return self.cells is not None and self.cells.tells_of_document


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What a sheet would do; nothing has been changed yet."""

    sheet: Sheet
    lines: tuple[LinePlan, ...]

    @property
    def open_lines(self) -> tuple[LinePlan, ...]:
        """The lines with a doubt."""
        return tuple(line for line in self.lines if line.is_open)

    @property
    def new_cases(self) -> tuple[str, ...]:
        """The names of cases that will be made."""
        names = {
            case_names.key(line.name): line.name
            for line in self.lines
            if line.is_used and line.case.how is How.NEW
        }
        return tuple(names.values())


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody decided about one line; None leaves it as the plan found it.

    `case` is a uid, NEW or LEAVE; `document` a uid or NONE.
    """

    case: str | Literal["new", "leave"] | None = None
    document: str | Literal["none"] | None = None


Choices = Mapping[int, Choice]  # by number of the line


def plan(session: Session, sheet: Sheet, choices: Choices | None = None) -> SheetPlan:
    """Return what a sheet would do with these decisions."""
    matcher = _Matcher(corpus(session), sheet)
    lines = [
        matcher.line(number, line, (choices or {}).get(number, Choice()))
        for number, line in enumerate(sheet.lines, start=FIRST_LINE)
        if any(cell.strip() for cell in line.values())
    ]
    return SheetPlan(sheet, tuple(_once(lines)))


class _Matcher:
    """Finds the case and the document that a line is about."""

    def __init__(self, register: Corpus, sheet: Sheet) -> None:
        self._sheet = sheet
        self._cases = {case.uid: case for case in register.cases}
        self._documents = {document.uid: document for document in register.everything}
        self._by_code = {case.code: case for case in register.cases if case.code}
        self._by_name = {
            case_names.key(name): case.uid for case in register.cases for name in case.names
        }
        self._by_title = {
            case_names.key(title): document.uid
            for document in register.everything
            for title in (document.short_title, document.title)
        }
        said = (sheet.cell(line, Use.CASE) for line in sheet.lines)
        self._all_names = self._by_name | {
            key: key for name in said if (key := case_names.key(name)) not in self._by_name
        }
        self._in_title = {
            document.uid: case_names.named_in(document.title, self._all_names)
            for document in register.everything
        }

    def line(self, number: int, line: Line, choice: Choice) -> LinePlan:
        sheet = self._sheet
        name, code = sheet.cell(line, Use.CASE), case_names.code(sheet.cell(line, Use.CODE))
        found = self._case(name, code, sheet.cell(line, Use.DOCUMENT))
        if choice.case == LEAVE:
            found = CaseMatch(How.LEFT)
        elif choice.case == NEW:
            found = CaseMatch(How.NEW)
        elif choice.case is not None:
            found = CaseMatch(How.CHOSEN, self._cases[choice.case])
        document = self._document(line, name, found)
        if choice.document == NONE:
            document = DocumentMatch(How.NONE)
        elif choice.document is not None:
            document = DocumentMatch(How.CHOSEN, self._documents[choice.document])
        try:
            cells, problem = sheet_cells.read(sheet, line), None
        except QualcodeError as error:
            cells, problem = None, error
        if not name and found.case is None and document.document is None:
            problem = RefusedChange(
                "This line names no case. Fill its name in, or leave the line out."
            )
        problem = problem or self._other_names(cells, found)
        if found.how is How.LEFT:
            problem = None
        return LinePlan(number, name, code, found, document, cells, problem)

    def _other_names(self, cells: Cells | None, found: CaseMatch) -> QualcodeError | None:
        """Return what is wrong with an alias that another case is known by."""
        for alias in cells.aliases if cells else ():
            other = self._cases.get(self._by_name.get(case_names.key(alias), ""))
            if other is not None and (found.case is None or found.case.uid != other.uid):
                return RefusedChange(
                    "{name} is already a name of the case {case}. Choose another name for one of "
                    "the two.",
                    name=alias,
                    case=other.name,
                )
        return None

    def _case(self, name: str, code: str, title: str) -> CaseMatch:
        by_code = self._by_code.get(code) if code else None
        by_name = self._cases.get(self._by_name.get(case_names.key(name), "")) if name else None
        if by_code is not None:
            if by_name is not None and by_name.uid != by_code.uid:
                return CaseMatch(How.DOUBT, candidates=(by_code, by_name))
            if name and by_name is None:  # the code says one thing, the name another
                return CaseMatch(How.DOUBT, candidates=(by_code,))
            return CaseMatch(How.CODE, by_code)
        if by_name is not None:
            if code and by_name.code:  # it has another code
                return CaseMatch(How.DOUBT, candidates=(by_name,))
            return CaseMatch(_how(name, by_name), by_name)
        if not name:
            document = self._documents.get(self._by_title.get(_title_key(title), ""))
            return CaseMatch(How.TITLE, document.case if document else None)
        alike = case_names.alike(name, self._by_name)
        if alike:
            return CaseMatch(How.DOUBT, candidates=tuple(self._cases[uid] for uid in alike))
        return CaseMatch(How.NEW)

    def _document(self, line: Line, name: str, found: CaseMatch) -> DocumentMatch:
        title = self._sheet.cell(line, Use.DOCUMENT)
        if title:
            uid = self._by_title.get(_title_key(title))
            if uid is not None:
                return DocumentMatch(How.NAME, self._documents[uid])
            alike = case_names.alike(PurePath(title).stem, self._by_title)
            return DocumentMatch(How.DOUBT, candidates=tuple(self._documents[uid] for uid in alike))
        if found.how in (How.LEFT, How.DOUBT):
            return DocumentMatch(How.NONE)
        own = self._of_case(name, found)
        own = _of_wave(own, self._sheet.cell(line, Use.WAVE))
        if len(own) == 1:
            placed = own[0].case is not None and own[0].case == found.case
            return DocumentMatch(How.NAME if placed else How.TITLE, own[0])
        if own and self._tells_of_document(line):
            return DocumentMatch(How.DOUBT, candidates=own)
        return DocumentMatch(How.NONE)

    def _of_case(self, name: str, found: CaseMatch) -> tuple[CorpusDocument, ...]:
        """Return the documents of a case, and those without a case that name it in their title."""
        meant = found.case.uid if found.case else self._all_names.get(case_names.key(name), "")
        return tuple(
            document
            for document in self._documents.values()
            if (document.case is not None and document.case == found.case)
            or (document.case is None and self._in_title[document.uid] == [meant])
        )

    def _tells_of_document(self, line: Line) -> bool:
        of_document = (Use.WAVE, Use.DATE, Use.STATE, Use.REASON, Use.DOCUMENT_ATTRIBUTE)
        return any(
            column.use in of_document and line.get(column.name, "").strip()
            for column in self._sheet.columns
        )


def _how(name: str, case: CaseRow) -> How:
    if name == case.name:
        return How.NAME
    return How.ALIAS if name in case.aliases else How.SPELLING


def _title_key(title: str) -> str:
    return case_names.key(title.removesuffix(".pdf").removesuffix(".PDF"))


def _of_wave(documents: Sequence[CorpusDocument], wave: str) -> tuple[CorpusDocument, ...]:
    """Leave out documents that another wave has, where the line names one."""
    if not wave:
        return tuple(documents)
    own = [one for one in documents if one.wave and one.wave.title.casefold() == wave.casefold()]
    if own:
        return tuple(own)
    loose = [one for one in documents if one.wave is None]
    years = set(_YEAR.findall(wave))
    return tuple(one for one in loose if not years or not _years(one) or _years(one) & years)


def _years(document: CorpusDocument) -> set[str]:
    """Return the years a document tells about itself."""
    own = {str(document.dated.year)} if document.dated else set()
    return own or set(_YEAR.findall(document.title))


def _once(lines: Iterable[LinePlan]) -> Iterable[LinePlan]:
    """Let one line speak of a document; another that tells of it too is pointed out."""
    taken: dict[str, int] = {}
    for line in lines:
        document = line.document.document
        if document is None or not line.is_used or not line.tells_of_document:
            yield line
            continue
        first = taken.setdefault(document.uid, line.number)
        if first == line.number:
            yield line
        else:
            problem = RefusedChange(
                "Line {first} tells of {title} already. Choose the document of each line.",
                first=first,
                title=document.title,
            )
            yield replace(line, problem=problem)
