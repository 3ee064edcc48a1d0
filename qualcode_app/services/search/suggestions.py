"""Where the keywords of the codes stand in a document: an aid, never a verdict."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.anchors import TextAnchor
from qualcode_app.domain.folding import fold
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.domain.search_query import Mode, Query, tokens
from qualcode_app.models.codebooks import Code, CodeKeyword
from qualcode_app.models.codings import Coding
from qualcode_app.services.codebook import active
from qualcode_app.services.documents import documents
from qualcode_app.services.search.search_codings import KINDS, widened
from qualcode_app.services.search.search_places import Places, Reading

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence in which keywords of a code stand, and which has not got that code."""

    code_uid: str
    anchor: TextAnchor  # the sentence
    words: tuple[str, ...]  # the words found, as they read
    quote: str
    page_label: str


@dataclass(frozen=True, slots=True)
class _Keyword:
    code_uid: str
    words: tuple[str, ...]
    match: str


def of_document(
    session: Session,
    revision_uid: str,
    *,
    coder_uid: str,
    round_uid: str,
    progress: Progress | None = None,
) -> list[Suggestion]:
    """Return what the keywords suggest for a text, in its order.

    Sentences that this coder gave the code already, or a part of them, are left out.

    Raises:
        Cancelled: The progress, which is told the keywords looked for, asked to stop.
    """
    watch = progress or Silent()
    keywords = _keywords(session, active.uids(session, round_uid))
    if not keywords:
        return []
    reading = Places().reading(session, revision_uid)
    units = documents.units(session, revision_uid, *KINDS["sentence"])
    found: dict[tuple[TextAnchor, str], dict[str, None]] = defaultdict(dict)
    text = _Words(reading.text.text)
    for done, keyword in enumerate(keywords):
        watch.report(done, len(keywords))
        for start, end in text.places(keyword):
            anchor = reading.text.anchor(start, end)
            if anchor is not None:
                unit = widened(anchor, units)
                found[unit, keyword.code_uid][reading.text.text[start:end]] = None
    coded = _coded(session, revision_uid, coder_uid, round_uid)
    return _told(session, revision_uid, reading, found, coded)


def query_of(session: Session, code_uid: str) -> Query | None:
    """Return a search for all keywords of a code at once; None when it has none."""
    plain, exact = [], []
    for keyword in _keywords(session, {code_uid}):
        said = r"[\W_]+".join(re.escape(word) for word in keyword.words)
        match keyword.match:
            case "exact":
                exact.append(rf"\b{said}\b")
            case "inside":
                plain.append(rf"\w*{said}\w*")
            case "word":
                plain.append(rf"\b{said}\b")
            case _:
                plain.append(rf"\b{said}\w*")
    if exact:
        both = [f"(?i:{'|'.join(plain)})"] if plain else []
        return Query("|".join([*both, *exact]), Mode.REGEX, exact_case=True)
    return Query("|".join(plain), Mode.REGEX) if plain else None


def _told(
    session: Session,
    revision_uid: str,
    reading: Reading,
    found: Mapping[tuple[TextAnchor, str], Mapping[str, None]],
    coded: Mapping[str, Sequence[TextAnchor]],
) -> list[Suggestion]:
    pages = documents.pages(session, revision_uid)
    starts = [page.start_char for page in pages]
    told = []
    for (unit, code_uid), words in sorted(found.items()):
        if any(one.start < unit.end and unit.start < one.end for one in coded.get(code_uid, ())):
            continue
        page = pages[max(bisect_left(starts, unit.start + 1) - 1, 0)]
        said = reading.text.text
        start, end = (reading.text.to_reading(place) for place in (unit.start, unit.end - 1))
        quote = " ".join(said[start : max(start, end) + 1].split())
        told.append(Suggestion(code_uid, unit, tuple(words), quote, page.label))
    return told


class _Words:
    """The words of a text, each with where it stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] = []
        self._words: list[str] = []
        self._at: dict[str, list[int]] = defaultdict(list)
        for found in _WORD.finditer(text):
            word = fold(found[0])
            self._at[word].append(len(self._words))
            self._words.append(word)
            self._spans.append(found.span())
        self._sorted = sorted(self._at)

    def places(self, keyword: _Keyword) -> Iterator[tuple[int, int]]:
        """Yield the places of a keyword in the text."""
        last = len(keyword.words) - 1
        for number in self._firsts(keyword):
            if self._goes_on(keyword, number):
                start, end = self._spans[number][0], self._spans[number + last][1]
                if keyword.match != "exact" or self._is_exact(keyword, start, end):
                    yield start, end

    def _firsts(self, keyword: _Keyword) -> Iterable[int]:
        """Return the words a keyword may begin at."""
        first = fold(keyword.words[0])
        is_open = keyword.match in ("start", "phrase") and len(keyword.words) == 1
        if keyword.match == "inside":
            return [at for word in self._sorted if first in word for at in self._at[word]]
        return (
            (at for word in self._begun(first) for at in self._at[word])
            if is_open
            else (self._at.get(first, ()))
        )

    def _begun(self, stem: str) -> Iterator[str]:
        at = bisect_left(self._sorted, stem)
        while at < len(self._sorted) and self._sorted[at].startswith(stem):
            yield self._sorted[at]
            at += 1

    def _goes_on(self, keyword: _Keyword, number: int) -> bool:
        rest = [fold(word) for word in keyword.words[1:]]
        here = self._words[number + 1 : number + 1 + len(rest)]
        if len(here) < len(rest):
            return False
        if rest and keyword.match in ("start", "phrase"):
            return here[:-1] == rest[:-1] and here[-1].startswith(rest[-1])
        return here == rest

    def _is_exact(self, keyword: _Keyword, start: int, end: int) -> bool:
        return tuple(tokens(self._text[start:end], keep_case=True)) == keyword.words


def _keywords(session: Session, code_uids: Collection[str]) -> list[_Keyword]:
    rows = session.execute(
        select(CodeKeyword.code_uid, CodeKeyword.stem, CodeKeyword.match)
        .join(Code, Code.uid == CodeKeyword.code_uid)
        .where(Code.status != "retired")
        .order_by(CodeKeyword.code_uid, CodeKeyword.ordinal)
    )
    found = (
        _Keyword(code_uid, tuple(tokens(stem, keep_case=True)), match)
        for code_uid, stem, match in rows
        if code_uid in code_uids
    )
    return [keyword for keyword in found if keyword.words]


def _coded(
    session: Session, revision_uid: str, coder_uid: str, round_uid: str
) -> dict[str, list[TextAnchor]]:
    found: dict[str, list[TextAnchor]] = defaultdict(list)
    rows = session.execute(
        select(Coding.code_uid, Coding.start_char, Coding.end_char).where(
            Coding.revision_uid == revision_uid,
            Coding.coder_uid == coder_uid,
            Coding.round_uid == round_uid,
            Coding.kind == "text",
        )
    )
    for code_uid, start, end in rows:
        if start is not None and end is not None:
            found[code_uid].append(TextAnchor(start, end))
    return found
