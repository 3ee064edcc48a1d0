"""Which pages a query can be on, as the full-text index or a scan finds them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcode_app.domain.folding import fold
from qualcode_app.domain.search_query import Mode, Query, tokens

_SIGNS = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to come to the pages worth a look.

    With `match` the index names them, and `crossing` the pages that a phrase may run over to;
    with `needle` every page that holds it; without both, whole documents are read.
    """

    match: str = ""
    crossing: str = ""
    needle: str = ""


def plan(query: Query, forms: Mapping[str, frozenset[str]]) -> Plan:
    """Return the cheapest way to all places of a query."""
    words = tokens(query.words)
    match query.mode:
        case Mode.WORD:
            return Plan(_phrase(words), _rests(words, ""))
        case Mode.START:
            return Plan(_phrase(words, " *"), _rests(words, " *"))
        case Mode.FAMILY:
            return _families(words, forms)
        case Mode.WILDCARD:
            return _wildcard(query)
        case Mode.INSIDE if len(words) == 1 and fold(query.words).strip() == words[0]:
            return Plan(needle=words[0])
        case _:
            return Plan()


def _phrase(words: Sequence[str], rest: str = "") -> str:
    return f'"{" ".join(words)}"{rest}'


def _rests(words: Sequence[str], rest: str) -> str:
    """Match pages that begin with the end of a phrase."""
    return " OR ".join(f"^ {_phrase(words[cut:], rest)}" for cut in range(1, len(words)))


def _families(words: Sequence[str], forms: Mapping[str, frozenset[str]]) -> Plan:
    groups = [sorted(forms.get(word, frozenset()) | {word}) for word in words]
    every = [f"({' OR '.join(_phrase([form]) for form in group)})" for group in groups]
    later = {form for group in groups[1:] for form in group}
    return Plan(" AND ".join(every), " OR ".join(f"^ {_phrase([form])}" for form in sorted(later)))


def _wildcard(query: Query) -> Plan:
    folded = fold(query.words).strip()
    pieces = _SIGNS.split(folded)
    if not all(piece.isalnum() for piece in pieces if piece):
        return Plan()  # several words, or a hyphen in one: they may stand on two pages
    return Plan(_phrase(pieces[:1], " *")) if pieces[0] else Plan(needle=max(pieces, key=len))
