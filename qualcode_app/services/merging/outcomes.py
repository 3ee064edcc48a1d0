"""What becomes of a row in a merge: its versions, which of them stand, and what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from qualcode_app.domain import stamps
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.stamps import Order
from qualcode_app.models.aggregates import Stored

Key = tuple[Kind, str]
_WORDS = ("label", "title", "name", "key", "quote", "text", "state")
OURS = -1  # in place of the number of a file


class Effect(StrEnum):
    """What a merge does to a row here."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DELETED = "deleted"
    CLASH = "clash"


@dataclass(frozen=True)
class Version:
    """One state of a row: its content, or that it was deleted, and from which file."""

    file: int
    stamp: str
    stored: Stored | None  # None: deleted
    deleted: tuple[datetime, str] | None = None  # when and by whom

    @cached_property
    def digest(self) -> str:
        """What it says; empty for a deletion."""
        return self.stored.digest() if self.stored else ""

    @property
    def written(self) -> tuple[datetime, str] | None:
        """When it was written or deleted, and by whom; None where nobody knows."""
        if self.stored is None:
            return self.deleted
        return self.stored.root["changed_at"], str(self.stored.root["changed_by_uid"])


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row that a merge touches, with the versions that nobody superseded.

    Args:
        kind: What it is.
        uid: Which one.
        effect: What the merge does to it.
        versions: What is said of it and was not superseded; a clash has more than one content.
        known: All that is said of it, superseded or not.
        needed_by: Rows that cannot stay when it is deleted, where that is asked.
        base: What it said before its versions went apart, where that is known.
        called: Names of the rows by uid that the versions of a clash do not name alike.
    """

    kind: Kind
    uid: str
    effect: Effect
    versions: tuple[Version, ...]
    known: tuple[Version, ...]
    needed_by: tuple[Key, ...] = ()
    base: Mapping[str, Any] | None = None
    called: Mapping[str, str] = field(default_factory=dict)

    @property
    def ours(self) -> Version | None:
        """How it stands here; None when it is not known here."""
        return self.of(OURS)

    def of(self, file: int) -> Version | None:
        """Return how it stands in a file; None when it is not known there."""
        return next((one for one in self.known if one.file == file), None)

    @property
    def key(self) -> Key:
        """Kind and uid."""
        return self.kind, self.uid

    @property
    def contents(self) -> tuple[Version, ...]:
        """One version for each different thing that is said."""
        said = {version.digest: version for version in reversed(self.versions)}
        return tuple(said[digest] for digest in sorted(said, reverse=True))


@dataclass(frozen=True, slots=True)
class Fresh:
    """Rows of one kind and file that are not known here at all: they come in as they are."""

    kind: Kind
    file: int
    stamps: Mapping[bytes, str]  # by uid


@dataclass(frozen=True, slots=True)
class Doubt:
    """Rows of different origin that bear one name, or hold one text: are they the same, or two?"""

    kind: Kind
    uids: tuple[str, ...]
    names: tuple[str, ...]  # what each is called
    files: tuple[int, ...]  # where each comes from
    same_text: bool = False  # documents made from different files


@dataclass(frozen=True, slots=True)
class Matches:
    """What somebody decided about doubts, by the uids of the rows."""

    same: frozenset[tuple[str, ...]] = frozenset()
    apart: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Names:
    """Uids that another uid stands for.

    Args:
        same: Rows found to be the same; the smallest uid stays.
        successors: Codes merged into others: they stay, retired, but codings go to the other.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: Kind) -> Mapping[str, str]:
        """Return the names that rows of a kind are rewritten with."""
        return {**self.same, **self.successors} if kind is Kind.CODING else self.same


class Since(StrEnum):
    """What became of a row on one side since it was handed out."""

    SAME = "same"
    MADE = "made"
    CHANGED = "changed"
    DELETED = "deleted"


class Where(StrEnum):
    """On which side a row is no longer what it was."""

    HERE = "here"
    THERE = "there"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Story:
    """What became of a row here and in a file; None where it never was.

    `base` is the digest of what it said when the file was handed out.
    """

    here: Since | None
    there: Since | None
    base: str | None = field(default=None, compare=False)

    @property
    def where(self) -> Where | None:
        """On which side something happened to it."""
        here = self.here not in (None, Since.SAME)
        there = self.there not in (None, Since.SAME)
        if here and there:
            return Where.BOTH
        return Where.HERE if here else Where.THERE if there else None


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What happened since a file was handed out.

    Args:
        at: When; the last time where updates were sent after it.
        coder_uid: To whom; None for a plain copy, of which only the time is known.
        counts: Rows by kind and side, also those that stay as they are here.
        stories: Of the rows that change or clash.
    """

    at: datetime
    coder_uid: str | None
    counts: Mapping[tuple[Kind, Where], int]
    stories: Mapping[Key, Story]

    def count(self, where: Where) -> int:
        """Return how many rows of all kinds something happened to on this side."""
        return sum(n for (_, each), n in self.counts.items() if each is where)


@dataclass(frozen=True, slots=True)
class MergeFile:
    """A file to be merged and what it brings."""

    path: Path
    replica_uid: str
    sha256: str
    counts: Mapping[tuple[Kind, Effect], int]
    coders: Mapping[str, int]  # new and changed codings by name of their coder
    since: SinceThen | None = None  # since it was handed out from here; None: it was not

    @property
    def handed_out_at(self) -> datetime | None:
        """When it was handed out from here; None: it was not."""
        return self.since.at if self.since is not None else None

    def count(self, effect: Effect) -> int:
        """Return how many rows of all kinds meet this effect."""
        return sum(n for (_, each), n in self.counts.items() if each is effect)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging these files would do; nothing has been changed yet."""

    files: tuple[MergeFile, ...]
    outcomes: tuple[Outcome, ...]  # rows that change or clash, in the order of kinds
    fresh: tuple[Fresh, ...] = ()
    names: Names = Names()
    doubts: tuple[Doubt, ...] = ()  # still to be decided
    matches: Matches = Matches()
    amended: Mapping[Key, Mapping[str, object]] = field(default_factory=dict)
    seen: str = ""  # head of our log when the plan was made
    people: Mapping[str, str] = field(default_factory=dict)  # names of coders by uid

    @property
    def clashes(self) -> tuple[Outcome, ...]:
        """The rows that have to be decided."""
        return tuple(one for one in self.outcomes if one.effect is Effect.CLASH)

    def count(self, effect: Effect, kind: Kind | None = None) -> int:
        """Return how many rows meet this effect."""
        known = sum(1 for one in self.outcomes if one.effect is effect and kind in (None, one.kind))
        if effect is not Effect.NEW:
            return known
        return known + sum(len(one.stamps) for one in self.fresh if kind in (None, one.kind))


@dataclass(frozen=True, slots=True)
class Other:
    """An open file to be merged, read-only."""

    path: Path
    replica_uid: str
    sha256: str
    connection: Connection


def settle(kind: Kind, uid: str, versions: Sequence[Version]) -> Outcome:
    """Return what becomes of a row, from all its versions."""
    known = tuple(versions)
    standing = tuple(
        version
        for version in versions
        if not any(stamps.compare(version.stamp, other.stamp) is Order.NEWER for other in versions)
    )
    if len({version.digest for version in standing}) > 1:
        return Outcome(kind, uid, Effect.CLASH, standing, known)
    ours = next((version for version in known if version.file == OURS), None)
    return Outcome(kind, uid, _effect(standing[0], ours), standing, known)


def stamp_grows(outcome: Outcome) -> bool:
    """Tell whether the stamps of the versions joined say more than ours."""
    joined = stamps.join(*(version.stamp for version in outcome.versions))
    return outcome.ours is None or joined != outcome.ours.stamp


def _effect(now: Version, ours: Version | None) -> Effect:
    here = ours.stored if ours else None
    if now.stored is None:
        return Effect.DELETED if here else Effect.SAME
    if here is None:
        return Effect.NEW
    return Effect.SAME if now.digest == here.digest() else Effect.CHANGED


def words_of(version: Version, language: str = "nl") -> str:
    """Return the words by which a person knows a row; empty for a deletion."""
    if version.stored is None:
        return ""
    root = version.stored.root
    for name in _WORDS:
        if said := root.get(f"{name}_{language}") or root.get(name):
            return " ".join(str(said).split())[:80]
    return ""
