"""The codings of another program as rows: placed by their words, or listed with why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import from_view
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import Lost
from qualcode_app.domain.errors import QualcodeError
from qualcode_app.domain.offset_counting import CountedText
from qualcode_app.domain.page_corners import Corners, PageBox
from qualcode_app.domain.qda_project import AreaSelection, QdaCoding, TextSelection
from qualcode_app.services.exchange import out_sources, own_notes
from qualcode_app.services.exchange.in_documents import Incoming, PageFrame
from qualcode_app.services.exchange.in_names import Names, area_of, place_of, primary_of
from qualcode_app.services.exchange.own_notes import Says
from qualcode_app.services.exchange.placing import How, Placement, StoredText
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow
from qualcode_app.services.texts.places import Places

CONTEXT_CHARS = 40
QUOTE_CHARS = 200
_NEAR_PT = 0.6  # whole points of another program may end this far beside the page


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A coding that has no place here, and why; `source` is the guid of its document."""

    source: str
    document: str
    code: str
    coder: str
    quote: str
    said: QualcodeError


@dataclass(frozen=True, slots=True)
class Shown:
    """A coding as it would come in, to be looked at before anything is written."""

    document: str
    code: str
    coder: str
    quote: str
    how: How


@dataclass(slots=True)
class Coded:
    """What became of the codings of all sources."""

    rows: list[NewRow] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    n_here: int = 0  # in the project already, or deleted there
    n_double: int = 0  # the same quotation a second time in the file
    n_normalised: int = 0
    n_nearest: int = 0  # words that stand several times; the nearest place was taken
    by_guid: dict[str, str] = field(default_factory=dict)  # coding by guid of it or its selection
    places: dict[str, tuple[Incoming, TextAnchor]] = field(default_factory=dict)  # of selections


class Codings:
    """Places the codings of one source after the other."""

    def __init__(
        self, session: Session, names: Names, says: Mapping[str, Says], is_from_top: bool
    ) -> None:
        self.coded = Coded()
        self._names = names
        self._says = says
        self._is_from_top = is_from_top
        self._places = Places(session)
        self._seen: set[str] = set()
        self._more = {  # further rectangles of codings that come in with their first one
            out_sources.more_guid(uid, at)
            for uid, said in says.items()
            for at in range(1, len(said.get("coding_area", ())))
        }

    def take(self, one: Incoming, *, same_names: bool) -> None:
        """Place everything coded in a source.

        Args:
            one: The source and its document.
            same_names: Whether an area that bears the name and code of a text selection is the
                same quotation on another page, as ATLAS.ti writes it.
        """
        source = one.source
        if one.whole is not None:
            self._places.know(one.revision_uid, one.whole)
        if one.state == "here":
            self._names.know_revision(one.revision_uid)
        doubles: set[tuple[str, ...]] = set()
        for selection in source.text.selections if source.text else ():
            if self._take_text(one, selection):
                doubles.add((selection.guid,))
                if same_names and selection.name:
                    doubles |= {
                        (selection.name, coding.code, coding.user) for coding in selection.codings
                    }
        for area in source.areas:
            is_double = (area.guid,) in doubles
            left = [
                coding
                for coding in area.codings
                if not is_double and (area.name, coding.code, coding.user) not in doubles
            ]
            self.coded.n_double += len(area.codings) - len(left)
            self._take_area(one, area, left)
        for coding in source.codings:
            said = Lost("The code is on the whole document, not on a passage.")
            self._unplaced(one, coding, "", said)

    def _take_text(self, one: Incoming, selection: TextSelection) -> bool:
        """Place a stretch of text; returns whether it has a place."""
        found = _found(one, selection)
        if isinstance(found, QualcodeError):
            quote = _words(one.counted, selection)
            for coding in selection.codings:
                self._unplaced(one, coding, quote or selection.name, found)
            return False
        self.coded.places[selection.guid] = one, found.anchor
        n_before = len(self.coded.rows)
        for coding in selection.codings:
            self._add_text(one, selection, coding, found)
        n_new = len(self.coded.rows) - n_before
        self.coded.n_normalised += n_new * (found.how is How.NORMALISED)
        self.coded.n_nearest += n_new * found.is_one_of_several
        return True

    def _add_text(
        self, one: Incoming, selection: TextSelection, coding: QdaCoding, found: Placement
    ) -> None:
        columns = self._columns(one, coding, selection.guid, selection.user, selection.made_at)
        if columns is None:
            return
        place = self._places.at(one.revision_uid, found.anchor)
        columns |= place.columns()
        where = place_of(columns)
        if where in self._names.taken:
            self.coded.n_here += 1
            return
        self._names.taken.add(where)
        uid = columns["uid"]
        holes = [
            {"coding_uid": uid, "ordinal": i, "start_char": hole.start, "end_char": hole.end}
            for i, hole in enumerate(place.holes, start=1)
        ]
        self._add(columns, "text", {"coding_hole": holes})
        self.coded.shown.append(
            Shown(
                one.title,
                self._names.code_names.get(columns["code_uid"], ""),
                self._names.coder_names.get(columns["coder_uid"], ""),
                columns["quote"],
                found.how,
            )
        )

    def _take_area(self, one: Incoming, area: AreaSelection, codings: Iterable[QdaCoding]) -> None:
        frame = one.frames.get(area.page + 1)
        box = None if frame is None else _on_page(frame, area, self._is_from_top)
        for coding in codings:
            if coding.guid in self._more:
                continue
            if frame is None or box is None:
                said = one.said or Lost(
                    "Page {n} has no such area; the document has {pages} pages.",
                    n=area.page + 1,
                    pages=len(one.frames),
                )
                self._unplaced(one, coding, area.name, said)
                continue
            columns = self._columns(one, coding, area.guid, area.user, area.made_at)
            if columns is not None:
                columns |= dict.fromkeys(("start_char", "end_char"))
                columns |= {**dict.fromkeys(("quote", "prefix", "suffix"), ""), "n_words": 0}
                sides = dict(zip(("x0_pt", "y0_pt", "x1_pt", "y1_pt"), box, strict=True))
                row = {
                    "coding_uid": columns["uid"],
                    "ordinal": 1,
                    "page_number": area.page + 1,
                    **sides,
                }
                rows = self._exact(columns["uid"], row, frame)
                where = area_of(columns, rows[0])
                if where in self._names.taken:
                    self.coded.n_here += 1
                else:
                    self._names.taken.add(where)
                    self._add(columns, "area", {"coding_area": rows})

    def _columns(
        self,
        one: Incoming,
        coding: QdaCoding,
        selection: str,
        user: str,
        made_at: datetime | None,
    ) -> dict[str, Any] | None:
        """Return what is known of a coding without its place; None where it does not come in."""
        code = self._names.codes.get(coding.code)
        if code is None:
            self._unplaced(one, coding, "", Lost("Its code is not in the file."))
            return None
        uid = coding.guid
        if uid in self._seen:
            uid = journal.derived_uid(coding.guid, selection)
        self._seen.add(uid)
        self.coded.by_guid.setdefault(coding.guid, uid)
        self.coded.by_guid.setdefault(selection, uid)
        if self._names.has_coding(uid):
            self.coded.n_here += 1
            return None
        says = self._says.get(coding.guid, {})
        coder = self._names.coder(coding.user or user)
        at = coding.made_at or made_at
        when = {} if at is None else {"made_at": at, "changed_at": at}
        return {
            "uid": uid,
            **when,
            "made_by_uid": coder,
            "changed_by_uid": coder,
            "revision_uid": one.revision_uid,
            "round_uid": self._names.round(says.get("round_uid")),
            "coder_uid": coder,
            "code_uid": code,
            "code_digest": says.get("code_digest") or self._names.digests[code],
            "is_primary": says.get("is_primary") is True,
            "origin": self._names.origin(says.get("origin")),
            "moved_from_uid": None,
        }

    def _add(self, columns: dict[str, Any], kind: str, children: dict[str, Any]) -> None:
        uid = columns["uid"]
        if columns["is_primary"] and kind == "text":
            place = primary_of(columns)
            columns["is_primary"] = place not in self._names.primary
            self._names.primary.add(place)
        if "coding_value" in self._says.get(uid, {}):
            try:
                said = own_notes.children(Kind.CODING, uid, self._says[uid])["coding_value"]
            except Lost as lost:
                self._names.findings.append(lost)
            else:
                children["coding_value"] = [
                    row for row in said if row["facet_uid"] in self._names.facets
                ]
        self.coded.rows.append(NewRow(Kind.CODING, {**columns, "kind": kind}, children))

    def _exact(self, uid: str, row: dict[str, Any], frame: PageFrame) -> list[dict[str, Any]]:
        """Return the rectangles as our own note has them, where they are those of the file."""
        if "coding_area" not in self._says.get(uid, {}):
            return [row]
        try:
            rows = own_notes.children(Kind.CODING, uid, self._says[uid])["coding_area"]
        except Lost as lost:
            self._names.findings.append(lost)
            return [row]
        same = bool(rows) and rows[0]["page_number"] == row["page_number"]
        if same and frame.corners.to_media(_box(rows[0])) == frame.corners.to_media(_box(row)):
            return rows
        return [row]

    def _unplaced(self, one: Incoming, coding: QdaCoding, quote: str, said: QualcodeError) -> None:
        names = self._names
        code = names.code_names.get(names.codes.get(coding.code, ""), coding.code)
        coder = names.user_names.get(coding.user, "")
        self.coded.unplaced.append(
            Unplaced(
                one.source.guid, one.title, code, coder, " ".join(quote.split())[:QUOTE_CHARS], said
            )
        )


def _found(one: Incoming, selection: TextSelection) -> Placement | QualcodeError:
    """Return where a selection stands in our text, or why it has no place."""
    if one.stored is None or one.counted is None:
        return one.said or Lost("{name} has no text here.", name=one.title)
    wrong = _wrong(one.counted, selection)
    if wrong is not None:
        return wrong
    text = one.counted.text
    first, last = one.counted.to_text(selection.start), one.counted.to_text(selection.end)
    quote = text[first:last]
    if not quote.strip():
        return Lost("It holds white space only.")
    near = one.to_stored(first)
    if one.stored.text.startswith(quote, near):
        return Placement(TextAnchor(near, near + len(quote)), How.EXACT)
    found = one.stored.place(quote, near)
    if found is None:
        return Lost("Its words stand nowhere in the text of {name}.", name=one.title)
    if not found.is_one_of_several:
        return found
    lead = min(CONTEXT_CHARS, first)
    wide = text[first - lead : last + CONTEXT_CHARS]
    return _by_context(one.stored, quote, wide, lead, near) or found


def _by_context(
    stored: StoredText, quote: str, wide: str, lead: int, near: int
) -> Placement | None:
    """Return the one place of a quote that stands several times, where what is around it tells."""
    around = stored.place(wide, near - lead)
    if around is None or around.is_one_of_several:
        return None
    start, end = around.anchor.start, around.anchor.end
    inside = stored.place(quote, start + lead)
    if inside is None or not start <= inside.anchor.start < end:
        return None
    return Placement(inside.anchor, inside.how)


def _wrong(counted: CountedText, selection: TextSelection) -> Lost | None:
    """Return what is wrong with the offsets of a selection."""
    start, end = selection.start, selection.end
    if start < 0:
        return Lost("It begins before the text.")
    if start == end:
        return Lost("It is empty: it begins and ends at {n}.", n=start)
    if end < start:
        return Lost("It ends at {end}, before it begins at {start}.", start=start, end=end)
    if end > counted.n_steps:
        return Lost(
            "It ends at {end}, but the text has {n} characters.", end=end, n=counted.n_steps
        )
    return None


def _words(counted: CountedText | None, selection: TextSelection) -> str:
    """Return what a selection that has no place holds in the other program's text."""
    if counted is None or not 0 <= selection.start < selection.end:
        return ""
    return counted.text[counted.to_text(selection.start) : counted.to_text(selection.end)]


def _on_page(frame: PageFrame, area: AreaSelection, is_from_top: bool) -> PageBox | None:
    """Return an area in points of our page; None where it does not lie on the page."""
    if area.as_shown:
        x0, y0, x1, y1 = _from_shown(frame, area.corners)
    else:
        x0, y0, x1, y1 = frame.corners.to_page(area.corners, from_top=is_from_top)
    inside = (
        min(x0, y0) >= -_NEAR_PT
        and x1 <= frame.width_pt + _NEAR_PT
        and y1 <= frame.height_pt + _NEAR_PT
    )
    box = max(x0, 0.0), max(y0, 0.0), min(x1, frame.width_pt), min(y1, frame.height_pt)
    return box if inside and box[0] < box[2] and box[1] < box[3] else None


def _from_shown(frame: PageFrame, corners: Corners) -> PageBox:
    """Return a rectangle of the page as it is seen on the page before it is turned."""
    size = frame.rotation, frame.width_pt, frame.height_pt
    xs, ys = zip(
        from_view(corners[0], corners[1], *size),
        from_view(corners[2], corners[3], *size),
        strict=True,
    )
    return min(xs), min(ys), max(xs), max(ys)


def _box(row: Mapping[str, Any]) -> PageBox:
    return row["x0_pt"], row["y0_pt"], row["x1_pt"], row["y1_pt"]
