"""Hits in the index, and the stored text they stand for."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.extraction import Region as PageRegion
from qualcode_app.domain.folding import Folded
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.models.base import UidType
from qualcode_app.models.documents import Region
from qualcode_app.services.texts import texts

CONTEXT_CHARS = 60
_PAGE = text(  # as text: many pages are asked for in a row
    "SELECT p.label, p.start_char, p.text, coalesce(s.text, '') AS indexed FROM page p"
    " LEFT JOIN search_text s ON s.revision_uid = p.revision_uid AND s.page_number = p.number"
    " WHERE p.revision_uid = :revision AND p.number = :number"
).bindparams(bindparam("revision", type_=UidType()))
_REGIONS = text(
    "SELECT kind, start_char, end_char FROM region"
    " WHERE revision_uid = :revision AND page_number = :number ORDER BY start_char"
).bindparams(bindparam("revision", type_=UidType()))
_KEPT = 4  # documents whose text is held at a time
_MANY_PAGES = 20  # of one document: then it is read whole


class Hit(NamedTuple):
    """A place in the folded text of a page; one that ends after it goes on on the next page."""

    revision_uid: str
    page_number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its place in the stored text, and the words around it as they read."""

    hit: Hit
    anchor: TextAnchor
    page_label: str
    before: str
    match: str
    after: str


class Places:
    """Finds the stored text of hits; the text of a few documents is held between calls."""

    def __init__(self) -> None:
        self._whole: OrderedDict[str, Reading] = OrderedDict()

    def of(self, session: Session, hits: Sequence[Hit]) -> list[Found]:
        """Return where the hits stand, in the order given, without those of texts that are gone."""
        pages: dict[tuple[str, int], list[Hit]] = defaultdict(list)
        for hit in hits:
            pages[hit.revision_uid, hit.page_number].append(hit)
        found: dict[Hit, Found] = {}
        n_pages = Counter(revision_uid for revision_uid, _ in pages)
        for (revision_uid, number), here in pages.items():
            whole = n_pages[revision_uid] > _MANY_PAGES
            for one in self._on_page(session, revision_uid, number, here, whole=whole):
                found[one.hit] = one
        return [found[hit] for hit in hits if hit in found]

    def reading(self, session: Session, revision_uid: str) -> Reading:
        """Return a whole document as it reads."""
        if revision_uid not in self._whole:
            self._whole[revision_uid] = Reading(
                texts.whole(session, revision_uid), _regions(session, revision_uid)
            )
            while len(self._whole) > _KEPT:
                self._whole.popitem(last=False)
        self._whole.move_to_end(revision_uid)
        return self._whole[revision_uid]

    def _on_page(
        self, session: Session, revision_uid: str, number: int, hits: Sequence[Hit], *, whole: bool
    ) -> list[Found]:
        key = {"revision": revision_uid, "number": number}
        page = session.execute(_PAGE, key).one_or_none()
        if page is None:  # its document was removed meanwhile
            return []
        indexed = page.indexed
        whole = whole or any(hit.end > len(indexed) for hit in hits)
        begin, shift = 0, page.start_char
        reading = None
        if not whole:
            regions = [
                PageRegion(kind, number, start - shift, end - shift)
                for kind, start, end in session.execute(_REGIONS, key)
            ]
            reading = Reading(page.text, regions)
        if reading is None or reading.folded.text != indexed:  # words and notes run over its ends
            reading, shift = self.reading(session, revision_uid), 0
            begin = reading.nearest(indexed, page.start_char)
        found = []
        for hit in hits:
            one = reading.found(hit, begin, shift, page.label)
            if one is not None:
                found.append(one)
        return found


class Reading:
    """The stored text of a page or document, as it reads and as it is searched."""

    def __init__(self, stored: str, regions: Sequence[PageRegion]) -> None:
        self.text = ReadingText.of(stored, regions)
        self.folded = Folded(self.text.text)

    def nearest(self, indexed: str, start_char: int) -> int:
        """Return where the folded text of a page begins that starts at about `start_char`."""
        about = self.folded.to_folded(self.text.to_reading(start_char))
        after = self.folded.text.find(indexed, about)
        before = self.folded.text.rfind(indexed, 0, about + len(indexed))
        known = [place for place in (before, after) if place >= 0]
        return min(known, key=lambda place: abs(place - about)) if known else about

    def found(self, hit: Hit, begin: int, shift: int, page_label: str) -> Found | None:
        """Return a hit with its stored place and its context.

        Args:
            hit: Counted from the beginning of its page.
            begin: Where its page begins in this folded text.
            shift: What is to be added to offsets of this stored text.
            page_label: As the page is called.
        """
        start = self.folded.to_source(begin + hit.start)
        end = self.folded.to_source(begin + hit.end - 1) + 1
        anchor = self.text.anchor(start, end)
        if anchor is None:
            return None
        said = self.text.text
        return Found(
            hit,
            TextAnchor(anchor.start + shift, anchor.end + shift),
            page_label,
            said[max(0, start - CONTEXT_CHARS) : start],
            said[start:end],
            said[end : end + CONTEXT_CHARS],
        )


def _regions(session: Session, revision_uid: str) -> list[PageRegion]:
    query = select(Region.kind, Region.page_number, Region.start_char, Region.end_char)
    rows = session.execute(
        query.where(Region.revision_uid == revision_uid).order_by(Region.start_char)
    )
    return [PageRegion(*row) for row in rows]
