"""From a cell or a line of an answer to what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from qualcode_app.services.analysis import asking, evidence
from qualcode_app.services.analysis.evidence import NothingFound, Passage, Silence
from qualcode_app.services.analysis.matrix import Choice
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Question
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.study import Study

Row = Passage | Silence | NothingFound


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of a table is of."""

    code_uid: str
    document_uids: tuple[str, ...]
    choice: Choice
    title: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The finding a cell belongs to, and the evidence of the cell itself."""

    answer: Answer
    rows: tuple[Row, ...]
    n_all: int


def of_cell(
    session: Session, study: Study, choice: Choice, code_uid: str, document_uids: Collection[str]
) -> Behind:
    """Return who has the code among the matrix's documents, and its passages in a cell.

    A cell that is read and empty rests on who read it.
    """
    question = Question(
        Kind.ALL_OF, (code_uid,), group_uid=choice.group_uid, wave_uid=choice.wave_uid
    )
    answer = asking.ask(session, study, question)
    found = evidence.passages(session, study, [code_uid], document_uids)
    if found.rows:
        return Behind(answer, found.rows, found.n_all)
    silent = _silence(session, study, [code_uid], document_uids)
    return Behind(answer, silent, len(silent))


def of_line(
    session: Session, study: Study, answer: Answer, line: Line, document_uid: str = ""
) -> Behind:
    """Return what a line of an answer rests on, in all its documents or in one."""
    kind = answer.question.kind
    uids = [document_uid] if document_uid else [one.document_uid for one in line.names]
    if kind == Kind.TOGETHER:
        narrowed = replace(answer.question, document_uids=tuple(uids))
        near = evidence.near(Scope(session, study, narrowed)) if uids else evidence.Found((), 0)
        return Behind(answer, near.rows, near.n_all)
    found = evidence.passages(session, study, line.code_uids, uids, line.facet)
    if found.rows:
        return Behind(answer, found.rows, found.n_all)
    silent = _silence(session, study, line.code_uids, uids)
    return Behind(answer, silent, len(silent))


def _silence(
    session: Session, study: Study, code_uids: Sequence[str], document_uids: Collection[str]
) -> tuple[Row, ...]:
    """Return what absence rests on: kept searches without a hit, and who read what."""
    readers = evidence.silences(session, study, code_uids, document_uids)
    return (*evidence.searches(session, study, code_uids), *readers) if readers else ()
