"""Statements that every coding asks: made once, for making them costs more than running them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select

from qualcode_app.models.codebooks import Code, Facet, FacetOption
from qualcode_app.models.codings import Coding, CodingHole, CodingValue
from qualcode_app.models.uids import among

PLACE_COLUMNS = (
    "coder_uid",
    "round_uid",
    "code_uid",
    "revision_uid",
    "start_char",
    "end_char",
)
_AT_ONCE = 5_000  # uids in one statement; SQLite takes 32,766


def batches(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield uids in such portions that a statement can name them all."""
    for first in range(0, len(uids), _AT_ONCE):
        yield uids[first : first + _AT_ONCE]


@cache
def same_place() -> Any:
    """Ask which coding has these `PLACE_COLUMNS`."""
    return select(Coding.uid).where(
        *(getattr(Coding, name) == bindparam(name) for name in PLACE_COLUMNS)
    )


@cache
def proposed_values() -> Any:
    """Ask facets and option keys that the side of the code `code_uid` proposes."""
    return (
        select(FacetOption.facet_uid, FacetOption.key)
        .join(Facet, Facet.uid == FacetOption.facet_uid)
        .join(Code, Code.codebook_uid == Facet.codebook_uid)
        .where(
            Code.uid == bindparam("code_uid"),
            Code.side != "none",
            FacetOption.default_for == Code.side,
        )
        .order_by(Facet.position, FacetOption.position)
    )


@cache
def all_values() -> Any:
    """Ask the facet values of all codings."""
    return select(CodingValue.__table__).order_by(
        CodingValue.coding_uid, CodingValue.facet_uid, CodingValue.ordinal
    )


@cache
def few_values(*, one: bool) -> Any:
    """Ask the facet values of bound codings."""
    return all_values().where(among(CodingValue.coding_uid, one=one))


@cache
def all_holes() -> Any:
    """Ask what is left out of all codings."""
    return select(CodingHole.coding_uid, CodingHole.start_char, CodingHole.end_char).order_by(
        CodingHole.coding_uid, CodingHole.ordinal
    )


@cache
def few_holes(*, one: bool) -> Any:
    """Ask what is left out of bound codings."""
    return all_holes().where(among(CodingHole.coding_uid, one=one))
