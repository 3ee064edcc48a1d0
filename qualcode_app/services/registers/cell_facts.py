"""What the passages behind a verdict say: their facets and pages, and who read the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.facets import Facet, Values
from qualcode_app.models.codebooks import Code, CodebookVersion
from qualcode_app.models.people import ReadingStatus
from qualcode_app.services.coding import coding_rows, facets
from qualcode_app.services.registers.propositions import PropositionRow

TOLD = ("direction", "continuity", "instrument")  # facets of a passage that the table shows


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of evidence: where it stands and what its coder said of it."""

    place: str  # page as printed, and key of the code
    order: int
    concreteness: int | None
    said: Mapping[str, tuple[str, ...]]  # keys of options by key of the facet


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How far a coder is with a theme in a document, and with which version of the codebook."""

    state: str
    version: str


def passages(session: Session, coding_uids: Collection[str]) -> dict[str, Passage]:
    """Return what is told of pieces of evidence, by uid of the coding."""
    if not coding_uids:
        return {}
    known = {facet.uid: facet for facet in facets.rows(session)}
    found = {}
    for row in coding_rows.rows(session, uids=coding_uids, areas=True):
        told = _said(known, row.values)
        steps = [int(key) for key in told.get("concreteness", ()) if key.isdecimal()]
        place = f"{row.page_label or row.page_number} {row.code_key}"
        kept = {key: told[key] for key in TOLD if key in told}
        found[row.uid] = Passage(place, row.anchor.start, max(steps, default=None), kept)
    return found


def option_labels(session: Session) -> dict[tuple[str, str], tuple[str, str]]:
    """Return Dutch and English label of the options of the facets that are told."""
    return {
        (facet.key, option.key): (option.label_nl, option.label_en)
        for facet in facets.rows(session)
        if facet.key in TOLD
        for option in facet.options
    }


def read_as(
    session: Session, rows: Collection[PropositionRow], coder_uid: str, round_uid: str
) -> dict[tuple[str, str], ReadAs]:
    """Return how far the themes of propositions are read, by proposition and document.

    A proposition whose themes are at different states has the lowest of them.
    """
    order = ("not_started", "busy", "done")
    known_codes = session.execute(select(Code.uid, Code.parent_uid))
    parents = {row.uid: row.parent_uid for row in known_codes}
    states: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    query = (
        select(
            ReadingStatus.document_uid,
            ReadingStatus.family_uid,
            ReadingStatus.state,
            CodebookVersion.label,
        )
        .join(CodebookVersion, CodebookVersion.uid == ReadingStatus.codebook_version_uid)
        .where(ReadingStatus.coder_uid == coder_uid, ReadingStatus.round_uid == round_uid)
    )
    for document, family, state, version in session.execute(query):
        states[document][family] = state, version
    found = {}
    for row in rows:
        families = {_top(uid, parents) for uid in row.code_uids}
        for document, known in states.items():
            here = [known.get(family, ("not_started", "")) for family in families]
            if here:
                state, version = min(here, key=lambda one: order.index(one[0]))
                found[row.uid, document] = ReadAs(state, version)
    return found


def _top(uid: str, parents: Mapping[str, str | None]) -> str:
    while (above := parents.get(uid)) is not None:
        uid = above
    return uid


def _said(known: Mapping[str, Facet], listed: Values) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for value in listed:
        facet = known.get(value.facet_uid)
        if facet is not None and value.option_key:
            told[facet.key] = (*told.get(facet.key, ()), value.option_key)
    return told
