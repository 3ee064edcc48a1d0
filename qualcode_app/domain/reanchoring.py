"""Find a passage again in another reading of its document: by its words and what stands around.

The words as they are, else without what differs between readings (blanks, hyphens, ligatures,
quotation marks), else what now stands between the words that stood before and after them. Of
several places the one with the same surroundings is taken, then the nearest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import takewhile

from qualcode_app.domain.anchors import TextAnchor, trimmed
from qualcode_app.domain.quotations import folded

_ENOUGH = 8  # letters beside a passage that tell its place
_BESIDE = 20  # letters that are looked for where the words themselves are not found
_ALIKE = 0.6  # likeness from which other words are taken for the same passage
_COMPARED = 1500  # letters of a long passage that are compared


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with the text right before and after them."""

    quote: str
    prefix: str
    suffix: str


def is_the_same(before: Passage, now: Passage) -> bool:
    """Tell whether a passage surely is the one that stood in another reading.

    The words are the same, and on one side at least so is what stands beside them.
    """
    if folded(before.quote) != folded(now.quote):
        return False
    ahead = folded(before.prefix)[-_ENOUGH:] == folded(now.prefix)[-_ENOUGH:]
    return ahead or folded(before.suffix)[:_ENOUGH] == folded(now.suffix)[:_ENOUGH]


class Reanchoring:
    """A text in which many passages of another reading are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def place(self, passage: Passage, near: int) -> TextAnchor | None:
        """Return where a passage stands; None where nothing like it does.

        Args:
            passage: As it was in the other reading.
            near: Where it is expected.
        """
        quote = passage.quote
        for spans in (self._literal(quote), self._plain(quote), self._between(passage)):
            found = list(spans)
            if found:
                return max(
                    found,
                    key=lambda span: (
                        self._surroundings(passage, span.start, span.end),
                        -abs(span.start - near),
                    ),
                )
        return None

    def _surroundings(self, passage: Passage, start: int, end: int) -> int:
        """Return how many letters before and after a place are those of the passage."""
        room = len(passage.prefix) + len(passage.suffix)
        before = folded(self._text[max(0, start - room) : start])
        after = folded(self._text[end : end + room])
        return _shared(folded(passage.prefix)[::-1], before[::-1]) + _shared(
            folded(passage.suffix), after
        )

    def _literal(self, quote: str) -> Iterator[TextAnchor]:
        for at in _places(self._text, quote):
            yield TextAnchor(at, at + len(quote))

    def _plain(self, quote: str) -> Iterator[TextAnchor]:
        wanted = folded(quote)
        for at in _places(self._letters, wanted) if wanted else ():
            yield self._anchor(at, at + len(wanted))

    def _between(self, passage: Passage) -> Iterator[TextAnchor]:
        """Yield what stands between the same words and is much like the passage."""
        quote = folded(passage.quote)
        before, after = folded(passage.prefix)[-_BESIDE:], folded(passage.suffix)[:_BESIDE]
        if len(before) < _ENOUGH or len(after) < _ENOUGH:
            return
        for at in _places(self._letters, before):
            start = at + len(before)
            end = self._letters.find(after, start, start + 2 * len(quote) + len(after))
            if start < end and _likeness(quote, self._letters[start:end]) >= _ALIKE:
                yield self._anchor(start, end)

    def _anchor(self, start: int, end: int) -> TextAnchor:
        return trimmed(self._text, self._at[start], self._at[end - 1] + 1)

    @cached_property
    def _letters(self) -> str:
        return "".join(map(folded, self._text))

    @cached_property
    def _at(self) -> list[int]:
        """Where each letter stands; one character may be several letters."""
        return [i for i, character in enumerate(self._text) for _ in folded(character)]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0
