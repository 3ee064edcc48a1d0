"""What was decided on the places where coders differ, as a sheet: what each said, what holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qualcode_app.domain.errors import RefusedChange
from qualcode_app.domain.snapshot import Cell, Column, Table
from qualcode_app.domain.terms import heading
from qualcode_app.services.adjudication import board, decisions
from qualcode_app.services.adjudication.board import Board, State, Wish
from qualcode_app.services.adjudication.decisions import Decided, Difference
from qualcode_app.services.adjudication.verdicts import VerdictPlace
from qualcode_app.services.coding import coding_rows
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.coding.facet_columns import FacetColumns
from qualcode_app.services.documents import documents
from qualcode_app.services.registers import judgements
from qualcode_app.services.registers.judgements import VerdictRow
from qualcode_app.services.store import people
from qualcode_app.services.store.people import CoderRow

_KINDS = {
    "only": "not by all",
    "boundary": "boundary",
    "code": "code",
    "facet": "facets",
    "verdict": "verdict",
}
_OUTCOMES = {
    "accept": "Taken as one coder has it",
    "both": "All codes hold",
    "edit": "Settled in another way",
    "none": "None of these holds",
    "discuss": "To be discussed",
}
_STATES = {
    State.DECIDED: "decided",
    State.DISCUSS: "to discuss",
    State.CHANGED: "changed since the decision",
    State.OPEN: "changed since the decision",  # nothing of it is left to be compared
}
_QUOTE_MAX = 300


@dataclass(frozen=True, slots=True)
class _Words:
    """What decisions rest on and what they made, by uid."""

    codings: Mapping[str, CodingRow]
    verdicts: Mapping[str, VerdictRow]
    facets: FacetColumns
    language: str

    def said(self, uids: Iterable[str], place: Difference | None) -> str:
        """Return codings and verdicts in words."""
        parts = [self._coding(self.codings[uid]) for uid in uids if uid in self.codings]
        parts += [self._verdict(self.verdicts[uid], place) for uid in uids if uid in self.verdicts]
        return "; ".join(parts)

    def whose(self, uid: str) -> str:
        """Return the coder of a coding or verdict; empty where it is gone."""
        one = self.codings.get(uid) or self.verdicts.get(uid)
        return one.coder_uid if one is not None else ""

    def _coding(self, row: CodingRow) -> str:
        words = f"“{' '.join(row.quote.split())[:_QUOTE_MAX]}”"
        if row.area is not None:
            sides = (row.area.x0_pt, row.area.y0_pt, row.area.x1_pt, row.area.y1_pt)
            drawn = " ".join(f"{side:.0f}" for side in sides)
            words = f"{heading('Area (points)', self.language)} {drawn}"
        facets = [str(cell) for cell in self.facets.cells(row) if cell]
        return f"{row.code_key} {words}" + (f" ({', '.join(facets)})" if facets else "")

    def _verdict(self, row: VerdictRow, place: Difference | None) -> str:
        key = row.verdict.option_key
        option = place.proposition.scale.option(key) if isinstance(place, VerdictPlace) else None
        if option is None:
            return key
        label = option.label_nl if self.language == "nl" else option.label_en
        return label or key


def table(session: Session, language: str = "nl") -> Table:
    """Return one row per decision, in the order of the documents; none without decisions."""
    found = decisions.decided(session)
    coders = {row.uid: row for row in people.coders(session)}
    voices = [row for row in coders.values() if row.kind == "human"]

    def say(text: str) -> str:
        return heading(text, language)

    columns = (
        Column(say("Document"), width=24),
        Column(say("Page printed"), width=8),
        Column(say("Sheet"), "integer", 8),
        Column(say("Code"), width=12),
        Column(say("Difference"), width=18),
        *(Column(row.name, width=40) for row in voices),
        Column(say("Outcome"), width=26),
        Column(say("Consensus"), width=50),
        Column(say("Note"), width=40),
        Column(say("State"), width=24),
        Column(say("Decided by"), width=18),
        Column(say("Time (UTC)"), "time", 17),
        Column(say("Identity"), width=38),
    )
    rows = _rows(session, found, voices, coders, say, language) if found else []
    return Table(columns, rows)


def _rows(
    session: Session,
    found: Mapping[str, Decided],
    voices: Sequence[CoderRow],
    coders: Mapping[str, CoderRow],
    say: Callable[[str], str],
    language: str,
) -> list[list[Cell]]:
    uids = {uid for one in found.values() for uid in (*one.seen, *one.made)}
    words = _Words(
        {row.uid: row for row in coding_rows.rows(session, uids=uids, areas=True)},
        {row.uid: row for row in judgements.rows(session, uids=uids)},
        FacetColumns(session, language),
        language,
    )
    boards = _boards(session)
    shelf = {row.revision_uid: (at, row) for at, row in enumerate(documents.rows(session))}
    pages = {
        uid: documents.pages(session, uid) for uid in {one.revision_uid for one in found.values()}
    }
    listed = sorted(
        found.values(),
        key=lambda one: (shelf.get(one.revision_uid, (len(shelf),))[0], one.anchor, one.uid),
    )
    rows: list[list[Cell]] = []
    for one in listed:
        place, state = _place(boards, one)
        title = shelf[one.revision_uid][1].title if one.revision_uid in shelf else ""
        at = bisect_right([page.start_char for page in pages[one.revision_uid]], one.anchor.start)
        page = pages[one.revision_uid][max(0, at - 1)]
        kinds = [say(_KINDS[kind.value]) for kind in sorted(place.kinds)] if place else []
        by = coders.get(one.changed_by_uid)
        rows.append(
            [
                title,
                page.label,
                page.number,
                _key(place, one, words),
                ", ".join(kinds),
                *(
                    words.said([uid for uid in one.seen if words.whose(uid) == row.uid], place)
                    for row in voices
                ),
                say(_OUTCOMES[one.outcome]),
                words.said(one.made, place),
                one.note,
                say(_STATES[state]),
                by.name if by is not None else "",
                one.changed_at,
                one.uid,
            ]
        )
    return rows


def _boards(session: Session) -> list[Board]:
    """Return the places that count, then those that count once all is taken as read."""
    try:
        return [board.read(session, Wish(all_read=all_read)) for all_read in (False, True)]
    except RefusedChange:
        return []  # the work of the coders went since


def _place(boards: Sequence[Board], decided: Decided) -> tuple[Difference | None, State]:
    """Return the place that was decided on as it is now, and how far it is."""
    for found in boards:
        for uid in decided.seen:
            place = found.place_of(uid)
            if place is not None:
                is_it = found.decision(place) is not None
                return place, found.state(place) if is_it else State.CHANGED
    return None, State.OPEN


def _key(place: Difference | None, decided: Decided, words: _Words) -> str:
    if isinstance(place, VerdictPlace):
        return place.proposition.key
    keys = [words.codings[uid].code_key for uid in decided.seen if uid in words.codings]
    return max(keys, key=keys.count, default="")
