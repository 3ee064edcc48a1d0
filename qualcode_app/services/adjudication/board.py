"""All places of a project with what was decided on them: what the work space leads through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import PageArea, TextAnchor
from qualcode_app.domain.errors import TooFewCoders
from qualcode_app.models.codings import Coding, CodingArea, CodingHole
from qualcode_app.models.documents import Document, Page
from qualcode_app.models.people import Coder, ReadingStatus
from qualcode_app.services.adjudication import decisions, places, verdicts
from qualcode_app.services.adjudication.decisions import Decided, Difference
from qualcode_app.services.adjudication.places import Said
from qualcode_app.services.agreement import reliability
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets


class State(StrEnum):
    """How far a place is."""

    OPEN = "open"
    DISCUSS = "discuss"
    DECIDED = "decided"
    CHANGED = "changed"  # decided once; a coding on it was made, changed or removed since


@dataclass(frozen=True, slots=True)
class Wish:
    """What is compared.

    Args:
        round_uid: The round; the newest independent one that holds work when empty.
        all_read: Take silence as a finding also where a theme is not marked as read.
    """

    round_uid: str = ""
    all_read: bool = False


class Board:
    """Places and decisions, kept in step by naming decisions that were made or taken back."""

    def __init__(self, found: Iterable[Difference], decided: Mapping[str, Decided]) -> None:
        self.places = tuple(found)
        self.differences = tuple(place for place in self.places if place.kinds)
        self._place_of = {uid: place for place in self.places for uid in place.members}
        self._decided: dict[str, Decided] = {}
        self._by_coding: dict[str, set[str]] = defaultdict(set)  # decisions that rest on it
        self._states = {place.members: State.OPEN for place in self.places}
        self._settled: tuple[set[frozenset[str]], ...] = (set(), set())  # equal, different
        self.patch(decided, ())

    @property
    def equal(self) -> tuple[Difference, ...]:
        """The places that all coders agree on and that were not taken over yet."""
        return tuple(
            place
            for place in self.places
            if not place.kinds and self.state(place) is not State.DECIDED
        )

    @property
    def n_equal(self) -> int:
        """How many places all agree on that were not taken over yet; counted as they change."""
        return len(self.places) - len(self.differences) - len(self._settled[False])

    @property
    def n_decided(self) -> int:
        """How many differences are settled."""
        return len(self._settled[True])

    def decision(self, place: Difference) -> Decided | None:
        """Return the decision on a place; it stands while everybody says the same as then."""
        return next((one for one in self._about(place) if one.holds(place)), None)

    def earlier(self, place: Difference) -> Decided | None:
        """Return a decision that rests on other codings than there are now."""
        found = self._about(place)
        return None if any(one.holds(place) for one in found) else next(iter(found), None)

    def state(self, place: Difference) -> State:
        """Return how far a place is."""
        return self._states.get(place.members, State.OPEN)

    def place_of(self, uid: str) -> Difference | None:
        """Return the place of a coding or verdict; None where it is compared with nothing."""
        return self._place_of.get(uid)

    def patch(self, now: Mapping[str, Decided], removed: Collection[str]) -> None:
        """Take in decisions that were made, changed or taken back."""
        touched: dict[frozenset[str], Difference] = {}
        for uid in (*removed, *now):
            if (before := self._decided.pop(uid, None)) is not None:
                for coding in before.seen:
                    self._by_coding[coding].discard(uid)
                    touched |= self._places_of(coding)
        for uid, decided in now.items():
            self._decided[uid] = decided
            for coding in decided.seen:
                self._by_coding[coding].add(uid)
                touched |= self._places_of(coding)
        for members, place in touched.items():
            state = self._states[members] = self._found(place)
            settled = self._settled[bool(place.kinds)]
            (settled.add if state is State.DECIDED else settled.discard)(members)

    def _places_of(self, coding_uid: str) -> dict[frozenset[str], Difference]:
        place = self._place_of.get(coding_uid)
        return {} if place is None else {place.members: place}

    def _about(self, place: Difference) -> list[Decided]:
        uids = sorted({uid for one in place.said for uid in self._by_coding.get(one.uid, ())})
        return [self._decided[uid] for uid in uids]

    def _found(self, place: Difference) -> State:
        found = self.decision(place)
        if found is None:
            return State.CHANGED if self._about(place) else State.OPEN
        return State.DISCUSS if found.outcome == "discuss" else State.DECIDED


def read(session: Session, wish: Wish | None = None) -> Board:
    """Return the places of all documents that count.

    Raises:
        RefusedChange: Fewer than two coders worked in the round.
    """
    wish = wish or Wish()
    round_uid = wish.round_uid or reliability.newest_round(session, "independent")
    coders = _coders(session, round_uid)
    family = {row.uid: row.family_uid for row in codebook.rows(session, retired=True)}
    read_ = _read(session, round_uid)
    judged: defaultdict[str, list[Difference]] = defaultdict(list)
    for one in verdicts.places(session, round_uid, coders):
        judged[one.document_uid].append(one)
    found: list[Difference] = []
    for document_uid, revision_uid in session.execute(
        select(Document.uid, Document.current_revision_uid)
        .where(Document.corpus != "out", Document.current_revision_uid.is_not(None))
        .order_by(Document.position, Document.title, Document.uid)
    ):
        done = read_[document_uid]

        def counts(coder: str, code: str, done: Collection[tuple[str, str]] = done) -> bool:
            return wish.all_read or (coder, family.get(code, "")) in done

        said = _said(session, str(revision_uid), round_uid, coders)
        found += places.places(document_uid, str(revision_uid), said, coders, counts)
        found += judged[document_uid]
    return Board(found, decisions.decided(session))


def _coders(session: Session, round_uid: str) -> list[str]:
    """Return the people who worked in a round, in the order they joined."""
    worked = select(Coding.coder_uid).where(Coding.round_uid == round_uid)
    read_ = select(ReadingStatus.coder_uid).where(ReadingStatus.round_uid == round_uid)
    coders = list(
        session.scalars(
            select(Coder.uid)
            .where(Coder.kind == "human", Coder.uid.in_(worked.union(read_)))
            .order_by(Coder.made_at, Coder.uid)
        )
    )
    if len(coders) < 2:
        raise TooFewCoders(
            "Adjudication needs the work of two coders; this round has {n}. Merge another "
            "coder's file first.",
            n=len(coders),
        )
    return coders


def _read(session: Session, round_uid: str) -> defaultdict[str, set[tuple[str, str]]]:
    """Return coder and family of everything that is read, by document."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for document, coder, family in session.execute(
        select(ReadingStatus.document_uid, ReadingStatus.coder_uid, ReadingStatus.family_uid).where(
            ReadingStatus.round_uid == round_uid, ReadingStatus.state == "done"
        )
    ):
        found[document].add((coder, family))
    return found


def _said(
    session: Session, revision_uid: str, round_uid: str, coders: Collection[str]
) -> list[Said]:
    rows = session.execute(
        select(
            Coding.uid, Coding.coder_uid, Coding.code_uid, Coding.start_char, Coding.end_char
        ).where(
            Coding.revision_uid == revision_uid,
            Coding.round_uid == round_uid,
            Coding.coder_uid.in_(coders),
            Coding.kind == "text",
        )
    ).all()
    holes: defaultdict[str, list[TextAnchor]] = defaultdict(list)
    for uid, start, end in session.execute(
        select(CodingHole.coding_uid, CodingHole.start_char, CodingHole.end_char)
        .join(Coding, Coding.uid == CodingHole.coding_uid)
        .where(Coding.revision_uid == revision_uid)
        .order_by(CodingHole.coding_uid, CodingHole.start_char)
    ):
        holes[uid].append(TextAnchor(start, end))
    areas = _areas(session, revision_uid, round_uid, coders)
    uids = {row.uid for row in (*rows, *areas)}
    values = facets.values_of(session, uids, revision_uid=revision_uid)
    text = [
        Said(
            row.uid,
            row.coder_uid,
            row.code_uid,
            TextAnchor(row.start_char, row.end_char),
            tuple(holes[row.uid]) if row.uid in holes else (),
            values.get(row.uid, ()),
        )
        for row in rows
    ]
    return text + [
        Said(
            row.uid,
            row.coder_uid,
            row.code_uid,
            TextAnchor(row.start_char, row.start_char + 1),
            (),
            values.get(row.uid, ()),
            PageArea(row.number, row.x0_pt, row.y0_pt, row.x1_pt, row.y1_pt),
        )
        for row in areas
    ]


def _areas(
    session: Session, revision_uid: str, round_uid: str, coders: Collection[str]
) -> Sequence[Any]:
    """Return the coded areas, each with the place in the text where its page begins."""
    box = CodingArea
    return session.execute(
        select(
            Coding.uid,
            Coding.coder_uid,
            Coding.code_uid,
            Page.number,
            Page.start_char,
            *(box.x0_pt, box.y0_pt, box.x1_pt, box.y1_pt),
        )
        .join(box, (box.coding_uid == Coding.uid) & (box.ordinal == 1))
        .join(Page, (Page.revision_uid == Coding.revision_uid) & (Page.number == box.page_number))
        .where(
            Coding.revision_uid == revision_uid,
            Coding.round_uid == round_uid,
            Coding.coder_uid.in_(coders),
            Coding.kind == "area",
        )
    ).all()
