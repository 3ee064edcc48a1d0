"""The order in which codings are listed: their uids with what they are sorted by, in one query.

A list of any size holds these keys alone; the codings themselves are read when they come into
sight. A key begins with its group, so that adding one coding is one search in a sorted list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Select, and_, cast, func, literal, or_, select
from sqlalchemy.orm import Session

from qualcode_app.domain import facets as rules
from qualcode_app.domain.changes import Kind
from qualcode_app.domain.facets import FacetValue
from qualcode_app.models.cases import Memo
from qualcode_app.models.codebooks import Code, FacetOption
from qualcode_app.models.codebooks import Facet as FacetTable
from qualcode_app.models.codings import Coding, CodingArea, CodingValue
from qualcode_app.models.documents import Document, Page
from qualcode_app.models.people import Coder
from qualcode_app.services.codebook import codebook
from qualcode_app.services.coding import facets, text_groups
from qualcode_app.services.coding.came import ANYWHERE, Came, limit
from qualcode_app.services.coding.coding_rows import CodingRow
from qualcode_app.services.documents import documents
from qualcode_app.services.store import people

GroupBy = str  # "", "document", "code", "family", "coder", "case" or "system <uid>"
Key = tuple[Any, ...]  # group, 1, what is sorted by, document, start, end, code, uid

MEMBER = 1  # second in each key: a group's heading is before (0) or behind (2) its members
AT_A_TIME = 5_000  # rows read and sorted in one go
PIECES = 64  # in which the texts of a long list are read, each in a short look at the file
NOWHERE = 10**9  # the rank of what has none, such as a retired code
_NO_NUMBER = 1e300
_NO_WORDS = "\U0010ffff"  # what is empty comes last


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which codings are listed, and how.

    Args:
        revision_uid: Those of one document; "" for all.
        coder_uids: Those of these coders; None for all.
        code_uids: Those with these codes; empty for all.
        words: Only where passage, note, code or coder holds these words.
        without_facet: Uid of a required facet whose answer is missing; "" for all.
        sort_by: "place", "code", "passage", "coder", "memo" or the uid of a facet.
        group_by: What they are put together by; "" for no groups.
        came: Only those of an origin and time.
    """

    revision_uid: str = ""
    coder_uids: frozenset[str] | None = None
    code_uids: frozenset[str] = frozenset()
    words: str = ""
    without_facet: str = ""
    sort_by: str = "place"
    group_by: GroupBy = ""
    came: Came = ANYWHERE


@dataclass(frozen=True, slots=True)
class Group:
    """What a heading in the list says."""

    key: str
    label_nl: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Ranks:
    """The order of codes, documents and coders, by uid, and their names by that order."""

    codes: dict[str, int]
    families: dict[str, int]  # uid of each code, rank of its family
    texts: dict[str, int]  # uid of the present revision of each document
    coders: dict[str, int]
    names: dict[GroupBy, dict[int, Group]]
    titles: dict[str, str]  # of the documents
    systems: dict[GroupBy, str]  # titles of the systems of groups
    places: dict[str, int]  # uid of each text, rank of its case or group where that is asked


@dataclass(frozen=True, slots=True)
class Listing:
    """Codings in their order, and what of the required facets is unanswered on them."""

    keys: list[Key]
    missing: dict[str, frozenset[str]] = field(default_factory=dict)
    n_missing: Counter[str] = field(default_factory=Counter)  # codings by facet


def ranks(session: Session, group_by: GroupBy = "") -> Ranks:
    """Return the order of all that codings are sorted and grouped by.

    The order of cases, or of the groups of a system, is told where it is asked for.
    """
    codes = codebook.rows(session, counted=False)
    places = {row.uid: i for i, row in enumerate(codes)}
    found = documents.rows(session, counted=False)
    coders = people.coders(session)
    titled, texts = text_groups.ranked(session, group_by)
    by_code = {i: Group(row.key, row.label_nl, row.label_en) for i, row in enumerate(codes)}
    return Ranks(
        places,
        {row.uid: places[row.family_uid] for row in codes},
        {row.revision_uid: i for i, row in enumerate(found)},
        {row.uid: i for i, row in enumerate(coders)},
        {
            "code": by_code,
            "family": by_code,
            "document": _groups([row.title for row in found]),
            "coder": _groups([row.name for row in coders]),
        }
        | ({group_by: _groups(titled)} if texts else {}),
        {row.uid: row.title for row in found},
        text_groups.systems(session),
        texts,
    )


def _groups(titles: Sequence[str]) -> dict[int, Group]:
    return {i: Group("", title, title) for i, title in enumerate(titles)}


def text_of(session: Session, document_uid: str) -> str:
    """Return the uid of a document's present text, "" where the document is gone."""
    query = select(Document.current_revision_uid).where(Document.uid == document_uid)
    return session.scalar(query) or ""


def is_long(session: Session, wanted: Wanted, most: int) -> bool:
    """Tell whether a list goes through more codings, before words and facets are looked at."""
    some = _limited(select(Coding.uid), wanted).limit(most + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > most


def pieces(wanted: Wanted, order: Ranks) -> list[tuple[str, ...]]:
    """Return the texts that are gone through in the order of the list, some at a time.

    While the file is read nobody can write to it: so a long list is read in many short looks.
    """
    if wanted.revision_uid:
        return [(wanted.revision_uid,)]
    texts = sorted(order.texts, key=order.texts.__getitem__)
    size = -(-len(texts) // PIECES) or 1
    return [tuple(texts[at : at + size]) for at in range(0, len(texts), size)]


def joined(found: Sequence[Listing]) -> Listing:
    """Return the listings of pieces as one."""
    keys = sorted(key for one in found for key in one.keys)
    missing: dict[str, frozenset[str]] = {}
    n_missing: Counter[str] = Counter()
    for one in found:
        missing.update(one.missing)
        n_missing.update(one.n_missing)
    return Listing(keys, missing, n_missing)


def listing(
    session: Session,
    wanted: Wanted,
    order: Ranks,
    uids: Collection[str] | None = None,
    texts: Collection[str] | None = None,
) -> Listing:
    """Return the keys of the codings that are wanted, sorted; on demand of some alone."""
    query = _places(session, wanted)
    if uids is not None:
        query = query.where(Coding.uid.in_(uids))
    if texts is not None:
        query = query.where(Coding.revision_uid.in_(texts))
    found: list[Any] = []
    for rows in session.execute(query).partitions(AT_A_TIME):
        found += [row for row in rows if row.revision_uid in order.texts]
    keys = _sorted(found, wanted, order)
    gone = _missing(session, wanted, found, uids, texts)
    if wanted.without_facet:
        keys = [key for key in keys if wanted.without_facet in gone.get(key[-1], ())]
    return Listing(keys, gone, Counter(uid for facet_uids in gone.values() for uid in facet_uids))


def keys_of(rows: Sequence[CodingRow], wanted: Wanted, order: Ranks) -> list[Key] | None:
    """Return the keys of codings that were read already, sorted, without asking the file.

    Returns:
        The keys of those that are wanted, whatever their facets; None where the file must be
        asked: for words, an origin, another order than place or code, for areas.
    """
    if wanted.words or wanted.came.is_on or wanted.sort_by not in ("place", "code"):
        return None
    if any(row.area is not None for row in rows):
        return None
    found = [
        (
            row.uid,
            row.code_uid,
            row.coder_uid,
            row.revision_uid,
            0,
            row.anchor.start,
            row.anchor.end,
        )
        for row in rows
        if (not wanted.revision_uid or row.revision_uid == wanted.revision_uid)
        and (wanted.coder_uids is None or row.coder_uid in wanted.coder_uids)
        and (not wanted.code_uids or row.code_uid in wanted.code_uids)
    ]
    return _sorted(found, wanted, order)


def _sorted(found: Sequence[Any], wanted: Wanted, order: Ranks) -> list[Key]:
    """Return the keys of rows that come sorted roughly, which is half the work.

    Ranks are put in here: as a table to join in SQL they cost twice as much in all. Pieces are
    sorted one by one first: no other thread runs while Python sorts a list.
    """
    codes, places = order.codes, order.texts
    by_code, group_by = wanted.sort_by == "code", wanted.group_by
    keys = []
    for uid, code_uid, coder_uid, revision_uid, sort, start, end in found:
        code, place = codes.get(code_uid, NOWHERE), places.get(revision_uid, NOWHERE)
        group = 0
        if group_by == "code":
            group = code
        elif group_by == "document":
            group = place
        elif group_by == "family":
            group = order.families.get(code_uid, NOWHERE)
        elif group_by == "coder":
            group = order.coders.get(coder_uid, NOWHERE)
        elif group_by:
            group = order.places.get(revision_uid, NOWHERE)
        keys.append((group, MEMBER, code if by_code else sort, place, start, end, code, uid))
    for at in range(0, len(keys), AT_A_TIME):
        keys[at : at + AT_A_TIME] = sorted(keys[at : at + AT_A_TIME])
    keys.sort()
    return keys


def _places(session: Session, wanted: Wanted) -> Select[Any]:
    start = func.coalesce(Coding.start_char, Page.start_char, 0)
    sort = _sorted_by(session, wanted.sort_by)
    query = (
        select(
            Coding.uid,
            Coding.code_uid,
            Coding.coder_uid,
            Coding.revision_uid,
            sort,
            start,
            func.coalesce(Coding.end_char, Page.start_char + 1, 1),
        )
        .select_from(Coding)
        .outerjoin(CodingArea, and_(CodingArea.coding_uid == Coding.uid, CodingArea.ordinal == 1))
        .outerjoin(
            Page,
            and_(Page.revision_uid == Coding.revision_uid, Page.number == CodingArea.page_number),
        )
    )
    if wanted.words:
        query = query.join(Code, Code.uid == Coding.code_uid)
    if wanted.words or wanted.sort_by == "coder":
        query = query.join(Coder, Coder.uid == Coding.coder_uid)
    if wanted.words or wanted.sort_by == "memo":
        query = query.outerjoin(Memo, _note())
    return _limited(_with_words(query, wanted.words), wanted).order_by(sort, start)


def _limited(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.revision_uid:
        query = query.where(Coding.revision_uid == wanted.revision_uid)
    if wanted.coder_uids is not None:
        query = query.where(Coding.coder_uid.in_(wanted.coder_uids))
    if wanted.code_uids:
        query = query.where(Coding.code_uid.in_(wanted.code_uids))
    return limit(query, wanted.came)


def _with_words(query: Select[Any], words: str) -> Select[Any]:
    for word in words.split():
        query = query.where(
            or_(
                *(
                    column.icontains(word, autoescape=True)
                    for column in (
                        Coding.quote,
                        Memo.text,
                        Code.key,
                        Code.label_nl,
                        Code.label_en,
                        Coder.name,
                    )
                )
            )
        )
    return query


def _note() -> ColumnElement[bool]:
    return and_(
        Memo.target_kind == Kind.CODING.value, Memo.target_uid == Coding.uid, Memo.kind == "note"
    )


def _sorted_by(session: Session, sort_by: str) -> ColumnElement[Any]:
    match sort_by:
        case "place" | "code":
            return literal(0)
        case "passage":
            return _words(func.substr(Coding.quote, 1, 80))
        case "coder":
            return _words(Coder.name)
        case "memo":
            return _words(Memo.text)
    facet = session.get(FacetTable, sort_by)
    if facet is None:  # it was taken out of the codebook while the list was sorted by it
        return literal(0)
    said = CodingValue.coding_uid == Coding.uid, CodingValue.facet_uid == sort_by
    if facet.kind == "number":
        least = select(func.min(cast(CodingValue.value_min, Float))).where(*said)
        return func.coalesce(least.correlate(Coding).scalar_subquery(), _NO_NUMBER)
    if facet.kind == "text":
        text = select(func.min(CodingValue.text)).where(*said)
        return _words(text.correlate(Coding).scalar_subquery())
    option = and_(
        FacetOption.facet_uid == CodingValue.facet_uid, FacetOption.key == CodingValue.option_key
    )
    first = select(func.min(FacetOption.position)).where(*said, option)
    return func.coalesce(first.correlate(Coding).scalar_subquery(), NOWHERE)


def _words(column: ColumnElement[Any] | Any) -> ColumnElement[Any]:
    return func.coalesce(func.nullif(func.lower(column), ""), _NO_WORDS)


def _missing(
    session: Session,
    wanted: Wanted,
    listed: Sequence[Any],
    uids: Collection[str] | None,
    texts: Collection[str] | None,
) -> dict[str, frozenset[str]]:
    """Return the required facets without an answer; codings that say the same are alike."""
    asked = facets.rows(session)
    if not any(facet.required for facet in asked):
        return {}
    pair = func.hex(CodingValue.facet_uid).concat(":")
    said = func.group_concat(pair.concat(func.coalesce(CodingValue.option_key, "")))
    query = _limited(select(CodingValue.coding_uid, said).join(Coding), wanted)
    if uids is not None:
        query = query.where(Coding.uid.in_(uids))
    if texts is not None:
        query = query.where(Coding.revision_uid.in_(texts))
    says = {row[0]: row[1] for row in session.execute(query.group_by(CodingValue.coding_uid))}
    traits = facets.traits(session, {row.code_uid for row in listed})
    known: dict[tuple[str, str], frozenset[str]] = {}
    found = {}
    for row in listed:
        alike = (row.code_uid, says.get(row.uid, ""))
        if (gone := known.get(alike)) is None:
            gone = known[alike] = rules.missing(asked, traits[row.code_uid], _values(alike[1]))
        if gone:
            found[row.uid] = gone
    return found


def _values(says: str) -> tuple[FacetValue, ...]:
    pairs = (said.partition(":") for said in says.split(",") if said)
    return tuple(FacetValue(str(UUID(hexed)), option_key=key or None) for hexed, _, key in pairs)
