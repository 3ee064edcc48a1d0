"""Find codes by typing: by key, label and definition, in both languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from qualcode_app.services.codebook.codebook import CodeRow

NOT_FOUND = 99


def find(rows: Iterable[CodeRow], typed: str, recent: Iterable[str] = ()) -> list[CodeRow]:
    """Return the codes that fit, best first.

    Ranks: exact key, start of the key, start of a label, start of a word in a label, inside a
    label, inside a definition; then the codes used last, then the order of the tree. "WON2" and
    "won 2" both mean WON-2.
    """
    words = _folded(typed).split()
    key = _squeezed(typed)
    if not words:
        return []
    used = {uid: number for number, uid in enumerate(islice(recent, 5))}
    ranked = []
    for position, row in enumerate(rows):
        rank = _rank(row, words, key)
        if rank < NOT_FOUND:
            ranked.append((rank, used.get(row.uid, len(used)), position, row))
    ranked.sort(key=lambda item: item[:3])
    return [row for *_, row in ranked]


def _rank(row: CodeRow, words: list[str], key: str) -> int:
    own_key = _squeezed(row.key)
    if own_key == key:
        return 0
    if key and own_key.startswith(key):
        return 1
    labels = [_folded(label) for label in (row.label_nl, row.label_en)]
    phrase = " ".join(words)
    if any(label.startswith(phrase) for label in labels):
        return 2
    if any(_starts_words(label, words) for label in labels):
        return 3
    if any(all(word in label for word in words) for label in labels):
        return 4
    definitions = [_folded(text) for text in (row.short_nl, row.short_en)]
    if any(_starts_words(text, words) for text in definitions):
        return 5
    return NOT_FOUND


def _starts_words(text: str, words: list[str]) -> bool:
    parts = text.replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)


def _squeezed(text: str) -> str:
    return "".join(letter for letter in _folded(text) if letter.isalnum())


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Return the text without capitals and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
