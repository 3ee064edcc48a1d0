"""Rows of different origin that claim one place or bear one key.

Two codings of one coder on one place, two verdicts on one proposition: the same by what they
are, so one uid stands for both. Two codes with one key may be the same or not: that is asked,
and so it is of what is alike in other ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw, references
from qualcode_app.models.aggregates import ALL, BY_KIND
from qualcode_app.models.base import UidType, uid_text
from qualcode_app.services.merging import alike
from qualcode_app.services.merging.outcomes import (
    OURS,
    Doubt,
    Effect,
    Key,
    Matches,
    Names,
    Outcome,
)
from qualcode_app.services.merging.shelf import Shelf

_NAMED = ("key", "code")  # columns in which people name things
_PRIMARY = ("coder_uid", "round_uid", "revision_uid", "start_char", "end_char")
_SHORT_UID = 6
Claim = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What was found: rows that are the same, rows to be asked about, rows to be set apart."""

    same: Mapping[str, str]
    doubts: tuple[Doubt, ...]
    amended: Mapping[Key, Mapping[str, object]]


def find(shelf: Shelf, outcomes: Sequence[Outcome], names: Names, matches: Matches) -> Namesakes:
    """Return the rows that would stand in each other's way when all of this is carried out."""
    by_kind: dict[Kind, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_kind[one.kind].append(one)
    met = alike.find(shelf, outcomes, names, matches)
    same, doubts = met.same, met.doubts
    amended: dict[Key, Mapping[str, object]] = {}
    for aggregate in ALL:
        kind = aggregate.kind
        for columns in references.unique_columns(kind):
            claims = _Claims(shelf, kind, columns, names, by_kind[kind])
            for holders in claims.crowded():
                uids = tuple(sorted(holders))
                if columns == _PRIMARY:
                    amended |= {(kind, uid): {"is_primary": False} for uid in uids[1:]}
                elif not (named := _named(columns)) or uids in matches.same:
                    same |= dict.fromkeys(uids[1:], uids[0])
                elif uids in matches.apart:
                    amended |= {
                        (kind, uid): {named: f"{claims.said(uid, named)}-{_short(uid)}"}
                        for uid in uids[1:]
                    }
                else:
                    words = tuple(claims.name(uid) for uid in uids)
                    doubts.append(Doubt(kind, uids, words, tuple(holders[uid] for uid in uids)))
    return Namesakes(same, tuple(doubts), amended)


def _named(columns: Sequence[str]) -> str:
    """Return the column in which somebody named the thing; empty without one."""
    return next((name for name in columns if name in _NAMED), "")


def _short(uid: str) -> str:
    return uid.replace("-", "")[:_SHORT_UID]


class _Claims:
    """Which rows will hold which values of some columns that must be unique."""

    def __init__(
        self,
        shelf: Shelf,
        kind: Kind,
        columns: tuple[str, ...],
        names: Names,
        outcomes: Sequence[Outcome],
    ) -> None:
        self._shelf = shelf
        self._kind = kind
        self._columns = columns
        self._outcomes = outcomes
        root = BY_KIND[kind].root
        self._uid_columns = [isinstance(root.c[name].type, UidType) for name in columns]
        self._touched = {raw.uid_bytes(one.uid) for one in outcomes}
        self._names = [
            {raw.uid_bytes(old): raw.uid_bytes(new) for old, new in some.items()}
            for some in (names.same, names.of(kind))
        ]

    def crowded(self) -> Iterator[dict[str, int]]:
        """Yield the rows, with the file each comes from, that claim the same."""
        arriving = [
            file for (kind, file), rows in self._shelf.fresh.items() if rows and kind is self._kind
        ]
        if not arriving and not self._outcomes:
            return
        claimed: dict[Claim, dict[bytes, int]] = defaultdict(dict)
        for claim, uid, file in self._of_outcomes():
            claimed[claim][uid] = file
        crowd = self._coders_met_twice(arriving)
        for claim, uid, file in self._of_rows(arriving, crowd):
            claimed[claim].setdefault(uid, file)
        for holders in claimed.values():
            if len(holders) > 1:
                yield {uid_text(uid): file for uid, file in holders.items()}

    def said(self, uid: str, column: str) -> object:
        """Return what a row says in a column."""
        return self._row(uid).get(column, "")

    def name(self, uid: str) -> str:
        """Return what a row is called."""
        row = self._row(uid)
        words = (row.get(name) for name in ("label_nl", "label_en", "name", "title", "wording"))
        return next((str(word) for word in words if word), str(row.get("key", "")))

    def _row(self, uid: str) -> Mapping[str, Any]:
        for one in self._outcomes:
            if one.uid == uid:
                return next(v.stored.root for v in one.versions if v.stored is not None)
        table = raw.tables(self._kind)[0]
        for file in self._shelf.files:
            if rows := table.rows(file, [raw.uid_bytes(uid)]):
                return dict(zip(table.columns, rows[0], strict=True))
        return {}

    def _coders_met_twice(self, arriving: Sequence[int]) -> set[bytes] | None:
        """Return the coders whose codings come from two places at least; None: look at all.

        Without this the places of hundreds of thousands of codings would be held side by side,
        though nearly always each coder works in one file.
        """
        if self._kind is not Kind.CODING:
            return None
        sources: dict[str, int] = defaultdict(int)
        for (coder,) in raw.fetch(self._shelf.files[0], "SELECT DISTINCT coder_uid FROM coding"):
            sources[uid_text(self._names[0].get(coder) or coder)] += 1
        for file in arriving:
            for coder in self._shelf.voices[file]:
                sources[coder] += 1
        for one in self._outcomes:
            for version in one.versions:
                if version.stored is not None:
                    sources[version.stored.root["coder_uid"]] += 2
        met = {raw.uid_bytes(coder) for coder, n in sources.items() if n > 1}
        return met | {old for old, new in self._names[0].items() if new in met}

    def _of_outcomes(self) -> Iterator[tuple[Claim, bytes, int]]:
        for one in self._outcomes:
            if one.effect is Effect.DELETED:
                continue
            for version in one.versions:
                if version.stored is None or not self._counts(version.stored.root):
                    continue
                values = [version.stored.root[name] for name in self._columns]
                if None not in values and "" not in values:
                    pairs = zip(values, self._uid_columns, strict=True)
                    claim = tuple(raw.uid_bytes(value) if uid else value for value, uid in pairs)
                    yield claim, raw.uid_bytes(one.uid), version.file

    def _counts(self, root: Mapping[str, Any]) -> bool:
        return self._columns != _PRIMARY or bool(root["is_primary"])

    def _of_rows(
        self, arriving: Sequence[int], coders: Collection[bytes] | None
    ) -> Iterator[tuple[Claim, bytes, int]]:
        """Yield what rows claim that are here untouched, or come in as they are."""
        table = BY_KIND[self._kind].root.name
        listed = ", ".join(f'"{name}"' for name in self._columns)
        where = ["is_primary = 1"] if self._columns == _PRIMARY else []
        if coders is not None:
            marks = ", ".join(f"X'{uid.hex()}'" for uid in sorted(coders))
            where.append(f"coder_uid IN ({marks})")
        sql = f'SELECT uid, {listed} FROM "{table}"'  # noqa: S608  our own names
        if where:
            sql = f"{sql} WHERE {' AND '.join(where)}"
        for file in (OURS, *arriving):
            names = self._names[file != OURS]
            fresh = self._shelf.fresh.get((self._kind, file))
            for uid, *values in raw.fetch(self._shelf.files[file + 1], sql):
                if uid in self._touched if fresh is None else uid not in fresh:
                    continue
                if uid in self._names[0]:  # another uid stands for it
                    continue
                if None in values or "" in values:
                    continue
                claim = tuple(values)
                if names:
                    claim = tuple(
                        names.get(value, value) if isinstance(value, bytes) else value
                        for value in values
                    )
                yield claim, uid, file
