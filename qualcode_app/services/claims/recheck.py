"""Findings asked again: still true, changed, or not to be counted, and by which documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.errors import Bilingual, QualcodeError
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.domain.search_query import Query
from qualcode_app.models.cases import Claim
from qualcode_app.models.documents import Revision
from qualcode_app.models.people import Coder
from qualcode_app.models.registers import SearchRun
from qualcode_app.services.analysis import study as studies
from qualcode_app.services.analysis.questions import Kind, Question
from qualcode_app.services.analysis.sentence_words import WORDS
from qualcode_app.services.analysis.study import Study
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.claims import asked as questions
from qualcode_app.services.claims import claims, results
from qualcode_app.services.claims.asked import Asked
from qualcode_app.services.claims.claims import ClaimRow
from qualcode_app.services.claims.results import Result, Told
from qualcode_app.services.store.project import Project


class State(StrEnum):
    """How a finding stands."""

    TRUE = "true"
    CHANGED = "changed"
    UNREAD = "unread"  # not to be counted: documents it rests on are not read
    LOST = "lost"  # not to be counted: what it asks about is gone, or a newer program wrote it


@dataclass(frozen=True, slots=True)
class Move:
    """What became of one line: documents by name that came and went, and n of N then and now."""

    label: Bilingual
    came: tuple[str, ...]
    went: tuple[str, ...]
    then: tuple[int, int]
    now: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding as it stands; `reason` tells why it could not be asked."""

    claim: ClaimRow
    state: State
    now: Result | None = None
    moves: tuple[Move, ...] = ()
    unread: tuple[str, ...] = ()  # names of documents that are not known now and were then, or new
    reason: QualcodeError | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All findings as they stand, and what they were asked of, by whose codings counted."""

    rows: tuple[Checked, ...]
    studies: Mapping[Voices, Study]

    def of(self, uid: str) -> Checked | None:
        """Return a finding; None when it is not there any more."""
        return next((row for row in self.rows if row.claim.uid == uid), None)


def check(
    project: Project, known: Study | None = None, progress: Progress | None = None
) -> Register:
    """Ask every finding again, and every kept search without a hit.

    Args:
        project: Where to ask.
        known: The project as it was read for something else, to be used again.
        progress: Told of each finding.

    Raises:
        Cancelled: The progress asked to stop.
    """
    told = progress or Silent()
    read = {known.voices: known} if known is not None else {}
    first = known or project.read(studies.read)
    read.setdefault(first.voices, first)
    listed = [*project.read(claims.rows), *project.read(kept_searches, first)]
    found: list[Checked] = []
    for done, claim in enumerate(listed):
        told.report(done, len(listed))
        found.append(_checked(project, read, claim))
    return Register(tuple(found), read)


def _checked(project: Project, read: dict[Voices, Study], claim: ClaimRow) -> Checked:
    if claim.asked is None or claim.result is None:
        return Checked(claim, State.LOST)
    voices = claim.asked.voices
    try:
        if voices not in read:
            read[voices] = project.read(studies.read, voices)
        answer = questions.answer(project, read[voices], claim.asked)
    except QualcodeError as error:
        return Checked(claim, State.LOST, reason=error)
    return compared(claim, claim.result, results.of_answer(answer), claim.asked.question.kind)


def compared(claim: ClaimRow, then: Result, now: Result, kind: Kind) -> Checked:
    """Return how a finding stands, given what was found then and what is found now."""
    before, after = results.keys(then, kind), results.keys(now, kind)
    names = {**then.names, **now.names}
    moves: list[Move] = []
    unknown: dict[str, None] = {}
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key), after.get(key)
        fresh = _newly_unread(one, other)
        unknown |= dict.fromkeys(fresh)
        move = _move(one, other, frozenset(fresh), names)
        if move is not None:
            moves.append(move)
    nothing = bool(now.lines) and not any(line.of for line in now.lines)
    state = State.TRUE
    if any(move.came or move.went for move in moves):
        state = State.CHANGED
    elif unknown or nothing:
        state = State.UNREAD
    elif moves:
        state = State.CHANGED
    unread = tuple(names[uid] for uid in unknown)
    return Checked(claim, state, now, tuple(moves), unread)


def _newly_unread(then: Told | None, now: Told | None) -> tuple[str, ...]:
    """Return the documents that are not known now and were known then, or are new."""
    if now is None:
        return ()
    before = frozenset(then.unread) if then is not None else frozenset()
    return tuple(uid for uid in now.unread if uid not in before)


def _move(
    then: Told | None, now: Told | None, unknown: frozenset[str], names: Mapping[str, str]
) -> Move | None:
    """Return what differs between two states of a line; None when nothing does."""
    had = then.names if then is not None else ()
    has = now.names if now is not None else ()
    before, after = frozenset(had), frozenset(has) | unknown
    came = tuple(names[uid] for uid in has if uid not in before)
    went = tuple(names[uid] for uid in had if uid not in after)
    shares = [(line.n, line.of) if line is not None else (0, 0) for line in (then, now)]
    values = [line.value if line is not None else None for line in (then, now)]
    line = now or then
    if line is None or not (came or went or shares[0] != shares[1] or values[0] != values[1]):
        return None
    return Move(line.label, came, went, shares[0], shares[1])


def kept_searches(session: Session, study: Study) -> list[ClaimRow]:
    """Return the kept searches without a hit as findings, asked of the documents they went through.

    They are numbered after the findings of the register.
    """
    homes: dict[str, str] = {
        row.uid: row.document_uid
        for row in session.execute(select(Revision.uid, Revision.document_uid))
    }
    called = {document.uid: document.name for document in study.corpus.documents}
    found = session.execute(
        select(SearchRun, Coder.name)
        .join(Coder, Coder.uid == SearchRun.coder_uid)
        .where(SearchRun.n_hits == 0)
        .order_by(SearchRun.made_at, SearchRun.uid)
    )
    listed = []
    number = session.scalar(select(func.count()).select_from(Claim)) or 0
    for run, name in found:
        uids = tuple(sorted({homes.get(uid, "") for uid in json.loads(run.documents)} & {*called}))
        if not uids:
            continue
        number += 1
        label = Bilingual(run.query, run.query)
        said = Bilingual(*(_found_none(run.query, len(uids), language) for language in WORDS))
        line = Told(label, (), None, (), uids, (), len(uids), 0.0)
        question = Question(Kind.WORDS, document_uids=uids)
        row = ClaimRow(
            number,
            run.uid,
            said.label_nl,
            "",
            Asked(question, study.voices, Query.of(run.query, run.mode)),
            Result((line,), said, {uid: called[uid] for uid in uids}),
            run.made_at,
            name,
            is_search=True,
        )
        listed.append(row)
    return listed


def _found_none(words: str, of: int, language: str) -> str:
    return WORDS[language]["found_none"].format(words=words, of=of, where="", n=0, k=0, names="")
