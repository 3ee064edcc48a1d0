"""What can support a verdict: passages with the linked codes, and where the keywords stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.codebook_file import Keyword
from qualcode_app.domain.folding import fold
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.models.codebooks import Code
from qualcode_app.models.documents import Document
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.registers.propositions import PropositionRow
from qualcode_app.services.search import search
from qualcode_app.services.search.search_places import Found, Places
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store.project import Project

MOST_HITS = 200
_PATTERNS = {
    "word": r"\b{}\b",
    "exact": r"\b{}\b",
    "phrase": r"\b{}\b",
    "start": r"\b{}\w*",
    "inside": r"\w*{}\w*",
}


@dataclass(frozen=True, slots=True)
class Searched:
    """Where the keywords of a proposition stand in a document, and the search to be logged."""

    places: tuple[Found, ...]
    run: NewRun


def passages(
    session: Session, reading: Reading, row: PropositionRow, linked: frozenset[str]
) -> list[CodingRow]:
    """Return what a coder coded with the linked codes, in the order of the text.

    A code brings those below it; where one is a sub-code, passages with its parent are offered
    too, for most coders code on the second level. Evidence that is linked already is always in.
    """
    revision_uid = session.scalar(
        select(Document.current_revision_uid).where(Document.uid == reading.document_uid)
    )
    if revision_uid is None:
        return []
    wanted = _near(session, row.code_uids)
    found = coding_rows.rows(session, revision_uid=revision_uid, areas=True)
    return [
        coding
        for coding in found
        if coding.uid in linked
        or (coding.coder_uid == reading.coder_uid and coding.code_uid in wanted)
    ]


def searched(
    project: Project,
    reading: Reading,
    row: PropositionRow,
    revision_uid: str,
    progress: Progress | None = None,
) -> Searched:
    """Search a document for the keywords of a proposition.

    Raises:
        BadQuery: The keywords make no search.
        Cancelled: The progress asked to stop.
    """
    query = keyword_query(row)
    hits = search.run(project, query, revision_uids=[revision_uid], progress=progress)
    run = NewRun(reading.coder_uid, query, [revision_uid], len(hits))
    return Searched(tuple(project.read(Places().of, hits[:MOST_HITS])), run)


def keyword_query(row: PropositionRow) -> Query:
    """Return one search for all keywords of a proposition; without any, for its key."""
    keywords = row.keywords or (Keyword(row.key, "word"),)
    return Query("|".join(_pattern(keyword) for keyword in keywords), Mode.REGEX)


def _pattern(keyword: Keyword) -> str:
    words = r"\W+".join(re.escape(word) for word in fold(keyword.stem).split())
    return _PATTERNS[keyword.match].format(words)


def _near(session: Session, code_uids: tuple[str, ...]) -> set[str]:
    parents = {
        row.uid: row.parent_uid for row in session.execute(select(Code.uid, Code.parent_uid))
    }
    wanted = {uid for uid in code_uids if uid in parents}
    for uid in tuple(wanted):
        parent = parents[uid]
        if parent is not None and parents.get(parent) is not None:
            wanted.add(parent)
    linked = set(code_uids)
    grown = True
    while grown:
        more = {uid for uid, parent in parents.items() if parent in linked} - linked
        linked |= more
        grown = bool(more)
    return wanted | linked
