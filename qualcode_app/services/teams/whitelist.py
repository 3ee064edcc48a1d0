"""What goes into an assignment file: chosen row by row, everything else stays out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from qualcode_app.domain.changes import Kind
from qualcode_app.models import raw
from qualcode_app.models.base import uid_text
from qualcode_app.models.raw import RawRows

_BOOK = (Kind.CODEBOOK, Kind.FACET, Kind.SCALE, Kind.REGISTER, Kind.PROPOSITION)
_HIDDEN_WORDS = ("example", "memo")  # of a code: may quote or discuss the coding of somebody


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which coder gets which documents and families."""

    coder_uid: str
    document_uids: tuple[str, ...]
    family_uids: tuple[str, ...]
    blind: bool
    round_uid: str = ""  # work of this round only, where it is named
    model_uid: str = ""  # whose answers come later, so whose name may be known


def rows(
    source: Connection, wanted: Wanted, stamps: Mapping[str, str] | None = None
) -> Iterator[RawRows]:
    """Yield the rows of an assignment file, kind by kind.

    Args:
        source: Our project.
        wanted: What the coder may see.
        stamps: Stamps of codes that are shown in part, by uid; the others of these get none.
    """
    documents = _marks(wanted.document_uids)
    me = _mark(wanted.coder_uid)
    revisions = (
        "(SELECT current_revision_uid FROM document WHERE uid IN "  # noqa: S608  our own uids
        f"({documents}))"
    )
    cases = f"(SELECT case_uid FROM document WHERE uid IN ({documents}))"  # noqa: S608
    out = _codes_left_out(source) if wanted.blind else frozenset()
    mine = f"coder_uid = {me}" if wanted.blind else "1"
    if wanted.round_uid:
        mine = f"coder_uid = {me} AND round_uid = {_mark(wanted.round_uid)}"
    people = f"uid IN ({_marks([each for each in (wanted.coder_uid, wanted.model_uid) if each])})"
    whose = f"coder_uid = {me}" if wanted.blind else "1"
    seen = f"SELECT uid FROM coding WHERE {mine} AND revision_uid IN {revisions}"  # noqa: S608
    which: Mapping[Kind, str] = {
        Kind.CODER: people if wanted.blind else "1",
        Kind.STUDY_CASE: f"uid IN {cases}",
        Kind.WAVE: f"uid IN (SELECT wave_uid FROM document WHERE uid IN ({documents}))",  # noqa: S608
        **dict.fromkeys((Kind.GROUP_SYSTEM, Kind.CASE_GROUP, Kind.ATTRIBUTE), "1"),
        Kind.DOCUMENT: f"uid IN ({documents})",
        Kind.REVISION: f"uid IN {revisions}",
        Kind.SECTION: f"revision_uid IN {revisions}",
        Kind.MEMBERSHIP: f"document_uid IN ({documents}) OR case_uid IN {cases}",
        Kind.ATTRIBUTE_VALUE: f"owner_uid IN ({documents}) OR owner_uid IN {cases}",
        **dict.fromkeys(_BOOK, "1"),
        Kind.CODE: "1",
        Kind.CODEBOOK_VERSION: "1",
        Kind.ROUND: "kind <> 'consensus'" if wanted.blind else "1",
        Kind.ASSIGNMENT: f"coder_uid = {me} AND document_uid IN ({documents})",
        Kind.READING_STATUS: f"{mine} AND document_uid IN ({documents})",
        Kind.CODING: f"uid IN ({seen})",
        Kind.MEMO: f"{whose} AND target_kind = 'coding' AND target_uid IN ({seen})",
    }
    for kind, condition in which.items():
        table = raw.tables(kind)[0].name
        found = source.exec_driver_sql(
            f'SELECT uid FROM "{table}" WHERE {condition}'  # noqa: S608  our own uids
        ).all()
        uids = [uid for (uid,) in found if uid not in out]
        for portion in raw.read(source, kind, uids):
            some = _without(portion, out)
            if kind is Kind.CODE:
                some = _codes(some, wanted, stamps or {})
            yield some


def _codes_left_out(source: Connection) -> frozenset[bytes]:
    """Return the codes that stand in no version of the codebook: made by a coder while coding."""
    found = source.exec_driver_sql(
        "SELECT uid FROM code WHERE uid NOT IN (SELECT code_uid FROM codebook_version_code)"
    ).all()
    return frozenset(uid for (uid,) in found)


def _without(rows: RawRows, out: frozenset[bytes]) -> RawRows:
    """Leave out what refers to a code that stays behind."""
    if not out:
        return rows
    roots = [row for row in rows.roots if out.isdisjoint(row)]
    children = {
        table: [row for row in below if out.isdisjoint(row)]
        for table, below in rows.children.items()
    }
    return replace(rows, roots=roots, children=children)


def shown_in_part(source: Connection, wanted: Wanted) -> list[str]:
    """Return the codes that say less, or something else, in the file than here."""
    uids = [uid for (uid,) in source.exec_driver_sql("SELECT uid FROM code").all()]
    at = raw.tables(Kind.CODE)[0].at("uid")
    found = []
    for some in raw.read(source, Kind.CODE, uids):
        given = _codes(some, wanted, {})
        pairs = zip(some.roots, given.roots, strict=True)
        found += [uid_text(row[at]) for row, now in pairs if tuple(row) != tuple(now)]
    return found


def _codes(rows: RawRows, wanted: Wanted, stamps: Mapping[str, str]) -> RawRows:
    """Make the chosen families the active set; keep out what was written about codings.

    A row that says less than ours gets an empty stamp, or in an update the one made for it: it
    is older than ours for every merge, and an edit of it clashes with ours instead of taking
    its place.
    """
    root = raw.tables(Kind.CODE)[0]
    uid, parent, on = root.at("uid"), root.at("parent_uid"), root.at("default_on")
    made, changed, stamp = root.at("made_at"), root.at("changed_at"), root.at("stamp")
    places = [root.at(name) for name in _HIDDEN_WORDS]
    chosen = {raw.uid_bytes(one) for one in wanted.family_uids}
    given = []
    for row in rows.roots:
        now = list(row)
        if chosen and row[parent] is None:
            now[on] = int(row[uid] in chosen)
        if wanted.blind and row[changed] != row[made]:
            for place in places:
                now[place] = ""
        if now != list(row):
            now[stamp] = stamps.get(uid_text(row[uid]), "")
        given.append(tuple(now))
    return replace(rows, roots=given)


def _mark(uid: str) -> str:
    return f"X'{raw.uid_bytes(uid).hex()}'"


def _marks(uids: Sequence[str]) -> str:
    return ", ".join(_mark(uid) for uid in uids)
