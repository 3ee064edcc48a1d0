"""Where a coding comes to lie: trimmed, with its words, its context and its holes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor, trimmed
from qualcode_app.services.texts import texts

MANY = 20  # places from which reading a text whole is cheaper than reading it in pieces


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document and what stands there."""

    anchor: TextAnchor
    passage: texts.Passage
    holes: tuple[TextAnchor, ...]

    def columns(self) -> dict[str, Any]:
        """Return the columns of a coding that lies here."""
        return {
            "start_char": self.anchor.start,
            "end_char": self.anchor.end,
            "quote": self.passage.quote,
            "prefix": self.passage.prefix,
            "suffix": self.passage.suffix,
            "n_words": texts.count_words(self.passage.quote, self.anchor.start, self.holes),
        }


class Places:
    """Finds places; for many of them each text is read once."""

    def __init__(self, session: Session, n_places: int = 1) -> None:
        self._session = session
        self._whole = n_places >= MANY
        self._texts: dict[str, texts.WholeText] = {}

    def know(self, revision_uid: str, text: texts.WholeText) -> None:
        """Take a text that is about to come in as that of a revision."""
        self._whole = True
        self._texts[revision_uid] = text

    def at(self, revision_uid: str, anchor: TextAnchor) -> Place:
        """Return the place of a selection, without white space at its ends.

        Raises:
            UnknownRecord: The revision is not in this project.
            InvalidAnchor: The place is outside the text, or white space only.
        """
        loose = self._passage(revision_uid, anchor)
        inner = trimmed(loose.quote, 0, len(loose.quote))
        now = TextAnchor(anchor.start + inner.start, anchor.start + inner.end)
        return Place(now, loose.narrowed(inner), self._holes(revision_uid, now))

    def _passage(self, revision_uid: str, anchor: TextAnchor) -> texts.Passage:
        if self._whole:
            return self._text(revision_uid).passage(anchor)
        return texts.passage(self._session, revision_uid, anchor)

    def _holes(self, revision_uid: str, anchor: TextAnchor) -> tuple[TextAnchor, ...]:
        if self._whole:
            return self._text(revision_uid).holes(anchor)
        return texts.holes(self._session, revision_uid, anchor)

    def _text(self, revision_uid: str) -> texts.WholeText:
        if revision_uid not in self._texts:
            self._texts[revision_uid] = texts.WholeText.of(self._session, revision_uid)
        return self._texts[revision_uid]
