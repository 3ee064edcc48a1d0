"""Find words in all documents: hits come as they are found, page by page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, islice
from typing import NamedTuple, TypeVar

from sqlalchemy import Row, bindparam, text
from sqlalchemy.orm import Session

from qualcode_app.domain.folding import Folded
from qualcode_app.domain.progress import Progress, Silent
from qualcode_app.domain.search_query import Mode, Query
from qualcode_app.models.base import UidType, uid_text
from qualcode_app.services.search import search_patterns, word_family
from qualcode_app.services.search.search_patterns import Matcher
from qualcode_app.services.search.search_places import Hit, Places
from qualcode_app.services.search.search_plan import Plan, plan
from qualcode_app.services.store.project import Project

AT_A_TIME = 4_000  # pages looked through in one go, so that somebody who writes never waits long
MOST_AT_A_TIME = 16_000  # later ones: the first hits are there by then
FEW = 20  # documents that are looked up one by one
_PAGES = (
    "SELECT id, revision_uid, page_number, text FROM search_text WHERE id BETWEEN :low AND :high"
)
_MATCHING = (
    "SELECT t.id, t.revision_uid, t.page_number, t.text FROM search_index i"
    " JOIN search_text t ON t.id = i.rowid"
    " WHERE search_index MATCH :match AND i.rowid BETWEEN :low AND :high ORDER BY i.rowid"
)
_CURRENT = "SELECT current_revision_uid FROM document WHERE current_revision_uid IS NOT NULL"
_TEXTS = (
    "SELECT (SELECT count(current_revision_uid) FROM document), (SELECT count(*) FROM revision)"
)
_STRETCHES = (
    "SELECT revision_uid, min(id), max(id) FROM search_text GROUP BY revision_uid ORDER BY 2"
)
_STRETCH = (
    "SELECT revision_uid, min(id), max(id) FROM search_text WHERE revision_uid = :revision"
    " GROUP BY revision_uid"
)
_LAST = "SELECT coalesce(max(id), 0) FROM search_text"

T = TypeVar("T")
Tell = Callable[[Sequence[Hit]], None]


class _Row(NamedTuple):
    """A page of the index."""

    id: int
    revision: bytes
    number: int
    text: str


class _Stretch(NamedTuple):
    """Neighbouring rows of the index."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is searched: the texts, and where in the index they can be."""

    revisions: frozenset[bytes] | None  # None: all that is in the index
    stretches: tuple[_Stretch, ...]


def run(
    project: Project,
    query: Query,
    *,
    revision_uids: Collection[str] | None = None,
    at_most: int | None = None,
    progress: Progress | None = None,
    tell: Tell | None = None,
) -> list[Hit]:
    """Return the places of a query, in the order of the index.

    Args:
        project: Where to search; it can be written to meanwhile.
        query: What to find.
        revision_uids: The texts to search; all current ones when left out.
        at_most: Stop after so many hits.
        progress: Told the pages searched so far.
        tell: Given the hits as they are found.

    Raises:
        BadQuery: The query asks for nothing, is not understood, or takes too long.
        Cancelled: The progress asked to stop.
    """
    progress = progress or Silent()
    search_patterns.check(query)
    forms: Mapping[str, frozenset[str]] = {}
    if query.mode == Mode.FAMILY:
        query = replace(query, words=word_family.singular(query.words))
        forms = project.read(word_family.forms, query.words)
    find = search_patterns.matcher(Query(query.words, query.mode), forms)
    exact = search_patterns.matcher(query, forms) if query.exact_case else None
    way = plan(query, forms)
    by_document = exact is not None or not (way.match or way.needle)
    scope = project.read(_scope, revision_uids, by_document=by_document)
    finder = _Finder(way, find, exact, scope.revisions, query.mode)
    found: list[Hit] = []
    done, total = 0, sum(one.high - one.low + 1 for one in scope.stretches)
    for stretch in scope.stretches:
        progress.report(done, total)
        left = None if at_most is None else at_most - len(found)
        hits = project.read(finder.hits, stretch, left)
        found += hits
        if tell is not None and hits:
            tell(hits)
        done += stretch.high - stretch.low + 1
        if at_most is not None and len(found) >= at_most:
            break
    progress.report(total, total)
    return found


def _scope(session: Session, wanted: Collection[str] | None, *, by_document: bool) -> _Scope:
    """Return the texts to be searched; `by_document` keeps each of them in one stretch."""
    if wanted is None and not by_document and (last := _all_of_it(session)):
        return _Scope(None, tuple(_steps(last)))
    current = session.execute(text(_CURRENT)).scalars().all()
    if wanted is not None:
        current = [one for one in current if uid_text(one) in wanted]
    revisions = frozenset(current)
    if len(current) <= FEW:
        rows = [
            row for one in current for row in session.execute(text(_STRETCH), {"revision": one})
        ]
        return _Scope(revisions, tuple(sorted(_Stretch(low, high) for _, low, high in rows)))
    if not by_document:
        return _Scope(revisions, tuple(_steps(int(session.execute(text(_LAST)).scalar_one()))))
    found: list[_Stretch] = []
    for revision, low, high in session.execute(text(_STRETCHES)):
        if revision not in revisions:
            continue
        if found and low == found[-1].high + 1 and high - found[-1].low < AT_A_TIME:
            found[-1] = _Stretch(found[-1].low, high)
        else:
            found.append(_Stretch(low, high))
    return _Scope(revisions, tuple(found))


def _all_of_it(session: Session) -> int:
    """Return the last page of an index that holds many present texts and no others, else 0."""
    n_present, n_texts = session.execute(text(_TEXTS)).one()
    if n_present != n_texts or n_present <= FEW:
        return 0
    return int(session.execute(text(_LAST)).scalar_one())


def _steps(last: int) -> Iterator[_Stretch]:
    """Yield the whole index in pieces that grow."""
    low, size = 1, AT_A_TIME
    while low <= last:
        yield _Stretch(low, min(low + size - 1, last))
        low, size = low + size, min(2 * size, MOST_AT_A_TIME)


class _Finder:
    """Carries out one search, stretch by stretch."""

    def __init__(
        self,
        way: Plan,
        find: Matcher,
        exact: Matcher | None,
        revisions: frozenset[bytes] | None,
        mode: Mode,
    ) -> None:
        self._revisions = revisions
        self._uid = lru_cache(maxsize=None)(uid_text)
        self._way = way
        self._find = find
        self._exact = exact
        self._mode = mode
        self._places = Places()

    def hits(self, session: Session, stretch: _Stretch, at_most: int | None) -> list[Hit]:
        """Return the hits in some documents, in the order of their pages."""
        if self._exact is not None:
            return list(_first(self._with_case(session, stretch, self._exact), at_most))
        found = list(_first(self._without_case(session, stretch), at_most))
        if self._way.crossing and (at_most is None or len(found) < at_most):
            found += self._over_pages(session, stretch)
            found.sort(key=lambda pair: (pair[0], pair[1].start))
        return [hit for _, hit in found[:at_most]]

    def _without_case(self, session: Session, stretch: _Stretch) -> Iterator[tuple[int, Hit]]:
        if self._way.match or self._way.needle:
            for number, revision, page, said in self._candidates(session, stretch):
                if self._is_asked(revision):
                    for start, end in self._find(said):
                        yield number, Hit(self._uid(revision), page, start, end)
        else:
            for rows in _documents(session, stretch):
                yield from self._in_document(rows, self._find("".join(row.text for row in rows)))

    def _is_asked(self, revision: bytes) -> bool:
        return self._revisions is None or revision in self._revisions

    def _candidates(
        self, session: Session, stretch: _Stretch
    ) -> Iterable[Row[int, bytes, int, str]]:
        values: dict[str, object] = {"low": stretch.low, "high": stretch.high}
        if self._way.match:
            statement, values["match"] = _MATCHING, self._way.match
        else:
            statement, values["needle"] = _PAGES + " AND text LIKE :needle", f"%{self._way.needle}%"
        return session.execute(text(statement), values)

    def _in_document(
        self, rows: Sequence[_Row], spans: Iterator[tuple[int, int]]
    ) -> Iterator[tuple[int, Hit]]:
        begins, place = [], 0
        for row in rows:
            begins.append(place)
            place += len(row.text)
        for start, end in spans:
            number = bisect_right(begins, start) - 1
            row, begin = rows[number], begins[number]
            yield row.id, Hit(uid_text(row.revision), row.number, start - begin, end - begin)

    def _over_pages(self, session: Session, stretch: _Stretch) -> Iterator[tuple[int, Hit]]:
        """Find phrases that begin on one page and end on the next that has text."""
        values = {"low": stretch.low, "high": stretch.high, "match": self._way.crossing}
        for row in [_Row(*one) for one in session.execute(text(_MATCHING), values)]:
            rows = _before(session, row)
            if not rows or not self._is_asked(row.revision):
                continue
            head = "".join(one.text for one in rows)
            for start, end in self._find(head + row.text):
                if start < len(rows[0].text) and end > len(head):
                    first = rows[0]
                    yield first.id, Hit(uid_text(first.revision), first.number, start, end)

    def _with_case(self, session: Session, stretch: _Stretch, exact: Matcher) -> Iterator[Hit]:
        """Search whole documents as they read, where the search without capitals found any."""
        for rows in _documents(session, stretch):
            if self._mode != Mode.REGEX and not self._may_hold(rows):
                continue
            reading = self._places.reading(session, uid_text(rows[0].revision))
            kept = Folded(reading.text.text, keep_case=True)
            spans = (
                (
                    reading.folded.to_folded(kept.to_source(start)),
                    reading.folded.to_folded(kept.to_source(end - 1)) + 1,
                )
                for start, end in exact(kept.text)
            )
            for _, hit in self._in_document(rows, spans):
                yield hit

    def _may_hold(self, rows: Sequence[_Row]) -> bool:
        return next(self._find("".join(row.text for row in rows)), None) is not None


def _first(found: Iterator[T], at_most: int | None) -> Iterator[T]:
    yield from islice(found, at_most)


def _documents(session: Session, stretch: _Stretch) -> Iterator[list[_Row]]:
    """Yield the pages of each document of a stretch."""
    rows = (
        _Row(*row)
        for row in session.execute(
            text(_PAGES + " ORDER BY id"), {"low": stretch.low, "high": stretch.high}
        )
    )
    for _, pages in groupby(rows, key=lambda row: row.revision):
        yield list(pages)


def _before(session: Session, row: _Row) -> list[_Row]:
    """Return the last page with text before this one and the blank ones between; or nothing."""
    found: list[_Row] = []
    statement = text(
        "SELECT id, revision_uid, page_number, text FROM search_text"
        " WHERE revision_uid = :revision AND page_number < :number ORDER BY page_number DESC"
    ).bindparams(bindparam("revision", type_=UidType()))
    values = {"revision": uid_text(row.revision), "number": row.number}
    for one in session.execute(statement, values):
        found.insert(0, _Row(*one))
        if found[0].text.strip():
            return found
    return []
