"""What an answer rests on: the passages of what was found, the reading of what was not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.models.codebooks import CodeKeyword
from qualcode_app.models.codings import Coding, CodingValue
from qualcode_app.models.documents import Document
from qualcode_app.models.people import Coder, ReadingStatus, Round
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.together import places
from qualcode_app.services.coding import absence, coding_rows, relations
from qualcode_app.services.coding.coding_rows import FEW, CodingRow
from qualcode_app.services.search import search_runs

MOST = 400  # passages that are read at a time
SHORTEST = 4  # letters of a word that tells a code


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document, or an area, with all codings it has of what was asked."""

    document_uid: str
    document_name: str
    anchor: TextAnchor
    area: PageArea | None
    quote: str
    page_number: int
    page_label: str
    codings: tuple[CodingRow, ...]
    relations: tuple[str, ...] = ()  # kinds of relations laid between its codings

    @property
    def code_keys(self) -> tuple[str, ...]:
        """The keys of its codes, each once."""
        return tuple(dict.fromkeys(row.code_key for row in self.codings))

    @property
    def coder_names(self) -> tuple[str, ...]:
        """Who coded it, each once."""
        return tuple(dict.fromkeys(row.coder_name for row in self.codings))


@dataclass(frozen=True, slots=True)
class Found:
    """Passages in the order of the corpus and the text; no more than can be looked at."""

    rows: tuple[Passage, ...]
    n_all: int


@dataclass(frozen=True, slots=True)
class Silence:
    """That a coder read a document for a theme, and perhaps judged that a code is not there."""

    document_uid: str
    document_name: str
    coder_name: str
    read_at: datetime
    judged_at: datetime | None


@dataclass(frozen=True, slots=True)
class NothingFound:
    """A kept search for a word of a code that had no hit."""

    words: str
    n_documents: int
    coder_name: str
    kept_at: datetime


def passages(
    session: Session,
    study: Study,
    code_uids: Sequence[str],
    document_uids: Collection[str],
    facet: tuple[str, str] | None = None,
) -> Found:
    """Return the passages with codes, or codes below them, in documents."""
    order = {one.revision_uid: i for i, one in enumerate(study.documents)}
    revisions = [one.revision_uid for one in study.documents if one.uid in document_uids]
    query = (
        select(Coding.uid, Coding.revision_uid, Coding.start_char)
        .join(Round, Round.uid == Coding.round_uid)
        .where(
            Coding.revision_uid.in_(revisions),
            Coding.code_uid.in_(study.tree.uids_with_below(code_uids)),
            Coding.coder_uid.in_(whose(study)),
            Round.kind != "training",
        )
    )
    if facet is not None and facet[1]:
        valued = select(CodingValue.coding_uid).where(
            CodingValue.facet_uid == facet[0], CodingValue.option_key == facet[1]
        )
        query = query.where(Coding.uid.in_(valued))
    found = sorted(
        session.execute(query), key=lambda row: (order[row.revision_uid], row.start_char or 0)
    )
    listed = coding_rows.rows(session, uids=[row.uid for row in found[:MOST]], areas=True)
    rows = _joined(study, listed)
    return Found(rows, len(rows) + max(0, len(found) - MOST))


def picked(session: Session, study: Study, coding_uids: Collection[str]) -> Found:
    """Return the passages of codings that were chosen one by one."""
    rows = _joined(study, coding_rows.rows(session, uids=coding_uids, areas=True))
    return Found(rows, len(rows))


def near(scope: Scope) -> Found:
    """Return the places where the two codes of a question stand near each other."""
    pairs = places(scope)
    study, session = scope.study, scope.session
    by_place = _codings_at(session, study, scope)
    found = []
    for pair in pairs[:MOST]:
        document = study.documents[pair.document]
        coder = study.who[pair.coder].uid
        rows = [
            by_place[key]
            for code, start, length in (pair.one, pair.other)
            if (key := (document.uid, coder, study.tree.codes[code].uid, start, start + length))
            in by_place
        ]
        if len(rows) < 2:
            continue
        first, last = min(row.anchor.start for row in rows), max(row.anchor.end for row in rows)
        told = relations.rows(session, [row.uid for row in rows])
        uids = {row.uid for row in rows}
        kinds = tuple(one.kind for one in told if {one.from_uid, one.to_uid} <= uids)
        row = min(rows, key=lambda each: each.anchor)
        found.append(
            Passage(
                document.uid,
                document.name,
                TextAnchor(first, last),
                None,
                " … ".join(dict.fromkeys(each.quote for each in sorted(rows, key=_at))),
                row.page_number,
                row.page_label,
                tuple(rows),
                kinds,
            )
        )
    return Found(tuple(found), len(pairs))


def silences(
    session: Session, study: Study, code_uids: Sequence[str], document_uids: Collection[str]
) -> tuple[Silence, ...]:
    """Return who read documents for the themes of codes, and judged the codes as not mentioned."""
    codes = study.tree.codes
    families = {codes[codes[study.tree.index(uid)].family].uid for uid in code_uids}
    judged = {
        (row.document_uid, row.coder_uid): row.judged_at
        for row in absence.rows(session)
        if row.code_uid in code_uids and row.state == "stands"
    }
    rows = session.execute(
        select(
            ReadingStatus.document_uid,
            ReadingStatus.coder_uid,
            Coder.name,
            ReadingStatus.changed_at,
        )
        .join(Coder, Coder.uid == ReadingStatus.coder_uid)
        .join(Document, Document.uid == ReadingStatus.document_uid)
        .where(
            ReadingStatus.state == "done",
            ReadingStatus.family_uid.in_(families),
            ReadingStatus.document_uid.in_(document_uids),
            ReadingStatus.coder_uid.in_([row.uid for row in study.who]),
        )
        .order_by(Document.position, Document.title, Coder.made_at)
    )
    names = {one.uid: one.name for one in study.documents}
    found = {
        (document, coder): Silence(
            document, names[document], name, at, judged.get((document, coder))
        )
        for document, coder, name, at in rows
    }
    return tuple(found.values())


def searches(session: Session, study: Study, code_uids: Sequence[str]) -> tuple[NothingFound, ...]:
    """Return the kept searches without a hit for words that belong to codes."""
    runs = [run for run in search_runs.rows(session) if run.n_hits == 0]
    if not runs:
        return ()
    stems = {
        stem.casefold()
        for stem in session.scalars(
            select(CodeKeyword.stem).where(
                CodeKeyword.code_uid.in_(study.tree.uids_with_below(code_uids))
            )
        )
    }
    for uid in code_uids:
        code = study.tree.codes[study.tree.index(uid)]
        stems |= set(f"{code.label_nl} {code.label_en}".casefold().replace(",", " ").split())
    long = tuple(stem for stem in stems if len(stem) >= SHORTEST)
    return tuple(
        NothingFound(run.query.words, run.n_documents, run.coder_name, run.made_at)
        for run in runs
        if any(word.startswith(long) for word in run.query.words.casefold().split())
    )


def whose(study: Study) -> list[str]:
    """Return the coders whose codings figures count."""
    agreed = study.voices.consensus
    return [row.uid for row in study.who if not agreed or row.kind == "consensus"]


def listed(session: Session, uids: Sequence[str]) -> list[CodingRow]:
    """Return codings by their uids, so many at a time as one statement takes."""
    found: list[CodingRow] = []
    for start in range(0, len(uids), FEW):
        found += coding_rows.rows(session, uids=uids[start : start + FEW], areas=True)
    return found


def _joined(study: Study, listed: Sequence[CodingRow]) -> tuple[Passage, ...]:
    """Return codings of one and the same place as one passage."""
    documents = {one.uid: (i, one.name) for i, one in enumerate(study.documents)}
    places: dict[tuple[object, ...], list[CodingRow]] = {}
    for row in listed:
        key = (row.document_uid, row.anchor, row.uid if row.area is not None else None)
        places.setdefault(key, []).append(row)
    found = [
        Passage(
            rows[0].document_uid,
            documents[rows[0].document_uid][1],
            rows[0].anchor,
            rows[0].area,
            rows[0].quote,
            rows[0].page_number,
            rows[0].page_label,
            tuple(rows),
        )
        for rows in places.values()
    ]
    return tuple(sorted(found, key=lambda one: (documents[one.document_uid][0], one.anchor)))


def _codings_at(
    session: Session, study: Study, scope: Scope
) -> dict[tuple[object, ...], CodingRow]:
    uids = [study.tree.codes[i].uid for i in scope.codes]
    documents = [study.documents[i].revision_uid for i in scope.documents]
    query = select(Coding.uid).where(
        Coding.revision_uid.in_(documents),
        Coding.code_uid.in_(study.tree.uids_with_below(uids)),
        Coding.kind == "text",
    )
    listed = coding_rows.rows(session, uids=list(session.scalars(query)))
    return {
        (row.document_uid, row.coder_uid, row.code_uid, row.anchor.start, row.anchor.end): row
        for row in listed
    }


def _at(row: CodingRow) -> TextAnchor:
    return row.anchor
