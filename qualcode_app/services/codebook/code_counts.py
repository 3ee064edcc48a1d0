"""How often codes are used: by coder, and rolled up without counting a passage twice.

A large project is counted in parts, each of them the texts whose uids lie in one stretch: a part is
a short look at the file, and an act has only the parts counted again whose texts it touched.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, literal_column, select
from sqlalchemy.orm import Session

from qualcode_app.models.base import UidType
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document

Parents = Mapping[str, str | None]

AT_ONCE_MAX = 20_000  # codings that are one part
PARTS = 64  # of a project with more
_UIDS = 2**128


@dataclass(frozen=True, slots=True)
class Shared:
    """Codes that one coder put on the very same passage."""

    coder_uid: str
    code_uids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeCounts:
    """Codings on the present texts of all documents."""

    by_code: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # then by coder
    shared: Mapping[Shared, int] = field(default_factory=dict)  # how many passages are like this
    by_text: Mapping[str, int] = field(default_factory=dict)  # of all coders

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
        shared: Counter[Shared] = Counter()
        for place, n in self.shared.items():
            kept = tuple(uid for uid in place.code_uids if uid in by_code)
            if len(kept) > 1 and (not coder_uids or place.coder_uid in coder_uids):
                shared[Shared(place.coder_uid, kept)] += n
        return CodeCounts(by_code, shared, self.by_text)

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
        for place, n_places in self.shared.items():
            if coder_uid in {None, place.coder_uid}:
                met = Counter(step for uid in place.code_uids for step in _line(uid, parents))
                for step, n in met.items():
                    totals[step] -= (n - 1) * n_places
        return dict(totals)


def n_parts(session: Session) -> int:
    """Return in how many parts the codings are to be counted."""
    some = select(Coding.uid).limit(AT_ONCE_MAX + 1).subquery()
    found = session.scalar(select(func.count()).select_from(some)) or 0
    return PARTS if found > AT_ONCE_MAX else 1


def part_of(revision_uid: str, n: int) -> int:
    """Return in which of n parts the codings of a text are counted."""
    return UUID(revision_uid).int * n // _UIDS


def read(session: Session, part: int = 0, n: int = 1) -> CodeCounts:
    """Return how often each code is used, in all texts or in one of n parts of them."""
    within, texts = _texts(session, part, n)
    # With the sign SQLite walks an index that holds all that is asked for; without it, it goes by
    # document and looks every row up, which takes five times as long.
    revision_uid: ColumnElement[str] = literal_column("+coding.revision_uid", UidType())
    counted = (
        Coding.code_uid.in_(select(Code.uid)),
        Coding.revision_uid.between(*within),
        revision_uid.in_(texts),
    )
    by_code: dict[str, dict[str, int]] = defaultdict(dict)
    by_coder = (Coding.code_uid, Coding.coder_uid)
    for code_uid, coder_uid, found in session.execute(
        select(*by_coder, func.count()).where(*counted).group_by(*by_coder)
    ):
        by_code[code_uid][coder_uid] = found
    codes = func.group_concat(func.hex(Coding.code_uid))
    several = (
        select(Coding.coder_uid, codes)
        .where(*counted, Coding.start_char.is_not(None))
        .group_by(revision_uid, Coding.coder_uid, Coding.start_char, Coding.end_char)
        .having(func.count() > 1)
    )
    shared: Counter[Shared] = Counter()
    for coder_uid, said in session.execute(several):
        together = sorted(set(said.split(",")))  # not one code in two rounds
        if len(together) > 1:
            uids = tuple(str(UUID(code)) for code in together)
            shared[Shared(coder_uid, uids)] += 1
    return CodeCounts(dict(by_code), shared, of_texts(session, (), (), part, n))


def of_texts(
    session: Session,
    code_uids: Collection[str],
    coder_uids: Collection[str],
    part: int = 0,
    n: int = 1,
) -> dict[str, int]:
    """Return how many codings have one of these codes by one of these coders, by text.

    Args:
        session: The project.
        code_uids: Codes; none is no limit.
        coder_uids: Coders; none is no limit.
        part: Which of the parts of the texts.
        n: How many parts there are.
    """
    _, texts = _texts(session, part, n)
    wanted = select(Coding.revision_uid, func.count()).where(Coding.revision_uid.in_(texts))
    if code_uids:
        wanted = wanted.where(Coding.code_uid.in_(code_uids))
    if coder_uids:
        wanted = wanted.where(Coding.coder_uid.in_(coder_uids))
    return {uid: int(found) for uid, found in session.execute(wanted.group_by(Coding.revision_uid))}


def _texts(session: Session, part: int, n: int) -> tuple[tuple[str, str], list[str]]:
    """Return between which uids the texts of a part lie, and those that documents have now."""
    first, last = (UUID(int=edge) for edge in (part * _UIDS // n, (part + 1) * _UIDS // n - 1))
    within = str(first), str(last)
    present = select(Document.current_revision_uid).where(
        Document.current_revision_uid.between(*within)
    )
    return within, [str(uid) for uid in session.scalars(present)]


def added_up(parts: Iterable[CodeCounts]) -> CodeCounts:
    """Return the counts of parts as those of them all."""
    by_code: dict[str, dict[str, int]] = defaultdict(dict)
    shared: Counter[Shared] = Counter()
    by_text: dict[str, int] = {}
    for part in parts:
        for code_uid, by_coder in part.by_code.items():
            so_far = by_code[code_uid]
            for coder_uid, n in by_coder.items():
                so_far[coder_uid] = so_far.get(coder_uid, 0) + n
        shared.update(part.shared)
        by_text.update(part.by_text)
    return CodeCounts(dict(by_code), shared, by_text)


def used(session: Session) -> frozenset[str]:
    """Return the codes that anybody used at all, which takes no counting."""
    somewhere = exists().where(Coding.code_uid == Code.uid)
    return frozenset(session.scalars(select(Code.uid).where(somewhere)))


def _line(uid: str, parents: Parents) -> list[str]:
    """Return a code and all that is above it."""
    line = []
    step: str | None = uid
    while step is not None:
        line.append(step)
        step = parents.get(step)
    return line
