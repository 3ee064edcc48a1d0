"""What a finding says of each document: that a code is there, or that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode_app.services.analysis.questions import Kind
from qualcode_app.services.claims.claims import ClaimRow
from qualcode_app.services.claims.results import Told

# Words that say "and nowhere else", in Dutch and English.
_ONLY = re.compile(
    r"\b(?:alleen|slechts|uitsluitend|enige|uitzondering(?:en)?|only|sole|solely|exceptions?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A code, or a value of a facet on it, in one document."""

    document_uid: str
    code_uid: str
    facet: tuple[str, str] | None
    is_present: bool


def of_claim(claim: ClaimRow) -> Iterator[Fact]:
    """Yield what a finding says; of several codes only what holds for each of them."""
    if claim.asked is None or claim.result is None:
        return
    kind = claim.asked.question.kind
    lines = claim.result.lines
    if kind == Kind.WAVES:
        lines = lines[-2:]  # those before are about cases, in two documents each
    for line in lines:
        yield from _of_line(kind, line)


def says_only(claim: ClaimRow) -> bool:
    """Tell whether a finding says that there are no others."""
    kind = claim.asked.question.kind if claim.asked else None
    return kind in (Kind.ONLY, Kind.RARE) or _ONLY.search(claim.sentence) is not None


def _of_line(kind: Kind, line: Told) -> Iterator[Fact]:
    single = len(line.code_uids) == 1
    match kind:
        case Kind.NONE_OF:
            yield from _each(line, line.names, present=False)
            if single:
                yield from _each(line, line.others, present=True)
        case Kind.ANY_OF:
            if single:
                yield from _each(line, line.names, present=True)
            yield from _each(line, line.others, present=False)
        case Kind.TOGETHER:
            yield from _each(line, line.names, present=True)
        case Kind.ROOM | Kind.WORDS:
            return
        case _:
            yield from _each(line, line.names, present=True)
            if single:
                yield from _each(line, line.others, present=False)


def _each(line: Told, document_uids: tuple[str, ...], *, present: bool) -> Iterator[Fact]:
    facet = line.facet if line.facet and line.facet[1] else None
    for document_uid in document_uids:
        for code_uid in line.code_uids:
            yield Fact(document_uid, code_uid, facet, present)
