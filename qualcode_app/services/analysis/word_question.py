"""Words rather than meanings: in which documents a word stands, with every hit as evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.search_query import Query
from qualcode_app.models.documents import Section
from qualcode_app.services.analysis.evidence import MOST, Found, Passage
from qualcode_app.services.analysis.questions import Answer, Line, Question
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.search import search
from qualcode_app.services.search import search_places as hits
from qualcode_app.services.store.project import Project


@dataclass(frozen=True, slots=True)
class WordAnswer:
    """The answer, and the hits it rests on."""

    answer: Answer
    found: Found


def ask(
    project: Project,
    study: Study,
    question: Question,
    query: Query,
    *,
    in_headings: bool = False,
    progress: Progress | None = None,
) -> WordAnswer:
    """Tell in which documents words stand, be it anywhere or in a heading.

    A document without any text was not searched and is in no denominator.

    Raises:
        BadQuery: The query asks for nothing, is not understood, or takes too long.
        Cancelled: The progress asked to stop.
    """
    scope = project.read(Scope, study, question)
    texts = {study.documents[i].revision_uid: i for i in scope.documents}
    there = search.run(project, query, revision_uids=list(texts), progress=progress)
    places = project.read(hits.Places().of, there)
    if in_headings:
        places = project.read(_in_headings, places)
    with_text = [i for i in scope.documents if study.documents[i].n_words]
    without = [i for i in scope.documents if not study.documents[i].n_words]
    holding = sorted({texts[one.hit.revision_uid] for one in places})
    label = Bilingual(query.words, query.words)
    line = Line(
        label,
        (),
        scope.named(holding),
        len(with_text),
        scope.named(without),
        value=float(len(places)),
        place="headings" if in_headings else "",
        others=scope.named([i for i in with_text if i not in holding]),
    )
    answer = Answer(
        question, (label,), scope.where(), (), None, (line,), scale=study.scale, query=query
    )
    return WordAnswer(answer, _found(study, texts, places))


def _in_headings(session: Session, found: Sequence[hits.Found]) -> list[hits.Found]:
    """Return the hits that begin in the words of a heading."""
    titles: dict[str, list[tuple[int, int]]] = defaultdict(list)
    revisions = {one.hit.revision_uid for one in found}
    for revision, start, title in session.execute(
        select(Section.revision_uid, Section.start_char, Section.title).where(
            Section.revision_uid.in_(revisions)
        )
    ):
        titles[revision].append((start, start + len(title)))
    return [
        one
        for one in found
        if any(
            start <= one.anchor.start < end for start, end in titles.get(one.hit.revision_uid, ())
        )
    ]


def _found(study: Study, texts: dict[str, int], places: Sequence[hits.Found]) -> Found:
    rows = []
    ordered = sorted(places, key=lambda one: (texts[one.hit.revision_uid], one.anchor))
    for one in ordered[:MOST]:
        document = study.documents[texts[one.hit.revision_uid]]
        rows.append(
            Passage(
                document.uid,
                document.name,
                one.anchor,
                None,
                f"{one.before}{one.match}{one.after}",
                one.hit.page_number,
                one.page_label,
                (),
            )
        )
    return Found(tuple(rows), len(places))
