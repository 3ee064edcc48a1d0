"""Questions as they are stored: what was asked, of whose codings, or for which words.

A stored question is one row with its definition as JSON. Rows that hold something else, such as
the project's own words for how many, say so in their definition and are passed over here.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind as RowKind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.progress import Progress
from qualcode_app.domain.search_query import Query
from qualcode_app.services.analysis import asking, word_question
from qualcode_app.services.analysis.questions import Answer, Kind, Question
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.store import journal
from qualcode_app.services.store.project import Project

FORMAT = "question 1"
EVERYBODY = Voices()
HEADINGS = "headings"  # what a line of words found in headings says of its place


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with all it takes to ask it again."""

    question: Question
    voices: Voices = EVERYBODY
    query: Query | None = None
    in_headings: bool = False


def of_answer(answer: Answer, voices: Voices) -> Asked:
    """Return what an answer was asked by."""
    headings = any(line.place == HEADINGS for line in answer.lines) and answer.query is not None
    return Asked(answer.question, voices, answer.query, headings)


def answer(
    project: Project, study: Study, asked: Asked, progress: Progress | None = None
) -> Answer:
    """Ask again; the study has to be read with the voices of the question.

    Raises:
        QualcodeError: What the question is about is not in the project any more.
        Cancelled: The progress asked to stop.
    """
    if asked.question.kind != Kind.WORDS:
        return project.read(asking.ask, study, asked.question)
    if asked.query is None:
        raise RefusedChange(
            "This question does not say which words it looks for. Ask it again with words, and "
            "keep that."
        )
    found = word_question.ask(
        project,
        study,
        asked.question,
        asked.query,
        in_headings=asked.in_headings,
        progress=progress,
    )
    return found.answer


def row(session: Session, asked: Asked) -> Row:
    """Return the row of a question; the same question is the same row in every file."""
    definition = written(asked)
    uid = journal.derived_uid(journal.pen(session).study_uid, definition)
    columns = {"title": asked.question.kind.value, "definition": definition}
    return Row(RowKind.QUESTION, uid, columns)


def written(asked: Asked) -> str:
    """Return a question as it is stored: only what it says, in a fixed order."""
    said: dict[str, Any] = {"format": FORMAT, "question": _said(asked.question)}
    if asked.voices != EVERYBODY:
        said["voices"] = _said(asked.voices)
    if asked.query is not None:
        said["words"] = asked.query.words
        said["mode"] = asked.query.key
        said["in_headings"] = asked.in_headings
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def read(definition: str) -> Asked | None:
    """Return a stored question; None when the row holds something else, or a newer format."""
    said = json.loads(definition) if definition else {}
    if said.get("format") != FORMAT:
        return None
    question = _tuples(said["question"])
    query = Query.of(said["words"], said["mode"]) if "words" in said else None
    return Asked(
        Question(Kind(question.pop("kind")), **question),
        Voices(**_tuples(said.get("voices", {}))),
        query,
        bool(said.get("in_headings", False)),
    )


def _said(value: Question | Voices) -> dict[str, Any]:
    """Return the fields of a value that differ from what they are when nothing is said."""
    return {
        field.name: said
        for field in dataclasses.fields(value)
        if (said := getattr(value, field.name)) != field.default
    }


def _tuples(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in said.items()
    }
