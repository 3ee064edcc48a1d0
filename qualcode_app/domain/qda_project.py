"""A project as REFI-QDA says it: what `formats` reads and writes, in plain values.

Names and offsets are those of the program that wrote the file. Identity is the guid, in lower
case and without braces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from qualcode_app.domain.codebook_arrival import ArrivedCodebook, Finding

ORIGIN = "QualCode"


@dataclass(frozen=True, slots=True)
class QdaUser:
    """A coder."""

    guid: str
    name: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class QdaCode:
    """A code as it goes out; `colour` is "#RRGGBB" or empty."""

    guid: str
    name: str
    parent: str | None = None
    is_codable: bool = True
    colour: str = ""
    description: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QdaVariable:
    """A property; `kind` is Text, Boolean, Integer, Float, Date or DateTime."""

    guid: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class QdaValue:
    """What a variable says; `text` is the value as XML writes it, empty where there is none."""

    variable: str
    text: str


@dataclass(frozen=True, slots=True)
class QdaCoding:
    """A code on the selection or source it stands in."""

    guid: str
    code: str
    user: str = ""
    made_at: datetime | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A stretch of a source's text, in the offsets of the program that wrote it."""

    guid: str
    start: int
    end: int
    name: str = ""
    user: str = ""
    made_at: datetime | None = None
    description: str = ""
    codings: tuple[QdaCoding, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaSelection:
    """A rectangle on a page; `page` counts from 0 and the corners may come in any order.

    They count from the bottom left of the media box, or `as_shown` from the top left of the page
    as it is seen, cropped and turned.
    """

    guid: str
    page: int
    corners: tuple[int, int, int, int]
    name: str = ""
    user: str = ""
    made_at: datetime | None = None
    description: str = ""
    codings: tuple[QdaCoding, ...] = ()
    notes: tuple[str, ...] = ()
    as_shown: bool = False


@dataclass(frozen=True, slots=True)
class TextBody:
    """A plain text and what is selected in it: in the file itself, or behind a path."""

    guid: str
    name: str = ""
    content: str | None = None
    path: str = ""
    selections: tuple[TextSelection, ...] = ()


@dataclass(frozen=True, slots=True)
class QdaSource:
    """A document of the project; `kind` is text, pdf, picture, audio or video.

    `n_beside` counts the codings of sounds and pictures, which have no place in a text.
    """

    kind: str
    guid: str
    name: str
    path: str = ""
    rich_path: str = ""
    user: str = ""
    made_at: datetime | None = None
    description: str = ""
    text: TextBody | None = None
    areas: tuple[AreaSelection, ...] = ()
    codings: tuple[QdaCoding, ...] = ()
    notes: tuple[str, ...] = ()
    values: tuple[QdaValue, ...] = ()
    n_transcripts: int = 0
    n_beside: int = 0

    def every_coding(self) -> Iterator[QdaCoding]:
        """Yield the codings of texts, of areas and of the whole source."""
        for selection in self.text.selections if self.text else ():
            yield from selection.codings
        for area in self.areas:
            yield from area.codings
        yield from self.codings


@dataclass(frozen=True, slots=True)
class QdaNote:
    """A memo; sources, selections, codings, codes and the project refer to it."""

    guid: str
    name: str
    text: str
    user: str = ""
    made_at: datetime | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class QdaCase:
    """A unit of analysis with its values and sources."""

    guid: str
    name: str
    description: str = ""
    values: tuple[QdaValue, ...] = ()
    sources: tuple[str, ...] = ()
    n_passages: int = 0  # codes and selections it refers to


@dataclass(frozen=True, slots=True)
class QdaLink:
    """An arrow between two things of the project."""

    guid: str
    name: str
    origin: str
    target: str
    direction: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QdaSet:
    """A named group of codes, sources or notes."""

    guid: str
    name: str
    description: str = ""
    codes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QdaProject:
    """A whole project; `codebook` is what was read, `codes` what is written."""

    name: str
    origin: str = ORIGIN
    user: str = ""
    made_at: datetime | None = None
    users: tuple[QdaUser, ...] = ()
    codes: tuple[QdaCode, ...] = ()
    codebook: ArrivedCodebook | None = None
    code_notes: tuple[tuple[str, str], ...] = ()  # guid of the code, guid of the note
    variables: tuple[QdaVariable, ...] = ()
    cases: tuple[QdaCase, ...] = ()
    sources: tuple[QdaSource, ...] = ()
    notes: tuple[QdaNote, ...] = ()
    links: tuple[QdaLink, ...] = ()
    sets: tuple[QdaSet, ...] = ()
    n_graphs: int = 0
    description: str = ""
    project_notes: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default_factory=tuple)
