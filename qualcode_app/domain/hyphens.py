"""Read text as its writer meant it: lines joined, broken words mended, ligatures opened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_CHANGE = re.compile(
    # What cannot begin a change is passed over at once: a search reads many pages.
    r"(?=[\n\u00ad\u2010\u200b-\u200d\ufeff\ufb00-\ufb06-]|[ ][ \n\u00ad])(?:"
    r"(?P<soft>[ ]*\u00ad[ ]*\n[ ]*|\u00ad)"
    r"|(?P<hyphen>(?<=\w)[-\u2010][ \u00ad]*\n[ \u00ad]*(?=\w))"
    r"|(?P<blank>[ ]*\n[ \n]*|[ ]{2,})"
    r"|(?P<nothing>[\u200b-\u200d\ufeff]+)"
    r"|(?P<ligature>[\ufb00-\ufb06]))"
)
_BLANKS = "\t\v\f\r\x85\xa0\u202f\u205f\u2028\u2029\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_HYPHEN = re.compile(r"[-\u2010](?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"\w+$")
_LINKS = frozenset(
    ("en", "of", "tot", "als", "dan", "and", "or", "to", "und", "oder", "bis")
)  # in- en uitvoer
_STEM = 4  # letters of the second half that tell a compound, whatever its ending
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class MendedText:
    """The readable form of a text and where its stretches come from.

    From `at[k]` on it reads what began at `source[k]`, character for character up to the next
    entry; a ligature is one character of the source opened into several.
    """

    text: str
    at: list[int]
    source: list[int]


def mend(text: str, is_compound: Callable[[str, str], bool]) -> MendedText:
    """Return a text as it reads.

    Args:
        text: With the line ends of the page.
        is_compound: Told the two halves of a word that a line end parts after a hyphen, whether
            the hyphen belongs to the word (as in "sociaal-economisch").
    """
    for blank in _BLANKS:
        text = text.replace(blank, " ")  # one for one, so that places stay
    parts: list[str] = []
    at, source = [0], [0]
    done = length = 0
    for change in _CHANGE.finditer(text):
        kept = text[done : change.start()]
        new = _replacement(text, change, is_compound)
        parts += kept, new
        length += len(kept)
        done = change.end()
        if len(new) == done - change.start():
            length += len(new)
            continue  # one for one, no new stretch
        if new:
            at.append(length)
            source.append(change.start())
            length += len(new)
        at.append(length)
        source.append(done)
    parts.append(text[done:])
    return MendedText("".join(parts), at, source)


def _replacement(text: str, change: re.Match[str], is_compound: Callable[[str, str], bool]) -> str:
    match change.lastgroup:
        case "blank":
            return " "
        case "ligature":
            return unicodedata.normalize("NFKC", change[0])
        case "hyphen":
            return _joint(text, change, is_compound)
        case _:
            return ""


def _joint(text: str, change: re.Match[str], is_compound: Callable[[str, str], bool]) -> str:
    """Return what stands between two halves of a word that a line end parted."""
    left = _LAST_WORD.search(text, max(change.start() - _LONGEST, 0), change.start())
    right = _WORD.match(text, change.end(), change.end() + _LONGEST)
    if left is None or right is None or not left[0][-1].isalpha():
        return "-"  # 2022-2026, 30-plus
    if right[0] in _LINKS:
        return "- "
    if not right[0][0].islower() or (left[0].isupper() and len(left[0]) > 1):
        return "-"  # Noord-Holland, EU-beleid
    return "-" if is_compound(left[0], right[0]) else ""


def compounds_of(text: str) -> Callable[[str, str], bool]:
    """Return what tells a compound by its being written with a hyphen inside a line of the text."""
    known: set[tuple[str, str]] | None = None

    def is_compound(left: str, right: str) -> bool:
        nonlocal known
        if known is None:  # most texts without broken words never ask
            known = set(_compounds(text))
        return (left.lower(), right[:_STEM].lower()) in known

    return is_compound


def _compounds(text: str) -> list[tuple[str, str]]:
    found = []
    for hyphen in _HYPHEN.finditer(text):
        left = _LAST_WORD.search(text, max(hyphen.start() - _LONGEST, 0), hyphen.start())
        if left is not None:
            right = text[hyphen.end() : hyphen.end() + _STEM]
            found.append((left[0].lower(), right.lower()))
    return found
