"""A report as a row of plain blocks, for documents of any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from qualcode_app.domain.snapshot import Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; one that is `small` explains what stands above it."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A literal quotation and where it is printed; `role` says what it is evidence as."""

    text: str
    source: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that the report makes, how it stands, and the quotations it rests on."""

    text: str
    state: str
    holds: bool
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as a drawing, as the bytes of a PNG where the format needs them, and in words."""

    svg: str
    words: str
    png: bytes = b""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with what stands above it."""

    caption: str
    table: Table


Block: TypeAlias = Heading | Paragraph | Quote | Claim | Picture | Grid


@dataclass(frozen=True, slots=True)
class Report:
    """A title and all that stands below it."""

    title: str
    subtitle: str
    language: str
    blocks: tuple[Block, ...]
