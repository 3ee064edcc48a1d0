"""In-vivo coding: words of a document become a code, put on the very words."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.models.codebooks import Code
from qualcode_app.models.codings import Coding
from qualcode_app.services.codebook import codebook_rows
from qualcode_app.services.coding import codings
from qualcode_app.services.coding.codings import NewCoding
from qualcode_app.services.store import journal

LABEL_MAX_CHARS = 80
_STEP = 1000  # between the sort keys of neighbours


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code about to be made below another; it brings its uid, so that redo makes the same."""

    parent_uid: str
    key: str
    label: str
    uid: str = field(default_factory=journal.new_uid)


def free_key(session: Session, parent_uid: str) -> str:
    """Return the first key with a number that is free below a code: "WON-9".

    Raises:
        UnknownRecord: The code is not in this project.
    """
    parent = _parent(session, parent_uid)
    taken = set(session.scalars(select(Code.key).where(Code.codebook_uid == parent.codebook_uid)))
    number = 1
    while f"{parent.key}-{number}" in taken:
        number += 1
    return f"{parent.key}-{number}"


def add(session: Session, code: NewCode, coding: NewCoding) -> Changes:
    """Make a draft code and put it on the words it came from.

    Raises:
        UnknownRecord: The parent or the document is not in this project.
        RefusedChange: The code has no label, or its key is taken.
    """
    changes = add_code(session, code)
    return changes | codings.add(session, coding)


def add_code(session: Session, new: NewCode) -> Changes:
    """Make a draft code at the end of those below its parent, with its first revision.

    Raises:
        UnknownRecord: The parent is not in this project.
        RefusedChange: The code has no label, or its key is taken.
    """
    parent = _parent(session, new.parent_uid)
    label = " ".join(new.label.split())[:LABEL_MAX_CHARS]
    if not label:
        raise RefusedChange("A code needs a name. Type one.")
    taken = select(Code.uid).where(Code.codebook_uid == parent.codebook_uid, Code.key == new.key)
    if session.scalar(taken):
        raise RefusedChange("There is a code {key} already. Choose another key.", key=new.key)
    stored = journal.add(session, "code.add", Kind.CODE, _columns(session, parent, new, label))
    codebook_rows.note_revisions(session, [stored], reason="")
    return Changes.of(Kind.CODE, added=[new.uid])


def remove(session: Session, code_uid: str, coding_uid: str) -> Changes:
    """Undo in-vivo coding: take coding and code away.

    Raises:
        RefusedChange: The code has been put on other places since.
    """
    changes = codings.remove(session, coding_uid)
    session.flush()
    n_left = session.scalar(select(func.count()).where(Coding.code_uid == code_uid))
    if n_left:
        raise RefusedChange(
            "{count} other codings use this code by now. Remove them before you undo this.",
            count=n_left,
        )
    journal.remove(session, "code.remove", Kind.CODE, code_uid)
    return changes | Changes.of(Kind.CODE, removed=[code_uid])


def _parent(session: Session, uid: str) -> Code:
    parent = session.get(Code, uid)
    if parent is None:
        raise UnknownRecord("This code is not in the codebook any more. Choose another.")
    return parent


def _columns(session: Session, parent: Code, new: NewCode, label: str) -> dict[str, object]:
    last = session.scalar(
        select(func.max(Code.position)).where(Code.codebook_uid == parent.codebook_uid)
    )
    texts = ("full_nl", "full_en", "when_to_use", "example", "borderline", "pole_a", "pole_b")
    return {
        "uid": new.uid,
        "codebook_uid": parent.codebook_uid,
        "parent_uid": parent.uid,
        "position": codebook_rows.sort_key(int(last or "0") // _STEP),
        "key": new.key,
        "label_nl": label,
        "label_en": label,
        "short_nl": "",
        "short_en": "",
        **dict.fromkeys((*texts, "memo"), ""),
        "colour": parent.colour,
        "side": parent.side,
        "default_on": True,
        "status": "draft",
        "is_residual": False,
    }
