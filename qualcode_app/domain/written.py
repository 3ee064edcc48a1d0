"""Text that comes without pages: what of it is stored, and where its headings are.

The stored text is the source's text, character by character, but for these rules:

1. a byte-order mark at the beginning goes;
2. every kind of line end (CRLF, CR, form feed, U+0085, U+2028, U+2029 …) becomes one newline;
3. a character that no database holds (NUL, lone surrogates) or no page shows (other control
   characters) becomes U+FFFD, one for one;
4. the text ends in a newline.

So spaces, tabs and blank lines stay, and offsets differ only by rules 1 and 2. How the text is
set on pages adds nothing to it: a line that is broken on the page has no newline there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

SUFFIXES = (".txt", ".md", ".docx", ".odt")
"""Ends of the names of files that are text and come without pages."""

MARK = "\ufeff"
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a text that is a heading."""

    start: int  # of the line in the text
    level: int  # 1 at the top


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A text as it is stored."""

    text: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """A text as it is stored, and where the characters of its source went.

    Args:
        text: What is stored.
        lead: Characters left out at the beginning of the source: 1 for a byte-order mark.
        pairs: Where in the source the line ends of two characters begin, rising.
        n_source: Length of the source.
    """

    text: str
    lead: int
    pairs: tuple[int, ...]
    n_source: int

    def at(self, offset: int) -> int:
        """Return where in the stored text the place `offset` of the source is.

        Args:
            offset: A gap between characters of the source, 0 to its length; what lies outside
                is moved to the nearer end.
        """
        inside = min(max(offset, 0), self.n_source)
        gone = bisect_right(self.pairs, inside - 2)  # pairs that end at or before this place
        return max(inside - gone - self.lead, 0)


def stored(source: str) -> Stored:
    """Return what is stored of a text, by the rules above."""
    lead = int(source.startswith(MARK))
    pairs = tuple(match.start() for match in re.finditer("\r\n", source))
    text = _UNSHOWN.sub("\ufffd", _LINE_END.sub("\n", source[lead:]))
    if not text.endswith("\n"):
        text += "\n"
    return Stored(text, lead, pairs, len(source))
