"""Span data on the unit that was chosen, with a tolerance, and with pages as documents."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.agreement import bases
from qualcode_app.agreement.data import SpanData
from qualcode_app.services.texts import unit_edges
from qualcode_app.services.texts.unit_edges import Base, Tolerance

Names = tuple[Sequence[str], Sequence[str]]  # uids of the texts, and titles of their documents


def on_base(session: Session, data: SpanData, base: Base, share: float, texts: Names) -> SpanData:
    """Return the study on units in the place of characters.

    Raises:
        RefusedChange: Stored units are not those the text was read with.
    """
    if base == "character":
        return data
    if base in ("sentence", "paragraph"):
        unit_edges.check(session, *texts)
    return bases.on_units(data, unit_edges.edges(session, texts[0], base), share)


def widened(
    session: Session, data: SpanData, tolerance: Tolerance, revision_uids: Sequence[str]
) -> SpanData:
    """Return the study with spans widened to whole words or sentences."""
    return bases.snapped(data, unit_edges.snap_edges(session, revision_uids, tolerance))


def in_pages(
    session: Session, data: SpanData, base: Base, revision_uids: Sequence[str]
) -> SpanData:
    """Return the study with its pages as documents; a unit belongs to the page it begins on."""
    pages = unit_edges.edges(session, revision_uids, "page")
    if base != "character":
        units = unit_edges.edges(session, revision_uids, base)
        pages = [np.searchsorted(unit[:-1], page) for unit, page in zip(units, pages, strict=True)]
    edges = [
        np.unique(np.concatenate(([0], page.clip(max=length), [length])))
        for page, length in zip(pages, data.lengths, strict=True)
    ]
    return bases.in_blocks(data, edges)
