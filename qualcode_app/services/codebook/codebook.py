"""The codebook of a project: taken in from a shipped file, and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models.codebooks import Code, Codebook, CodeBoundary
from qualcode_app.models.codings import Coding
from qualcode_app.models.documents import Document
from qualcode_app.services.codebook import active, codebook_rows
from qualcode_app.services.store import journal, remembered

if TYPE_CHECKING:
    from qualcode_app.domain.codebook_file import CodebookFile

_WORDS = ("label_nl", "label_en", "short_nl", "short_en", "colour", "is_residual")


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code as shown in the tree; `n_codings` counts its own codings, not its children's."""

    uid: str
    parent_uid: str | None
    family_uid: str
    key: str
    label_nl: str
    label_en: str
    short_nl: str
    short_en: str
    colour: str
    level: int  # 1 for a family
    n_codings: int
    not_when: tuple[str, ...]
    default_on: bool
    is_residual: bool
    is_retired: bool = False
    position: str = ""
    is_active: bool = True  # in play in the round

    @property
    def is_family(self) -> bool:
        """Whether this is a code of the first level."""
        return self.parent_uid is None


@dataclass(frozen=True, slots=True)
class _Plain:
    """A code as stored, before its place in the tree is known."""

    uid: str
    parent_uid: str | None
    codebook_uid: str
    position: str
    key: str
    label_nl: str
    label_en: str
    short_nl: str
    short_en: str
    colour: str
    default_on: bool
    is_residual: bool
    status: str


def load(session: Session, book: CodebookFile) -> Changes:
    """Take a codebook with its facets and registers into the project, as its first version.

    Raises:
        RefusedChange: The project has this codebook already.
    """
    known = session.scalar(select(Codebook.uid).where(Codebook.key == book.key))
    rows = codebook_rows.of(book)
    book_uid = str(rows[0].columns["uid"])
    if known is not None:
        if session.scalar(select(Code.uid).where(Code.codebook_uid == known).limit(1)):
            raise RefusedChange(
                "This project already has the codebook {title}. Choose another, or import the "
                "file as an update of it.",
                title=book.title_nl,
            )
        rows = [row for row in rows if row.kind in {Kind.CODE, Kind.FACET}]  # its register is here
    stored = journal.add_many(session, "codebook.load", rows)
    codes = [one for one in stored if one.kind is Kind.CODE]
    codebook_rows.note_revisions(session, codes, reason=book.version)
    version = codebook_rows.version(book_uid, codes, label="1", reason=book.version)
    journal.add_many(session, "codebook.fix", [version])
    return Changes.of(Kind.CODEBOOK, added=[book_uid]) | Changes.of(
        Kind.CODE, added=[code.uid for code in codes]
    )


def rows(
    session: Session,
    *,
    round_uid: str | None = None,
    retired: bool = False,
    counted: bool = True,
) -> list[CodeRow]:
    """Return all codes in the order of the tree, with counts of all coders.

    Args:
        session: Where to read.
        round_uid: The round whose codes are in play; without one, those on by default.
        retired: Also codes that are out of use.
        counted: Whether codings are counted, which takes longer the more there are; else they
            are 0.
    """
    plain = _plain(session, or_(Code.status != "retired", literal(retired)))
    counts = _counts(session) if counted else {}
    rule = active.rule(session, round_uid)
    return _in_tree_order(plain, counts, _boundaries(session), rule)


def _counts(session: Session) -> dict[str, int]:
    found = session.execute(
        select(Coding.code_uid, func.count())
        .join(Document, Document.current_revision_uid == Coding.revision_uid)
        .group_by(Coding.code_uid)
    )
    return {row[0]: int(row[1]) for row in found}


def patched(session: Session, known: Sequence[CodeRow]) -> list[CodeRow] | None:
    """Return codes as they now are, to be put in place of those shown.

    Returns:
        None where more than these rows looks different: a code has another place or key, or is
        gone; then all are to be read.
    """
    uids = [row.uid for row in known]
    now = {row.uid: row for row in _plain(session, Code.uid.in_(uids))}
    boundaries = _boundaries(session, uids)
    found = []
    for row in known:
        code = now.get(row.uid)
        if code is None or _place(code) != _place(row) or code.status == "retired":
            return None
        words = {name: getattr(code, name) for name in _WORDS}
        found.append(replace(row, **words, not_when=boundaries.get(row.uid, ())))
    return found


def _place(row: _Plain | CodeRow) -> tuple[object, ...]:
    return row.key, row.parent_uid, row.position, row.default_on


def _plain(session: Session, which: ColumnElement[bool]) -> list[_Plain]:
    columns = (getattr(Code, name) for name in _Plain.__slots__)
    query = select(*columns).where(which).order_by(Code.position, Code.uid)
    return [_Plain(*tuple(row)) for row in session.execute(query)]


def _boundaries(
    session: Session, code_uids: Sequence[str] | None = None
) -> dict[str, tuple[str, ...]]:
    """Return when not to use each code, each with the key of the code to use instead."""
    neighbour = aliased(Code)
    found: dict[str, tuple[str, ...]] = {}
    query = (
        select(CodeBoundary.code_uid, CodeBoundary.text, neighbour.key)
        .outerjoin(neighbour, neighbour.uid == CodeBoundary.neighbour_code_uid)
        .order_by(CodeBoundary.code_uid, CodeBoundary.ordinal)
    )
    if code_uids is not None:
        query = query.where(CodeBoundary.code_uid.in_(code_uids))
    for code_uid, said, key in session.execute(query):
        found[code_uid] = (*found.get(code_uid, ()), f"{said} → {key}" if key else said)
    return found


def _in_tree_order(
    plain: list[_Plain],
    counts: dict[str, int],
    boundaries: dict[str, tuple[str, ...]],
    rule: active.Rule,
) -> list[CodeRow]:
    known = {row.uid for row in plain}
    children: dict[str | None, list[_Plain]] = {}
    for row in plain:  # a child of a retired code hangs at the top until it is moved
        children.setdefault(row.parent_uid if row.parent_uid in known else None, []).append(row)
    ordered: list[CodeRow] = []
    waiting = [(row, 1, row) for row in reversed(children.get(None, []))]
    while waiting:
        row, level, family = waiting.pop()
        chosen = rule.chooses(row.uid, row.codebook_uid, row.status, default_on=row.default_on)
        ordered.append(
            CodeRow(
                row.uid,
                row.parent_uid if level > 1 else None,
                family.uid,
                row.key,
                row.label_nl,
                row.label_en,
                row.short_nl,
                row.short_en,
                row.colour,
                level,
                counts.get(row.uid, 0),
                boundaries.get(row.uid, ()),
                row.default_on,
                row.is_residual,
                row.status == "retired",
                row.position,
                chosen and family.default_on,
            )
        )
        below = reversed(children.get(row.uid, []))
        waiting.extend((child, level + 1, family) for child in below)
    return ordered


def families(session: Session) -> list[CodeRow]:
    """Return the codes of the first level that are read and marked as done."""
    return [row for row in rows(session, counted=False) if row.is_family]


def code_keyed(session: Session, key: str) -> CodeRow:
    """Return the code with this key, whatever the case.

    Raises:
        UnknownRecord: There is none, or several codebooks have one.
    """
    return keyed(rows(session, counted=False), key)


def keyed(tree: Sequence[CodeRow], key: str) -> CodeRow:
    """Return the code among these with this key; see `code_keyed`."""
    wanted = key.strip().casefold()
    found = [row for row in tree if row.key.casefold() == wanted]
    if len(found) != 1:
        raise UnknownRecord(
            "{count} codes have the key {key}. Look the keys up in the codebook.",
            count=len(found),
            key=key,
        )
    return found[0]


def full_definition(session: Session, code_uid: str) -> tuple[str, str]:
    """Return the full definition of a code in Dutch and English; empty where there is none."""
    said = session.execute(select(Code.full_nl, Code.full_en).where(Code.uid == code_uid)).first()
    return (said.full_nl, said.full_en) if said else ("", "")


def digests(session: Session, code_uids: set[str]) -> dict[str, str]:
    """Return the digest of the present revision of each code."""
    return remembered.digests(session, Kind.CODE, code_uids)
