"""What a search asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from qualcode_app.domain.folding import fold

_WORD = re.compile(r"[^\W_]+")


class Mode(StrEnum):
    """How the words of a search are matched."""

    WORD = "word"  # whole words, several of them as a phrase
    START = "start"  # the last word may go on
    FAMILY = "family"  # every form of each word: wonen, woont, gewoond
    WILDCARD = "wildcard"  # * for any letters, ? for one letter
    REGEX = "regex"
    INSIDE = "inside"  # also in the middle of a word


@dataclass(frozen=True, slots=True)
class Query:
    """Words and how they are matched; capitals count only if asked."""

    words: str
    mode: Mode = Mode.WORD
    exact_case: bool = False

    @property
    def key(self) -> str:
        """Mode and case in one word, as a kept search stores them."""
        return f"{self.mode.value}+case" if self.exact_case else self.mode.value

    @classmethod
    def of(cls, words: str, key: str) -> Query:
        """Return the search that was kept under `key`."""
        mode, _, case = key.partition("+")
        return cls(words, Mode(mode), exact_case=bool(case))


def tokens(words: str, *, keep_case: bool = False) -> list[str]:
    """Return the words of a text as the index parts them."""
    return _WORD.findall(fold(words, keep_case=keep_case))
