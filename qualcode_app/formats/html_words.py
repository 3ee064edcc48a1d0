"""The words of a piece of HTML, and where in them an offset of Taguette lies.

Taguette counts the bytes of all text in UTF-8, tags not counted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html.parser import HTMLParser

from qualcode_app.domain.written import stored

_BLOCKS = re.compile(
    "address|article|aside|blockquote|d[dltiv]+|fieldset|figcaption|figure|footer|form|h[1-6r]|"
    "header|li|main|nav|ol|p|pre|section|table|t(?:body|d|foot|h|head|r)|ul"
)
_UNSEEN = frozenset({"script", "style", "title", "head", "template"})


class HtmlWords:
    """Text of HTML with a line for each block, as it is stored."""

    def __init__(self, html: str) -> None:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        self.text = stored(reader.text).text
        self._byte_starts = reader.byte_starts
        self._runs = reader.runs

    def at(self, offset: int) -> int:
        """Return where in the text the place `offset`, in bytes, lies."""
        number = bisect_right(self._byte_starts, offset) - 1
        if number < 0:
            return 0
        start, words, is_shown = self._runs[number]
        into = min(max(offset - self._byte_starts[number], 0), len(words.encode()))
        return start + (len(words.encode()[:into].decode("utf-8", "ignore")) if is_shown else 0)


class _Reader(HTMLParser):
    """Collects text and remembers which bytes each run of it has."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._length = 0
        self._bytes = 0
        self._hidden = 0
        self._has_begun = False
        self.byte_starts: list[int] = []
        self.runs: list[tuple[int, str, bool]] = []  # start in the text, words, whether shown

    @property
    def text(self) -> str:
        """All text so far."""
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a line where a block begins."""
        self._has_begun = True
        if tag in _UNSEEN:
            self._hidden += 1
        if _BLOCKS.fullmatch(tag):
            self._end_line()
        if tag == "br":
            self._put("\n")

    def handle_endtag(self, tag: str) -> None:
        """End the line where a block ends."""
        if tag in _UNSEEN:
            self._hidden = max(self._hidden - 1, 0)
        if _BLOCKS.fullmatch(tag):
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Keep text; blanks between blocks count as bytes and are not shown."""
        if not self._has_begun and not data.strip():
            return  # no browser keeps blanks before the first element
        words = data.replace("\r\n", "\n").replace("\r", "\n")
        is_shown = not self._hidden and bool(words.strip() or not self._is_new_line())
        self.byte_starts.append(self._bytes)
        shown = words.replace("\n", " ") if is_shown else ""
        self.runs.append((self._length, shown or words, is_shown))
        self._bytes += len(words.encode("utf-8", "replace"))
        if shown:
            self._put(shown)

    def _is_new_line(self) -> bool:
        return not self._parts or self._parts[-1].endswith("\n")

    def _end_line(self) -> None:
        if not self._is_new_line():
            self._put("\n")

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
