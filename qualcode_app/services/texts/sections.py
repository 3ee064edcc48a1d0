"""The contents of a document: its outline, or headings found in it, corrected by hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain import headings
from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.boxes import PageBoxes
from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.extraction import Region as PageRegion
from qualcode_app.domain.layout import LaidOutPage
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.documents import Page, Region, Revision, Section
from qualcode_app.models.documents import PageBoxes as StoredBoxes
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading of the document and the stretch under it."""

    uid: str
    level: int
    title: str
    anchor: TextAnchor
    origin: str  # outline, found or corrected
    page_number: int
    page_label: str


@dataclass(frozen=True, slots=True)
class NewSection:
    """A heading about to be made; how far it reaches follows from the others."""

    revision_uid: str
    level: int
    title: str
    start: int
    uid: str = field(default_factory=journal.new_uid)


@dataclass(frozen=True, slots=True)
class Said:
    """What can be corrected of a heading."""

    title: str
    level: int
    origin: str = "corrected"


def rows(session: Session, revision_uid: str) -> tuple[SectionRow, ...]:
    """Return the headings of a revision in the order of the text."""
    pages = session.execute(
        select(Page.start_char, Page.number, Page.label)
        .where(Page.revision_uid == revision_uid)
        .order_by(Page.number)
    ).all()
    starts = [page.start_char for page in pages]
    found = []
    for one in _there(session, revision_uid):
        page = pages[bisect_right(starts, one.start_char) - 1]
        anchor = TextAnchor(one.start_char, one.end_char)
        found.append(
            SectionRow(one.uid, one.level, one.title, anchor, one.origin, page.number, page.label)
        )
    return tuple(found)


def new_rows(
    revision_uid: str, entries: Sequence[tuple[int, str, int]], n_chars: int, origin: str
) -> list[NewRow]:
    """Return headings as rows, each reaching to the next one that is not below it.

    Args:
        revision_uid: The revision they belong to.
        entries: Level, title and first character of each, in the order of the text.
        n_chars: Length of the revision's text.
        origin: Where they come from: "outline" or "found".
    """
    ends = _ends([(level, start) for level, _, start in entries], n_chars)
    return [
        NewRow(
            Kind.SECTION,
            {
                "uid": journal.derived_uid(revision_uid, f"{origin} {i} {title}"),
                "revision_uid": revision_uid,
                "level": level,
                "title": title,
                "start_char": start,
                "end_char": end,
                "origin": origin,
            },
            {},
        )
        for i, ((level, title, start), end) in enumerate(zip(entries, ends, strict=True))
        if start < end
    ]


def found(
    session: Session, revision_uid: str, progress: Progress | None = None
) -> tuple[headings.Heading, ...]:
    """Return the headings that the type on the stored pages tells."""
    watch = progress or Silent()
    pages = session.execute(
        select(
            Page.number,
            Page.start_char,
            Page.text,
            Page.width_pt,
            Page.height_pt,
            Page.rotation,
            StoredBoxes.boxes,
        )
        .join(
            StoredBoxes,
            (StoredBoxes.revision_uid == Page.revision_uid) & (StoredBoxes.number == Page.number),
        )
        .where(Page.revision_uid == revision_uid)
        .order_by(Page.number)
    ).all()
    laid_out = []
    for done, page in enumerate(pages):
        lines = PageBoxes.decode(page.boxes).lines
        laid_out.append(LaidOutPage(*page[:6], lines))
        watch.report(done, len(pages))
    regions = session.execute(
        select(Region.kind, Region.page_number, Region.start_char, Region.end_char).where(
            Region.revision_uid == revision_uid
        )
    )
    return headings.find(laid_out, [PageRegion(*region) for region in regions])


def replace_all(session: Session, revision_uid: str, new: Sequence[headings.Heading]) -> Changes:
    """Put headings that were found in the place of all there are.

    Raises:
        RefusedChange: None was found.
    """
    if not new:
        raise RefusedChange(
            "No headings were found: all text is set in one type. Select a heading and add it."
        )
    changes = _clear(session, revision_uid)
    entries = [(one.level, one.title, one.start) for one in new]
    made = journal.add_many(
        session,
        "section.find",
        new_rows(revision_uid, entries, _n_chars(session, revision_uid), "found"),
    )
    return changes | Changes.of(Kind.SECTION, added=[one.uid for one in made])


def kept(session: Session, revision_uid: str) -> tuple[Stored, ...]:
    """Return all headings of a revision, to be put back."""
    uids = [one.uid for one in _there(session, revision_uid)]
    return tuple(aggregates.read(session.connection(), Kind.SECTION, uids).values())


def restore(session: Session, revision_uid: str, before: Sequence[Stored]) -> Changes:
    """Put headings back in the place of all there are."""
    changes = _clear(session, revision_uid)
    for one in before:
        journal.put_back(session, "section.put_back", one)
    return changes | Changes.of(Kind.SECTION, added=[one.uid for one in before])


def add(session: Session, new: NewSection) -> Changes:
    """Make a place of the text a heading.

    Raises:
        RefusedChange: It has no words.
    """
    title = _title(new.title)
    columns = {
        "uid": new.uid,
        "revision_uid": new.revision_uid,
        "level": _level(new.level),
        "title": title,
        "start_char": new.start,
        "end_char": _n_chars(session, new.revision_uid),
        "origin": "corrected",
    }
    journal.add(session, "section.add", Kind.SECTION, columns)
    return Changes.of(Kind.SECTION, added=[new.uid]) | _reach(session, new.revision_uid)


def change(session: Session, said: Mapping[str, Said]) -> Changes:
    """Give headings, by uid, another title or level.

    Raises:
        UnknownRecord: One of them is not in this project.
        RefusedChange: One has no title.
    """
    changes = Changes()
    revisions = set()
    for uid, one in said.items():
        revisions.add(_known(session, uid).revision_uid)
        columns = {"title": _title(one.title), "level": _level(one.level), "origin": one.origin}
        if journal.change(session, "section.change", Kind.SECTION, uid, columns):
            changes |= Changes.of(Kind.SECTION, changed=[uid])
    for revision_uid in revisions:
        changes |= _reach(session, revision_uid)
    return changes


def remove(session: Session, uid: str) -> Changes:
    """Take a heading out; the text under it goes to the one before.

    Raises:
        UnknownRecord: The heading is not in this project.
    """
    revision_uid = _known(session, uid).revision_uid
    journal.remove(session, "section.remove", Kind.SECTION, uid)
    return Changes.of(Kind.SECTION, removed=[uid]) | _reach(session, revision_uid)


def keep(session: Session, uid: str) -> Stored:
    """Return a heading, to be put back.

    Raises:
        UnknownRecord: The heading is not in this project.
    """
    stored = aggregates.read_one(session.connection(), Kind.SECTION, uid)
    if stored is None:
        raise UnknownRecord(
            "This heading is not in the contents any more: it was removed. Choose another."
        )
    return stored


def put_back(session: Session, stored: Stored) -> Changes:
    """Bring a removed heading back under its own uid."""
    journal.put_back(session, "section.put_back", stored)
    revision_uid = str(stored.root["revision_uid"])
    return Changes.of(Kind.SECTION, added=[stored.uid]) | _reach(session, revision_uid)


def _there(session: Session, revision_uid: str) -> list[Section]:
    query = (
        select(Section)
        .where(Section.revision_uid == revision_uid)
        .order_by(Section.start_char, Section.level, Section.uid)
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(query))


def _ends(entries: Sequence[tuple[int, int]], n_chars: int) -> list[int]:
    """Return where each heading's text ends, of levels and starts in the order of the text."""
    ends = []
    for i, (level, start) in enumerate(entries):
        after = (s for other, s in entries[i + 1 :] if other <= level and s > start)
        ends.append(next(after, n_chars))
    return ends


def _reach(session: Session, revision_uid: str) -> Changes:
    """Let every heading of a revision reach as far as the others now let it."""
    there = _there(session, revision_uid)
    ends = _ends([(one.level, one.start_char) for one in there], _n_chars(session, revision_uid))
    moved = [
        one.uid
        for one, end in zip(there, ends, strict=True)
        if one.end_char != end
        and journal.change(session, "section.reach", Kind.SECTION, one.uid, {"end_char": end})
    ]
    return Changes.of(Kind.SECTION, changed=moved)


def _clear(session: Session, revision_uid: str) -> Changes:
    uids = [one.uid for one in _there(session, revision_uid)]
    for uid in uids:
        journal.remove(session, "section.remove", Kind.SECTION, uid)
    return Changes.of(Kind.SECTION, removed=uids)


def _known(session: Session, uid: str) -> Section:
    section = session.get(Section, uid)
    if section is None:
        raise UnknownRecord(
            "This heading is not in the contents any more: it was removed. Choose another."
        )
    return section


def _n_chars(session: Session, revision_uid: str) -> int:
    revision = session.get(Revision, revision_uid)
    if revision is None:
        raise UnknownRecord("This document was removed from the project. Choose another.")
    return revision.n_chars


def _title(title: str) -> str:
    title = title.strip()
    if not title:
        raise RefusedChange("A heading needs words. Type some, or remove the heading.")
    return title


def _level(level: int) -> int:
    return max(1, min(DEEPEST, level))
