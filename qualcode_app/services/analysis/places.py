"""Codings as arrays: what every figure of the analysis is counted from.

The database packs the numbers of all codings of one code into a few texts, which is read in half
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
  group_concat(((c.end_char - c.start_char) << 31) | c.n_words),
  group_concat(CASE WHEN c.start_char >= 0 THEN c.rowid END)
FROM coding c INDEXED BY ix_coding_spans CROSS JOIN revision r ON r.uid = c.revision_uid
WHERE {where} GROUP BY c.code_uid
"""
_AREAS = """
SELECT c.code_uid, r.rowid, {coder}, c.rowid FROM coding c JOIN revision r ON r.uid = c.revision_uid
WHERE {where} AND c.uid IN (SELECT coding_uid FROM coding_area)
"""
_VALUES = """
SELECT v.option_key, group_concat(c.rowid)
FROM coding_value v CROSS JOIN coding c ON c.uid = v.coding_uid
WHERE v.facet_uid = ? AND v.option_key IS NOT NULL GROUP BY v.option_key
"""
_VALUES_OF = """
SELECT v.option_key, group_concat(c.rowid)
FROM coding c INDEXED BY ix_coding_spans CROSS JOIN coding_value v ON v.coding_uid = c.uid
WHERE c.code_uid IN ({codes}) AND v.facet_uid = ? AND v.option_key IS NOT NULL
GROUP BY v.option_key
"""
_ROUNDS = "c.round_uid NOT IN (SELECT uid FROM round WHERE kind = 'training')"


@dataclass(frozen=True, slots=True)
class Places:
    """Codings, one per entry of each array.

    An area has no words: its start is negative, another one for each, and its length nought.
    `number` is the row of the coding in the file, by which its values are found.
    """

    document: Ints
    code: Ints
    coder: Ints
    start: Ints
    length: Ints
    words: Ints
    number: Ints

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
            self.number[kept],
        )


def read(session: Session, revisions: Sequence[str], tree: Tree, coders: Sequence[str]) -> Places:
    """Return what coders coded in some texts; a document's index is its place among `revisions`.

    Codings of rounds of training are left out.
    """
    document_of = _document_of(session, revisions)
    coder = _case(coders)
    connection = session.connection()
    found = connection.exec_driver_sql(_SPANS.format(coder=coder, where=_ROUNDS)).all()
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
        _numbers([row[3] for row in rows]),
    )
    areas = connection.exec_driver_sql(_AREAS.format(coder=coder, where=_ROUNDS)).all()
    return _counted(text if not areas else _with_areas(text, areas, tree, document_of))


def with_options(
    session: Session, found: Places, facet_uid: str, code_uids: Sequence[str] = ()
) -> dict[str, Bools]:
    """Return by key of an option of a facet which codings have it: all options read at once.

    With codes only their codings are looked at: much sooner done where these are few.
    """
    facet, codes = uid_bytes(facet_uid), tuple(uid_bytes(uid) for uid in code_uids)
    statement = _VALUES_OF.format(codes=", ".join("?" * len(codes))) if codes else _VALUES
    rows = session.connection().exec_driver_sql(statement, (*codes, facet)).all()
    numbers = {key: _numbers([text]) for key, text in rows}
    every = np.concatenate([found.number, *numbers.values()])
    last = int(every.max(initial=0))
    options = {}
    for key, each in numbers.items():
        has = np.zeros(last + 1, np.bool_)
        has[each] = True
        options[key] = has[found.number]
    return options


def _counted(found: Places) -> Places:
    counts = (found.document >= 0) & (found.code >= 0) & (found.coder != NOBODY)
    return found if counts.all() else found.only(counts)


def _with_areas(text: Places, areas: Sequence[Any], tree: Tree, document_of: Ints) -> Places:
    code_uids, revisions, coders, numbers = zip(*areas, strict=True)
    nought = np.zeros(len(areas), np.int64)
    return Places(
        np.append(text.document, document_of[np.array(revisions, np.int64)]),
        np.append(text.code, [tree.at.get(uid_text(uid), -1) for uid in code_uids]),
        np.append(text.coder, coders),
        np.append(text.start, -1 - np.arange(len(areas))),
        np.append(text.length, nought),
        np.append(text.words, nought),
        np.append(text.number, numbers),
    )


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
