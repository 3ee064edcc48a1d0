"""Answers: who has it, who lacks it, only here, rare, by group, facet value or wave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, RefusedChange
from qualcode_app.services.analysis import room, together, unions, waves
from qualcode_app.services.analysis.questions import Answer, Kind, Line, Named, Question
from qualcode_app.services.analysis.scope import Scope
from qualcode_app.services.analysis.study import CODED, State, Study


def ask(session: Session, study: Study, question: Question) -> Answer:
    """Answer a question.

    Raises:
        UnknownRecord: A code is not in the codebook.
        RefusedChange: The question lacks what its kind needs.
    """
    _check(question)
    scope = Scope(session, study, question)
    if question.kind == Kind.WAVES:
        return waves.answer(scope)
    match question.kind:
        case Kind.GROUPS:
            lines = _by_group(scope)
        case Kind.VALUES:
            lines = _by_value(scope)
        case Kind.ONLY | Kind.RARE:
            lines = _sparse(scope)
        case Kind.PROFILE:
            lines = _profile(scope)
        case Kind.TOGETHER:
            lines = (together.of_two(scope),)
        case Kind.ROOM:
            lines = room.lines(scope)
        case _:
            lines = (scope.weigh(question.kind, scope.documents),)
    return scope.answer(lines)


def _check(question: Question) -> None:
    lacking = {
        Kind.GROUPS: not question.system_uid,
        Kind.VALUES: question.facet is None,
        Kind.WAVES: not (question.wave_uid and question.later_uid),
        Kind.ONLY: not (question.document_uids or question.group_uid),
        Kind.PROFILE: not question.document_uids,
    }
    if lacking.get(question.kind, False):
        raise RefusedChange(
            "This question needs one thing more: a grouping, a facet, two waves or a document. "
            "Choose it."
        )
    if not question.code_uids and question.kind not in (Kind.ONLY, Kind.RARE, Kind.PROFILE):
        raise RefusedChange("This question is about a code. Choose one.")


def _by_group(scope: Scope) -> tuple[Line, ...]:
    systems = scope.study.corpus.systems
    system = next((one for one in systems if one.uid == scope.question.system_uid), None)
    if system is None:
        raise RefusedChange("This grouping is not in the project any more. Choose another.")
    lines = []
    for group in system.groups:
        inside = [i for i in scope.documents if scope.study.documents[i].belongs_to(group.uid)]
        label = Bilingual(group.title, group.title)
        line = scope.weigh(Kind.ALL_OF, inside, label=label)
        lines.append(replace(line, outside=_of_group(scope, line.outside, group.uid)))
    return tuple(lines)


def _of_group(scope: Scope, outside: Sequence[Named], group_uid: str) -> tuple[Named, ...]:
    homes = {one.uid: one for one in scope.study.documents}
    return tuple(one for one in outside if homes[one.document_uid].belongs_to(group_uid))


def _by_value(scope: Scope) -> tuple[Line, ...]:
    uid = scope.question.facet[0] if scope.question.facet else ""
    return tuple(
        scope.weigh(
            Kind.ALL_OF,
            scope.documents,
            label=Bilingual(option.label_nl, option.label_en),
            facet=(uid, option.key),
        )
        for option in scope.facet_of(uid).options
    )


def _sparse(scope: Scope) -> tuple[Line, ...]:
    """Return the codes that are in few documents, or in the named ones and nowhere else."""
    question, study = scope.question, scope.study
    rows = scope.rows()
    states = study.states(rows, scope.within(question.facet))
    coded = np.isin(states[: study.n_in], CODED)
    if question.kind == Kind.RARE:
        inside = np.zeros(study.n_in, np.bool_)
        inside[scope.documents] = True
        n = coded[inside].sum(axis=0)
        kept = (n >= 1) & (n <= question.at_most)
        documents = scope.documents
    else:
        here, among = np.zeros(study.n_in, np.bool_), np.zeros(study.n_in, np.bool_)
        documents = scope.universe()
        here[scope.chosen() or scope.documents] = True
        among[documents] = True
        present = states[: study.n_in][here] == State.PRESENT
        kept = present.any(axis=0) & ~coded[among & ~here].any(axis=0)
    found = []
    for i in np.flatnonzero(kept).tolist():
        line = scope.line(Kind.ALL_OF, documents, [rows[i]], states[:, [i]])
        if line.n:
            found.append(line)
    return tuple(found)


def _profile(scope: Scope) -> tuple[Line, ...]:
    """Return every code of the level in the named documents, with its number of passages."""
    study, rows = scope.study, scope.rows()
    within = scope.within(scope.question.facet)
    documents = scope.chosen()
    counting = study.counting(within)
    counting = counting.only(np.isin(counting.document, documents))
    counts = unions.passages(counting, study.tree, rows, len(study.documents))
    states = study.states(rows, within)
    lines = []
    for at, row in enumerate(rows):
        line = scope.line(Kind.ALL_OF, documents, [row], states[:, [at]])
        lines.append(replace(line, value=float(counts[documents, at].sum())))
    return tuple(lines)
