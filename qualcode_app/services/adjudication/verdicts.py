"""Verdicts on propositions: where coders judged a document differently, and what holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.content import digest
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.models import aggregates
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document
from qualcode_app.models.registers import Judgement
from qualcode_app.services.adjudication import consensus
from qualcode_app.services.adjudication import places as texts
from qualcode_app.services.registers import judgements, propositions
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.registers.propositions import OPEN, PropositionRow
from qualcode_app.services.store import journal

_NOWHERE = TextAnchor(0, 1)  # of a verdict without evidence: the beginning of the document


@dataclass(frozen=True, slots=True)
class Judged:
    """A coder's verdict as adjudication sees it."""

    uid: str
    coder_uid: str
    verdict: Verdict

    @property
    def essence(self) -> tuple[str, frozenset[str], tuple[str, ...]]:
        """What is compared: the verdict, the parts that are met, and the numbers."""
        numbers = tuple(str(number) for number in self.verdict.numbers)
        return self.verdict.option_key, self.verdict.met, numbers

    def digest(self) -> str:
        """Return what a decision rests on."""
        option, met, numbers = self.essence
        return digest(
            {"coder": self.coder_uid, "said": option, "met": [*sorted(met)], "numbers": [*numbers]}
        )


@dataclass(frozen=True)
class VerdictPlace:
    """A proposition that at least two coders judged in one document."""

    document_uid: str
    revision_uid: str
    anchor: TextAnchor  # of the first piece of evidence
    said: tuple[Judged, ...]
    coder_uids: tuple[str, ...]
    proposition: PropositionRow
    n_differing: int = 0  # characters: a verdict has none

    @cached_property
    def kinds(self) -> frozenset[texts.Kind]:
        """In what the coders differ."""
        same = len({one.essence for one in self.said}) == 1
        return frozenset() if same else frozenset({texts.Kind.VERDICT})

    @property
    def members(self) -> frozenset[str]:
        """The uids of the verdicts."""
        return frozenset(one.uid for one in self.said)

    @property
    def area(self) -> None:
        """No area: a verdict is about the document."""
        return None

    @property
    def code_uid(self) -> str | None:
        """No code: a verdict is about a proposition."""
        return None

    def of_coder(self, coder_uid: str) -> tuple[Judged, ...]:
        """Return what a coder says."""
        return tuple(one for one in self.said if one.coder_uid == coder_uid)


def places(session: Session, round_uid: str, coder_uids: Sequence[str]) -> Iterator[VerdictPlace]:
    """Yield every proposition with the verdicts of two or more coders, by document."""
    order = {uid: number for number, uid in enumerate(coder_uids)}
    by_place: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for row in judgements.rows(session):
        is_open = row.verdict.option_key == OPEN
        if row.round_uid == round_uid and row.coder_uid in order and not is_open:
            place = (row.document_uid, row.proposition_uid)
            by_place[place].append(Judged(row.uid, row.coder_uid, row.verdict))
    known = {
        proposition.uid: proposition
        for register in (propositions.registers(session) if by_place else ())
        for proposition in propositions.rows(session, register.uid)
    }
    revisions: dict[str, str | None] = {
        row.uid: row.current_revision_uid
        for row in session.execute(select(Document.uid, Document.current_revision_uid))
    }
    for (document, uid), said in by_place.items():
        revision = revisions[document]
        if len(said) > 1 and revision is not None and uid in known:
            said.sort(key=lambda one: order[one.coder_uid])
            anchor = _evidence(session, said)
            people = tuple(one.coder_uid for one in said)
            yield VerdictPlace(document, revision, anchor, tuple(said), people, known[uid])


def store(session: Session, place: VerdictPlace, verdict: Verdict) -> tuple[str, Changes]:
    """Let the consensus say a verdict; returns its uid and what was changed.

    The rules were checked when a coder said it; that the consensus read the document itself
    is not asked.

    Raises:
        RefusedChange: The scale has no such verdict, or it needs evidence and has none.
    """
    option = place.proposition.scale.option(verdict.option_key)
    if option is None or (option.needs_evidence and not verdict.evidence):
        raise RefusedChange(
            "No coder linked evidence that this verdict could rest on. Choose another one."
        )
    reading = consensus.reading(session, place.document_uid)
    uid = judgements.uid_of(reading, place.proposition.uid)
    return uid, judgements.write(session, reading, place.proposition, verdict)


def with_all_evidence(place: VerdictPlace, option_key: str) -> Verdict:
    """Return a verdict of the consensus' own, resting on what anybody linked."""
    found = [one.verdict for one in place.said]
    same = next((one for one in found if one.option_key == option_key), Verdict())
    evidence = frozenset(uid for one in found for uid in one.evidence)
    return replace(same, option_key=option_key, evidence=evidence)


def remove(session: Session, uids: Sequence[str]) -> Changes:
    """Take verdicts of the consensus away."""
    there = session.scalars(select(Judgement.uid).where(Judgement.uid.in_(uids))).all()
    for uid in there:
        journal.remove(session, "verdict.remove", Kind.JUDGEMENT, uid)
    return Changes.of(Kind.JUDGEMENT, removed=there) if there else Changes()


def kept(session: Session, uids: Sequence[str]) -> tuple[aggregates.Stored, ...]:
    """Return verdicts of the consensus, to be put back by undo."""
    return tuple(aggregates.read(session.connection(), Kind.JUDGEMENT, uids).values())


def _evidence(session: Session, said: Sequence[Judged]) -> TextAnchor:
    uids = {uid for one in said for uid in one.verdict.evidence}
    row = session.execute(
        select(Coding.start_char, Coding.end_char)
        .where(Coding.uid.in_(uids), Coding.kind == "text")
        .order_by(Coding.start_char)
        .limit(1)
    ).first()
    return TextAnchor(row.start_char, row.end_char) if row is not None else _NOWHERE
