"""Find a quote of another program in our stored text: every import of codings shares this.

Other programs count in a text of their own, so their offsets say only where a quote lies
roughly. The words decide: as they are, then without what differs between extractions (blanks,
hyphens, ligatures, quotation marks, composed accents), then without running heads and
footnotes that stand in between; of several places the nearest one. Words that stand nowhere
are never placed on something similar.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor, trimmed
from qualcode_app.domain.extraction import Region
from qualcode_app.services.documents import documents

_MARKS = str.maketrans(dict.fromkeys('“”„‟«»‹›‘’‚‛"`´', "'"))
_LEFT_OUT = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\u200b\u200c\u200d\ufeff")
_NOT_RUNNING = frozenset({"running_head", "page_number", "footnote"})


class How(StrEnum):
    """In which way a quote was found."""

    EXACT = "exact"
    NORMALISED = "normalised"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a quote stands.

    `is_one_of_several` says that the same words stand elsewhere too and the nearest was taken.
    """

    anchor: TextAnchor
    how: How
    is_one_of_several: bool = False


class StoredText:
    """A document's stored text, prepared once to find many quotes in it."""

    def __init__(self, text: str, regions: Sequence[Region] = ()) -> None:
        self.text = text
        self._regions = [region for region in regions if region.kind in _NOT_RUNNING]

    @classmethod
    def of(cls, session: Session, revision_uid: str) -> StoredText:
        """Read a revision of the project."""
        return cls(documents.text(session, revision_uid), documents.regions(session, revision_uid))

    def scaled(self, offset: int, n_chars: int) -> int:
        """Return where an offset in another program's text of `n_chars` lies here, roughly."""
        return round(offset * len(self.text) / max(n_chars, 1))

    def place(self, quote: str, near: int = 0) -> Placement | None:
        """Return where a quote stands, or None where its words stand nowhere.

        Args:
            quote: The words as the other program has them.
            near: Where they are expected in the stored text; of several places the nearest wins.
        """
        wanted = quote.strip()
        if not wanted:
            return None
        near += len(quote) - len(quote.lstrip())
        if near >= 0 and self.text.startswith(wanted, near):
            return Placement(TextAnchor(near, near + len(wanted)), How.EXACT)
        at = _nearest(self.text, wanted, near)
        if at is not None:
            anchor = TextAnchor(at, at + len(wanted))
            return Placement(anchor, How.EXACT, _is_elsewhere(self.text, wanted, at))
        for plain in (self._folded, self._running):
            if plain is not None and (found := plain.place(wanted, near)) is not None:
                return found
        return None

    @cached_property
    def _folded(self) -> _Folded:
        return _Folded(self.text, range(len(self.text)))

    @cached_property
    def _running(self) -> _Folded | None:
        """The text without what interrupts it; None where nothing does."""
        if not self._regions:
            return None
        left_out: set[int] = set()
        for region in self._regions:
            left_out.update(range(region.start, region.end))
        return _Folded(self.text, [i for i in range(len(self.text)) if i not in left_out])


class _Folded:
    """A text without what differs between extractions, and where each character stood."""

    def __init__(self, text: str, kept: Sequence[int]) -> None:
        self._stored = text
        self._at: array[int] = array("L")
        said: list[str] = []
        for i in kept:
            for character in _plain(text[i]):
                said.append(character)
                self._at.append(i)
        self._hay = "".join(said)

    def place(self, quote: str, near: int) -> Placement | None:
        needle = "".join(_plain(quote))
        at = _nearest(self._hay, needle, bisect_left(self._at, near)) if needle else None
        if at is None:
            return None
        end = at + len(needle)
        while end < len(self._at) and self._at[end] == self._at[end - 1]:
            end += 1  # a ligature of which the quote has the first letters only
        anchor = trimmed(self._stored, self._at[at], self._at[end - 1] + 1)
        return Placement(anchor, How.NORMALISED, _is_elsewhere(self._hay, needle, at))


def _plain(text: str) -> Iterator[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    for character in text.translate(_MARKS):
        if not character.isspace() and character not in _LEFT_OUT:
            yield character


def _nearest(text: str, wanted: str, near: int) -> int | None:
    """Return the place of the words that lies nearest to `near`."""
    near = min(max(near, 0), len(text))
    after = text.find(wanted, near)
    before = text.rfind(wanted, 0, near + len(wanted) - 1)
    if after < 0 or before < 0:
        return max(after, before) if max(after, before) >= 0 else None
    return before if near - before <= after - near else after


def _is_elsewhere(text: str, wanted: str, at: int) -> bool:
    return text.find(wanted) != at or text.find(wanted, at + 1) >= 0
