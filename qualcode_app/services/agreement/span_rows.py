"""Codings read as spans: the bulk of what agreement is computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import LargeBinary, func, select, type_coerce
from sqlalchemy.orm import Session

from qualcode_app.models.base import uid_text
from qualcode_app.models.codings import Coding, CodingHole

Ints = NDArray[np.int64]
Place = tuple[str, str]  # round and coder: one voice


@dataclass(frozen=True, slots=True)
class SpanGroup:
    """The spans of one code, revision and voice, as "start,end" pairs in one text."""

    code_uid: str
    revision_uid: str
    voice: Place
    pairs: str


def groups(session: Session, round_uids: Sequence[str]) -> list[SpanGroup]:
    """Read spans grouped: the database joins them faster than rows could be fetched."""
    with_holes = select(CodingHole.coding_uid).distinct()
    whole = (
        select(
            type_coerce(Coding.code_uid, LargeBinary),
            type_coerce(Coding.revision_uid, LargeBinary),
            type_coerce(Coding.coder_uid, LargeBinary),
            type_coerce(Coding.round_uid, LargeBinary),
            func.group_concat(Coding.start_char.concat(",").concat(Coding.end_char)),
        )
        .where(
            Coding.kind == "text",
            Coding.round_uid.in_(round_uids),
            Coding.uid.not_in(with_holes),
        )
        .group_by(Coding.code_uid, Coding.revision_uid, Coding.coder_uid, Coding.round_uid)
    )
    text = cache(uid_text)  # a few hundred uids name thousands of groups
    found = [
        SpanGroup(text(code), text(revision), (text(round_uid), text(coder)), pairs)
        for code, revision, coder, round_uid, pairs in session.execute(whole)
    ]
    return found + _pierced(session, round_uids)


def _pierced(session: Session, round_uids: Sequence[str]) -> list[SpanGroup]:
    """Return codings with holes as the pieces around them."""
    holes: dict[str, list[tuple[int, int]]] = {}
    for uid, start, end in session.execute(
        select(CodingHole.coding_uid, CodingHole.start_char, CodingHole.end_char).order_by(
            CodingHole.coding_uid, CodingHole.start_char
        )
    ):
        holes.setdefault(uid, []).append((start, end))
    if not holes:
        return []
    query = select(
        Coding.uid,
        Coding.code_uid,
        Coding.revision_uid,
        Coding.round_uid,
        Coding.coder_uid,
        Coding.start_char,
        Coding.end_char,
    ).where(
        Coding.kind == "text",
        Coding.round_uid.in_(round_uids),
        Coding.uid.in_(select(CodingHole.coding_uid)),
    )
    return [
        SpanGroup(code, revision, (round_uid, coder), _pieces(start, end, holes[uid]))
        for uid, code, revision, round_uid, coder, start, end in session.execute(query)
        if start is not None and end is not None
    ]


def _pieces(start: int, end: int, holes: list[tuple[int, int]]) -> str:
    edges = [start, *(edge for hole in holes for edge in hole), end]
    return ",".join(str(edge) for edge in edges)


def arrays(
    found: Sequence[SpanGroup],
    voice_at: Mapping[Place, int],
    document_at: Mapping[str, int],
    code_at: Mapping[str, int],
) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """Return document, code, voice, start and end of every span that is compared.

    Args:
        found: The spans.
        voice_at: Index of each voice.
        document_at: Index of each document by the uid of its revision.
        code_at: Index of the code that each code counts as.
    """
    known = [
        group
        for group in found
        if group.voice in voice_at
        and group.revision_uid in document_at
        and group.code_uid in code_at
    ]
    edges = np.fromstring(",".join(group.pairs for group in known), np.int64, sep=",")
    # A group of n spans has 2n numbers and thus 2n - 1 commas.
    sizes = np.array([(group.pairs.count(",") + 1) // 2 for group in known], np.int64)

    def spread(values: list[int]) -> Ints:
        return np.repeat(np.array(values, np.int64), sizes)

    return (
        spread([document_at[group.revision_uid] for group in known]),
        spread([code_at[group.code_uid] for group in known]),
        spread([voice_at[group.voice] for group in known]),
        edges[0::2].copy(),
        edges[1::2].copy(),
    )
