"""The codes of another program: known here by their guid, else a codebook of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualcode_app.domain.changes import Kind
from qualcode_app.domain.codebook_arrival import ArrivedCodebook
from qualcode_app.formats.keys import unused
from qualcode_app.models.aggregates import BY_KIND, Stored
from qualcode_app.models.codebooks import Code, Codebook
from qualcode_app.services.codebook import codebook, codebook_rows
from qualcode_app.services.store import journal
from qualcode_app.services.store.journal import NewRow


@dataclass(slots=True)
class Codes:
    """What the codes of a file are here, and the rows of those that are new."""

    uids: dict[str, str] = field(default_factory=dict)  # by guid
    names: dict[str, str] = field(default_factory=dict)  # labels by uid
    digests: dict[str, str] = field(default_factory=dict)  # by uid
    rows: list[NewRow] = field(default_factory=list)
    new: list[Stored] = field(default_factory=list)


def codes(
    session: Session,
    arrived: ArrivedCodebook | None,
    title: str,
    own: list[NewRow],
    same: Mapping[str, str],
) -> Codes:
    """Return the codes of a file.

    Args:
        session: Where to look.
        arrived: The codebook as the file has it.
        title: What a new codebook is called.
        own: Rows of our own notes that come in; their codes are taken as they are.
        same: Uids of our own file that another uid stands for here.
    """
    found = Codes()
    own_codes = {str(row.columns["uid"]): row for row in own if row.kind is Kind.CODE}
    here = {row.uid: row.label_nl for row in session.execute(select(Code.uid, Code.label_nl))}
    guids = [origin.guid for origin in arrived.origins.values()] if arrived else []
    for guid in guids:
        uid = same.get(guid, guid)
        if uid in here or uid in own_codes:
            found.uids[guid] = uid
    if arrived is not None:
        found.uids |= _same_paths(session, arrived, title, found.uids)
    if arrived is not None and len(found.uids) < len(guids):
        found.rows = _new(session, arrived, title, found.uids)
    for row in [*own_codes.values(), *(one for one in found.rows if one.kind is Kind.CODE)]:
        uid = str(row.columns["uid"])
        found.uids.setdefault(uid, uid)
        stored = as_stored(row)
        found.new.append(stored)
        found.digests[uid] = stored.digest()
        found.names[uid] = str(row.columns["label_nl"])
    known = {uid for uid in found.uids.values() if uid in here}
    found.digests |= codebook.digests(session, known)
    found.names |= {uid: here[uid] for uid in known}
    return found


def _same_paths(
    session: Session, arrived: ArrivedCodebook, title: str, known: Mapping[str, str]
) -> dict[str, str]:
    """Return codes of an earlier file of the same project, which some programs name anew.

    They are the same where all names down to them are, in a codebook that has the project's name.
    """
    home = select(Codebook.uid).where(Codebook.title_nl == title)
    rows = session.execute(
        select(Code.uid, Code.parent_uid, Code.label_nl).where(Code.codebook_uid.in_(home))
    ).all()
    here = _paths({row.uid: (row.parent_uid, row.label_nl) for row in rows})
    coming = _paths({code.key: (code.parent, code.label_nl) for code in arrived.book.codes})
    taken = set(known.values())
    return {
        guid: here[path]
        for path, key in coming.items()
        if path in here
        and here[path] not in taken
        and (guid := arrived.origins[key].guid) not in known
    }


def _paths(codes: Mapping[str, tuple[str | None, str]]) -> dict[tuple[str, ...], str]:
    """Return codes by the names from the top down to them; names that stand twice are left out."""
    found: dict[tuple[str, ...], str] = {}
    twice: set[tuple[str, ...]] = set()
    for one in codes:
        path: list[str] = []
        at: str | None = one
        while at is not None and at in codes and len(path) <= len(codes):
            path.append(codes[at][1].casefold())
            at = codes[at][0]
        whole = tuple(reversed(path))
        if whole in found:
            twice.add(whole)
        found[whole] = one
    return {path: one for path, one in found.items() if path not in twice}


def as_stored(row: NewRow) -> Stored:
    """Return a row as it will be stored, to tell its digest."""
    children = {
        table.name: tuple(row.children.get(table.name, ())) for table in BY_KIND[row.kind].children
    }
    return Stored(row.kind, row.columns, children)


def _new(
    session: Session, arrived: ArrivedCodebook, title: str, known: Mapping[str, str]
) -> list[NewRow]:
    """Return the codes that are not here, under their guids, and the codebook they stand in."""
    title = " ".join(title.split())[:200]
    book = replace(arrived.book, title_nl=title, title_en=title)
    made, *rest = codebook_rows.of(book)
    rows = [row for row in rest if row.kind is Kind.CODE]
    guids = {str(row.columns["uid"]): arrived.origins[str(row.columns["key"])].guid for row in rows}
    home = session.scalar(select(Code.codebook_uid).where(Code.uid.in_(known.values())).limit(1))
    is_new = home is None
    home = home or journal.derived_uid(min(guids.values()), "codebook")
    names = {**guids, str(made.columns["uid"]): home}
    keys = dict.fromkeys(session.scalars(select(Code.key).where(Code.codebook_uid == home)))
    coming = []
    for row in rows:
        if guids[str(row.columns["uid"])] in known:
            continue
        key = unused(str(row.columns["key"]), keys)
        keys[key] = None
        columns = {name: names.get(str(value), value) for name, value in row.columns.items()}
        children = {
            table: [{name: names.get(str(v), v) for name, v in one.items()} for one in listed]
            for table, listed in row.children.items()
        }
        coming.append(NewRow(Kind.CODE, {**columns, "key": key}, children))
    if not is_new:
        return coming
    columns = {**made.columns, "uid": home, "key": _free_key(session, str(made.columns["key"]))}
    version = codebook_rows.version(
        home, [as_stored(row) for row in coming], label="1", reason=book.version
    )
    return [NewRow(Kind.CODEBOOK, columns, {}), *coming, version]


def _free_key(session: Session, key: str) -> str:
    taken: dict[str, Any] = dict.fromkeys(session.scalars(select(Codebook.key)))
    return unused(key, taken)
