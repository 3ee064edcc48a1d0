"""Dutch number words: vijftienhonderd, anderhalf, een derde."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

MULTIPLIERS = {
    "duizend": Decimal(1_000),
    "miljoen": Decimal(1_000_000),
    "mln": Decimal(1_000_000),
    "miljard": Decimal(1_000_000_000),
    "mld": Decimal(1_000_000_000),
}

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_PARTS = {
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "negende": 9,
    "tiende": 10,
}
_PLAIN = str.maketrans("éèëï", "eeei")

# Shares said in words; "een tweede" is a second one, never a half.
SHARES = re.compile(
    r"\b(?:(?P<half>(?:de\s+)helft)"
    r"|(?P<quarters>driekwart|drie\s+kwart|[eé]{2}n\s+kwart)"
    r"|(?P<over>[eé]{2}n|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:\s+|-|(?=derde|vierde))"
    r"(?P<part>derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)(?:n|deel)?"
    r"|(?P<one>\d{1,2}|[eé]{2}n|twee|drie|vier|vijf|zes|zeven|acht|negen)\s+op\s+(?:de\s+)?"
    r"(?P<among>\d{1,4}|[a-zéë]{3,14}))\b",
    re.IGNORECASE,
)
_HALVES = {"half": Decimal("0.5"), "halve": Decimal("0.5")}
_ONE_AND_A_HALF = {"anderhalf", "anderhalve"}


@cache
def _below_hundred() -> dict[str, int]:
    known = {word: value for value, word in enumerate(_ONES, start=1)}
    known |= {word: value for value, word in enumerate(_TEENS, start=10)}
    for tens, ten in enumerate(_TENS, start=2):
        known[ten] = tens * 10
        known |= {f"{one}en{ten}": tens * 10 + i for i, one in enumerate(_ONES, start=1)}
    return known


def whole(word: str) -> int | None:
    """Return the value of a number written as one word, None when it is no number."""
    return _whole(word.casefold().translate(_PLAIN))


@cache
def _whole(word: str) -> int | None:
    known = _below_hundred()
    if word in known:
        return known[word]
    for name, size in (("duizend", 1_000), ("honderd", 100)):
        before, found, after = word.partition(name)
        if not found:
            continue
        many = _whole(before) if before else 1
        rest = _whole(after.removeprefix("en")) if after else 0
        if after in known:
            rest = known[after]  # "enen..." is no word, but "een" begins with "e"
        if many is None or rest is None or rest >= size:
            return None
        return many * size + rest
    return None


def value(word: str) -> Decimal | None:
    """Return the value of a number word, halves included: anderhalf, tweeënhalf."""
    plain = word.casefold().translate(_PLAIN)
    if plain in _ONE_AND_A_HALF:
        return Decimal("1.5")
    for ending in ("enhalf", "enhalve"):
        if plain.endswith(ending) and (before := _whole(plain.removesuffix(ending))):
            return before + Decimal("0.5")
    found = _whole(plain)
    return None if found is None else Decimal(found)


def half(word: str) -> Decimal | None:
    """Return a half for "half" and "halve", which count only before what they halve."""
    return _HALVES.get(word.casefold())


def share(match: re.Match[str]) -> Decimal | None:
    """Return the percentage that words of a share stand for, to two decimals."""
    if match["half"]:
        return Decimal(50)
    if match["quarters"]:
        return Decimal(75 if match["quarters"].casefold().startswith("drie") else 25)
    if match["part"]:
        over = whole(match["over"])
        among: int | None = _PARTS[match["part"].casefold()]
    else:
        over = int(match["one"]) if match["one"].isdecimal() else whole(match["one"])
        said = match["among"]
        among = int(said) if said.isdecimal() else whole(said)
    if not over or not among or over >= among:
        return None
    return (Decimal(100) * over / among).quantize(Decimal("0.01")).normalize() + 0
