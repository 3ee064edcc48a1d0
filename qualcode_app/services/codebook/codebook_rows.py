"""From a codebook file to the rows of a project.

Uids are made from the codebook's key and the code's key alone, so that two projects that
take in the same shipped codebook speak of the same codes.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.content import canonical
from qualcode_app.models.aggregates import Stored
from qualcode_app.models.codebooks import CodeRevision
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

if TYPE_CHECKING:
    from qualcode_app.domain.codebook_file import (
        Boundary,
        CodebookFile,
        CodeEntry,
        FacetEntry,
        Keyword,
        PropositionEntry,
        RegisterEntry,
        ScaleEntry,
        SourceRef,
    )
    from qualcode_app.domain.facets import AskedWhen

_SHIPPED = str(uuid.uuid5(uuid.NAMESPACE_DNS, "codebooks.qualcode"))


def of(book: CodebookFile) -> list[NewRow]:
    """Return the rows of a codebook: itself first, then codes, facets, scales and registers."""
    names = _Names(book.key)
    codebook = {
        "uid": names.codebook,
        "key": book.key,
        "title_nl": book.title_nl,
        "title_en": book.title_en,
        "about_nl": book.about_nl,
        "about_en": book.about_en,
        "origin": f"{book.key} {book.version}",
        "notes": _json(book.notes),
        "seeds": _json([asdict(seed) for seed in book.seeds]),
    }
    return [
        NewRow(Kind.CODEBOOK, codebook, {}),
        *(_code(entry, position, names) for position, entry in enumerate(book.codes)),
        *(_facet(entry, position, names) for position, entry in enumerate(book.facets)),
        *(_scale(entry, names) for entry in book.scales),
        *(row for register in book.registers for row in _register(register, names)),
    ]


def version(codebook_uid: str, codes: Sequence[Stored], *, label: str, reason: str) -> NewRow:
    """Return a version that holds these codes as they now are."""
    uid = journal.derived_uid(codebook_uid, f"version {label}")
    columns = {
        "uid": uid,
        "codebook_uid": codebook_uid,
        "label": label,
        "reason": reason,
        "parent_uids": "",
    }
    members = [
        {
            "version_uid": uid,
            "code_uid": code.uid,
            "code_digest": code.digest(),
            "parent_code_uid": code.root["parent_uid"],
            "position": code.root["position"],
        }
        for code in codes
    ]
    return NewRow(Kind.CODEBOOK_VERSION, columns, {"codebook_version_code": members})


def note_revisions(session: Session, codes: Sequence[Stored], *, reason: str) -> None:
    """Keep the present state of codes, so that codings can name the state they were made with."""
    now = datetime.now(UTC)
    author = journal.pen(session).author_uid
    before = _latest(session, [code.uid for code in codes])
    session.execute(
        insert(CodeRevision).prefix_with("OR IGNORE"),
        [
            {
                "digest": code.digest(),
                "code_uid": code.uid,
                "content": canonical(code.content()),
                "parent_digests": before.get(code.uid, ""),
                "at": now,
                "by_uid": author,
                "reason": reason,
            }
            for code in codes
        ],
    )


def _latest(session: Session, code_uids: Sequence[str]) -> dict[str, str]:
    """Return the digest of the newest revision of codes, for those that have one."""
    found: dict[str, str] = {}
    for start in range(0, len(code_uids), 500):
        query = (
            select(CodeRevision.code_uid, CodeRevision.digest)
            .where(CodeRevision.code_uid.in_(code_uids[start : start + 500]))
            .order_by(CodeRevision.at)
        )
        found |= {row.code_uid: row.digest for row in session.execute(query)}
    return found


class _Names:
    """The uids of one codebook's parts."""

    def __init__(self, key: str) -> None:
        self._key = key
        self.codebook = journal.derived_uid(_SHIPPED, key)

    def code(self, key: str) -> str:
        """Return the uid of a code; "combined:WON-1" names one of another codebook."""
        book, _, own = key.rpartition(":")
        home = journal.derived_uid(_SHIPPED, book) if book else self.codebook
        return journal.derived_uid(home, f"code {own}")

    def neighbour(self, boundary: Boundary) -> str | None:
        """Return the uid of the code to use instead, where the boundary names one."""
        return self.code(boundary.neighbour) if boundary.neighbour else None

    def part(self, kind: Kind, key: str) -> str:
        """Return the uid of a facet, scale, register, proposition or group."""
        return journal.derived_uid(self.codebook, f"{kind.value} {key}")


def _code(entry: CodeEntry, position: int, names: _Names) -> NewRow:
    uid = names.code(entry.key)
    columns = {
        "uid": uid,
        "codebook_uid": names.codebook,
        "parent_uid": names.code(entry.parent) if entry.parent else None,
        "position": sort_key(position),
        "key": entry.key,
        "label_nl": entry.label_nl,
        "label_en": entry.label_en,
        "short_nl": entry.short_nl,
        "short_en": entry.short_en,
        "full_nl": entry.full_nl,
        "full_en": entry.full_en,
        "when_to_use": entry.when_to_use,
        "example": entry.example,
        "borderline": entry.borderline,
        "colour": entry.colour,
        "side": entry.side,
        "pole_a": entry.pole_a,
        "pole_b": entry.pole_b,
        "default_on": entry.default_on,
        "status": "fixed",
        "is_residual": entry.is_residual,
        "memo": "",
    }
    children = {
        "code_boundary": [
            {
                "code_uid": uid,
                "ordinal": ordinal,
                "text": boundary.text,
                "neighbour_code_uid": names.neighbour(boundary),
            }
            for ordinal, boundary in enumerate(entry.not_when, start=1)
        ],
        "code_keyword": list(_keywords("code_uid", uid, entry.keywords)),
        "code_source": list(_sources("code_uid", uid, entry.sources)),
    }
    return NewRow(Kind.CODE, columns, children)


def _facet(entry: FacetEntry, position: int, names: _Names) -> NewRow:
    uid = names.part(Kind.FACET, entry.key)
    columns = {
        "uid": uid,
        "codebook_uid": names.codebook,
        "key": entry.key,
        "label_nl": entry.label_nl,
        "label_en": entry.label_en,
        "kind": entry.kind,
        "many": entry.many,
        "required": entry.required,
        "hint_nl": entry.hint_nl,
        "hint_en": entry.hint_en,
        "position": sort_key(position),
        "asked_when": _asked_when(entry.asked_when),
    }
    options = [
        {
            "facet_uid": uid,
            "position": number,
            "key": option.key,
            "label_nl": option.label_nl,
            "label_en": option.label_en,
            "rank": option.rank,
            "wording_nl": option.wording_nl,
            "wording_en": option.wording_en,
            "pole": option.pole,
            "default_for": option.default_for,
            "asked_when": _asked_when(option.asked_when),
        }
        for number, option in enumerate(entry.options, start=1)
    ]
    return NewRow(Kind.FACET, columns, {"facet_option": options})


def _scale(entry: ScaleEntry, names: _Names) -> NewRow:
    uid = names.part(Kind.SCALE, entry.key)
    columns = {
        "uid": uid,
        "codebook_uid": names.codebook,
        "key": entry.key,
        "title_nl": entry.title_nl,
        "title_en": entry.title_en,
    }
    options = [
        {"scale_uid": uid, "position": number, **asdict(option)}
        for number, option in enumerate(entry.options, start=1)
    ]
    return NewRow(Kind.SCALE, columns, {"scale_option": options})


def _register(entry: RegisterEntry, names: _Names) -> Iterator[NewRow]:
    uid = names.part(Kind.REGISTER, entry.key)
    columns = {
        "uid": uid,
        "codebook_uid": names.codebook,
        "key": entry.key,
        "title_nl": entry.title_nl,
        "title_en": entry.title_en,
        "kind": entry.kind,
        "about_nl": entry.about_nl,
        "about_en": entry.about_en,
        "scale_uid": names.part(Kind.SCALE, entry.scale),
    }
    scales = [
        {
            "register_uid": uid,
            "test": choice.test,
            "scale_uid": names.part(Kind.SCALE, choice.scale),
        }
        for choice in entry.scale_by_test
    ]
    yield NewRow(Kind.REGISTER, columns, {"register_scale": scales})
    for position, proposition in enumerate(entry.propositions):
        yield _proposition(proposition, position, uid, names)
    for group in entry.groups:
        group_uid = names.part(Kind.PROPOSITION_GROUP, f"{entry.key} {group.key}")
        yield NewRow(
            Kind.PROPOSITION_GROUP,
            {
                "uid": group_uid,
                "register_uid": uid,
                "key": group.key,
                "relation": group.relation,
                "note": group.note,
            },
            {
                "proposition_group_member": [
                    {"group_uid": group_uid, "proposition_uid": _proposition_uid(uid, member)}
                    for member in group.members
                ]
            },
        )


def _proposition_uid(register_uid: str, key: str) -> str:
    return journal.derived_uid(register_uid, f"proposition {key}")


def _proposition(
    entry: PropositionEntry, position: int, register_uid: str, names: _Names
) -> NewRow:
    uid = _proposition_uid(register_uid, entry.key)
    columns = {
        "uid": uid,
        "register_uid": register_uid,
        "key": entry.key,
        "position": sort_key(position),
        "wording_nl": entry.wording_nl,
        "wording_en": entry.wording_en,
        "type": entry.type,
        "test": entry.test,
        "found_in": entry.found_in,
        "contexts": _json(entry.context),
        "blanks": _json(entry.blanks),
        "numbers": _json(entry.numbers),
        "time_bound": entry.time_bound,
        "note": entry.note,
    }
    children = {
        "proposition_part": [
            {"proposition_uid": uid, "letter": part.letter, "text": part.text}
            for part in entry.parts
        ],
        "proposition_code": [
            {"proposition_uid": uid, "code_uid": names.code(code)} for code in entry.codes
        ],
        "proposition_keyword": list(_keywords("proposition_uid", uid, entry.keywords)),
        "proposition_source": list(_sources("proposition_uid", uid, entry.sources)),
    }
    return NewRow(Kind.PROPOSITION, columns, children)


def _keywords(owner: str, uid: str, keywords: Sequence[Keyword]) -> Iterator[dict[str, Any]]:
    for ordinal, keyword in enumerate(keywords, start=1):
        yield {owner: uid, "ordinal": ordinal, "stem": keyword.stem, "match": keyword.match}


def _sources(owner: str, uid: str, sources: Sequence[SourceRef]) -> Iterator[dict[str, Any]]:
    for ordinal, source in enumerate(sources, start=1):
        yield {owner: uid, "ordinal": ordinal, **asdict(source)}


def _asked_when(asked: AskedWhen | None) -> str:
    return _json(asdict(asked)) if asked else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""


def sort_key(position: int) -> str:
    """Return a sort key with room between neighbours, so that moving one writes one row."""
    return f"{(position + 1) * 1000:09d}"
