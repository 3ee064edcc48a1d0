"""The codes of a project as REFI-QDA says them: one tree over all codebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.codebook_arrival import Origin
from qualcode_app.domain.qda_project import QdaCode, QdaSet
from qualcode_app.formats.codebook_words import described, labels_of
from qualcode_app.formats.refi_notes import from_notes
from qualcode_app.models.codebooks import Code, Codebook
from qualcode_app.services.exchange import codebook_back, codebook_files


def codes(session: Session, language: str, notes: Mapping[str, Sequence[str]]) -> list[QdaCode]:
    """Return all codes in their order, each with the definition a coder reads.

    Args:
        session: Where to read.
        language: "nl" or "en", of names and definitions.
        notes: Guids of the memos by uid of the code.
    """
    found: list[QdaCode] = []
    for uid in session.scalars(select(Codebook.uid).order_by(Codebook.key)):
        found += _of_book(session, uid, language, notes)
    known = {code.guid for code in found}
    assert all(code.parent is None or code.parent in known for code in found)  # noqa: S101
    return found


def sets(session: Session) -> list[QdaSet]:
    """Return the groups of codes that came with codebooks from other programs."""
    found: list[QdaSet] = []
    for uid in session.scalars(select(Codebook.uid)):
        keys = {
            key: code
            for code, key in session.execute(
                select(Code.uid, Code.key).where(Code.codebook_uid == uid)
            )
        }
        for one in from_notes(codebook_back.of(session, uid).notes)[1]:
            members = tuple(keys[key] for key in one.members if key in keys)
            found.append(QdaSet(one.guid, one.name, codes=members))
    return found


def _of_book(
    session: Session, book_uid: str, language: str, notes: Mapping[str, Sequence[str]]
) -> list[QdaCode]:
    book = codebook_back.of(session, book_uid)
    labels = labels_of(book, language)
    words = {entry.key: described(entry, labels, language) for entry in book.codes}
    origins = from_notes(book.notes)[0]
    colours = codebook_files.colours()
    rows = session.scalars(
        select(Code).where(Code.codebook_uid == book_uid).order_by(Code.position, Code.uid)
    ).all()
    return [
        QdaCode(
            guid=row.uid,
            name=(row.label_nl if language == "nl" else row.label_en) or row.key,
            parent=row.parent_uid,
            is_codable=origins.get(row.key, Origin("")).is_codable,
            colour=row.colour if row.colour.startswith("#") else colours.get(row.colour, ""),
            description=words.get(row.key, row.full_nl if language == "nl" else row.full_en),
            notes=tuple(notes.get(row.uid, ())),
        )
        for row in rows
    ]
