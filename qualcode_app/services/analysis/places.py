"""Codings as arrays: what every figure of the analysis is counted from.

The database packs the numbers of all codings of one code into two texts, which is read in half
the time that fetching rows takes: 500,000 codings in a quarter of a second. The statement says
`rowid` and `group_concat`, which SQLite has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from qualcode_app.models.base import uid_text
from qualcode_app.models.raw import uid_bytes
from qualcode_app.services.analysis.tree import Tree

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NOBODY = 255  # coders that do not count; so many can
_START_BITS, _CODER_BITS, _WORD_BITS = 32, 8, 31

_SPANS = """
SELECT c.code_uid,
  group_concat((r.rowid << 40) | ({coder} << 32) | c.start_char),
  group_concat(((c.end_char - c.start_char) << 31) | c.n_words)
FROM coding c INDEXED BY ix_coding_spans CROSS JOIN revision r ON r.uid = c.revision_uid
{where} GROUP BY c.code_uid
"""
_AREAS = """
SELECT c.code_uid, r.rowid, {coder} FROM coding c JOIN revision r ON r.uid = c.revision_uid
{where} AND c.uid IN (SELECT coding_uid FROM coding_area)
"""
_ROUNDS = "c.round_uid NOT IN (SELECT uid FROM round WHERE kind = 'training')"


@dataclass(frozen=True, slots=True)
class Places:
    """Codings, one per entry of each array.

    An area has no words: its start is negative, another one for each, and its length nought.
    """

    document: Ints
    code: Ints
    coder: Ints
    start: Ints
    length: Ints
    words: Ints

    def __len__(self) -> int:
        return len(self.document)

    def only(self, kept: Bools | Ints) -> Places:
        """Return some of them."""
        return Places(
            self.document[kept],
            self.code[kept],
            self.coder[kept],
            self.start[kept],
            self.length[kept],
            self.words[kept],
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which codings are read; empty means all."""

    coder_uids: Sequence[str]
    code_uids: Sequence[str] = ()
    facet: tuple[str, str] | None = None  # uid of the facet and key of the option


def read(session: Session, revisions: Sequence[str], tree: Tree, wanted: Wanted) -> Places:
    """Return codings of some texts; a document's index is its place among `revisions`.

    Codings of rounds of training are left out.
    """
    document_of = _document_of(session, revisions)
    where, values = _conditions(wanted)
    coder = _case(wanted.coder_uids)
    connection = session.connection()
    found = connection.exec_driver_sql(_SPANS.format(coder=coder, where=where), values).all()
    rows = [row for row in found if row[1]]  # a code with areas alone has none
    codes = [tree.at.get(uid_text(row[0]), -1) for row in rows]
    places = _numbers([row[1] for row in rows])
    sizes = _numbers([row[2] for row in rows])
    n_each = [row[1].count(",") + 1 for row in rows]
    text = Places(
        document_of[places >> (_START_BITS + _CODER_BITS)],
        np.repeat(np.array(codes, np.int64), n_each),
        (places >> _START_BITS) & NOBODY,
        places & ((1 << _START_BITS) - 1),
        sizes >> _WORD_BITS,
        sizes & ((1 << _WORD_BITS) - 1),
    )
    areas = connection.exec_driver_sql(_AREAS.format(coder=coder, where=where), values).all()
    return _counted(text if not areas else _with_areas(text, areas, tree, document_of))


def _counted(found: Places) -> Places:
    counts = (found.document >= 0) & (found.code >= 0) & (found.coder != NOBODY)
    return found if counts.all() else found.only(counts)


def _with_areas(text: Places, areas: Sequence[Any], tree: Tree, document_of: Ints) -> Places:
    code_uids, revisions, coders = zip(*areas, strict=True)
    nought = np.zeros(len(areas), np.int64)
    return Places(
        np.append(text.document, document_of[np.array(revisions, np.int64)]),
        np.append(text.code, [tree.at.get(uid_text(uid), -1) for uid in code_uids]),
        np.append(text.coder, coders),
        np.append(text.start, -1 - np.arange(len(areas))),
        np.append(text.length, nought),
        np.append(text.words, nought),
    )


def _conditions(wanted: Wanted) -> tuple[str, tuple[bytes | str, ...]]:
    said = [_ROUNDS]
    values: list[bytes | str] = []
    if wanted.code_uids:
        said.append(f"c.code_uid IN ({', '.join('?' * len(wanted.code_uids))})")
        values += [uid_bytes(uid) for uid in wanted.code_uids]
    if wanted.facet is not None:
        said.append(
            "EXISTS (SELECT 1 FROM coding_value v WHERE v.coding_uid = c.uid"
            " AND +v.facet_uid = ? AND +v.option_key = ?)"  # plus: never by the index of values
        )
        values += [uid_bytes(wanted.facet[0]), wanted.facet[1]]
    return f"WHERE {' AND '.join(said)}", tuple(values)


def _case(coder_uids: Sequence[str]) -> str:
    """Return the index of a coding's coder, as the database finds it."""
    lines = [f"WHEN x'{uid_bytes(uid).hex()}' THEN {i}" for i, uid in enumerate(coder_uids)]
    return f"CASE c.coder_uid {' '.join(lines)} ELSE {NOBODY} END" if lines else str(NOBODY)


def _document_of(session: Session, revisions: Sequence[str]) -> Ints:
    """Return by number of row of a revision the index of its document, -1 for none."""
    rows = session.connection().exec_driver_sql("SELECT rowid, uid FROM revision").all()
    at: Mapping[bytes, int] = {uid_bytes(uid): i for i, uid in enumerate(revisions)}
    found = np.full(max((number for number, _ in rows), default=0) + 1, -1, np.int64)
    for number, uid in rows:
        found[number] = at.get(uid, -1)
    return found


def _numbers(texts: Sequence[str]) -> Ints:
    if not texts:
        return np.zeros(0, np.int64)
    return np.fromstring(",".join(texts), np.int64, sep=",")
