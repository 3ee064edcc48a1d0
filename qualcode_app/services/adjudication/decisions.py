"""Decisions on places: what the consensus says, kept beside the work it was decided from.

The codings that were looked at stand in `adjudication_source` with a digest of what they said;
those that a decision made stand there too, with an empty digest: nothing of them was looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from functools import reduce
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.facets import Values
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.cases import Memo
from qualcode_app.models.codings import Adjudication, AdjudicationSource, Coding
from qualcode_app.models.history import Alias
from qualcode_app.services.adjudication import consensus, verdicts
from qualcode_app.services.adjudication.places import Place, Said
from qualcode_app.services.adjudication.verdicts import Judged, VerdictPlace
from qualcode_app.services.coding import area_codings, coding_rows, codings
from qualcode_app.services.coding.area_codings import NewAreaCoding
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.memos import memos
from qualcode_app.services.memos.memos import NewMemo, Target
from qualcode_app.services.registers import judgements
from qualcode_app.services.registers.judgements import Verdict
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

Outcome = Literal["accept", "both", "edit", "none", "discuss"]
Difference = Place | VerdictPlace


@dataclass(frozen=True, slots=True)
class Draft:
    """A coding that the consensus shall have."""

    code_uid: str
    anchor: TextAnchor
    values: Values = ()
    area: PageArea | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What shall hold on a place: codings, or a verdict on a proposition."""

    place: Difference
    outcome: Outcome
    drafts: tuple[Draft, ...] = ()
    verdict: Verdict | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A stored decision."""

    uid: str
    revision_uid: str
    anchor: TextAnchor
    outcome: str
    note: str
    seen: Mapping[str, str]  # what each coding said, as a digest
    made: tuple[str, ...]  # codings, or the verdict, of the consensus
    changed_at: datetime
    changed_by_uid: str

    def holds(self, place: Difference) -> bool:
        """Tell whether everybody still says what was decided upon."""
        return len(self.seen) == len(place.said) and all(
            self.seen.get(one.uid) == one.digest() for one in place.said
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """Decisions that a new one takes the place of, to be put back by undo."""

    decisions: tuple[Stored, ...]
    codings: tuple[codings.Kept, ...]
    verdicts: tuple[Stored, ...] = ()
    memo: Stored | None = None  # what was to be discussed


def accept(place: Difference, coder_uid: str) -> Decision:
    """Return the decision that what a coder says holds."""
    if isinstance(place, VerdictPlace):
        verdict = next((one.verdict for one in place.of_coder(coder_uid)), None)
        return Decision(place, "accept", verdict=verdict)
    return Decision(place, "accept", tuple(_draft(one) for one in place.of_coder(coder_uid)))


def both(place: Place) -> tuple[Draft, ...]:
    """Return every code that somebody put here, as far as anybody reached.

    Of the facets it keeps what all who used the code agree on.
    """
    by_code: dict[str, list[Said]] = defaultdict(list)
    for one in place.said:
        by_code[one.code_uid].append(one)
    return tuple(
        Draft(
            code,
            TextAnchor(min(one.anchor.start for one in own), max(one.anchor.end for one in own)),
            tuple(value for value in own[0].values if all(value in one.values for one in own)),
            _joined(own),
        )
        for code, own in by_code.items()
    )


def _joined(own: Sequence[Said]) -> PageArea | None:
    areas = [one.area for one in own if one.area is not None]
    return reduce(PageArea.joined, areas) if areas else None


def decided(session: Session, uids: Collection[str] | None = None) -> dict[str, Decided]:
    """Return decisions on places by uid; what was joined since goes by its new uid."""
    if uids is not None and not uids:
        return {}
    kinds = (Kind.CODING.value, Kind.JUDGEMENT.value)
    joined = select(Alias.from_uid, Alias.to_uid).where(Alias.kind.in_(kinds))
    now: dict[str, str] = {row.from_uid: row.to_uid for row in session.execute(joined)}
    chosen = select(Adjudication)
    sources = select(AdjudicationSource)
    if uids is not None:
        chosen = chosen.where(Adjudication.uid.in_(uids))
        sources = sources.where(AdjudicationSource.adjudication_uid.in_(uids))
    seen: dict[str, dict[str, str]] = defaultdict(dict)
    made: dict[str, list[str]] = defaultdict(list)
    for source in session.scalars(sources):
        if source.digest_seen:
            uid = now.get(source.coding_uid, source.coding_uid)
            seen[source.adjudication_uid][uid] = source.digest_seen
        else:
            made[source.adjudication_uid].append(source.coding_uid)
    return {
        row.uid: Decided(
            row.uid,
            row.revision_uid,
            TextAnchor(row.start_char, row.end_char),
            row.outcome,
            row.note,
            seen[row.uid],
            tuple(made[row.uid]),
            row.changed_at,
            row.changed_by_uid,
        )
        for row in session.scalars(chosen)
    }


def outcome(session: Session, decision: Decided) -> tuple[Draft | Judged, ...]:
    """Return what the consensus has said since a decision: codings, or a verdict."""
    if not decision.made:
        return ()
    rows = coding_rows.rows(
        session, revision_uid=decision.revision_uid, uids=decision.made, areas=True
    )
    found = judgements.rows(session, uids=decision.made)
    return (
        *(Draft(row.code_uid, row.anchor, row.values, row.area) for row in rows),
        *(Judged(row.uid, row.coder_uid, row.verdict) for row in found),
    )


def uid_of(place: Difference) -> str:
    """Return the uid of the decision on a place: who decides on the same codings makes the same."""
    return journal.derived_uid(
        place.revision_uid, f"adjudication {' '.join(sorted(place.members))}"
    )


def decide(session: Session, decision: Decision) -> Changes:
    """Store what holds on a place; an earlier decision on any of its codings gives way.

    Raises:
        RefusedChange: The outcome needs a coding or a note, or a verdict rests on what the
            consensus said before.
    """
    _check(decision)
    place = decision.place
    changes = consensus.ensure(session) | _clear(session, _on(session, place))
    if decision.outcome == "discuss":
        changes |= _ask(session, place, decision.note)
    made: list[str] = []
    if isinstance(place, VerdictPlace):
        if decision.verdict is not None:
            uid, stored = verdicts.store(session, place, decision.verdict)
            made, changes = [uid], changes | stored
    else:
        for draft in decision.drafts:
            new = new_coding(session, place, draft)
            made.append(new.uid)
            if session.get(Coding, new.uid) is None:
                changes |= _add(session, new)
    row = new_row(decision, made)
    journal.add_many(session, "adjudication.decide", [row])
    return changes | Changes.of(Kind.ADJUDICATION, added=[str(row.columns["uid"])])


def _add(session: Session, new: NewCoding | NewAreaCoding) -> Changes:
    if isinstance(new, NewCoding):
        return codings.add(session, new)
    return area_codings.add(session, new)


def keep(session: Session, place: Difference) -> Kept:
    """Return the decisions on a place with what they made, before another one is stored."""
    uids = _on(session, place)
    stored = aggregates.read(session.connection(), Kind.ADJUDICATION, uids)
    made = [uid for one in decided(session, uids).values() for uid in one.made]
    there = select(Coding.uid).where(Coding.uid.in_(made))
    kept = tuple(codings.keep(session, uid) for uid in (session.scalars(there) if made else ()))
    memo = aggregates.read_one(session.connection(), Kind.MEMO, _memo_uid(place))
    return Kept(tuple(stored.values()), kept, verdicts.kept(session, made), memo)


def take_back(session: Session, place: Difference, kept: Kept) -> Changes:
    """Undo a decision: what it made goes, what stood before comes back."""
    changes = _clear(session, _on(session, place))
    for coding in kept.codings:
        if session.get(Coding, coding.uid) is None:
            changes |= codings.put_back(session, coding)
    for stored in kept.verdicts:
        journal.put_back(session, "verdict.put_back", stored)
        changes |= Changes.of(Kind.JUDGEMENT, added=[stored.uid])
    for stored in kept.decisions:
        journal.put_back(session, "adjudication.put_back", stored)
        changes |= Changes.of(Kind.ADJUDICATION, added=[stored.uid])
    if kept.memo is not None:
        return changes | _ask(session, place, str(kept.memo.root["text"]))
    if session.get(Memo, _memo_uid(place)) is not None:
        changes |= memos.remove(session, _memo_uid(place))
    return changes


def _check(decision: Decision) -> None:
    makes = decision.outcome in {"accept", "both", "edit"}
    if makes and not decision.drafts and decision.verdict is None:
        raise RefusedChange("This coder said nothing here. Choose another one, or “none of these”.")
    if decision.outcome == "discuss" and not decision.note.strip():
        raise RefusedChange(
            "Nothing says what is to be discussed, so the others cannot follow. Write it in a few "
            "words."
        )


def _ask(session: Session, place: Difference, words: str) -> Changes:
    """Put what is to be discussed beside the place, where all memos are; it stays there."""
    uid = _memo_uid(place)
    if session.get(Memo, uid) is not None:
        return memos.change(session, uid, "question", words)
    target = Target("place", None, place.revision_uid, place.anchor)
    return memos.add(
        session, NewMemo(target, "question", journal.pen(session).author_uid, words, uid)
    )


def _memo_uid(place: Difference) -> str:
    return journal.derived_uid(uid_of(place), "memo")


def _draft(said: Said) -> Draft:
    return Draft(said.code_uid, said.anchor, said.values, said.area)


def new_coding(session: Session, place: Place, draft: Draft) -> NewCoding | NewAreaCoding:
    """Return a coding of the consensus; the same place and code always gives the same uid."""
    if draft.area is not None:
        sides = " ".join(f"{side:.2f}" for side in astuple(draft.area))
        return NewAreaCoding(
            place.revision_uid,
            consensus.round_uid(session),
            consensus.coder_uid(session),
            draft.code_uid,
            draft.area,
            journal.derived_uid(place.revision_uid, f"consensus {draft.code_uid} area {sides}"),
            draft.values,
            "consensus",
        )
    name = f"consensus {draft.code_uid} {draft.anchor.start} {draft.anchor.end}"
    return NewCoding(
        place.revision_uid,
        consensus.round_uid(session),
        consensus.coder_uid(session),
        draft.code_uid,
        draft.anchor,
        origin="consensus",
        uid=journal.derived_uid(place.revision_uid, name),
        values=draft.values,
    )


def new_row(decision: Decision, made: Sequence[str]) -> NewRow:
    """Return a decision with what it rests on and what it made, to be stored."""
    place = decision.place
    uid = uid_of(place)
    columns: dict[str, Any] = {
        "uid": uid,
        "revision_uid": place.revision_uid,
        "start_char": place.anchor.start,
        "end_char": place.anchor.end,
        "code_uid": place.code_uid,
        "outcome": decision.outcome,
        "note": decision.note.strip(),
    }
    seen = {one.uid: one.digest() for one in place.said} | dict.fromkeys(made, "")
    sources = [
        {"adjudication_uid": uid, "coding_uid": coding, "digest_seen": said}
        for coding, said in sorted(seen.items())
    ]
    return NewRow(Kind.ADJUDICATION, columns, {"adjudication_source": sources})


def _on(session: Session, place: Difference) -> list[str]:
    """Return the decisions that rest on a coding of a place, under any name it had."""
    old = session.scalars(select(Alias.from_uid).where(Alias.to_uid.in_(place.members))).all()
    looked_at = select(AdjudicationSource.adjudication_uid).where(
        AdjudicationSource.coding_uid.in_([*place.members, *old])
    )
    return list(session.scalars(looked_at.distinct()))


def _clear(session: Session, uids: Collection[str]) -> Changes:
    """Take decisions away with what only they made."""
    if not uids:
        return Changes()
    made = {uid for one in decided(session, uids).values() for uid in one.made}
    shared = set(
        session.scalars(
            select(AdjudicationSource.coding_uid).where(
                AdjudicationSource.coding_uid.in_(made),
                AdjudicationSource.adjudication_uid.not_in(uids),
            )
        )
    )
    there = session.scalars(select(Coding.uid).where(Coding.uid.in_(made - shared))).all()
    changes = Changes.of(Kind.ADJUDICATION, removed=uids)
    for uid in uids:
        journal.remove(session, "adjudication.take_back", Kind.ADJUDICATION, uid)
    for uid in there:
        changes |= codings.remove(session, uid)
    return changes | verdicts.remove(session, sorted(made - shared))
