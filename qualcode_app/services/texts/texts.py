"""Pieces of a document's stored text, read page by page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.errors import InvalidAnchor, UnknownRecord
from qualcode_app.domain.extraction import Region as PageRegion
from qualcode_app.models.documents import DocumentFile, Page, Region, Revision

CONTEXT_CHARS = 32  # kept on both sides of a quote, to find it again in another revision
_NOT_RUNNING = ("running_head", "page_number", "footnote")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a place with what stands around it."""

    quote: str
    prefix: str
    suffix: str

    def narrowed(self, inner: TextAnchor) -> Passage:
        """Return a stretch of the quote, counted from its start, with what stands around that."""
        before = self.prefix + self.quote[: inner.start]
        after = self.quote[inner.end :] + self.suffix
        quote = self.quote[inner.start : inner.end]
        return Passage(quote, before[-CONTEXT_CHARS:], after[:CONTEXT_CHARS])


def whole(session: Session, revision_uid: str) -> str:
    """Return the stored text of a revision."""
    pages = session.scalars(
        select(Page.text).where(Page.revision_uid == revision_uid).order_by(Page.number)
    )
    return "".join(pages)


def passage(session: Session, revision_uid: str, anchor: TextAnchor) -> Passage:
    """Return the words at a place and 32 characters on both sides.

    Raises:
        UnknownRecord: The revision is not in this project.
        InvalidAnchor: The place ends after the document's last character.
    """
    before, after = max(0, anchor.start - CONTEXT_CHARS), anchor.end + CONTEXT_CHARS
    where = {"revision_uid": revision_uid, "before": before, "after": after}
    pages = session.connection().execute(_pages_at(), where).all()
    text, offset = "".join(page.text for page in pages), pages[0].start_char if pages else 0
    if anchor.end > offset + len(text):
        n_chars = session.scalar(select(Revision.n_chars).where(Revision.uid == revision_uid))
        if n_chars is None:
            raise UnknownRecord("This document was removed from the project. Choose another.")
        raise _outside(n_chars, anchor)
    start, end = anchor.start - offset, anchor.end - offset
    return Passage(text[start:end], text[before - offset : start], text[end : after - offset])


def drop_files(session: Session) -> None:
    """Let the files of documents go that no text comes from any more."""
    in_use = select(Revision.file_sha256)
    session.execute(
        delete(DocumentFile)
        .where(DocumentFile.sha256.not_in(in_use))
        .execution_options(synchronize_session=False)
    )


@dataclass(frozen=True, slots=True)
class WholeText:
    """A document's text and what is no running text in it, read once for many places."""

    text: str
    left_out: tuple[TextAnchor, ...]

    @classmethod
    def of(cls, session: Session, revision_uid: str) -> WholeText:
        """Read a revision; raises UnknownRecord when it is not in this project."""
        said = whole(session, revision_uid)
        if not said:
            raise UnknownRecord("This document was removed from the project. Choose another.")
        return cls(said, holes(session, revision_uid, TextAnchor(0, len(said) + 1)))

    @classmethod
    def made(cls, said: str, regions: Sequence[PageRegion]) -> WholeText:
        """Make one of a text that is about to come in."""
        left_out = (TextAnchor(one.start, one.end) for one in regions if one.kind in _NOT_RUNNING)
        return cls(said, tuple(sorted(left_out)))

    def passage(self, anchor: TextAnchor) -> Passage:
        """Return the words at a place and 32 characters on both sides; raises InvalidAnchor."""
        if anchor.end > len(self.text):
            raise _outside(len(self.text), anchor)
        return Passage(
            self.text[anchor.start : anchor.end],
            self.text[max(0, anchor.start - CONTEXT_CHARS) : anchor.start],
            self.text[anchor.end : anchor.end + CONTEXT_CHARS],
        )

    def holes(self, anchor: TextAnchor) -> tuple[TextAnchor, ...]:
        """Return what is left out of a place."""
        first = bisect_right(self.left_out, anchor.start, key=lambda hole: hole.start)
        found = []
        for hole in self.left_out[first:]:
            if hole.start >= anchor.end:
                break
            if hole.end < anchor.end:
                found.append(hole)
        return tuple(found)


def _outside(n_chars: int, anchor: TextAnchor) -> InvalidAnchor:
    return InvalidAnchor(
        "The document has {n} characters; {start} to {end} lies outside. Choose a place within it.",
        n=n_chars,
        start=anchor.start,
        end=anchor.end,
    )


def holes(session: Session, revision_uid: str, anchor: TextAnchor) -> tuple[TextAnchor, ...]:
    """Return the running heads, page numbers and footnotes that lie inside a place.

    They are left out of a coding that runs on before and after them, and stay part of one
    that begins or ends in them.
    """
    where = {"revision_uid": revision_uid, "before": anchor.start, "after": anchor.end}
    rows = session.connection().execute(_regions_in(), where)
    return tuple(TextAnchor(row.start_char, row.end_char) for row in rows)


# Made once, for every coding asks them and making a statement costs more than running it.


@cache
def _pages_at() -> Any:
    return (
        select(Page.start_char, Page.text)
        .where(
            Page.revision_uid == bindparam("revision_uid"),
            Page.start_char < bindparam("after"),
            Page.start_char + Page.n_chars > bindparam("before"),
        )
        .order_by(Page.number)
    )


@cache
def _regions_in() -> Any:
    return (
        select(Region.start_char, Region.end_char)
        .where(
            Region.revision_uid == bindparam("revision_uid"),
            Region.kind.in_(_NOT_RUNNING),
            Region.start_char > bindparam("before"),
            Region.end_char < bindparam("after"),
        )
        .order_by(Region.start_char)
    )


def count_words(quote: str, start: int, holes: tuple[TextAnchor, ...]) -> int:
    """Return the number of words of a quote without its holes.

    Args:
        quote: The text of the span.
        start: Where the span begins in the document.
        holes: What is left out, in document offsets.
    """
    left_out = sum(len(quote[hole.start - start : hole.end - start].split()) for hole in holes)
    return max(1, len(quote.split()) - left_out)
