"""What a write changed, so that each panel patches only what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of things a project holds; also the `kind` of log rows, tombstones and aliases."""

    PROJECT = "project"
    DOCUMENT = "document"
    REVISION = "revision"
    SECTION = "section"
    CODEBOOK = "codebook"
    CODE = "code"
    CODEBOOK_VERSION = "codebook_version"
    SUCCESSION = "succession"
    FACET = "facet"
    CODER = "coder"
    ROUND = "round"
    ASSIGNMENT = "assignment"
    READING_STATUS = "reading_status"
    CODING = "coding"
    RELATION = "relation"
    SCALE = "scale"
    REGISTER = "register"
    PROPOSITION = "proposition"
    PROPOSITION_GROUP = "proposition_group"
    JUDGEMENT = "judgement"
    SEARCH_RUN = "search_run"
    ADJUDICATION = "adjudication"
    STUDY_CASE = "study_case"
    WAVE = "wave"
    GROUP_SYSTEM = "group_system"
    CASE_GROUP = "case_group"
    MEMBERSHIP = "membership"
    ATTRIBUTE = "attribute"
    ATTRIBUTE_VALUE = "attribute_value"
    QUESTION = "question"
    CLAIM = "claim"
    CELL = "cell"
    MEMO = "memo"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows of one kind that a write added, changed or removed, by uid."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def __or__(self, other: Touched) -> Touched:
        return Touched(
            self.added | other.added, self.changed | other.changed, self.removed | other.removed
        )

    @property
    def all(self) -> frozenset[str]:
        """Every uid named."""
        return self.added | self.changed | self.removed


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything one transaction changed.

    `bulk` says that more was changed than is worth naming: panels refresh whole. `texts` holds the
    uids of the revisions whose codings were written, so that those of others count as before.
    """

    touched: tuple[tuple[Kind, Touched], ...] = ()
    bulk: bool = False
    texts: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        kind: Kind,
        *,
        added: Iterable[str] = (),
        changed: Iterable[str] = (),
        removed: Iterable[str] = (),
    ) -> Changes:
        """Return the changes of one kind."""
        touched = Touched(frozenset(added), frozenset(changed), frozenset(removed))
        return cls(((kind, touched),))

    @classmethod
    def everything(cls) -> Changes:
        """Return a change after which nothing shown can be trusted (merge, undo of a batch)."""
        return cls(bulk=True)

    def __or__(self, other: Changes) -> Changes:
        merged = dict(self.touched)
        for kind, touched in other.touched:
            merged[kind] = merged[kind] | touched if kind in merged else touched
        return Changes(tuple(merged.items()), self.bulk or other.bulk, self.texts | other.texts)

    def __getitem__(self, kind: Kind) -> Touched:
        return dict(self.touched).get(kind, Touched())

    def touches(self, *kinds: Kind) -> bool:
        """Tell whether rows of one of these kinds may have changed."""
        return self.bulk or any(kind in kinds for kind, _ in self.touched)
