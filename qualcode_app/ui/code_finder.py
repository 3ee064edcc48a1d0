"""Find codes by typing: by key, label, keyword and definition, in both languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from qualcode_app.services.codebook.codebook import CodeRow
from qualcode_app.services.codebook.search_words import SearchWords

NOT_FOUND = 99
CODES_KEPT = 20_000  # folded once, then found within the blink of a key
NO_WORDS = SearchWords()

Words = Mapping[str, SearchWords]  # by uid of the code


def find(
    rows: Iterable[CodeRow], typed: str, words_of: Words, recent: Iterable[str] = ()
) -> list[CodeRow]:
    """Return the codes that fit, best first.

    Ranks: exact key, start of the key, start of a label, start of a word in a label, inside a
    label, a keyword, inside a definition; then the codes used last, then the order of the tree.
    "WON2" and "won 2" both mean WON-2.
    """
    words = _folded(typed).split()
    key = _squeezed(typed)
    if not words:
        return []
    listed = list(rows)
    used = {uid: number for number, uid in enumerate(islice(recent, 5))}
    ranked = []
    for position, row in enumerate(listed):
        rank = _rank(_prepared(row, words_of.get(row.uid, NO_WORDS)), words, key)
        if rank < NOT_FOUND:
            ranked.append((rank, not row.is_active, used.get(row.uid, len(used)), position))
    ranked.sort()
    return [listed[place[-1]] for place in ranked]


def prepare(rows: Iterable[CodeRow], words_of: Words) -> None:
    """Fold what is searched, so that the first letter is found as fast as the next."""
    for row in rows:
        _prepared(row, words_of.get(row.uid, NO_WORDS))


def _rank(code: _Prepared, words: list[str], key: str) -> int:
    if key and code.key.startswith(key):
        return 0 if code.key == key else 1
    if words[0] not in code.everything:  # most codes end here, at the cost of one look
        return NOT_FOUND
    phrase = " " + " ".join(words)
    starts = [f" {word}" for word in words]
    best = NOT_FOUND
    for label in code.labels:
        if label.startswith(phrase):
            return 2
        if _all_in(starts, label):
            best = 3
        elif best > 4 and _all_in(words, label):
            best = 4
    if best < NOT_FOUND:
        return best
    for rank, texts in ((5, code.keywords), (6, code.texts)):
        if any(_all_in(starts, text) for text in texts):
            return rank
    return NOT_FOUND


def _all_in(words: list[str], text: str) -> bool:
    for word in words:  # noqa: SIM110  a plain loop: it runs for every code at every key
        if word not in text:
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is searched in a code, folded; each word has one space before it."""

    key: str
    labels: tuple[str, ...]
    keywords: tuple[str, ...]
    texts: tuple[str, ...]
    everything: str  # all of it but the key


def _prepared(row: CodeRow, words: SearchWords) -> _Prepared:
    return _folded_once(
        row.key,
        (row.label_nl, row.label_en),
        words.keywords,
        (row.short_nl, row.short_en, *words.definitions),
    )


@lru_cache(maxsize=CODES_KEPT)
def _folded_once(
    key: str, labels: tuple[str, ...], keywords: tuple[str, ...], texts: tuple[str, ...]
) -> _Prepared:
    named, hinted, told = (tuple(map(_spaced, some)) for some in (labels, keywords, texts))
    return _Prepared(_squeezed(key), named, hinted, told, "".join((*named, *hinted, *told)))


def _spaced(text: str) -> str:
    return " " + " ".join(_folded(text).replace("-", " ").split())


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, _folded(text)))


def _folded(text: str) -> str:
    """Return the text without capitals and accents."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
