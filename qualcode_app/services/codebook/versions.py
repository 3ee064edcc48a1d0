"""Versions of a codebook: fixed by an act, compared on screen and as a sheet."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Changes, Kind
from qualcode_app.domain.content import digest_of_many
from qualcode_app.domain.errors import RefusedChange, UnknownRecord
from qualcode_app.domain.snapshot import Column, Table
from qualcode_app.models import aggregates
from qualcode_app.models.codebooks import (
    Code,
    Codebook,
    CodebookVersion,
    CodebookVersionCode,
    CodeRevision,
)
from qualcode_app.models.people import Coder, ReadingStatus, Round
from qualcode_app.services.codebook import code_state, codebook_rows
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow

NOW = ""  # in place of a version's uid: the codebook as it is
_PLACE = ("parent_uid", "position")
_SILENT = ("uid", "codebook_uid", *_PLACE, "status")
_CHILD_WORDS = {"code_boundary": "text", "code_keyword": "stem", "code_source": "heading"}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as listed."""

    uid: str
    codebook_uid: str
    codebook_key: str
    label: str
    reason: str
    made_at: datetime
    author: str
    n_codes: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one code that two versions say differently.

    `what` is "added", "removed", "moved" or "changed"; `field` is empty but for "changed".
    """

    key: str
    label_nl: str
    label_en: str
    what: str
    field: str
    before: str
    after: str


def listed(session: Session) -> list[VersionRow]:
    """Return the versions of all codebooks, newest first."""
    counts = (
        select(CodebookVersionCode.version_uid, func.count().label("n"))
        .group_by(CodebookVersionCode.version_uid)
        .subquery()
    )
    query = (
        select(
            CodebookVersion.uid,
            CodebookVersion.codebook_uid,
            Codebook.key,
            CodebookVersion.label,
            CodebookVersion.reason,
            CodebookVersion.made_at,
            func.coalesce(Coder.name, ""),
            func.coalesce(counts.c.n, 0),
        )
        .join(Codebook, Codebook.uid == CodebookVersion.codebook_uid)
        .outerjoin(Coder, Coder.uid == CodebookVersion.made_by_uid)
        .outerjoin(counts, counts.c.version_uid == CodebookVersion.uid)
        .order_by(CodebookVersion.made_at.desc())
    )
    return [VersionRow(*row) for row in session.execute(query)]


def newest_whole(session: Session) -> str | None:
    """Return the newest version that is no choice of codes for a round, None without one.

    Such a choice lacks codes that an earlier version holds and that are still in use.
    """
    member, version = CodebookVersionCode, CodebookVersion
    for row in listed(session):
        own = select(member.code_uid).where(member.version_uid == row.uid)
        lacking = (
            select(member.code_uid)
            .join(version, version.uid == member.version_uid)
            .join(Code, Code.uid == member.code_uid)
            .where(version.codebook_uid == row.codebook_uid, version.made_at <= row.made_at)
            .where(Code.status == "fixed", member.code_uid.not_in(own))
        )
        if session.scalar(lacking.limit(1)) is None:
            return row.uid
    return None


def fix(session: Session, codebook_uid: str, uid: str, reason: str) -> Changes:
    """Keep a codebook as it is now as its next version; drafts are fixed by it.

    Raises:
        UnknownRecord: The codebook is not in this project.
        RefusedChange: No reason is given, or it has no code in use.
    """
    if session.get(Codebook, codebook_uid) is None:
        raise UnknownRecord("This codebook was removed from the project. Choose another.")
    if not reason.strip():
        raise RefusedChange(
            "A version needs a reason, so that everybody knows what changed. Say in one line why "
            "it is made."
        )
    in_use = select(Code.uid).where(Code.codebook_uid == codebook_uid, Code.status != "retired")
    codes = list(session.scalars(in_use))
    if not codes:
        raise RefusedChange("This codebook has no codes yet. Add one first.")
    changes = code_state.change_codes(
        session, "codebook.fix", {each: {"status": "fixed"} for each in codes}, reason
    )
    return changes | make(session, codebook_uid, codes, reason, uid)


def make(
    session: Session, codebook_uid: str, code_uids: Collection[str], reason: str, uid: str
) -> Changes:
    """Keep codes as they are now as the next version of their codebook."""
    stored = aggregates.read(session.connection(), Kind.CODE, code_uids)
    before = [row for row in listed(session) if row.codebook_uid == codebook_uid]
    made = codebook_rows.version(
        codebook_uid, list(stored.values()), label=str(len(before) + 1), reason=reason.strip()
    )
    members = [{**row, "version_uid": uid} for row in made.children["codebook_version_code"]]
    columns = {**made.columns, "uid": uid, "parent_uids": before[0].uid if before else ""}
    new = NewRow(Kind.CODEBOOK_VERSION, columns, {"codebook_version_code": members})
    journal.add_many(session, "codebook.fix", [new])
    return Changes.of(Kind.CODEBOOK_VERSION, added=[uid])


def keep_present(session: Session, reason: str) -> Changes:
    """Keep every codebook that no version holds as it is now: what is handed out or was merged.

    Drafts stay out: what a coder made while coding is nobody else's before it is fixed. The uid
    of such a version is made from what it holds, so that two people who hand out or merge the
    same make the same version.
    """
    changes = Changes()
    for codebook_uid in session.scalars(select(Codebook.uid).order_by(Codebook.uid)).all():
        present = _states(session, codebook_uid)
        if not present or present in _kept_states(session, codebook_uid):
            continue
        said = digest_of_many(sorted(f"{uid} {digest}" for uid, digest in present))
        uid = journal.derived_uid(codebook_uid, f"state {said}")
        codes = [code_uid for code_uid, _ in present]
        changes |= make(session, codebook_uid, codes, reason, uid)
    return changes


def _states(session: Session, codebook_uid: str) -> frozenset[tuple[str, str]]:
    """Return the fixed codes with the digest of what they say."""
    fixed = select(Code.uid).where(Code.codebook_uid == codebook_uid, Code.status == "fixed")
    stored = aggregates.read(session.connection(), Kind.CODE, session.scalars(fixed).all())
    return frozenset((uid, one.digest()) for uid, one in stored.items())


def _kept_states(session: Session, codebook_uid: str) -> set[frozenset[tuple[str, str]]]:
    """Return what each version of a codebook holds."""
    held: dict[str, set[tuple[str, str]]] = defaultdict(set)
    query = (
        select(
            CodebookVersionCode.version_uid,
            CodebookVersionCode.code_uid,
            CodebookVersionCode.code_digest,
        )
        .join(CodebookVersion, CodebookVersion.uid == CodebookVersionCode.version_uid)
        .where(CodebookVersion.codebook_uid == codebook_uid)
    )
    for version_uid, code_uid, digest in session.execute(query):
        held[version_uid].add((code_uid, digest))
    return {frozenset(states) for states in held.values()}


def unfix(session: Session, uid: str) -> Changes:
    """Undo a version.

    Raises:
        UnknownRecord: The version is not in this project.
        RefusedChange: Reading was noted with it, or a round names it.
    """
    named = (
        select(ReadingStatus.uid).where(ReadingStatus.codebook_version_uid == uid),
        select(Round.uid).where(Round.version_uid == uid),
    )
    if any(session.scalar(query.limit(1)) for query in named):
        raise RefusedChange(
            "Documents were read with this version, or a round is coded with it, so it stays. "
            "Make a new version instead."
        )
    journal.remove(session, code_state.UNDO, Kind.CODEBOOK_VERSION, uid)
    return Changes.of(Kind.CODEBOOK_VERSION, removed=[uid])


def differences(session: Session, before_uid: str, after_uid: str = NOW) -> list[Difference]:
    """Return what two versions of a codebook say differently, in the order of the later one.

    Args:
        session: Where to read.
        before_uid: The earlier version.
        after_uid: The later one, by default the codebook as it is now.

    Raises:
        UnknownRecord: A version is not in this project.
        RefusedChange: They are versions of different codebooks.
    """
    first = _version(session, before_uid)
    codebook_uid = first.codebook_uid
    if after_uid != NOW and _version(session, after_uid).codebook_uid != codebook_uid:
        raise RefusedChange("These versions are of different codebooks. Choose two of one.")
    before = _fixed(session, before_uid)
    after = _fixed(session, after_uid) if after_uid != NOW else _present(session, codebook_uid)
    keys = {uid: str(one["key"]) for uid, one in (before | after).items()}
    found: list[Difference] = []
    for uid, one in sorted((before | after).items(), key=lambda item: item[1]["position"]):
        was, now = before.get(uid), after.get(uid)
        if was is None or now is None:
            found.append(_difference(one, "added" if was is None else "removed"))
            continue
        if was["parent_uid"] != now["parent_uid"]:
            places = (keys.get(each["parent_uid"], "") for each in (was, now))
            found.append(_difference(now, "moved", "", *places))
        elif was["position"] != now["position"]:
            found.append(_difference(now, "moved"))
        found.extend(
            _difference(now, "changed", name, said(was.get(name)), said(now.get(name)))
            for name in now
            if name not in _SILENT and was.get(name) != now.get(name)
        )
    return found


def table(found: list[Difference], language: str = "nl") -> Table:
    """Return the differences as a sheet."""
    dutch = language == "nl"
    titles = (
        ("Code", "Naam", "Wat", "Veld", "Eerst", "Nu")
        if dutch
        else ("Code", "Name", "What", "Field", "Before", "After")
    )
    widths = (12, 30, 12, 18, 50, 50)
    words = {"added": "nieuw", "removed": "vervallen", "moved": "verplaatst", "changed": "anders"}
    rows = [
        (
            row.key,
            row.label_nl if dutch else row.label_en,
            words[row.what] if dutch else row.what,
            row.field,
            row.before,
            row.after,
        )
        for row in found
    ]
    columns = tuple(
        Column(title, "text", width) for title, width in zip(titles, widths, strict=True)
    )
    return Table(columns, rows)


def content_of(text: str) -> dict[str, Any]:
    """Return a kept revision as one value per field, children as lists of their words."""
    return _flat(json.loads(text))


def _flat(content: Mapping[str, Any]) -> dict[str, Any]:
    root = {name: value for name, value in content.items() if not name.startswith("[")}
    words = {
        table: tuple(str(row[name]) for row in content.get(f"[{table}]", ()))
        for table, name in _CHILD_WORDS.items()
    }
    return {**root, **words}


def _version(session: Session, uid: str) -> CodebookVersion:
    found = session.get(CodebookVersion, uid)
    if found is None:
        raise UnknownRecord("This version was removed from the project. Choose another.")
    return found


def _fixed(session: Session, version_uid: str) -> dict[str, dict[str, Any]]:
    query = (
        select(CodebookVersionCode, CodeRevision.content)
        .join(CodeRevision, CodeRevision.digest == CodebookVersionCode.code_digest)
        .where(CodebookVersionCode.version_uid == version_uid)
    )
    return {member.code_uid: content_of(content) for member, content in session.execute(query)}


def _present(session: Session, codebook_uid: str) -> dict[str, dict[str, Any]]:
    in_use = select(Code.uid).where(Code.codebook_uid == codebook_uid, Code.status != "retired")
    stored = aggregates.read(session.connection(), Kind.CODE, session.scalars(in_use).all())
    return {uid: _flat(one.content()) for uid, one in stored.items()}


def _difference(
    one: Mapping[str, Any], what: str, field: str = "", before: str = "", after: str = ""
) -> Difference:
    return Difference(one["key"], one["label_nl"], one["label_en"], what, field, before, after)


def said(value: object) -> str:
    """Return a field of a code as it is shown."""
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
