"""All forms of a Dutch word: wonen, woont, woonde, gewoond."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.orm import Session

from qualcode_app.domain.folding import fold

if TYPE_CHECKING:
    from simplemma import Lemmatizer

LANGUAGE = "nl"
_STEM = 3  # letters that the other forms of a word unknown to the dictionary begin with
_WORD = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?<=\w)['’‘ʼ]s\b", re.IGNORECASE)
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary"
    " USING fts5vocab(main, search_index, row)"
)


def singular(words: str) -> str:
    """Return words without the plural that an apostrophe parts from them: auto's, foto's."""
    return _PLURAL.sub("", words)


def forms(session: Session, words: str) -> dict[str, frozenset[str]]:
    """Return the folded forms of each word of a query, by the folded word itself.

    Forms come from a dictionary, which has one base form for each word: "huren" is there as the
    plural of a rent only. So what a word is itself the base form of (huurt, gehuurd) belongs to
    its family too. A word that is not in it finds the words of the project that the same rules
    lead back to the same base form.
    """
    session.execute(text(_VOCABULARY))
    found = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", words).lower()):
        bases = _bases(word)
        plain = frozenset(map(fold, bases))
        beside = (
            term
            for stem in {base[:_STEM] for base in plain}
            for term in _beginning(session, stem)
            if fold(_base(term)) in plain
        )
        found[fold(word)] = _in_dictionary(bases) | plain | frozenset(beside)
    return found


@lru_cache(maxsize=256)
def _bases(word: str) -> frozenset[str]:
    """Return a word and its base form; typed without accents, those of the word that has them."""
    spelt, (_, known) = [word], _tools()
    if word not in known:
        spelt += [form for form in known if not form.isascii() and fold(form) == word]
    return frozenset(spelt) | frozenset(map(_base, spelt))


@lru_cache(maxsize=256)
def _in_dictionary(bases: frozenset[str]) -> frozenset[str]:
    _, known = _tools()
    return frozenset(
        fold(form) for form, base in known.items() if form.isalpha() and _joined(base) in bases
    )


def _base(word: str) -> str:
    lemmatizer, _ = _tools()
    return _joined(lemmatizer.lemmatize(word, LANGUAGE)).lower()


def _joined(base: str) -> str:
    """Return a base form without the mark behind what may stand apart from it: aan_pakken."""
    return base.replace("_", "")


@lru_cache(maxsize=1)
def _tools() -> tuple[Lemmatizer, Mapping[str, str]]:
    """Return what leads words back to base forms, and the dictionary it looks into."""
    from simplemma import Lemmatizer  # noqa: PLC0415  its dictionary takes half a second
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415

    there = DefaultDictionaryFactory()
    strategy = DefaultStrategy(dictionary_factory=there)
    return Lemmatizer(lemmatization_strategy=strategy), there.get_dictionary(LANGUAGE)


def _beginning(session: Session, stem: str) -> list[str]:
    if len(stem) < _STEM:
        return []
    rows = session.execute(
        text("SELECT term FROM temp.search_vocabulary WHERE term >= :low AND term < :high"),
        {"low": stem, "high": stem[:-1] + chr(ord(stem[-1]) + 1)},
    )
    return list(rows.scalars())
