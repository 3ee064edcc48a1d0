"""Find the quotations in a draft, and tell what of each has to stand in its document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Opening mark: what closes it. A straight or single mark opens only before a word that it is
# not part of, so that apostrophes ('s middags, foto's) are left alone.
_PAIRS = {"“": "”", "„": "”“", "«": "»", "»": "«", "‘": "’", "'": "'", '"': '"'}
_SINGLE = "'‘"
_CLIPPED = re.compile(r"['‘’][stnmkr]\b(?!['’])", re.IGNORECASE)  # 's avonds, 't, 'n
_OMISSION = re.compile(r"[\[(]\s*(?:…|\.{3})\s*[\])]|…|\.{3,}|\[[^\]]*\]")
_LONGEST = 3000
_MARKS = str.maketrans(dict.fromkeys('“”„‟«»‹›‘’‚‛"`´', "'") | dict.fromkeys("‐‑–—−", "-"))
_LEFT_OUT = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\ufeff-")
_AT_ENDS = " \t\n.,;:"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation, and whether a word begins and ends with it: not in [w]oningen."""

    text: str
    begins_word: bool = True
    ends_word: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation [start, end) of a draft, marks not counted."""

    start: int
    end: int
    text: str

    def pieces(self) -> list[Piece]:
        """Return the stretches that must be literal: what lies between omissions and additions."""
        said, found = self.text, []
        edges = [edge for mark in _OMISSION.finditer(said) for edge in mark.span()]
        for start, end in zip([0, *edges[1::2]], [*edges[::2], len(said)], strict=True):
            piece = said[start:end].strip()
            if end == len(said):
                piece = piece.rstrip(_AT_ENDS)  # the draft's own punctuation
            if folded(piece):
                begins = said[start].isspace() or said[start - 1 : start] != "]"
                ends = said[end - 1].isspace() or said[end : end + 1] != "["
                found.append(Piece(piece, begins, ends))
        return found


def find(draft: str) -> Iterator[Quotation]:
    """Yield the quotations of a draft in their order; one inside another belongs to that one."""
    at = 0
    while at < len(draft):
        closing = _PAIRS.get(draft[at])
        if closing is None or not _opens(draft, at):
            at += 1
            continue
        end = _closed(draft, at, closing)
        if end is None:
            at += 1
            continue
        if draft[at + 1 : end].strip():
            yield Quotation(at + 1, end, draft[at + 1 : end])
        at = end + 1


def _opens(draft: str, at: int) -> bool:
    before = draft[at - 1] if at else " "
    after = draft[at + 1] if at + 1 < len(draft) else " "
    if after.isspace() or (draft[at] in "'‘\"" and before.isalnum()):
        return False
    return not (draft[at] in _SINGLE and _CLIPPED.match(draft, at))


def _closed(draft: str, at: int, closing: str) -> int | None:
    """Return where the quotation that opens at `at` is closed, within its paragraph."""
    opening, depth = draft[at], 0
    stop = draft.find("\n\n", at)
    stop = min(len(draft) if stop < 0 else stop, at + _LONGEST)
    for place in range(at + 1, stop):
        mark = draft[place]
        if mark == opening and mark not in closing:
            depth += 1
        elif mark in closing and _closes(draft, place, single=opening in _SINGLE):
            if depth == 0:
                return place
            depth -= 1
    return None


def _closes(draft: str, place: int, *, single: bool) -> bool:
    """Tell whether a mark ends a quotation; an apostrophe inside a word does not."""
    after = draft[place + 1] if place + 1 < len(draft) else " "
    if single and after.isalnum():
        return False
    return not draft[place - 1].isspace() or not single


def folded(text: str) -> str:
    """Return text without white space, hyphens and kinds of quotation marks and ligatures."""
    plain = unicodedata.normalize("NFKC", text).translate(_MARKS).translate(_LEFT_OUT)
    return "".join(plain.split())
