"""The language of the documents that are added to this file, unless one says otherwise."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes
from qualcode_app.models.project import Setting

USUAL = "nl"
_KEY = "document_language"


def chosen(session: Session) -> str:
    """Return the code of the language, Dutch where nobody chose."""
    found = session.get(Setting, _KEY)
    return found.value if found is not None else USUAL


def choose(session: Session, language: str) -> Changes:
    """Let documents that are added from now on be in this language."""
    session.merge(Setting(key=_KEY, value=language))
    return Changes()
