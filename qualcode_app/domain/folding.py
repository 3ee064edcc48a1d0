"""Text as a search compares it: without accents, and without capitals unless they count."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f]")  # combining marks of Latin script
_SPECIAL = re.compile(r"[^\x00-\x7f]")


def fold(text: str, *, keep_case: bool = False) -> str:
    """Return text without accents, and without capitals unless `keep_case`."""
    if text.isascii():
        return text if keep_case else text.lower()
    plain = text if keep_case else text.casefold()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", plain))


class Folded:
    """A folded text that knows which character of the text each of its characters comes from."""

    def __init__(self, text: str, *, keep_case: bool = False) -> None:
        self.text = fold(text, keep_case=keep_case)
        self._at, self._source = [0], [0]  # from `at` on it reads what began at `source`
        shift = 0
        for found in _SPECIAL.finditer(text):
            width = _width(found[0], keep_case)
            if width != 1:
                self._note(found.start(), found.start() + shift, width)
                shift += width - 1

    def _note(self, source: int, at: int, width: int) -> None:
        """Note a character that became none, or several."""
        if width:
            self._at.append(at)
            self._source.append(source)
        self._at.append(at + width)
        self._source.append(source + 1)

    def to_source(self, place: int) -> int:
        """Return the offset in the text of the character that reads at `place`."""
        number = bisect_right(self._at, place) - 1
        source = self._source[number] + place - self._at[number]
        if number + 1 < len(self._source):  # one character that reads as several
            source = min(source, max(self._source[number + 1] - 1, self._source[number]))
        return source

    def to_folded(self, offset: int) -> int:
        """Return where the character at an offset of the text reads."""
        number = bisect_right(self._source, offset) - 1
        place = self._at[number] + offset - self._source[number]
        return min(place, self._at[number + 1]) if number + 1 < len(self._at) else place


@lru_cache(maxsize=4096)
def _width(character: str, keep_case: bool) -> int:
    return len(fold(character, keep_case=keep_case))
