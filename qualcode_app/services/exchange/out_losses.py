"""What a receiver of REFI-QDA will not see, and the words of what travels as notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding, CodingArea, CodingHole
from qualcode_app.models.documents import Document
from qualcode_app.models.people import Coder
from qualcode_app.models.registers import Proposition
from qualcode_app.services.exchange.out_sources import Outgoing


def of(session: Session, out: Outgoing) -> tuple[Lost, ...]:
    """Return what other programs will not show as such, and what stays behind altogether."""
    found = [one for one in _as_notes(session) if one.values["n"]]
    if n := out.counts["codings with facets"]:
        found.append(Lost("The facets of {n} codings are in notes on them.", n=n))
    found += _of_codings(session)
    if n := out.counts["documents without PDF"]:
        found.append(Lost("{n} documents go out as text only, without a PDF.", n=n))
    n_rounds = _count(session, Kind.ROUND)
    if n_rounds > 1:
        found.append(Lost("Which of {n} rounds a coding belongs to is in notes.", n=n_rounds))
    found.append(
        Lost("The log of changes, earlier wordings of codes and past imports stay behind.")
    )
    return tuple(found)


def _as_notes(session: Session) -> tuple[Lost, ...]:
    """Return how much of each kind other programs show as the text of notes; also where none."""
    n = {kind: _count(session, kind) for kind in BY_KIND}
    return (
        Lost("{n} verdicts are in notes, which other programs show as text.", n=n[Kind.JUDGEMENT]),
        Lost("{n} reading statuses are in notes.", n=n[Kind.READING_STATUS]),
        Lost(
            "{n} relations between passages are links; their kind is in the name.",
            n=n[Kind.RELATION],
        ),
        Lost("{n} headings of documents are in notes.", n=n[Kind.SECTION]),
        Lost("{n} decisions on differences between coders are in notes.", n=n[Kind.ADJUDICATION]),
        Lost("{n} tasks of coders are in notes.", n=n[Kind.ASSIGNMENT]),
        Lost("{n} kept searches are in notes.", n=n[Kind.SEARCH_RUN]),
        Lost("{n} questions to the codings are in notes.", n=n[Kind.QUESTION]),
        Lost("{n} sentences of the report are in notes.", n=n[Kind.CLAIM]),
        Lost("{n} summaries of cases are in notes.", n=n[Kind.CELL]),
        Lost("{n} facets are in notes; other programs have no such thing.", n=n[Kind.FACET]),
        Lost("{n} registers with their propositions are in notes.", n=n[Kind.REGISTER]),
    )


def _of_codings(session: Session) -> Iterator[Lost]:
    current = select(Document.current_revision_uid)
    n_earlier = session.scalar(select(func.count()).where(Coding.revision_uid.not_in(current)))
    if n_earlier:
        yield Lost("{n} codings on earlier texts of documents stay behind.", n=n_earlier)
    n_holes = session.scalar(select(func.count(func.distinct(CodingHole.coding_uid))))
    if n_holes:
        yield Lost(
            "{n} codings leave out a footnote or running head, which other programs include.",
            n=n_holes,
        )
    sides = (CodingArea.x0_pt, CodingArea.y0_pt, CodingArea.x1_pt, CodingArea.y1_pt)
    n_rounded = sum(
        any(side != round(side) for side in area) for area in session.execute(select(*sides))
    )
    if n_rounded:
        yield Lost("{n} areas are rounded to whole points for other programs.", n=n_rounded)


def words(out: Outgoing, rows: Sequence[Stored]) -> Iterator[str]:
    """Yield statuses and verdicts on a document as a person reads them."""
    coders = {one[0]: one[1] for one in out.session.execute(select(Coder.uid, Coder.name))}
    label = Code.label_nl if out.language == "nl" else Code.label_en
    codes = {one[0]: one[1] for one in out.session.execute(select(Code.uid, label))}
    keys = {one[0]: one[1] for one in out.session.execute(select(Proposition.uid, Proposition.key))}
    for stored in rows:
        root = stored.root
        coder = coders.get(root.get("coder_uid", ""), "")
        if stored.kind is Kind.READING_STATUS:
            yield f"{coder}: {codes.get(root['family_uid'], '')}: {root['state']}"
        elif stored.kind is Kind.JUDGEMENT:
            about = keys.get(root["proposition_uid"]) or codes.get(root["code_uid"], "")
            said = ", ".join(part for part in (root["option_key"], root["note"]) if part)
            yield f"{coder}: {about}: {said}"


def _count(session: Session, kind: Kind) -> int:
    return session.scalar(select(func.count()).select_from(BY_KIND[kind].root)) or 0
