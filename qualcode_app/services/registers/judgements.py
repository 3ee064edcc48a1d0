"""A coder's verdict on a proposition for a document, and the rules it has to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models.documents import Document
from qualcode_app.models.registers import (
    Judgement,
    JudgementEvidence,
    JudgementPart,
    JudgementValue,
    Proposition,
    SearchRun,
)
from qualcode_app.services.coding.reading import Reading
from qualcode_app.services.registers import propositions, rules
from qualcode_app.services.registers.propositions import NOT_APPLICABLE, OPEN, PropositionRow
from qualcode_app.services.registers.rules import Said
from qualcode_app.services.search import search_runs
from qualcode_app.services.search.search_runs import NewRun
from qualcode_app.services.store import journal

_COLUMNS = (
    *("uid", "coder_uid", "round_uid", "document_uid", "proposition_uid", "option_key"),
    *("missing_part", "note", "search_run_uid"),
)


@dataclass(frozen=True, slots=True)
class Number:
    """What the document fills in: a value, a range or only a year."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    year: int | None = None
    kind: str = ""

    def __str__(self) -> str:
        values = [format(v.normalize(), "f") for v in (self.minimum, self.maximum) if v is not None]
        said = [f"{'–'.join(dict.fromkeys(values))} {self.unit}".strip()]
        said += [str(self.year)] if self.year is not None else []
        return ", ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that a coder says of a proposition in a document; the default says nothing yet."""

    option_key: str = OPEN
    met: frozenset[str] = frozenset()  # letters of the parts that are met
    missing: str = ""
    note: str = ""
    numbers: tuple[Number, ...] = ()
    evidence: frozenset[str] = frozenset()  # uids of codings
    search_run_uid: str | None = None


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A stored verdict with its place."""

    uid: str
    coder_uid: str
    round_uid: str
    document_uid: str
    proposition_uid: str
    verdict: Verdict = field(default_factory=Verdict)


def uid_of(reading: Reading, proposition_uid: str) -> str:
    """Return the uid that everybody makes for this judgement."""
    place = f"verdict {reading.round_uid} {reading.coder_uid} {proposition_uid}"
    return journal.derived_uid(reading.document_uid, place)


def get(session: Session, reading: Reading, proposition_uid: str) -> Verdict:
    """Return what a coder said so far; the default when that is nothing."""
    found = rows(session, uids=[_uid_here(session, reading, proposition_uid)])
    return found[0].verdict if found else Verdict()


def judge(
    session: Session,
    reading: Reading,
    proposition_uid: str,
    verdict: Verdict,
    run: NewRun | None = None,
) -> Changes:
    """Store a verdict once it keeps the rules; one that says nothing is taken away.

    Args:
        session: Where to write.
        reading: Whose verdict it is, in which round, on which document.
        proposition_uid: What is judged.
        verdict: All that is said of it; what was said before is replaced.
        run: The search for its keywords, to be logged with it.

    Raises:
        UnknownRecord: The proposition, document or a piece of evidence is not in this project.
        RefusedChange: A rule is broken; the sentence says which and what to do.
    """
    row = propositions.proposition(session, proposition_uid)
    changes = Changes()
    if run is not None and session.get(SearchRun, run.uid) is None:
        changes = search_runs.keep(session, run)
    rules.check(session, reading, row, _said(verdict))
    return changes | write(session, reading, row, verdict)


def write(session: Session, reading: Reading, row: PropositionRow, verdict: Verdict) -> Changes:
    """Store a verdict whose rules somebody kept already.

    Raises:
        UnknownRecord: The document is not in this project.
    """
    document = session.get(Document, reading.document_uid)
    if document is None or document.current_revision_uid is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    changes = Changes()
    uid = _uid_here(session, reading, row.uid)
    known = session.get(Judgement, uid) is not None
    if verdict == Verdict():
        if known:
            journal.remove(session, "verdict.remove", Kind.JUDGEMENT, uid)
            changes |= Changes.of(Kind.JUDGEMENT, removed=[uid])
        return changes
    said = {
        "revision_uid": document.current_revision_uid,
        "option_key": verdict.option_key,
        "missing_part": " ".join(verdict.missing.split()),
        "note": verdict.note.strip(),
        "search_run_uid": verdict.search_run_uid,
    }
    children = _children(uid, row, verdict)
    if known:
        if journal.change(session, "verdict.set", Kind.JUDGEMENT, uid, said, children):
            changes |= Changes.of(Kind.JUDGEMENT, changed=[uid])
        return changes
    place = {
        "uid": uid,
        "round_uid": reading.round_uid,
        "coder_uid": reading.coder_uid,
        "document_uid": reading.document_uid,
        "proposition_uid": row.uid,
        "code_uid": None,
    }
    journal.add(session, "verdict.set", Kind.JUDGEMENT, {**place, **said}, children)
    return changes | Changes.of(Kind.JUDGEMENT, added=[uid])


def offers(session: Session, reading: Reading, proposition_uid: str) -> list[PropositionRow]:
    """Return the opposites of a chosen proposition that are still open: not applicable fits."""
    row = propositions.proposition(session, proposition_uid)
    option = row.scale.option(get(session, reading, proposition_uid).option_key)
    if option is None or not option.needs_evidence or option.rank in {None, 0}:
        return []
    open_ = [uid for uid in row.opposites if get(session, reading, uid).option_key == OPEN]
    found = [propositions.proposition(session, uid) for uid in open_]
    fits = [row for row in found if row.scale.option(NOT_APPLICABLE) is not None]
    return sorted(fits, key=lambda row: row.key)


def rows(
    session: Session,
    *,
    register_uid: str | None = None,
    coder_uid: str | None = None,
    document_uid: str | None = None,
    round_uid: str | None = None,
    uids: Collection[str] | None = None,
) -> list[VerdictRow]:
    """Return stored verdicts on propositions, by document and in the order of the register."""
    places = _places(session, register_uid) if uids is None else {}
    query = select(*(getattr(Judgement, name) for name in _COLUMNS))
    # Not joined: from the propositions on, every judgement would be looked at for each of them.
    asked = select(Proposition.uid)
    if register_uid is not None:
        asked = asked.where(Proposition.register_uid == register_uid)
    query = query.where(Judgement.proposition_uid.in_(asked))
    for column, value in (
        (Judgement.coder_uid, coder_uid),
        (Judgement.document_uid, document_uid),
        (Judgement.round_uid, round_uid),
    ):
        if value is not None:
            query = query.where(column == value)
    if uids is not None:
        query = query.where(Judgement.uid.in_(uids))
    wanted = query.with_only_columns(Judgement.uid)
    met = _by_judgement(session, JudgementPart, wanted)
    evidence = _by_judgement(session, JudgementEvidence, wanted)
    values = _by_judgement(session, JudgementValue, wanted)
    found = []
    for uid, coder, round_, document, proposition, option, missing, note, run in session.execute(
        query
    ):
        verdict = Verdict(
            option,
            frozenset(part.letter for part in met[uid] if part.met),
            missing,
            note,
            tuple(_number(value) for value in values[uid]),
            frozenset(each.coding_uid for each in evidence[uid]),
            run,
        )
        found.append(VerdictRow(uid, coder, round_, document, proposition, verdict))
    found.sort(
        key=lambda one: (one.document_uid, places.get(one.proposition_uid, 0), one.coder_uid)
    )
    return found


def _uid_here(session: Session, reading: Reading, proposition_uid: str) -> str:
    """Return the uid of a judgement: another one where two identities were joined."""
    there = select(Judgement.uid).where(
        Judgement.coder_uid == reading.coder_uid,
        Judgement.round_uid == reading.round_uid,
        Judgement.document_uid == reading.document_uid,
        Judgement.proposition_uid == proposition_uid,
    )
    return session.scalar(there) or uid_of(reading, proposition_uid)


def _places(session: Session, register_uid: str | None) -> dict[str, int]:
    """Return the place of each proposition in its register."""
    query = select(Proposition.uid).order_by(Proposition.position, Proposition.uid)
    if register_uid is not None:
        query = query.where(Proposition.register_uid == register_uid)
    return {uid: number for number, uid in enumerate(session.scalars(query))}


def _said(verdict: Verdict) -> Said:
    return Said(
        verdict.option_key,
        verdict.met,
        verdict.missing.strip(),
        bool(verdict.numbers),
        verdict.evidence,
        verdict.search_run_uid,
    )


def _by_judgement(session: Session, model: Any, wanted: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in session.scalars(select(model).where(model.judgement_uid.in_(wanted))):
        found[row.judgement_uid].append(row)
    return found


def _number(row: JudgementValue) -> Number:
    return Number(row.value_min, row.value_max, row.unit or "", row.year, row.number_kind or "")


def _children(uid: str, row: PropositionRow, verdict: Verdict) -> dict[str, list[dict[str, Any]]]:
    letters = [part.letter for part in row.parts]
    if unknown := sorted(verdict.met - set(letters)):
        raise RefusedChange(
            "{key} has no part {letters}. Choose among its own parts.", key=row.key, letters=unknown
        )
    return {
        "judgement_part": [
            {"judgement_uid": uid, "letter": letter, "met": letter in verdict.met}
            for letter in letters
        ],
        "judgement_evidence": [
            {"judgement_uid": uid, "coding_uid": coding} for coding in sorted(verdict.evidence)
        ],
        "judgement_value": [
            {
                "judgement_uid": uid,
                "ordinal": ordinal,
                "value_min": number.minimum,
                "value_max": number.maximum,
                "unit": number.unit or None,
                "object": None,
                "base": None,
                "number_kind": number.kind or None,
                "year": number.year,
            }
            for ordinal, number in enumerate(verdict.numbers, start=1)
        ],
    }
