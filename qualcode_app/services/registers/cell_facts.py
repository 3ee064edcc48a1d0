"""What the passages behind a verdict say: their facets and pages, and who read the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.facets import Facet, Values
from qualcode_app.models.codebooks import Code, CodebookVersion
from qualcode_app.models.codebooks import Facet as FacetOfBook
from qualcode_app.models.codings import Coding, CodingValue
from qualcode_app.models.documents import Document
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


def measures(
    session: Session, rows: Collection[PropositionRow], coder_uid: str, round_uid: str
) -> dict[tuple[str, str], int]:
    """Return how many measures a coder coded with or below the codes of a proposition."""
    parents = _parents(session)
    query = (
        select(Document.uid, Coding.code_uid, func.count(Coding.uid.distinct()))
        .join(Document, Document.current_revision_uid == Coding.revision_uid)
        .join(CodingValue, CodingValue.coding_uid == Coding.uid)
        .join(FacetOfBook, FacetOfBook.uid == CodingValue.facet_uid)
        .where(FacetOfBook.key == "role", CodingValue.option_key == "measure")
        .where(Coding.coder_uid == coder_uid, Coding.round_uid == round_uid)
        .group_by(Document.uid, Coding.code_uid)
    )
    found: dict[tuple[str, str], int] = defaultdict(int)
    for document, code, n in session.execute(query):
        line = set(_line(code, parents))
        for row in rows:
            if not line.isdisjoint(row.code_uids):
                found[row.uid, document] += n
    return dict(found)


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
    parents = _parents(session)
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
        families = {_line(uid, parents)[-1] for uid in row.code_uids}
        for document, known in states.items():
            here = [known.get(family, ("not_started", "")) for family in families]
            if here:
                state, version = min(here, key=lambda one: order.index(one[0]))
                found[row.uid, document] = ReadAs(state, version)
    return found


def _parents(session: Session) -> dict[str, str | None]:
    known = session.execute(select(Code.uid, Code.parent_uid))
    return {row.uid: row.parent_uid for row in known}


def _line(uid: str, parents: Mapping[str, str | None]) -> list[str]:
    """Return a code and those above it, its family last."""
    found = [uid]
    while (above := parents.get(found[-1])) is not None:
        found.append(above)
    return found


def _said(known: Mapping[str, Facet], listed: Values) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for value in listed:
        facet = known.get(value.facet_uid)
        if facet is not None and value.option_key:
            told[facet.key] = (*told.get(facet.key, ()), value.option_key)
    return told
