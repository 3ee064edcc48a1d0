"""The full-text index over the cleaned text of all pages: derived, made anew at will."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from qualcode_app.models.base import UidType

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
        {"revision": revision_uid, "page": number, "text": folded(said)} for number, said in pages
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


def forget(session: Session, revision_uid: str) -> None:
    """Take the pages of a revision out of the index."""
    for statement in (_FORGET_WORDS, "DELETE FROM search_text WHERE revision_uid = :revision"):
        session.execute(
            text(statement).bindparams(bindparam("revision", type_=UidType())),
            {"revision": revision_uid},
        )


def folded(said: str) -> str:
    """Return text without capitals and accents, as a search compares it."""
    if said.isascii():
        return said.lower()
    parts = unicodedata.normalize("NFKD", said.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
