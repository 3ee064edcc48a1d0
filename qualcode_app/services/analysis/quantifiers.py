"""Words for "how many", which a report uses and which n and N must bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A word for shares up to `most` percent, the last of which is included."""

    most: float
    dutch: tuple[str, ...]  # what is proposed, then what means the same
    english: tuple[str, ...]


SCALE: tuple[Step, ...] = (
    Step(0, ("geen", "geen enkel", "geen van"), ("none", "no")),
    Step(10, ("een enkel", "nauwelijks", "zelden"), ("hardly any", "rarely")),
    Step(30, ("enkele", "een klein aantal", "weinig"), ("some", "a few", "few")),
    Step(45, ("een deel van de", "verschillende"), ("part of the", "several")),
    Step(55, ("ongeveer de helft van de", "de helft"), ("about half of the", "half")),
    Step(89.999, ("de meeste", "veel"), ("most", "many")),
    Step(99.999, ("vrijwel alle", "bijna alle"), ("nearly all", "almost all")),
    Step(100, ("alle", "elk", "ieder"), ("all", "every", "each")),
)


def quantifier(n: int, of: int, language: str = "nl", scale: Sequence[Step] = ()) -> str:
    """Return the word for n of N, by a scale of one's own or this one; empty where N is nought."""
    if of == 0:
        return ""
    step = _step(n, of, scale or SCALE)
    return (step.dutch if language == "nl" else step.english)[0]


def disagrees(text: str, n: int, of: int, language: str = "nl", scale: Sequence[Step] = ()) -> str:
    """Return the word of a text that n of N does not bear out; empty when all is well."""
    if of == 0:
        return ""
    right = _step(n, of, scale or SCALE)
    used = [
        (match.start(), -len(word), word, step)
        for step in scale or SCALE
        for word in (step.dutch if language == "nl" else step.english)
        if (match := re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))
    ]
    if not used:
        return ""
    _, _, word, step = min(used, key=lambda one: one[:2])
    return "" if step == right else word


def _step(n: int, of: int, scale: Sequence[Step]) -> Step:
    share = 100 * n / of
    return next(step for step in scale if share <= step.most)
