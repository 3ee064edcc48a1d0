"""What a code says: adding codes, and changing their words, colour and boundaries."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models import aggregates
from qualcode_app.models.codebooks import Code, Codebook, CodeKeyword
from qualcode_app.services.codebook import boundaries, code_state, codebook_rows
from qualcode_app.services.codebook.boundaries import Boundary
from qualcode_app.services.store import journal

LABEL_MAX_CHARS = 200
MATCHES = ("start", "word", "exact", "phrase", "inside")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_COLOUR = re.compile(r"[A-Z]{2,8}:[0-9]{1,2}|#[0-9A-Fa-f]{6}")
_CHILDREN = ("not_when", "keywords")


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that suggests a code, and how it is matched."""

    stem: str
    match: str = "start"


@dataclass(frozen=True, slots=True)
class CodeText:
    """Everything a code says, as its editor shows it."""

    key: str
    label_nl: str
    label_en: str
    colour: str
    short_nl: str = ""
    short_en: str = ""
    full_nl: str = ""
    full_en: str = ""
    when_to_use: str = ""
    example: str = ""
    borderline: str = ""
    pole_a: str = ""
    pole_b: str = ""
    memo: str = ""
    default_on: bool = True
    not_when: tuple[Boundary, ...] = ()
    keywords: tuple[Keyword, ...] = ()


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code about to be made; it brings its uid, so that redo makes the same."""

    codebook_uid: str
    parent_uid: str | None
    text: CodeText
    uid: str = field(default_factory=journal.new_uid)


def get(session: Session, uid: str) -> CodeText:
    """Return what a code says.

    Raises:
        UnknownRecord: The code is not in this project.
    """
    code = code_state.known(session, uid)
    words = {
        each.name: getattr(code, each.name)
        for each in fields(CodeText)
        if each.name not in _CHILDREN
    }
    keywords = session.execute(
        select(CodeKeyword.stem, CodeKeyword.match)
        .where(CodeKeyword.code_uid == uid)
        .order_by(CodeKeyword.ordinal)
    )
    return CodeText(
        **words,
        not_when=boundaries.of(session, uid),
        keywords=tuple(Keyword(*row) for row in keywords),
    )


def write(session: Session, uid: str, text: CodeText, reason: str) -> Changes:
    """Let a code say something else from now on, and keep its new state as a revision.

    Raises:
        UnknownRecord: The code, or a neighbour it names, is not in this project.
        RefusedChange: It has no label, its key is taken or ill-formed, or the colour is none.
    """
    code = code_state.known(session, uid)
    _check(session, code.codebook_uid, uid, text)
    columns, children = _columns(text), _children(uid, text)
    if not journal.change(session, "code.write", Kind.CODE, uid, columns, children):
        return Changes()
    code_state.note(session, [uid], reason)
    return Changes.of(Kind.CODE, changed=[uid])


def add(session: Session, new: NewCode, reason: str) -> Changes:
    """Make a draft code as the last one below its parent.

    Raises:
        UnknownRecord: The parent or codebook is not in this project.
        RefusedChange: It has no label, its key is taken or ill-formed, or the colour is none.
    """
    if new.parent_uid is not None:
        code_state.known(session, new.parent_uid)
    elif session.get(Codebook, new.codebook_uid) is None:
        raise UnknownRecord("This codebook was removed from the project. Choose another.")
    _check(session, new.codebook_uid, new.uid, new.text)
    last = session.scalar(
        select(func.max(Code.position)).where(Code.codebook_uid == new.codebook_uid)
    )
    columns = {
        "uid": new.uid,
        "codebook_uid": new.codebook_uid,
        "parent_uid": new.parent_uid,
        "position": codebook_rows.sort_key(int((last or "0")[:9]) // 1000),
        "side": "none",
        "status": "draft",
        "is_residual": False,
        **_columns(new.text),
    }
    stored = journal.add(session, "code.add", Kind.CODE, columns, _children(new.uid, new.text))
    codebook_rows.note_revisions(session, [stored], reason=reason)
    return Changes.of(Kind.CODE, added=[new.uid])


def free_key(session: Session, codebook_uid: str, parent_uid: str | None) -> str:
    """Return the first key with a number that is free: "WON-9" below WON, "NEW-1" at the top."""
    taken = set(session.scalars(select(Code.key).where(Code.codebook_uid == codebook_uid)))
    stem = code_state.known(session, parent_uid).key if parent_uid else "NEW"
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def codebook_of(session: Session, code_uid: str) -> str:
    """Return the uid of the codebook a code belongs to; "" gives the project's first one.

    One that holds codes comes before one that came along with a register alone.

    Raises:
        UnknownRecord: The code is not here, or the project has no codebook.
    """
    if code_uid:
        return code_state.known(session, code_uid).codebook_uid
    has_codes = exists().where(Code.codebook_uid == Codebook.uid)
    books = select(Codebook.uid).order_by(has_codes.desc(), Codebook.made_at)
    first = session.scalar(books.limit(1))
    if first is None:
        raise UnknownRecord("This project has no codebook yet. Take one in first.")
    return first


def codes_of(session: Session, codebook_uid: str) -> frozenset[str]:
    """Return the codes of a codebook."""
    return frozenset(session.scalars(select(Code.uid).where(Code.codebook_uid == codebook_uid)))


def colours(session: Session, code_uid: str) -> tuple[tuple[str, str], ...]:
    """Return key and colour of the other codes of the family, to be told apart from."""
    family = code_state.known(session, code_uid)
    while family.parent_uid is not None:
        family = code_state.known(session, family.parent_uid)
    others = [uid for uid in code_state.below(session, family.uid) if uid != code_uid]
    found = aggregates.read(session.connection(), Kind.CODE, others)
    return tuple(
        (str(one.root["key"]), str(one.root["colour"]))
        for one in found.values()
        if one.root["status"] != "retired"
    )


def _check(session: Session, codebook_uid: str, uid: str, text: CodeText) -> None:
    if not (text.label_nl.strip() or text.label_en.strip()):
        raise RefusedChange("A code needs a name. Type one.")
    if _KEY.fullmatch(text.key) is None:
        raise RefusedChange(
            "{key} cannot be the key of a code. Use letters, figures, dots and dashes.",
            key=text.key or "–",
        )
    if _COLOUR.fullmatch(text.colour) is None:
        raise RefusedChange("{colour} is no colour. Choose one.", colour=text.colour or "–")
    taken = select(Code.uid).where(
        Code.codebook_uid == codebook_uid, Code.key == text.key, Code.uid != uid
    )
    if session.scalar(taken):
        raise RefusedChange("There is a code {key} already. Choose another key.", key=text.key)
    for each in text.not_when:
        if each.neighbour_uid == uid:
            raise RefusedChange("A boundary parts two codes. Choose another one.")
        if each.neighbour_uid is not None:
            code_state.known(session, each.neighbour_uid)
    if unknown := [each.match for each in text.keywords if each.match not in MATCHES]:
        raise RefusedChange(
            "{match} is no way to match a keyword. Choose start, word, exact, phrase or inside.",
            match=unknown[0],
        )


def _columns(text: CodeText) -> dict[str, Any]:
    said = {name: value for name, value in asdict(text).items() if name not in _CHILDREN}
    for name in ("label_nl", "label_en"):
        said[name] = " ".join(said[name].split())[:LABEL_MAX_CHARS]
    return said


def _children(uid: str, text: CodeText) -> dict[str, list[dict[str, Any]]]:
    return {
        "code_boundary": [
            {
                "code_uid": uid,
                "ordinal": ordinal,
                "text": each.text,
                "neighbour_code_uid": each.neighbour_uid,
            }
            for ordinal, each in enumerate(text.not_when, start=1)
        ],
        "code_keyword": [
            {"code_uid": uid, "ordinal": ordinal, "stem": each.stem, "match": each.match}
            for ordinal, each in enumerate(text.keywords, start=1)
        ],
    }
