"""Who codes which document: plans that are balanced by length and can be made again."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models.documents import Document


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plan of double coding shall be.

    Args:
        each_by: How many coders code a document.
        share_by_all: Part of the documents, 0 to 1, that everybody codes.
        seed: The same seed gives the same plan.
    """

    each_by: int = 2
    share_by_all: float = 0.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Length:
    """A document and how long it is."""

    document_uid: str
    n_chars: int


def plan(
    documents: Sequence[Length], coder_uids: Sequence[str], wish: Wish
) -> dict[str, tuple[str, ...]]:
    """Return for every document, in the given order, the coders who code it.

    The longest documents are dealt first, each to the coders with the least to read; among
    equals those who met least often, so that all pairs of coders can be compared.

    Raises:
        RefusedChange: There are fewer coders than a document shall have.
    """
    if not 1 <= wish.each_by <= len(coder_uids):
        raise RefusedChange(
            "Each document cannot be coded by {n} of {total} coders. Choose another number.",
            n=wish.each_by,
            total=len(coder_uids),
        )
    chance = random.Random(wish.seed)  # noqa: S311  a plan, not a secret
    coders = chance.sample(sorted(coder_uids), len(coder_uids))
    deck = chance.sample(sorted(documents, key=lambda one: one.document_uid), k=len(documents))
    n_by_all = round(wish.share_by_all * len(deck))
    by_all, rest = deck[:n_by_all], deck[n_by_all:]
    dealt = {one.document_uid: tuple(coder_uids) for one in by_all}
    load: Counter[str] = Counter()
    met: Counter[tuple[str, ...]] = Counter()
    for one in sorted(rest, key=lambda each: -each.n_chars):
        chosen = min(
            combinations(coders, wish.each_by),
            key=lambda group: (
                max(load[coder] for coder in group) + one.n_chars,
                sum(load[coder] for coder in group),
                sum(met[pair] for pair in combinations(sorted(group), 2)),
            ),
        )
        load.update(dict.fromkeys(chosen, one.n_chars))
        met.update(combinations(sorted(chosen), 2))
        dealt[one.document_uid] = tuple(uid for uid in coder_uids if uid in chosen)
    return {one.document_uid: dealt[one.document_uid] for one in documents}


def in_corpus(session: Session) -> set[str]:
    """Return the documents that take part as long as nobody says otherwise: not those out."""
    return set(session.scalars(select(Document.uid).where(Document.corpus != "out")))
