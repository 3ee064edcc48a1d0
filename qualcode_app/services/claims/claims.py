"""The register of findings: kept, worded, confirmed, shown by passages, taken away.

A finding keeps its sentence, the question behind it and what that found. How it stands now is
never stored: it is found by asking again, so that no change of the project can be forgotten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models.cases import Claim, ClaimEvidence, Memo, Question
from qualcode_app.models.codings import Coding
from qualcode_app.models.people import Coder
from qualcode_app.services.analysis.questions import Answer
from qualcode_app.services.analysis.voices import Voices
from qualcode_app.services.cases import ledger
from qualcode_app.services.cases.ledger import Row
from qualcode_app.services.claims import asked, results
from qualcode_app.services.claims.asked import Asked
from qualcode_app.services.claims.results import Result
from qualcode_app.services.store import journal

KEPT = "kept"
EVIDENCE = "claim_evidence"
Role = Literal["example", "exception"]


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A finding about to be kept; it brings its uid, so that redo keeps the very same one."""

    sentence: str
    asked: Asked
    result: Result
    evidence: tuple[tuple[str, Role], ...] = ()  # uids of codings
    uid: str = field(default_factory=journal.new_uid)


def of_answer(
    answer: Answer, voices: Voices, sentence: str, evidence: tuple[tuple[str, Role], ...] = ()
) -> NewClaim:
    """Return an answer as a finding about to be kept, in these words."""
    question, result = asked.of_answer(answer, voices), results.of_answer(answer)
    return NewClaim(sentence, question, result, evidence)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A finding as listed; without question or result where a newer program stored them.

    A kept search without a hit is listed as well: that nothing was found is a finding.
    """

    number: int
    uid: str
    sentence: str
    question_uid: str
    asked: Asked | None
    result: Result | None
    kept_at: datetime | None
    coder_name: str
    evidence: tuple[tuple[str, Role], ...] = ()
    is_search: bool = False
    memos: tuple[str, ...] = ()  # what the analyst makes of it

    def coding_uids(self, role: Role) -> tuple[str, ...]:
        """Return the codings picked for a role."""
        return tuple(uid for uid, said in self.evidence if said == role)


def keep(session: Session, new: NewClaim) -> Changes:
    """Keep a sentence with the question it answers and what was found.

    Raises:
        RefusedChange: The sentence is empty, or this very finding is kept already.
    """
    sentence = _worded(new.sentence)
    question = asked.row(session, new.asked)
    for known in session.scalars(select(Claim).where(Claim.question_uid == question.uid)):
        if known.sentence == sentence:
            raise RefusedChange("This finding is kept already. See it under Findings.")
    columns = {
        "sentence": sentence,
        "question_uid": question.uid,
        "result": results.written(new.result),
        "checked_at": datetime.now(UTC),
        "state": KEPT,
    }
    here = session.get(Question, question.uid)
    claim = Row(Kind.CLAIM, new.uid, columns, {EVIDENCE: _evidence_rows(new.uid, new.evidence)})
    return ledger.put(session, "claim.keep", [claim] if here else [question, claim])


def reword(session: Session, uid: str, sentence: str) -> Changes:
    """Say a finding in other words.

    Raises:
        UnknownRecord: It is not in this project.
        RefusedChange: The sentence is empty.
    """
    ledger.known(session, Kind.CLAIM, uid)
    row = Row(Kind.CLAIM, uid, {"sentence": _worded(sentence)})
    return ledger.put(session, "claim.reword", [row])


def confirm(session: Session, uid: str, result: Result, sentence: str) -> Changes:
    """Keep what is found now in the place of what was found then, with its sentence.

    Raises:
        UnknownRecord: It is not in this project.
        RefusedChange: The sentence is empty.
    """
    ledger.known(session, Kind.CLAIM, uid)
    columns = {
        "sentence": _worded(sentence),
        "result": results.written(result),
        "checked_at": datetime.now(UTC),
    }
    return ledger.put(session, "claim.confirm", [Row(Kind.CLAIM, uid, columns)])


def mark(session: Session, uid: str, coding_uids: Sequence[str], role: Role | None) -> Changes:
    """Pick codings as examples or exceptions of a finding, or as neither.

    Raises:
        UnknownRecord: The finding or a coding is not in this project.
    """
    stored = ledger.known(session, Kind.CLAIM, uid)
    for coding_uid in coding_uids if role else ():
        if session.get(Coding, coding_uid) is None:
            raise UnknownRecord("This coding was removed from the project. Choose another.")
    here = [(str(row["coding_uid"]), str(row["role"])) for row in stored.children[EVIDENCE]]
    present = _present(session, [one for one, _ in here])
    kept = [pair for pair in here if present[pair[0]] not in coding_uids]
    kept += [(one, role) for one in coding_uids if role]
    row = Row(Kind.CLAIM, uid, {}, {EVIDENCE: _evidence_rows(uid, kept)})
    return ledger.put(session, "claim.evidence", [row])


def remove(session: Session, uid: str) -> Changes:
    """Take a finding away with its memos, and its question where no other rests on it.

    Raises:
        UnknownRecord: It is not in this project.
    """
    question_uid = str(ledger.known(session, Kind.CLAIM, uid).root["question_uid"])
    notes = session.scalars(
        select(Memo.uid).where(Memo.target_kind == Kind.CLAIM.value, Memo.target_uid == uid)
    ).all()
    changes = ledger.remove(session, "memo.remove", Kind.MEMO, notes)
    changes |= ledger.remove(session, "claim.remove", Kind.CLAIM, [uid])
    others = session.scalar(select(Claim.uid).where(Claim.question_uid == question_uid).limit(1))
    if others is None:
        changes |= ledger.remove(session, "claim.remove", Kind.QUESTION, [question_uid])
    return changes


def rows(session: Session) -> list[ClaimRow]:
    """Return the findings in the order in which they were kept."""
    picked: dict[str, list[tuple[str, Any]]] = {}
    evidence = session.execute(
        select(ClaimEvidence.claim_uid, ClaimEvidence.coding_uid, ClaimEvidence.role).order_by(
            ClaimEvidence.claim_uid, ClaimEvidence.role, ClaimEvidence.coding_uid
        )
    ).all()
    present = _present(session, [coding_uid for _, coding_uid, _ in evidence])
    for claim_uid, coding_uid, role in evidence:
        picked.setdefault(claim_uid, []).append((present[coding_uid], role))
    written: dict[str, list[str]] = {}
    for memo in session.scalars(
        select(Memo).where(Memo.target_kind == Kind.CLAIM.value).order_by(Memo.made_at, Memo.uid)
    ):
        written.setdefault(memo.target_uid or "", []).append(memo.text)
    found = session.execute(
        select(Claim, Question.definition, Coder.name)
        .join(Question, Question.uid == Claim.question_uid)
        .outerjoin(Coder, Coder.uid == Claim.made_by_uid)
        .order_by(Claim.made_at, Claim.uid)
    )
    return [
        ClaimRow(
            number,
            claim.uid,
            claim.sentence,
            claim.question_uid,
            asked.read(definition),
            results.read(claim.result),
            claim.checked_at,
            name or "",
            tuple(picked.get(claim.uid, ())),
            memos=tuple(written.get(claim.uid, ())),
        )
        for number, (claim, definition, name) in enumerate(found, start=1)
    ]


def _present(session: Session, coding_uids: Collection[str]) -> dict[str, str]:
    """Return for each coding the one that took its place when its document got another text."""
    found = {uid: uid for uid in coding_uids}
    while later := _twins(session, found.values()):
        found = {uid: later.get(now, now) for uid, now in found.items()}
    return found


def _twins(session: Session, coding_uids: Iterable[str]) -> dict[str, str]:
    query = select(Coding.moved_from_uid, Coding.uid).where(Coding.moved_from_uid.in_(coding_uids))
    return {before: uid for before, uid in session.execute(query) if before is not None}


def _worded(sentence: str) -> str:
    said = " ".join(sentence.split())
    if not said:
        raise RefusedChange("A finding needs a sentence. Type one.")
    return said


def _evidence_rows(uid: str, evidence: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Return the rows in the order in which they are read back."""
    return [
        {"claim_uid": uid, "coding_uid": coding_uid, "role": role}
        for coding_uid, role in sorted(evidence)
    ]
