"""Words, sentences and steps of the caret in a document's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from qualcode_app.domain.anchors import TextAnchor

_INSIDE_A_WORD = "'’-\u2010\u2011\u00ad"  # apostrophe and hyphens between two letters
_NESTED_MAX = 12  # sentences of a footnote within the sentence that goes on over the page
_HYPHENS = "-\u2010\u00ad"


def word_at(text: str, offset: int) -> TextAnchor | None:
    """Return the word that holds a character; a word broken at a line's end counts as one.

    A character that belongs to no word (a bullet, a full stop) is its own word; white space
    is none.
    """
    if not 0 <= offset < len(text) or text[offset].isspace():
        return None
    if not _in_word(text, offset):
        return TextAnchor(offset, offset + 1)
    start, end = offset, offset + 1
    while (left := _before(text, start)) is not None:
        start = left
    while (right := _after(text, end)) is not None:
        end = right
    return TextAnchor(start, end)


def _in_word(text: str, at: int) -> bool:
    if text[at].isalnum():
        return True
    return (
        text[at] in _INSIDE_A_WORD
        and 0 < at < len(text) - 1
        and text[at - 1].isalnum()
        and (text[at + 1].isalnum() or (text[at] in _HYPHENS and _broken(text, at + 1)))
    )


def _broken(text: str, at: int) -> bool:
    """Tell whether a line ends here and a word goes on below."""
    return text[at : at + 1] == "\n" and text[at + 1 : at + 2].islower()


def _before(text: str, start: int) -> int | None:
    """Return where the word begins one step further left, or None at its start."""
    if start > 0 and _in_word(text, start - 1):
        return start - 1
    if start > 2 and text[start - 2] in _HYPHENS and _broken(text, start - 1):
        return start - 2 if _in_word(text, start - 2) else None
    return None


def _after(text: str, end: int) -> int | None:
    """Return where the word ends one step further right, or None at its end."""
    if end < len(text) and _in_word(text, end):
        return end + 1
    if end < len(text) - 1 and text[end - 1] in _HYPHENS and _broken(text, end):
        return end + 2
    return None


def next_word(text: str, gap: int) -> int:
    """Return the gap before the next word to the right."""
    at = gap
    here = word_at(text, at)
    if here is not None:
        at = here.end
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def previous_word(text: str, gap: int) -> int:
    """Return the gap before the word to the left."""
    at = gap
    while at > 0 and text[at - 1].isspace():
        at -= 1
    here = word_at(text, at - 1) if at > 0 else None
    return at if here is None else here.start


class Units:
    """Sentences, list items or paragraphs in document order, found by place."""

    def __init__(self, units: Sequence[TextAnchor]) -> None:
        self.units = tuple(units)
        self._starts = [unit.start for unit in units]

    def at(self, offset: int) -> TextAnchor | None:
        """Return the unit that holds a character."""
        found = bisect_right(self._starts, offset) - 1
        for at in range(found, max(-1, found - _NESTED_MAX), -1):
            if offset < self.units[at].end:
                return self.units[at]
        return None

    def after(self, offset: int) -> TextAnchor | None:
        """Return the first unit that begins at or behind a character."""
        found = bisect_right(self._starts, offset - 1)
        return self.units[found] if found < len(self.units) else None

    def before(self, offset: int) -> TextAnchor | None:
        """Return the last unit that begins before a character."""
        found = bisect_right(self._starts, offset - 1) - 1
        return self.units[found] if found >= 0 else None
