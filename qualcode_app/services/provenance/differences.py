"""What two identities said differently, in words, for whoever chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.base import uid_text
from qualcode_app.services.merging import clashes
from qualcode_app.services.merging.outcomes import Effect, Outcome, Version, words_of
from qualcode_app.services.provenance.joining import Difference, Joined

_FIRST, _OTHER = 0, 1
_NAMES = (
    "SELECT uid, key FROM code",
    "SELECT uid, key FROM proposition",
    "SELECT uid, title FROM document",
)
_ABOUT = ("document_uid", "proposition_uid", "code_uid", "family_uid")


@dataclass(frozen=True, slots=True)
class Told:
    """A difference in words.

    Args:
        key: By which it is chosen.
        kind: What it is.
        about: Document, code or proposition, and the passage of a coding.
        first: What the identity named first says, by field.
        other: What the other one says.
    """

    key: str
    kind: Kind
    about: str
    first: Mapping[str, str]
    other: Mapping[str, str]


def told(session: Session, done: Joined, language: str = "nl") -> Sequence[Told]:
    """Return the differences of a plan in words."""
    names = {
        uid_text(uid): name for sql in _NAMES for uid, name in raw.fetch(session.connection(), sql)
    }
    return [_told(one, names, language) for one in done.differences]


def _told(one: Difference, names: Mapping[str, str], language: str) -> Told:
    versions = Version(_FIRST, "", one.first), Version(_OTHER, "", one.other)
    clash = Outcome(one.first.kind, one.first.uid, Effect.CLASH, versions, versions)
    said = {side.version.file: side.said for side in clashes.sides(clash)}
    root = one.first.root
    parts = [names.get(root.get(name) or "", "") for name in _ABOUT]
    if one.first.kind is Kind.CODING:
        parts.append(words_of(versions[0], language))
    about = "  ".join(filter(None, parts))
    return Told(one.key, one.first.kind, about, said[_FIRST], said[_OTHER])
