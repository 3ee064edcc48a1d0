"""Questions to the corpus, and what an answer consists of.

An answer never takes silence for absence: a document counts in N when its theme was read there,
and what is unknown, found without having been read, or outside the corpus is named apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import nan

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.search_query import Query
from qualcode_app.services.analysis.quantifiers import Step


class Kind(StrEnum):
    """What is asked; of one code "all of" is who has it and "none of" who lacks it."""

    ALL_OF = "all_of"
    ANY_OF = "any_of"
    NONE_OF = "none_of"
    ONLY = "only"
    RARE = "rare"
    GROUPS = "groups"
    VALUES = "values"
    WAVES = "waves"
    PROFILE = "profile"
    TOGETHER = "together"
    ROOM = "room"
    WORDS = "words"  # asked by `word_question`, which searches


@dataclass(frozen=True, slots=True)
class Question:
    """A question, as plain values that can be kept.

    Args:
        kind: What is asked.
        code_uids: About these codes, each with all codes below it; of `ONLY`, `RARE` and
            `PROFILE` all codes of `level` without.
        group_uid: Only within this group.
        wave_uid: Only documents of this wave; of `WAVES` the earlier one.
        later_uid: Of `WAVES` the later wave.
        attribute: Uid of an attribute and one of its values, as text: only documents with it.
        document_uids: Only these documents; of `ONLY` and `PROFILE` those it is about.
        facet: Uid of a facet and key of an option: only codings with that value; of `VALUES`
            the facet alone, with an empty key.
        system_uid: Of `GROUPS` the way of grouping.
        at_most: Of `RARE` in how many documents a code may be.
        level: Level of the codes that are gone through.
        near: Of `TOGETHER` how near the two codes stand, or the relation laid between them.
        n_words: How many words may lie between them when near by words.
    """

    kind: Kind
    code_uids: tuple[str, ...] = ()
    group_uid: str = ""
    wave_uid: str = ""
    later_uid: str = ""
    attribute: tuple[str, str] | None = None
    document_uids: tuple[str, ...] = ()
    facet: tuple[str, str] | None = None
    system_uid: str = ""
    at_most: int = 1
    level: int = 2
    near: str = "paragraph"
    n_words: int = 20


@dataclass(frozen=True, slots=True)
class Named:
    """A document as a sentence names it, and why it does not count where it does not."""

    document_uid: str
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: which documents, of how many that were read, and which are not known."""

    label: Bilingual  # of the code, group, value or wave the line is about
    code_uids: tuple[str, ...]
    names: tuple[Named, ...]
    of: int
    unread: tuple[Named, ...] = ()
    coded_unread: tuple[Named, ...] = ()
    by_fewer: tuple[Named, ...] = ()
    outside: tuple[Named, ...] = ()
    facet: tuple[str, str] | None = None
    value: float = nan  # a share or a number of passages, where the question asks for one
    place: str = ""  # the heading under which most of it stands
    others: tuple[Named, ...] = ()  # those of N that are not named

    @property
    def n(self) -> int:
        """In how many documents."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question found; `what` names the codes and `where` the documents it is about."""

    question: Question
    what: tuple[Bilingual, ...]
    where: tuple[Bilingual, ...]
    subjects: tuple[str, ...]  # names of the documents asked about, where they were chosen
    facet: Bilingual | None
    lines: tuple[Line, ...]
    at_least: int = 1
    scale: tuple[Step, ...] = ()  # the project's own words for how many, where it has any
    also: tuple[Bilingual, ...] = ()  # of `WAVES` codes counted with those asked about
    several: tuple[Named, ...] = ()  # of `WAVES` cases with several documents in a wave
    query: Query | None = None  # of `WORDS` what was searched

    @property
    def line(self) -> Line:
        """The only line, or the first one."""
        return self.lines[0]
