"""What the guids of a file are called in the project: codes, coders, rounds, and taken places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost, Mended
from qualcode_app.domain.qda_project import QdaUser
from qualcode_app.models.codings import Coding, CodingArea
from qualcode_app.models.people import Coder
from qualcode_app.services.exchange.bringing import present
from qualcode_app.services.exchange.in_codes import Codes
from qualcode_app.services.exchange.own_notes import OwnRows
from qualcode_app.services.store import journal, people
from qualcode_app.services.store.journal import NewRow

UNKNOWN = "Unknown coder"
_ORIGINS = frozenset({"hand", "unit", "search", "in_vivo", "import", "moved", "consensus"})
_PLACE = ("coder_uid", "round_uid", "code_uid", "revision_uid", "start_char", "end_char")
_PRIMARY = ("coder_uid", "round_uid", "revision_uid", "start_char", "end_char")
Place = tuple[Any, ...]


@dataclass(slots=True)
class Names:
    """Looks up what stands for what, and makes coders who are not here yet."""

    session: Session
    own: OwnRows
    users: Mapping[str, QdaUser]
    same: dict[str, str]  # uids of our own file that another uid stands for here
    codes: Mapping[str, str] = field(default_factory=dict)  # uid here by guid
    digests: Mapping[str, str] = field(default_factory=dict)  # of codes, by uid
    code_names: Mapping[str, str] = field(default_factory=dict)
    codings_here: set[str] = field(default_factory=set)
    coding_guids: set[str] = field(default_factory=set)  # of the file
    facets: set[str] = field(default_factory=set)
    coder_rows: dict[str, NewRow] = field(default_factory=dict)
    coder_names: dict[str, str] = field(default_factory=dict)
    taken: set[Place] = field(default_factory=set)
    primary: set[Place] = field(default_factory=set)
    findings: list[Lost | Mended] = field(default_factory=list)
    _coders: dict[str, str] = field(default_factory=dict)
    _rounds: set[str] = field(default_factory=set)
    _round: str = ""

    def __post_init__(self) -> None:
        everybody = self.session.execute(select(Coder.uid, Coder.name)).all()
        self.coder_names = {row.uid: row.name for row in everybody}
        rounds = people.rounds(self.session)
        known = {(row.number, row.title, row.kind): row.uid for row in rounds}
        self._rounds = set(known.values())
        for uid, row in self.own.of(Kind.ROUND).items():
            said = row.root["number"], row.root["title"], row.root["kind"]
            if said in known and known[said] != uid:
                self.same[uid] = known[said]
            self._rounds.add(uid)
        self._round = rounds[0].uid
        for guid in self.own.of(Kind.CODER):
            self.coder(guid)

    @property
    def user_names(self) -> dict[str, str]:
        """What the coders are called in the file."""
        return {guid: one.name for guid, one in self.users.items()}

    def coder(self, guid: str) -> str:
        """Return who a user of the file is here; nobody known becomes "Unknown coder".

        The same uid is the same person; else the same name is.
        """
        if guid not in self._coders:
            self._coders[guid] = self._found_coder(guid)
        return self._coders[guid]

    def round(self, said: object) -> str:
        """Return the round of a coding: what our own file says, else the project's first."""
        usual = self.own.usual.get("round_uid")
        for uid in (said, usual):
            if isinstance(uid, str) and uid in self._rounds:
                return self.same.get(uid, uid)
        return self._round

    def origin(self, said: object) -> str:
        """Return how a coding was made."""
        for word in (said, self.own.usual.get("origin")):
            if isinstance(word, str) and word in _ORIGINS:
                return word
        return "import"

    def know_codes(self, codes: Codes, codings_here: set[str], coding_guids: set[str]) -> None:
        """Learn what the codes are here, and which of these codings need not come in."""
        self.codes, self.digests, self.code_names = codes.uids, codes.digests, codes.names
        self.codings_here, self.coding_guids = codings_here, coding_guids

    def has_coding(self, uid: str) -> bool:
        """Tell whether a coding is here, or was deleted here; also one whose guid stood twice."""
        if uid in self.codings_here:
            return True
        return uid not in self.coding_guids and bool(present(self.session, Kind.CODING, [uid]))

    def know_revision(self, revision_uid: str) -> None:
        """Learn which places of a text that is here have a coding."""
        query = select(Coding.__table__).where(
            Coding.revision_uid == revision_uid, Coding.kind == "text"
        )
        for row in self.session.execute(query).mappings():
            said = dict(row)
            self.taken.add(place_of(said))
            if said["is_primary"]:
                self.primary.add(primary_of(said))
        areas = (
            select(Coding.__table__, CodingArea.__table__)
            .join(CodingArea, CodingArea.coding_uid == Coding.uid)
            .where(Coding.revision_uid == revision_uid)
        )
        for row in self.session.execute(areas).mappings():
            said = dict(row)
            self.taken.add(area_of(said, said))

    def _found_coder(self, guid: str) -> str:
        if guid in self.coder_names:
            return guid
        user = self.users.get(guid)
        name = user.name if user is not None and user.name else UNKNOWN
        by_name = {known.casefold(): uid for uid, known in self.coder_names.items()}
        uid = by_name.get(name.casefold())
        if uid is not None:
            if guid in self.own.of(Kind.CODER):
                self.same[guid] = uid
            return uid
        known_user = user is not None and user.name
        uid = guid if known_user else self._unknown_uid()
        self.coder_names[uid] = name
        own = self.own.of(Kind.CODER).get(uid)
        if own is not None:
            columns = {key: value for key, value in own.root.items() if key != "stamp"}
            self.coder_rows[uid] = NewRow(Kind.CODER, columns, {})
            return uid
        initials = user.initials if user is not None and user.initials else people.initials(name)
        colour = people.COLOURS[len(self.coder_names) % len(people.COLOURS)]
        self.coder_rows[uid] = NewRow(
            Kind.CODER,
            {
                "uid": uid,
                "name": name,
                "initials": initials[:8],
                "colour": colour,
                "kind": "human",
            },
            {},
        )
        return uid

    def _unknown_uid(self) -> str:
        return journal.derived_uid(journal.pen(self.session).study_uid, "unknown coder")


def place_of(columns: Mapping[str, Any]) -> Place:
    """Return what must be unique of a coding of text."""
    return tuple(columns[name] for name in _PLACE)


def area_of(columns: Mapping[str, Any], area: Mapping[str, Any]) -> Place:
    """Return what is the same of an area that came twice: to a point of the page."""
    box = (round(area[side]) for side in ("x0_pt", "y0_pt", "x1_pt", "y1_pt"))
    return (*(columns[name] for name in _PLACE[:4]), area["page_number"], *box)


def primary_of(columns: Mapping[str, Any]) -> Place:
    """Return what must be unique of a primary coding."""
    return tuple(columns[name] for name in _PRIMARY)
