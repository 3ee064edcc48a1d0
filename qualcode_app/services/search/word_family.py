"""All forms of a Dutch word: wonen, woont, woonde, gewoond."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import text
from sqlalchemy.orm import Session

from qualcode_app.domain.folding import fold

LANGUAGE = "nl"
_STEM = 3  # letters that the other forms of a word unknown to the dictionary begin with
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary"
    " USING fts5vocab(main, search_index, row)"
)


def forms(session: Session, words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the folded forms of each word, by the folded word itself.

    Forms come from a dictionary; a word that is not in it finds the words of the project that
    the same rules lead back to the same base form.
    """
    session.execute(text(_VOCABULARY))
    found = {}
    for word in words:
        base = _base(word.lower())
        there = _in_dictionary(base) | {fold(word)}
        beside = (term for term in _beginning(session, fold(base)[:_STEM]) if _is_of(term, base))
        found[fold(word)] = frozenset(there | set(beside))
    return found


@lru_cache(maxsize=256)
def _in_dictionary(base: str) -> frozenset[str]:
    from simplemma.strategies.dictionaries import (  # noqa: PLC0415  takes half a second
        DefaultDictionaryFactory,
    )

    dictionary = DefaultDictionaryFactory().get_dictionary(LANGUAGE)
    return frozenset(
        fold(form) for form, lemma in dictionary.items() if lemma == base and form.isalpha()
    )


@lru_cache(maxsize=65_536)
def _base(word: str) -> str:
    import simplemma  # noqa: PLC0415  its dictionary takes half a second

    base: str = simplemma.lemmatize(word, LANGUAGE)
    return base.lower()


def _is_of(term: str, base: str) -> bool:
    return fold(_base(term)) == fold(base)


def _beginning(session: Session, stem: str) -> list[str]:
    if len(stem) < _STEM:
        return []
    rows = session.execute(
        text("SELECT term FROM temp.search_vocabulary WHERE term >= :low AND term < :high"),
        {"low": stem, "high": stem[:-1] + chr(ord(stem[-1]) + 1)},
    )
    return list(rows.scalars())
