"""How often codes are used: by coder, and rolled up without counting a passage twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, func, literal_column, select
from sqlalchemy.orm import Session

from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document

Parents = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Shared:
    """Codes that one coder put on the very same passage."""

    coder_uid: str
    code_uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeCounts:
    """Codings on the present texts of all documents."""

    by_code: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # then by coder
    shared: tuple[Shared, ...] = ()

    def own(self, code_uid: str, coder_uid: str | None = None) -> int:
        """Return the codings with a code, of everybody or of one coder."""
        by_coder = self.by_code.get(code_uid, {})
        return sum(by_coder.values()) if coder_uid is None else by_coder.get(coder_uid, 0)

    def limited(self, code_uids: Collection[str], coder_uids: Collection[str]) -> CodeCounts:
        """Return the counts of these codes and coders alone; without any, of all."""
        if not code_uids and not coder_uids:
            return self
        by_code = {
            uid: {who: n for who, n in by_coder.items() if not coder_uids or who in coder_uids}
            for uid, by_coder in self.by_code.items()
            if not code_uids or uid in code_uids
        }
        shared = (
            Shared(place.coder_uid, tuple(uid for uid in place.code_uids if uid in by_code))
            for place in self.shared
            if not coder_uids or place.coder_uid in coder_uids
        )
        return CodeCounts(by_code, tuple(place for place in shared if len(place.code_uids) > 1))

    def rolled_up(self, parents: Parents, coder_uid: str | None = None) -> dict[str, int]:
        """Return, by code, the passages coded with it or with a code below it.

        A passage that a coder gave several codes of one branch counts once for the branch.
        Codes that nobody used are left out.

        Args:
            parents: The code above each code.
            coder_uid: Count this coder only.
        """
        totals: Counter[str] = Counter()
        for uid in self.by_code:
            if n := self.own(uid, coder_uid):
                for step in _line(uid, parents):
                    totals[step] += n
        for place in self.shared:
            if coder_uid in {None, place.coder_uid}:
                met = Counter(step for uid in place.code_uids for step in _line(uid, parents))
                for step, n in met.items():
                    totals[step] -= n - 1
        return dict(totals)


def read(session: Session) -> CodeCounts:
    """Return how often each code is used."""
    present = select(Document.current_revision_uid)
    by_code: dict[str, dict[str, int]] = defaultdict(dict)
    # With the sign SQLite walks an index that holds all that is asked for; without it, it goes by
    # document and looks every row up, which takes five times as long.
    revision_uid: ColumnElement[str] = literal_column("+coding.revision_uid")
    counted = (
        select(Coding.code_uid, Coding.coder_uid, func.count())
        .where(revision_uid.in_(present))
        .group_by(Coding.code_uid, Coding.coder_uid)
    )
    for code_uid, coder_uid, n in session.execute(counted):
        by_code[code_uid][coder_uid] = n
    place = (Coding.revision_uid, Coding.coder_uid, Coding.start_char, Coding.end_char)
    several = (
        select(*place)
        .where(Coding.kind == "text", revision_uid.in_(present))
        .group_by(*place)
        .having(func.count() > 1)
        .subquery()
    )
    there = select(Coding.code_uid, *place).join(
        several,
        (several.c.revision_uid == Coding.revision_uid)
        & (several.c.coder_uid == Coding.coder_uid)
        & (several.c.start_char == Coding.start_char)
        & (several.c.end_char == Coding.end_char),
    )
    codes: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for code_uid, *where in session.execute(there):
        codes[tuple(where)].add(code_uid)
    shared = tuple(
        Shared(str(key[1]), tuple(sorted(uids)))
        for key, uids in codes.items()
        if len(uids) > 1  # not one code in two rounds
    )
    return CodeCounts(dict(by_code), shared)


def _line(uid: str, parents: Parents) -> list[str]:
    """Return a code and all that is above it."""
    line = []
    step: str | None = uid
    while step is not None:
        line.append(step)
        step = parents.get(step)
    return line
