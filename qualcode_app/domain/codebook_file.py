"""A codebook as it is shipped and exchanged: codes, facets, scales and registers.

The order of the fields is the order in the file; fields with a default are left out of the
file when they hold it. `codebooks/FORMAT.md` explains each field to the people who write one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qualcode_app.domain.facets import AskedWhen, FacetKind

Side = Literal["trend", "programme", "both", "none"]
Match = Literal["word", "start", "exact", "phrase", "inside"]
Certainty = Literal["printed", "contents", "calculated", "unknown"]
RegisterKind = Literal["pledge", "trend", "demand"]
Test = Literal["adoption", "endorsement", "acknowledgement", "optional", "none"]
Relation = Literal["repeat", "variant", "opposite"]


@dataclass(frozen=True, slots=True)
class SeedText:
    """A text the codebook was built on."""

    tag: str
    title: str
    year: int
    file: str


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A place in a seed text: lines are what counts, the page is an extra."""

    seed: str
    line_from: int
    line_to: int
    chapter: str = ""
    heading: str = ""
    page: str = ""  # "16", or "13/12" where blank pages leave two possibilities
    page_certainty: Certainty = "unknown"


@dataclass(frozen=True, slots=True)
class Keyword:
    """A search aid, never a verdict."""

    stem: str
    match: Match


@dataclass(frozen=True, slots=True)
class Boundary:
    """When not to use a code, and which to use instead."""

    text: str
    neighbour: str | None = None


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of the tree; its position is its place in the file."""

    key: str
    parent: str | None
    label_nl: str
    label_en: str
    short_nl: str
    short_en: str
    full_nl: str = ""
    full_en: str = ""
    when_to_use: str = ""
    not_when: tuple[Boundary, ...] = ()
    example: str = ""
    borderline: str = ""
    colour: str = ""  # "WON:2", a family slot of the theme and a place in it, or "#RRGGBB"
    side: Side = "none"
    pole_a: str = ""
    pole_b: str = ""
    default_on: bool = True
    is_residual: bool = False
    keywords: tuple[Keyword, ...] = ()
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionEntry:
    """One value of a facet."""

    key: str
    label_nl: str
    label_en: str
    rank: int | None = None
    wording_nl: str = ""
    wording_en: str = ""
    pole: Literal["a", "b"] | None = None  # the code's own pole replaces the label
    default_for: Side | None = None
    asked_when: AskedWhen | None = None


@dataclass(frozen=True, slots=True)
class FacetEntry:
    """A typed second dimension of a coding."""

    key: str
    label_nl: str
    label_en: str
    kind: FacetKind
    many: bool = False
    required: bool = False
    hint_nl: str = ""
    hint_en: str = ""
    asked_when: AskedWhen | None = None
    options: tuple[OptionEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleOption:
    """One verdict a coder can give."""

    key: str
    label_nl: str
    label_en: str
    rank: int | None
    sign: str
    in_rate: bool
    needs_evidence: bool
    needs_status: bool
    needs_missing_part: bool = False  # "partly" says what is missing
    wording_nl: str = ""
    wording_en: str = ""


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """The verdicts of a register; the option with the highest rank counts as met."""

    key: str
    title_nl: str
    title_en: str
    options: tuple[ScaleOption, ...]


@dataclass(frozen=True, slots=True)
class PropositionPart:
    """A part of a compound proposition that can be met by itself."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class PropositionEntry:
    """One statement to be judged per document, in our own words."""

    key: str
    wording_nl: str
    type: str
    test: Test
    found_in: str
    codes: tuple[str, ...]  # "P1.1" of this file, or "combined:WON-1a" of another codebook
    wording_en: str = ""
    context: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    time_bound: bool = False
    parts: tuple[PropositionPart, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """Propositions that count once: repeats, variants, or choices that rule each other out."""

    key: str
    relation: Relation
    members: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScaleChoice:
    """Propositions with this test are judged on a scale of their own."""

    test: Test
    scale: str


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A list of propositions with the scale they are judged on."""

    key: str
    title_nl: str
    title_en: str
    kind: RegisterKind
    scale: str
    about_nl: str = ""
    about_en: str = ""
    scale_by_test: tuple[ScaleChoice, ...] = ()
    propositions: tuple[PropositionEntry, ...] = ()
    groups: tuple[GroupEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class CodebookFile:
    """A whole codebook file."""

    format: int
    key: str
    title_nl: str
    title_en: str
    about_nl: str
    about_en: str
    version: str
    notes: tuple[str, ...] = ()
    seeds: tuple[SeedText, ...] = ()
    codes: tuple[CodeEntry, ...] = ()
    facets: tuple[FacetEntry, ...] = ()
    scales: tuple[ScaleEntry, ...] = ()
    registers: tuple[RegisterEntry, ...] = ()
