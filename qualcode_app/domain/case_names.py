"""Names of municipalities as people write them, and which of them mean the same one.

Spelling differs between a sheet, a file name and the project: accents, hyphens, "gemeente X",
"a/d". What is the same but for these is the same case; what only looks alike is a doubt that
somebody has to settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from qualcode_app.domain.folding import fold

ALIKE = 0.8  # share of equal letters from which two names are worth asking about
MAX_CANDIDATES = 5
_PREFIX = re.compile(r"^(?:the |de )?(?:gemeente|gem\.?|municipality of|municipality) ")
_AT_RIVER = re.compile(r"\baan (?:de|den|het|der)\b|\ba[/.] ?d\b\.?")
_NOT_A_LETTER = re.compile(r"[^\w()]+")
_CODE = re.compile(r"(?:gm[\s-]?)?(\d{1,4})(?:\.0)?", re.IGNORECASE)
# Two names in daily use for one municipality, official name second.
_OTHER_NAMES = {
    "den haag": "s gravenhage",
    "the hague": "s gravenhage",
    "den bosch": "s hertogenbosch",
}


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Return a name as it is compared: no accents, capitals, hyphens or "gemeente"."""
    plain = fold(name).replace("_", " ")
    plain = _AT_RIVER.sub("a d", " ".join(plain.split()))
    plain = _PREFIX.sub("", plain)
    plain = _NOT_A_LETTER.sub(" ", plain).strip()
    return _OTHER_NAMES.get(plain, plain)


def code(text: str) -> str:
    """Return a gemeentecode with its four digits (518, GM0518 and 0518 are one code)."""
    found = _CODE.fullmatch(text.strip())
    return found[1].zfill(4) if found else text.strip()


def alike(name: str, known: Mapping[str, str]) -> list[str]:
    """Return what a name may stand for, the likeliest first.

    Args:
        name: As somebody wrote it.
        known: What each known name, as `key` returns it, stands for.
    """
    wanted = key(name)
    scored = [
        (score, meant)
        for other, meant in known.items()
        if (score := _likeness(wanted, other)) >= ALIKE
    ]
    scored.sort(key=lambda pair: -pair[0])
    return list(dict.fromkeys(meant for _, meant in scored))[:MAX_CANDIDATES]


def named_in(text: str, known: Mapping[str, str]) -> list[str]:
    """Return what is named in a text by whole words, in its order; long names go before short ones.

    Args:
        text: A title, a file name or a sentence.
        known: What each known name, as `key` returns it, stands for.
    """
    rest = f" {_NOT_A_LETTER.sub(' ', _AT_RIVER.sub('a d', fold(text).replace('_', ' ')))} "
    found: dict[str, int] = {}
    for other in sorted(_spelled(known), key=len, reverse=True):
        at = rest.find(f" {other} ")
        while at >= 0:
            found.setdefault(known[_OTHER_NAMES.get(other, other)], at)
            rest = rest[:at] + " " + "\0" * len(other) + " " + rest[at + len(other) + 2 :]
            at = rest.find(f" {other} ")
    return sorted(found, key=lambda meant: found[meant])


def _spelled(known: Mapping[str, str]) -> Iterable[str]:
    """Return the known names with their other names in daily use."""
    daily = (name for name, official in _OTHER_NAMES.items() if official in known)
    return {name for name in (*known, *daily) if name}


def _likeness(one: str, other: str) -> float:
    """Return how alike two keys are, 0 to 1; one at the start of the other is alike."""
    if one.startswith(f"{other} ") or other.startswith(f"{one} "):
        return ALIKE
    if min(len(one), len(other)) < 4:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
