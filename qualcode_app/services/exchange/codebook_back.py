"""From the rows of a project back to a codebook file; the way `codebook_rows` came."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_file import (
    Boundary,
    CodebookFile,
    CodeEntry,
    FacetEntry,
    GroupEntry,
    Keyword,
    OptionEntry,
    PropositionEntry,
    PropositionPart,
    RegisterEntry,
    ScaleChoice,
    ScaleEntry,
    ScaleOption,
    SeedText,
    SourceRef,
)
from qualcode_app.domain.errors import UnknownRecord
from qualcode_app.domain.facets import AskedWhen, Condition
from qualcode_app.models import aggregates
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codebooks import Code, Codebook, Facet
from qualcode_app.models.registers import Proposition, PropositionGroup, Register, Scale

Row = Mapping[str, Any]
_SOURCE = ("seed", "line_from", "line_to", "chapter", "heading", "page", "page_certainty")
_CODE = (
    *("key", "label_nl", "label_en", "short_nl", "short_en", "full_nl", "full_en", "when_to_use"),
    *("example", "borderline", "colour", "side", "pole_a", "pole_b", "default_on", "is_residual"),
)


def of(session: Session, codebook_uid: str) -> CodebookFile:
    """Return a codebook of the project as a file holds it; retired codes stay behind.

    Raises:
        UnknownRecord: There is no such codebook here.
    """
    book = session.get(Codebook, codebook_uid)
    if book is None:
        raise UnknownRecord("This codebook was removed from the project. Choose another.")
    return _Reader(session, book).result()


class _Reader:
    """Reads one codebook."""

    def __init__(self, session: Session, book: Codebook) -> None:
        self._connection = session.connection()
        self._session = session
        self._book = book
        query = select(Code.uid, Code.key, Codebook.key.label("book"), Codebook.uid.label("home"))
        found = session.execute(query.join(Codebook, Codebook.uid == Code.codebook_uid)).all()
        self._keys = {row.uid: row.key for row in found if row.home == book.uid}
        self._everywhere = {
            row.uid: row.key if row.home == book.uid else f"{row.book}:{row.key}" for row in found
        }

    def result(self) -> CodebookFile:
        book = self._book
        return CodebookFile(
            1,
            book.key,
            book.title_nl,
            book.title_en,
            book.about_nl,
            book.about_en,
            book.origin.removeprefix(f"{book.key} "),
            notes=tuple(_list(book.notes)),
            seeds=tuple(SeedText(**seed) for seed in _list(book.seeds)),
            codes=self._codes(),
            facets=tuple(map(_facet, self._of_book(Kind.FACET, Facet))),
            scales=tuple(map(_scale, self._of_book(Kind.SCALE, Scale))),
            registers=tuple(map(self._register, self._of_book(Kind.REGISTER, Register))),
        )

    def _stored(self, kind: Kind, uids: Sequence[str]) -> list[Stored]:
        found = aggregates.read(self._connection, kind, uids)
        return [found[uid] for uid in uids]

    def _of_book(self, kind: Kind, model: Any) -> list[Stored]:
        order = getattr(model, "position", model.key)
        query = select(model.uid).where(model.codebook_uid == self._book.uid)
        return self._stored(kind, list(self._session.scalars(query.order_by(order, model.uid))))

    def _codes(self) -> tuple[CodeEntry, ...]:
        """Return the codes in use in the order of the tree."""
        stored = [one for one in self._of_book(Kind.CODE, Code) if one.root["status"] != "retired"]
        known = {one.uid for one in stored}
        children: dict[str | None, list[Stored]] = {}
        for one in stored:
            parent = one.root["parent_uid"]
            children.setdefault(parent if parent in known else None, []).append(one)
        ordered: list[CodeEntry] = []
        waiting = [(one, False) for one in reversed(children.get(None, []))]
        while waiting:
            one, has_parent = waiting.pop()
            ordered.append(self._code(one, known, has_parent=has_parent))
            waiting.extend((child, True) for child in reversed(children.get(one.uid, [])))
        return tuple(ordered)

    def _code(self, one: Stored, known: set[str], *, has_parent: bool) -> CodeEntry:
        root, children = one.root, one.children
        boundaries = tuple(
            Boundary(
                row["text"],
                self._keys[uid] if (uid := row["neighbour_code_uid"]) in known else None,
            )
            for row in children["code_boundary"]
        )
        return CodeEntry(
            parent=self._keys[root["parent_uid"]] if has_parent else None,
            not_when=boundaries,
            keywords=_keywords(children["code_keyword"]),
            sources=_sources(children["code_source"]),
            **{name: root[name] for name in _CODE},
        )

    def _register(self, one: Stored) -> RegisterEntry:
        query = select(Proposition.uid).where(Proposition.register_uid == one.uid)
        ordered = list(self._session.scalars(query.order_by(Proposition.position)))
        propositions = self._stored(Kind.PROPOSITION, ordered)
        keys = {each.uid: each.root["key"] for each in propositions}
        groups = select(PropositionGroup.uid).where(PropositionGroup.register_uid == one.uid)
        grouped = list(self._session.scalars(groups.order_by(PropositionGroup.key)))
        place = {uid: number for number, uid in enumerate(ordered)}
        return RegisterEntry(
            one.root["key"],
            one.root["title_nl"],
            one.root["title_en"],
            one.root["kind"],
            scale=self._scale_key(one.root["scale_uid"]),
            about_nl=one.root["about_nl"],
            about_en=one.root["about_en"],
            scale_by_test=tuple(
                ScaleChoice(row["test"], self._scale_key(row["scale_uid"]))
                for row in one.children["register_scale"]
            ),
            propositions=tuple(map(self._proposition, propositions)),
            groups=tuple(
                _group(group, keys, place)
                for group in self._stored(Kind.PROPOSITION_GROUP, grouped)
            ),
        )

    def _scale_key(self, uid: str) -> str:
        scale = self._session.get(Scale, uid)
        return scale.key if scale is not None else ""

    def _proposition(self, one: Stored) -> PropositionEntry:
        root, children = one.root, one.children
        names = (
            "key",
            "wording_nl",
            "type",
            "test",
            "found_in",
            "wording_en",
            "time_bound",
            "note",
        )
        codes = [self._everywhere.get(row["code_uid"]) for row in children["proposition_code"]]
        return PropositionEntry(
            codes=tuple(sorted(key for key in codes if key is not None)),
            context=tuple(_list(root["contexts"])),
            blanks=tuple(_list(root["blanks"])),
            numbers=tuple(_list(root["numbers"])),
            parts=tuple(
                PropositionPart(row["letter"], row["text"]) for row in children["proposition_part"]
            ),
            keywords=_keywords(children["proposition_keyword"]),
            sources=_sources(children["proposition_source"]),
            **{name: root[name] for name in names},
        )


def _facet(one: Stored) -> FacetEntry:
    names = ("key", "label_nl", "label_en", "kind", "many", "required", "hint_nl", "hint_en")
    own = ("key", "label_nl", "label_en", "rank", "wording_nl", "wording_en", "pole", "default_for")
    options = tuple(
        OptionEntry(asked_when=_asked_when(row["asked_when"]), **{name: row[name] for name in own})
        for row in one.children["facet_option"]
    )
    return FacetEntry(
        asked_when=_asked_when(one.root["asked_when"]),
        options=options,
        **{name: one.root[name] for name in names},
    )


def _scale(one: Stored) -> ScaleEntry:
    left_out = {"scale_uid", "position"}
    options = tuple(
        ScaleOption(**{name: value for name, value in row.items() if name not in left_out})
        for row in one.children["scale_option"]
    )
    return ScaleEntry(one.root["key"], one.root["title_nl"], one.root["title_en"], options)


def _group(one: Stored, keys: Mapping[str, str], place: Mapping[str, int]) -> GroupEntry:
    uids = [row["proposition_uid"] for row in one.children["proposition_group_member"]]
    members = [keys[uid] for uid in sorted(uids, key=lambda uid: place.get(uid, 0)) if uid in keys]
    return GroupEntry(one.root["key"], one.root["relation"], tuple(members), one.root["note"])


def _keywords(rows: Sequence[Row]) -> tuple[Keyword, ...]:
    return tuple(Keyword(row["stem"], row["match"]) for row in rows)


def _sources(rows: Sequence[Row]) -> tuple[SourceRef, ...]:
    return tuple(SourceRef(**{name: row[name] for name in _SOURCE}) for row in rows)


def _asked_when(said: str) -> AskedWhen | None:
    if not said:
        return None
    raw = json.loads(said)
    conditions = tuple(Condition(one["facet"], tuple(one["any_of"])) for one in raw["facets"])
    return AskedWhen(conditions, raw["poles"])


def _list(said: str) -> list[Any]:
    return list(json.loads(said)) if said else []
