"""The tree of codes as arrays: every code counts for itself and for all codes above it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, UnknownRecord
from qualcode_app.models.codebooks import Code

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CodeNode:
    """A code with its place in the tree; level 1 is a family."""

    uid: str
    key: str
    label_nl: str
    label_en: str
    colour: str
    level: int
    parent: int  # index in the tree, -1 at the top
    family: int
    is_retired: bool

    def label(self, language: str) -> str:
        """Return what it is called in a language."""
        return Bilingual(self.label_nl, self.label_en).of(language)


@dataclass(frozen=True, slots=True)
class Tree:
    """All codes in the order of the codebook, also those out of use: they may have codings."""

    codes: tuple[CodeNode, ...]
    at: dict[str, int]

    @classmethod
    def read(cls, session: Session) -> Tree:
        """Read the codes of all codebooks."""
        query = select(
            Code.uid,
            Code.parent_uid,
            Code.key,
            Code.label_nl,
            Code.label_en,
            Code.colour,
            Code.status,
        ).order_by(Code.position, Code.uid)
        rows = session.execute(query).all()
        known = {row.uid for row in rows}
        below: dict[str | None, list[int]] = {}
        for i, row in enumerate(rows):
            below.setdefault(row.parent_uid if row.parent_uid in known else None, []).append(i)
        codes: list[CodeNode] = []
        waiting = [(i, 1, -1) for i in reversed(below.get(None, []))]
        while waiting:
            i, level, parent = waiting.pop()
            uid, _, key, dutch, english, colour, status = rows[i]
            here = len(codes)
            family = codes[parent].family if level > 1 else here
            retired = status == "retired"
            codes.append(CodeNode(uid, key, dutch, english, colour, level, parent, family, retired))
            waiting.extend((j, level + 1, here) for j in reversed(below.get(uid, [])))
        return cls(tuple(codes), {code.uid: i for i, code in enumerate(codes)})

    @property
    def parents(self) -> Ints:
        """The index of each code's parent, -1 for none."""
        return np.array([code.parent for code in self.codes], np.int64)

    @property
    def levels(self) -> Ints:
        """The level of each code."""
        return np.array([code.level for code in self.codes], np.int64)

    def index(self, uid: str) -> int:
        """Return where a code stands.

        Raises:
            UnknownRecord: It is not in the codebook.
        """
        if uid not in self.at:
            raise UnknownRecord("This code is not in the codebook any more. Choose another.")
        return self.at[uid]

    def with_below(self, index: int) -> range:
        """Return a code and all below it: they follow each other."""
        level, end = self.codes[index].level, index + 1
        while end < len(self.codes) and self.codes[end].level > level:
            end += 1
        return range(index, end)

    def uids_with_below(self, uids: Collection[str]) -> list[str]:
        """Return codes and everything below them, each once."""
        found = {i for uid in uids for i in self.with_below(self.index(uid))}
        return [self.codes[i].uid for i in sorted(found)]

    def down_to(self, level: int, rows: Sequence[int] | None = None) -> list[int]:
        """Return the codes of these levels and above, of some codes or of all."""
        within = range(len(self.codes)) if rows is None else rows
        return [i for i in within if self.codes[i].level <= level]

    def at_level(self, level: int) -> list[int]:
        """Return the codes of one level, and those above it that have none below them."""
        return [
            i
            for i, code in enumerate(self.codes)
            if not code.is_retired
            and (code.level == level or (code.level < level and len(self.with_below(i)) == 1))
        ]

    def counted_in(self, rows: Sequence[int]) -> list[Ints]:
        """Return for every code in which of `rows` it counts: itself and those above it.

        Returns:
            Arrays over all codes with the place in `rows`, -1 for none; as many as a code has
            codes above it among the rows.
        """
        place = np.full(len(self.codes) + 1, -1, np.int64)
        place[np.asarray(rows, np.int64)] = np.arange(len(rows))
        parents, at = self.parents, np.arange(len(self.codes))
        found = []
        while (at >= 0).any():
            found.append(np.where(at >= 0, place[at], -1))
            at = np.where(at >= 0, parents[np.maximum(at, 0)], -1)
        return [array for array in found if (array >= 0).any()]

    def keyed(self, key: str) -> CodeNode:
        """Return the code with a key, whatever the case.

        Raises:
            UnknownRecord: There is none, or several codebooks have one.
        """
        found = [code for code in self.codes if code.key.casefold() == key.strip().casefold()]
        if len(found) != 1:
            raise UnknownRecord(
                "{count} codes have the key {key}. Look the keys up in the codebook.",
                count=len(found),
                key=key,
            )
        return found[0]
