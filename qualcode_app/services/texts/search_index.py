"""The full-text index over the cleaned text of all pages: derived, made anew at will."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from qualcode_app.domain.extraction import Region as PageRegion
from qualcode_app.domain.folding import fold
from qualcode_app.domain.reading_text import ReadingText
from qualcode_app.models.base import UidType
from qualcode_app.models.documents import Page, Region

_FORGET_WORDS = (
    "INSERT INTO search_index (search_index, rowid, text)"
    " SELECT 'delete', id, text FROM search_text WHERE revision_uid = :revision"
)


def index(session: Session, revision_uid: str, pages: Iterable[tuple[int, str]]) -> None:
    """Add the pages of a revision to the index.

    Args:
        session: Where to write.
        revision_uid: The revision they belong to.
        pages: Sheet number and cleaned text of each.
    """
    rows = [
        {"revision": revision_uid, "page": number, "text": fold(said)} for number, said in pages
    ]
    session.connection().execute(
        text(
            "INSERT INTO search_text (revision_uid, page_number, text)"
            " VALUES (:revision, :page, :text)"
        ).bindparams(bindparam("revision", type_=UidType())),
        rows,
    )
    session.execute(
        text(
            "INSERT INTO search_index (rowid, text) SELECT id, text FROM search_text"
            " WHERE revision_uid = :revision"
        ).bindparams(bindparam("revision", type_=UidType())),
        {"revision": revision_uid},
    )


def index_revision(session: Session, revision_uid: str) -> None:
    """Add a revision that came from another file, from its stored pages."""
    pages = session.execute(
        select(Page.number, Page.start_char, Page.text)
        .where(Page.revision_uid == revision_uid)
        .order_by(Page.number)
    ).all()
    regions = session.execute(
        select(Region.kind, Region.page_number, Region.start_char, Region.end_char).where(
            Region.revision_uid == revision_uid
        )
    )
    said = "".join(page.text for page in pages)
    starts = [(page.number, page.start_char) for page in pages]
    found = tuple(PageRegion(*region) for region in regions)
    index(session, revision_uid, reading_pages(said, starts, found))


def reading_pages(
    text: str, starts: Sequence[tuple[int, int]], regions: Sequence[PageRegion]
) -> list[tuple[int, str]]:
    """Return sheet number and cleaned text of each page.

    Args:
        text: The stored text of the document.
        starts: Sheet number and first character of each page.
        regions: What is no running text.
    """
    reading = ReadingText.of(text, regions)
    cuts = [_word_end(reading.text, reading.to_reading(start)) for _, start in starts]
    cuts.append(len(reading.text))
    return [
        (number, reading.text[cut:end])
        for (number, _), cut, end in zip(starts, cuts, cuts[1:], strict=False)
    ]


def forget(session: Session, revision_uid: str) -> None:
    """Take the pages of a revision out of the index."""
    for statement in (_FORGET_WORDS, "DELETE FROM search_text WHERE revision_uid = :revision"):
        session.execute(
            text(statement).bindparams(bindparam("revision", type_=UidType())),
            {"revision": revision_uid},
        )


def _word_end(said: str, place: int) -> int:
    """Return where the word ends that a page end parts, so that it is indexed whole."""
    if place and said[place - 1].isalnum():
        while place < len(said) and said[place].isalnum():
            place += 1
    return place
